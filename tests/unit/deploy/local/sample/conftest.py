"""The default sample campaign, made once for all tests of this folder."""

import pytest

from deploy.local.sample import SampleCampaign, generate


@pytest.fixture(scope="session")
def campaign() -> SampleCampaign:
    """The campaign of the default seed."""
    return generate()
