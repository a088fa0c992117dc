from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kg.mapping.merged.ballot import Ballot, Vote
from kg.mapping.merged.spelling import spelled_otherwise, with_spellings
from kg.model import SentenceKind


def vote(report: str, publisher: str = "WCO") -> Vote:
    return Vote(report, publisher, True, SentenceKind.BODY, NamedNode(f"urn:{report}"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Yaounde", "Yaoundé", True),
        ("Yoshiro Kosaka", "Yoshihiro Kosaka", True),
        ("Kosaka Yoshiro", "Yoshihiro Kosaka", True),
        ("Larry Liza", "LARRY LIZA", False),
        ("Larry Liza", "Liza Larry", False),
        ("Hong Kong", "Hong-Kong", False),
        ("Mikuriya", "Kunio Mikuriya", False),
        ("J. C. Mafnas", "Jose C. Mafnas", False),
        ("Khazali bin Ahmad", "Khazali bin Hj Ahmad", False),
    ],
)
def test_what_is_a_spelling(left: str, right: str, expected: bool) -> None:
    assert spelled_otherwise(left, right) is expected
    assert spelled_otherwise(right, left) is expected


def test_two_spellings_are_two_candidates_with_their_passages() -> None:
    things = Ballot({"Yoshihiro Kosaka": [vote("a"), vote("b"), vote("c")]})
    names = {"Yoshihiro Kosaka": Ballot({"Yoshihiro Kosaka": [vote("a")], "Yoshiro Kosaka": [vote("b"), vote("c")]})}
    assert with_spellings(things, names, contradict=False) == (
        [("Yoshihiro Kosaka", [NamedNode("urn:a")]), ("Yoshiro Kosaka", [NamedNode("urn:b"), NamedNode("urn:c")])],
        "Yoshihiro Kosaka and Yoshiro Kosaka are spellings of one name.",
    )


def test_who_is_spelled_in_one_way_is_no_candidate_unless_chairs_contradict() -> None:
    things = Ballot({"Larry Liza": [vote("a"), vote("b", "OCO")], "Yoshihiro Kosaka": [vote("c")]})
    names = {
        "Larry Liza": Ballot({"Larry Liza": [vote("a")], "Larry LIZA": [vote("b", "OCO")]}),
        "Yoshihiro Kosaka": Ballot({"Yoshihiro Kosaka": [vote("c")]}),
    }
    assert with_spellings(things, names, contradict=False) == ([], "")
    candidates, reason = with_spellings(things, names, contradict=True)
    assert [name for name, _ in candidates] == ["Larry Liza", "Yoshihiro Kosaka"]
    assert reason == "Larry Liza is stated by 2 independent sources, Yoshihiro Kosaka by 1."


def test_a_name_that_no_report_of_the_meeting_spells_so_is_no_candidate() -> None:
    things = Ballot({"Yoshihiro Kosaka": [vote("a")]})
    names = {"Yoshihiro Kosaka": Ballot({"Yoshiro Kosaka": [vote("a")]})}
    assert with_spellings(things, names, contradict=False) == ([], "")
