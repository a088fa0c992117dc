from __future__ import annotations

import pytest

from kg.stats.attendance import Attendance, attendance
from kg.store import GraphStore
from kg.vocab import iri


@pytest.fixture
def present(store: GraphStore) -> Attendance:
    return attendance(store)


def meeting(name: str) -> str:
    return iri(f"meeting/{name}").value


def test_elected_for_a_coming_meeting_is_not_present(present: Attendance) -> None:
    assert meeting("next") not in present.persons
    assert present.persons[meeting("visit-2019")] == {iri("person/jaemin-cho").value, iri("person/tong-hua").value}
    assert present.offices == {}


def test_names_years_and_regions(present: Attendance) -> None:
    assert present.names[iri("person/tong-hua").value] == "Tong Hua"
    assert present.years == {meeting("council-2023"): 2023, meeting("council-2024"): 2024, meeting("visit-2019"): 2019}
    assert present.region(meeting("visit-2019")) == "AP"
    assert present.region(meeting("alone")) == ""


def test_two_regions_are_none(present: Attendance) -> None:
    present.regions[meeting("alone")] = {"AP", "ESA"}
    assert present.region(meeting("alone")) == ""


@pytest.mark.parametrize(
    ("regions", "first", "last", "expected"),
    [
        ((), None, None, ["alone", "council-2023", "council-2024", "visit-2019"]),
        (("AP", "ESA"), None, None, ["visit-2019"]),
        (("ESA",), None, None, []),
        ((), 2023, None, ["council-2023", "council-2024"]),
        ((), None, 2023, ["council-2023", "visit-2019"]),
        ((), 2024, 2024, ["council-2024"]),
    ],
)
def test_selection(
    present: Attendance, regions: tuple[str, ...], first: int | None, last: int | None, expected: list[str]
) -> None:
    assert present.meetings(regions, first, last) == [meeting(name) for name in expected]
