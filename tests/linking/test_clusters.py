from __future__ import annotations

from kg.linking.clusters import Clusters
from kg.model import EntityKind
from kg.model.judgement import Judgement


def judgement(left: str, right: str, *, same: bool = True, rule: str = "test") -> Judgement:
    return Judgement(EntityKind.PERSON, left, right, same, 0.9, rule, "for a test")


def test_joining_is_transitive_and_recorded() -> None:
    clusters = Clusters(EntityKind.PERSON, "abcd")
    assert clusters.join(judgement("a", "b"))
    assert clusters.join(judgement("b", "c"))
    assert not clusters.join(judgement("a", "c"))
    assert clusters.groups() == {"c": ["a", "b", "c"], "d": ["d"]}
    assert len(clusters.judgements) == 2


def test_what_is_separate_stays_so_through_joins() -> None:
    clusters = Clusters(EntityKind.PERSON, "abc")
    clusters.separate("a", "c")
    assert clusters.join(judgement("a", "b"))
    assert not clusters.may_join("b", "c")
    assert not clusters.join(judgement("b", "c"))
    assert not clusters.join(judgement("c", "a"))


def test_a_negative_judgement_by_hand_overrules_a_rule() -> None:
    by_hand = judgement("a", "b", same=False, rule="hand")
    clusters = Clusters(EntityKind.PERSON, "ab", [by_hand])
    assert not clusters.join(judgement("a", "b"))
    assert clusters.judgements == [by_hand]


def test_a_positive_judgement_by_hand_needs_no_rule_and_unknown_slugs_are_passed_over() -> None:
    by_hand = [judgement("a", "b", rule="hand"), judgement("a", "gone", rule="hand")]
    clusters = Clusters(EntityKind.PERSON, "ab", by_hand)
    assert clusters.groups() == {"b": ["a", "b"]}
    assert clusters.judgements == by_hand[:1]


def test_judgements_of_another_kind_are_passed_over() -> None:
    assert len(Clusters(EntityKind.OFFICE, "ab", [judgement("a", "b")]).groups()) == 2
