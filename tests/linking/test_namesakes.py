from __future__ import annotations

from itertools import permutations

import pytest

from kg.linking import link
from kg.linking.namesakes import Namesakes
from kg.model import EntityKind
from kg.model.judgement import Judgement

KOREA = ("Wang Li", "Director", "Korea Customs Service")
FIJI = ("Wang LI", "Expert", "Fiji Customs")


def apart(left: str, right: str, *reports: str) -> Judgement:
    return Judgement(EntityKind.PERSON, left, right, False, 1, "hand", "for a test", reports)


def together(left: str, right: str) -> Judgement:
    return Judgement(EntityKind.PERSON, left, right, True, 1, "hand", "for a test")


def slugs(linking) -> dict[str, str]:
    return {report: links.entities["p1"].slug for report, links in linking.links.items()}


@pytest.fixture
def reports(make):
    """Four reports that name somebody in the same words."""
    return [make.report(name, people=[FIJI if name in "bd" else KOREA]) for name in "abcd"]


def test_one_name_is_two_people_by_report(reports) -> None:
    linking = link(reports, [apart("wang-li-2", "wang-li", "b", "d")])
    assert slugs(linking) == {"a": "wang-li", "b": "wang-li-2", "c": "wang-li", "d": "wang-li-2"}
    labels = {links.entities["p1"].label for links in linking.links.values()}
    assert labels == {"Wang Li", "Wang LI"}
    assert linking.judgements == (apart("wang-li-2", "wang-li", "b", "d"),)
    assert not linking.replaced


def test_the_other_slug_stays_what_it_was(make) -> None:
    # all whose name decided about the slug are told apart
    reports = [make.report(name, people=["LI Wang" if name in "abc" else "Wang Li"]) for name in "abcd"]
    (before,) = set(slugs(link(reports)).values())
    after = slugs(link(reports, [apart("somebody", before, "a", "b", "c")]))
    assert after == {"a": "somebody", "b": "somebody", "c": "somebody", "d": before}


def test_no_rule_overrules_it(make, reports) -> None:
    # a name that differs in particles, of the same office as both
    reports += [make.report("e", people=[("Wang bin Li", "Director", "Korea Customs Service")])]
    linking = link(reports, [apart("wang-li-2", "wang-li", "b", "c", "d"), apart("wang-li-3", "wang-li", "d")])
    found = slugs(linking)
    assert found["a"] != found["b"] == found["c"] == found["d"]
    linking = link(reports, [apart("wang-li-2", "wang-li", "b"), apart("wang-li-3", "wang-li", "d")])
    assert len({slugs(linking)[report] for report in "abd"}) == 3


def test_a_merge_by_hand_may_join_one_of_them_with_a_third(make, reports) -> None:
    reports += [make.report("e", people=["Wang Lin"])]
    linking = link(reports, [apart("wang-li-2", "wang-li", "b", "d"), together("wang-li-2", "wang-lin")])
    assert slugs(linking) == {"a": "wang-li", "b": "wang-lin", "c": "wang-li", "d": "wang-lin", "e": "wang-lin"}
    assert linking.replaced == {"person/wang-li-2": "person/wang-lin"}


def test_the_slug_that_was_given_is_nobody_elses(make, reports) -> None:
    reports += [make.report("e", people=["Larry Liza"])]
    found = slugs(link(reports, [apart("larry-liza", "wang-li", "b")]))
    assert (found["b"], found["e"]) == ("larry-liza", "larry-liza-e")


@pytest.mark.parametrize(
    "judgement", [apart("wang-li-2", "nobody", "b"), apart("wang-li-2", "wang-li", "z"), apart("x-y", "wang-li")]
)
def test_who_or_what_is_not_there_changes_nothing(reports, judgement: Judgement) -> None:
    assert set(slugs(link(reports, [judgement])).values()) == {"wang-li"}


def test_all_reports_may_be_told_apart(reports) -> None:
    assert set(slugs(link(reports, [apart("wang-li-2", "wang-li", *"abcd")])).values()) == {"wang-li-2"}


def test_the_order_of_the_reports_changes_nothing(make, reports) -> None:
    judgements = [apart("wang-li-2", "wang-li", "b"), apart("wang-li-3", "wang-li", "c", "d")]
    reports[0] = make.report("a", people=["Wang Li", "Larry Liza"])
    first = link(reports, judgements)
    assert all(link(order, judgements) == first for order in permutations(reports))


def test_offices_of_who_is_told_apart_are_their_own(make) -> None:
    reports = [
        make.report("a", people=[("Hermes Tang", "", "Hong Kong Customs")]),
        make.report("b", people=[("Hermes Tang", "", "Fiji Customs")]),
        make.report("c", people=[("Hermes Tang Yi-hoi", "", "Fiji Customs")]),
    ]
    found = slugs(link(reports, [apart("hermes-tang-2", "hermes-tang", "b")]))
    assert found["b"] == found["c"] != found["a"]


def test_the_first_judgement_about_a_report_counts() -> None:
    namesakes = Namesakes([apart("b", "a", "r"), apart("c", "a", "r", "s"), together("x", "a")])
    assert namesakes.told_apart({("a",): "a"}) == {(("a",), "r"): "b", (("a",), "s"): "c"}
    assert namesakes.groups() == [["a", "b", "c"]]
    assert namesakes.reports == {"r", "s"}
