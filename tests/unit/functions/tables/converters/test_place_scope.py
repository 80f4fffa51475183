"""What is said of the units that were found."""

from functions.tables.converters.gazetteer import Match
from functions.tables.converters.place_scope import Scope
from tests.builders import SCHEMA, WINDOW

COMMUNES = Scope(SCHEMA, WINDOW.first, "commune")


def test_only_own_communes_may_be_named() -> None:
    """A district's workbook names its communes, a commune's workbook itself, the province's all."""
    (commune,) = COMMUNES.find("Tân Hà").units
    own = {
        unit: Scope(SCHEMA, WINDOW.first, "commune", unit) for unit in ("", "706", "25519", "705")
    }
    assert [scope.is_own(commune) for scope in own.values()] == [True, True, True, False]
    assert own["705"].told(Match((commune,))).remarks[0].code == "wrong_parent"
    assert own["706"].told(Match((commune,), "type_mismatch")).value == "25519"


def test_districts_are_no_one_s_own() -> None:
    """Any workbook may name any district."""
    districts = Scope(SCHEMA, WINDOW.first, "district", "705")
    assert districts.told(districts.find("Tân Châu")).value == "706"


def test_candidates_are_told_with_where_they_are() -> None:
    """Two communes of one name are told apart by their districts; a province has none above."""
    (remark,) = COMMUNES.told(COMMUNES.find("Tân Bình")).remarks
    assert remark.data["first_candidate"] == "Xã Tân Bình, Thành phố Tây Ninh"
    provinces = COMMUNES.units("province")
    assert COMMUNES.wrong_parent(provinces[0]).remarks[0].data == {"parent": ""}
    (remark,) = COMMUNES.told(Match((*provinces, *provinces))).remarks
    assert remark.data["first_candidate"] == "Tỉnh Tây Ninh"
