"""Linking over the gold facts: who and what is one across the reports, told pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.linking import link
from kg.linking.names import key_words
from kg.linking.person_names import parse_name
from kg.model import Extractions, Meeting
from kg.pipeline import sample_corpus
from kg.reading import read_file
from kg.slugs import slug

SAME_PEOPLE = {
    "Khazali bin Ahmad": "Khazali bin Hj Ahmad",  # the same Director General, two years apart
    "Mikuriya": "Kunio Mikuriya",
}
"""People whom reports name in different words; every other is named in the same words wherever they come up."""

SAME_MEETINGS = [
    {("rocbap-291", "m1"), ("rocbap-315", "m2")},  # 14th A/P RTC Heads Meeting
    {("rocbap-443", "m1"), ("rocbap-476", "m2")},  # 16th A/P RTC Heads Meeting
    {("rocbap-108", "m1"), ("wco-eur7-2015", "m2")},  # 10th Global Meeting
    {("rocbap-664", "m2"), ("wco-gm19-2024", "m1")},  # 19th Global Meeting, in 2023 'the next'
    {("wco-amsdg-2010", "m2"), ("wco-rtckorea-2010", "m5")},  # Council sessions of June 2010
    {("rocbap-85", "m1"), ("rocbap-389", "m2")},  # 10th anniversary of ROCB A/P
]

SAME_OFFICES = [
    {"ROCB A/P", "ROCB Asia Pacific", "ROCB Asia Pacific Region", "ROCB Asia-Pacific", "WCO ROCB A/P"},
    {"ROCB for West and Central Africa", "ROCB West and Central Africa", "ROCB-WCA"},
    {"ROCB East and South Africa", "ROCB Eastern and Southern Africa"},
    {"ROCB Abu Dhabi", "MENA ROCB"},
    {"RILO A/P", "WCO RILO A/P"},
    {"ROCB", "ROCBs", "Regional Offices for Capacity Building (ROCB)"},
    {"RTC", "RTCs", "Regional Training Centers (RTC)"},
    {"Korea Customs Service", "Korea Customs Service (KCS)"},
    {"Hong Kong Customs", "Hong Kong Customs and Excise Department (HKCED)"},
    {"Customs of Côte d'Ivoire", "Customs Administration of Côte d'Ivoire"},
    {"CB Directorate of the WCO Secretariat", "Capacity Building Directorate of WCO"},
    {"USAID", "United States Agency for International Development (USAID)"},
    {"Russia", "Russian Federation"},
    {"Republic of Congo", "Republic of the Congo"},
]
NOT_SAME_OFFICES = [
    ("ROCB", "ROCB A/P"),
    ("RTC Korea", "RTC Japan"),
    ("DRC", "Republic of Congo"),
    ("WCO", "WCO Secretariat"),
    ("OCO Secretariat", "ASEAN Secretariat"),
    ("Japan", "Japan Customs"),
    ("Vice Chair’s office (European Union)", "Vice-Chair"),
    ("Asia/Pacific Vice-Chair Office", "Vice Chair Indonesia"),
    ("RILO", "RILO A/P"),
]


@pytest.fixture(scope="module")
def linked(facts: list[Path], read_gold):
    extractions = [read_gold(path)[1] for path in facts]
    return extractions, link(extractions)


def entity_of(linking, report: str, key: str) -> str:
    return linking.links[report].entities[key].slug


def test_people_are_merged_as_they_should_be(linked) -> None:
    extractions, linking = linked
    mentions = [(each.report, person) for each in extractions for person in each.persons]
    right = wrong = missed = 0
    for (report, person), (other_report, other) in combinations(mentions, 2):
        is_same = SAME_PEOPLE.get(person.name, person.name) == SAME_PEOPLE.get(other.name, other.name)
        merged = entity_of(linking, report, person.key) == entity_of(linking, other_report, other.key)
        right += is_same and merged
        wrong += merged and not is_same
        missed += is_same and not merged
    assert (wrong, missed) == (0, 0)
    assert right > 200


def test_meetings_are_merged_as_they_should_be(linked) -> None:
    extractions, linking = linked
    by_entity = defaultdict(set)
    for each in extractions:
        for meeting in each.meetings:
            by_entity[entity_of(linking, each.report, meeting.key)].add((each.report, meeting.key))
    merged = [mentions for mentions in by_entity.values() if len(mentions) > 1]
    assert sorted(map(sorted, merged)) == sorted(map(sorted, SAME_MEETINGS))


def test_offices_are_merged_as_they_should_be(linked) -> None:
    extractions, linking = linked
    slugs = defaultdict(set)
    for each in extractions:
        for office in each.offices:
            slugs[office.name].add(entity_of(linking, each.report, office.key))
    assert all(len(found) == 1 for found in slugs.values())
    for names in SAME_OFFICES:
        assert len({min(slugs[name]) for name in names}) == 1, names
    for left, right in NOT_SAME_OFFICES:
        assert slugs[left] != slugs[right]


def test_the_order_of_the_reports_changes_nothing(linked) -> None:
    extractions, linking = linked
    assert link(reversed(extractions)) == linking


def test_every_merge_beyond_the_name_is_a_judgement_with_a_reason(linked) -> None:
    _, linking = linked
    assert linking.judgements
    for judgement in linking.judgements:
        assert judgement.same
        assert 0.8 <= judgement.score <= 1
        assert judgement.rule
        assert judgement.reason
        assert judgement.left != judgement.right


Mention = tuple[str, str]


@pytest.fixture(scope="module")
def read(linked) -> tuple[dict[Mention, str], dict[Mention, str]]:
    """What the rules read of the same reports, linked: the entity of each gold mention that was read."""
    gold, _ = linked
    found = {path.stem: extract(read_file(path)) for path in sorted(sample_corpus().glob("*.txt"))}
    linking = link(found.values())
    people: dict[Mention, str] = {}
    meetings: dict[Mention, str] = {}
    for each in gold:
        own = found[each.report]
        for person in each.persons:
            keys = {parse_name(form).key for form in (person.name, *person.forms)}
            same = [other.key for other in own.persons if parse_name(other.name).key in keys]
            if same:
                people[each.report, person.key] = entity_of(linking, each.report, same[0])
        for meeting in each.meetings:
            key = _nearest(meeting, own)
            if key:
                meetings[each.report, meeting.key] = entity_of(linking, each.report, key)
    return people, meetings


def _nearest(meeting: Meeting, extractions: Extractions) -> str:
    """The meeting that the rules read where the gold facts have ``meeting``: main for main, else by name or number."""
    if meeting.main:
        return next((each.key for each in extractions.meetings if each.main), "")
    names = {slug(name.value) for name in meeting.names}
    others = [each for each in extractions.meetings if not each.main]
    for each in others:
        if names & {slug(name.value) for name in each.names}:
            return each.key
    told_by = key_words(meeting.names[0].value)
    numbers = {stated.value for stated in meeting.ordinals}
    for each in others:
        alike = any(len(told_by & key_words(name.value)) > 2 for name in each.names)
        if alike or numbers & {stated.value for stated in each.ordinals}:
            return each.key
    return ""


def count_pairs(mentions: dict[Mention, str], same: Iterable[tuple[Mention, Mention]]) -> tuple[int, int, int]:
    """Pairs of mentions merged rightly, wrongly and not at all, of those that were read."""
    truth = {frozenset(pair) for pair in same}
    merged = {frozenset({a, b}) for (a, x), (b, y) in combinations(mentions.items(), 2) if x == y and a[0] != b[0]}
    there = {pair for pair in truth if all(mention in mentions for mention in pair)}
    return len(merged & truth), len(merged - truth), len(there - merged)


def same_people(extractions: list[Extractions]) -> list[tuple[Mention, Mention]]:
    named = [
        ((each.report, person.key), SAME_PEOPLE.get(person.name, person.name))
        for each in extractions
        for person in each.persons
    ]
    return [(a, b) for (a, x), (b, y) in combinations(named, 2) if x == y and a[0] != b[0]]


def test_people_that_were_read_are_merged_as_they_should_be(linked, read) -> None:
    right, wrong, missed = count_pairs(read[0], same_people(linked[0]))
    assert right > 150
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.95


def test_meetings_that_were_read_are_merged_as_they_should_be(read) -> None:
    right, wrong, missed = count_pairs(read[1], (tuple(sorted(pair)) for pair in SAME_MEETINGS))
    assert right >= 4
    assert (wrong, missed) == (0, 0)
