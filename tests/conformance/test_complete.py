"""Every public method of gspread was called by the tests of this folder."""

import pytest

from tests.conformance import recorder


@pytest.mark.local_only
def test_every_public_method_of_gspread_was_called() -> None:
    """No method of gspread's clients, spreadsheets, worksheets and cells is left untried."""
    assert sorted(set(recorder.public_names()) - recorder.seen) == []
