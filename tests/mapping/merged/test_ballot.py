from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.mapping.merged.ballot import Ballot, Vote, fold_alike, fold_dates
from kg.mapping.merged.progression import Edition, Fitting, fit
from kg.model import PartialDate, SentenceKind
from kg.slugs import slug


def vote(
    report: str,
    publisher: str = "WCO",
    *,
    main: bool = True,
    part: SentenceKind = SentenceKind.BODY,
    sentence: str = "",
    against: str = "",
) -> Vote:
    node = NamedNode(f"https://w3id.org/wco-kg/id/report/{report}#char=0,1")
    return Vote(report, publisher, main, part, node, sentence, against)


def in_series(value: int) -> Fitting:
    """How a number of a meeting in 2023 fits between the 17th in 2022 and the 19th in 2024."""
    return fit(value, 2023, [Edition(17, 2022), Edition(19, 2024)])


def ballot(votes: dict, fitting=None) -> Ballot:
    result = Ballot(fitting=fitting)
    for value, cast in votes.items():
        for each in cast:
            result.cast(value, each)
    return result


@pytest.mark.parametrize(
    ("votes", "adopted", "reason"),
    [
        (
            {17: [vote("a", main=False), vote("b", main=False)], 18: [vote("c")]},
            18,
            "18 is stated by a report about the meeting, 17 by one that mentions it.",
        ),
        (
            {17: [vote("a"), vote("b")], 18: [vote("c"), vote("d", "ROCB A/P")]},
            18,
            "18 is stated by 2 independent sources, 17 by 1.",
        ),
        (
            {17: [vote("a", sentence="x"), vote("d", "OCO", sentence="x")], 18: [vote("c"), vote("b", "ROCB A/P")]},
            18,
            "18 is stated by 2 independent sources, 17 by 1.",
        ),
        ({17: [vote("a")], 18: [vote("b"), vote("c")]}, 18, "18 is stated by 2 reports, 17 by 1."),
        ({17: [vote("a", against="18 is larger.")], 18: [vote("a")]}, 18, "18 is larger."),
        (
            {17: [vote("a")], 18: [vote("b", part=SentenceKind.TITLE)]},
            18,
            "18 stands in a headline, 17 in a body.",
        ),
        (
            {17: [vote("a")], 18: [vote("b")]},
            17,
            "Nothing speaks for 17 more than for 18; the smaller value was adopted.",
        ),
        ({17: [vote("a")]}, 17, ""),
    ],
)
def test_one_value_is_adopted_for_a_reason(votes, adopted: int, reason: str) -> None:
    cast = ballot(votes)
    assert cast.ranked()[0] == adopted
    assert cast.reason() == reason


TWO_SOURCES = [vote("a"), vote("b", "OCO")]
FITS = "18 fits in the series, in which 17 was in 2022 and 19 in 2024."
TAKEN = "17 is the number of another meeting of the series in 2022."


@pytest.mark.parametrize(
    ("votes", "adopted", "reason"),
    [
        # the series goes before the number of reports, what the report adopts itself, and the headline
        ({17: [vote("a"), vote("b")], 18: [vote("c")]}, 18, f"{FITS} {TAKEN}"),
        ({17: [vote("a")], 18: [vote("a", against="17 is smaller.")]}, 18, f"{FITS} {TAKEN}"),
        ({17: [vote("a", part=SentenceKind.TITLE)], 18: [vote("b")]}, 18, f"{FITS} {TAKEN}"),
        # and after a report about the meeting, and after more independent sources
        (
            {17: TWO_SOURCES, 18: [vote("c")]},
            17,
            f"17 is stated by 2 independent sources, 18 by 1. {TAKEN} {FITS}",
        ),
        (
            {17: [vote("a")], 18: [vote("c", main=False), vote("b", "OCO", main=False)]},
            17,
            f"17 is stated by a report about the meeting, 18 by one that mentions it. {TAKEN} {FITS}",
        ),
        # a report that adopts the same is quoted
        ({17: [vote("a", against="18 is larger.")], 18: [vote("a")]}, 18, f"{FITS} {TAKEN} 18 is larger."),
    ],
)
def test_the_series_has_its_rank_among_the_rules(votes, adopted: int, reason: str) -> None:
    cast = ballot(votes, in_series)
    assert cast.ranked()[0] == adopted
    assert cast.reason() == reason


def test_a_coarser_date_counts_for_the_finer() -> None:
    cast = ballot(
        {PartialDate(2024): [vote("a")], PartialDate(2024, 2, 19): [vote("b")], PartialDate(2023): [vote("c")]}
    )
    folded = fold_dates(cast)
    assert set(folded.votes) == {PartialDate(2024, 2, 19), PartialDate(2023)}
    assert len(folded.votes[PartialDate(2024, 2, 19)]) == 2


def test_two_days_of_one_month_contradict_each_other() -> None:
    cast = ballot({PartialDate(2024, 2, 19): [vote("a")], PartialDate(2024, 2, 20): [vote("b")]})
    assert len(fold_dates(cast).votes) == 2


def test_spellings_of_one_name_do_not_contradict_each_other() -> None:
    cast = ballot({"Yaounde": [vote("a")], "Yaoundé": [vote("b"), vote("c")], "Douala": [vote("d")]})
    folded = fold_alike(cast, slug)
    assert folded.ranked() == ["Yaoundé", "Douala"]
    assert len(folded.passages("Yaoundé")) == 3


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from("abc"), st.sampled_from(["WCO", "OCO"]), st.booleans()), min_size=1
    )
)
def test_the_order_in_which_votes_come_changes_nothing(votes) -> None:
    def count(order):
        result = Ballot()
        for value, report, publisher, main in order:
            result.cast(value, vote(report, publisher, main=main))
        return result

    one, other = count(votes), count(reversed(votes))
    assert one.ranked() == other.ranked()
    assert one.reason() == other.reason()
    assert all(one.passages(value) == other.passages(value) for value in one.votes)
