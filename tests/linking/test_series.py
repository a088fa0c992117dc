from __future__ import annotations

import pytest

from kg.linking.series import name_without_number, series_of


@pytest.mark.parametrize(
    ("name", "region", "slug"),
    [
        ("18th Global Meeting of the Regional Entities established by the WCO Members", "GLOBAL", "global-meeting"),
        ("10th ROCBs/RTCs/Vice Chairs Meeting", "GLOBAL", "global-meeting"),
        ("7th Informal Meeting of the WCO ROCBs/RTCs", None, "global-meeting"),
        ("15th Global Meeting of the WCO Regional Structures", None, "global-meeting"),
        ("next Global Meeting of Regional Entities", None, "global-meeting"),
        ("16th Meeting of the Heads of the WCO A/P Regional Training Center (RTC)", None, "ap-rtc-heads"),
        ("RTC Heads Meeting", "AP", "ap-rtc-heads"),
        ("Global RILO Meeting", "AP", "global-rilo-meeting"),
        ("ESA RTC Heads meeting", "ESA", "esa-rtc-heads"),
        ("2nd Meeting of the Heads of Asia/Pacific WCO Regional Customs Laboratory (RCL)", "AP", "ap-rcl-heads"),
        ("18th WCO Asia/Pacific Regional Heads of Customs Administration (RHCA) Conference", "AP", "rhca"),
        ("Asia-Pacific Heads of Customs meeting", "AP", "rhca"),
        ("7th ROCB-RTCs-Vice Chairs’ Office Meeting in the Europe Region", "EUR", "europe-regional-structures"),
        ("19th Annual Conference of the Oceania Customs Organisation (OCO)", None, "oco-conference"),
        ("21st Oceania Customs Organisation Annual Conference", None, "oco-conference"),
        ("127th/128th Sessions of the WCO Council", "GLOBAL", "wco-council"),
        ("13th Meeting of the Committee of Experts of the Conference of Directors General", "WCA", "wca-experts"),
        ("16th Conference of Directors General", "WCA", "wca-directors-general"),
    ],
)
def test_listed_series(make, name: str, region: str | None, slug: str) -> None:
    found = series_of(make.meeting(name, region=region))
    assert found is not None
    assert found.listed is not None
    assert found.listed.slug == slug


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("RTC Heads Meeting", None),
        ("Green Customs Global Conference", "GLOBAL"),
        ("visit to the ROCB A/P", "AP"),
        ("2nd meeting", "EUR"),
    ],
)
def test_no_series(make, name: str, region: str | None) -> None:
    assert series_of(make.meeting(name, region=region)) is None


def test_the_host_country_tells_the_region_but_not_where_all_regions_meet(make) -> None:
    assert series_of(make.meeting("RTC Heads Meeting", country="HK")).key == ("ap-rtc-heads",)
    assert series_of(make.meeting("RTC Heads Meeting", country="BE")) is None


def test_an_ordinal_makes_an_unlisted_series_of_the_name_and_the_region(make) -> None:
    first = series_of(make.meeting("2nd Meeting of Training Managers", ordinal=2, region="WCA"))
    assert first == series_of(make.meeting("Training Managers’ Third Meeting", ordinal=3, region="WCA"))
    assert first != series_of(make.meeting("2nd Meeting of Training Managers", ordinal=2, region="AP"))
    assert series_of(make.meeting("Meeting of Training Managers", region="WCA")) is None


@pytest.mark.parametrize("name", ["2nd Informal Virtual Meeting", "10th Anniversary Ceremony of ROCB A/P"])
def test_an_ordinal_with_a_name_that_says_little_makes_no_series(make, name: str) -> None:
    assert series_of(make.meeting(name, ordinal=2)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("XXth Regional Conference", "Regional Conference"),
        ("Twenty-Sixth Session", "Session"),
        ("the10th meeting of 2019", "the10th meeting of"),
        ("127th/128th Sessions", "Sessions"),
        ("First Meeting on HS 2012", "Meeting on HS"),
        ("Meeting of the Tenthouse", "Meeting of the Tenthouse"),
    ],
)
def test_name_without_number(name: str, expected: str) -> None:
    assert name_without_number(name) == expected
