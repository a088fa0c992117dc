import pytest

from kg.extraction.places.regions import find_regions, foreign_organizer, global_event, region_of_country
from kg.model import Region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("the A/P region", Region.AP),
        ("Asia and the Pacific", Region.AP),
        ("the WCO East and Southern Africa region", Region.ESA),
        ("of the West and Central Africa (WCA) Region".replace(" (WCA)", ""), Region.WCA),
        ("for the Americas/Caribbean", Region.AMS),
        ("North of Africa, Near and Middle East", Region.MENA),
        ("the Governing Council", Region.ESA),
    ],
)
def test_meeting_region_names_are_read(text, region):
    assert find_regions(text, 0, len(text))[0].region is region


@pytest.mark.parametrize(
    "text", ["the capital of the country", "an APPLE", "WCAG", "the R/AP", "a European-style dinner"]
)
def test_what_is_no_region_is_not_read(text):
    assert [m for m in find_regions(text, 0, len(text)) if m.official] == []


def test_meeting_region_global_is_for_events_of_the_whole():
    assert global_event("18th Global Meeting of the Regional Entities") is not None
    assert global_event("12th WCO Annual PICARD Conference") is not None
    assert global_event("Regional Workshop on Trade") is None


@pytest.mark.parametrize(
    "name", ["21st Oceania Customs Organisation Annual Conference", "CAREC workshop", "TRAFFIC Consultative Workshop"]
)
def test_another_organizations_event_is_told_by_its_name(name):
    assert foreign_organizer(name)


@pytest.mark.parametrize(
    "name", ["WCO/JICA Joint Webinar", "Sub-Regional Workshop for ASEAN Members", "Workshop on Trade"]
)
def test_an_event_with_or_for_others_may_be_the_wcos(name):
    assert not foreign_organizer(name)


def test_a_member_belongs_to_its_region():
    assert region_of_country("ZM") is Region.ESA
    assert region_of_country("GU") is None
