"""Linking over the gold facts: who and what is one across the reports, told pair by pair."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from kg.linking import link

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
def linked(shared: Path, read_gold):
    extractions = [read_gold(path)[1] for path in sorted((shared / "reports" / "gold").glob("*.json"))]
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
