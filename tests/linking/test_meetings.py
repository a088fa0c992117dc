from __future__ import annotations

import pytest

from kg.linking import link, link_one
from kg.model import EntityKind


def slugs(linking) -> dict[str, str]:
    return {
        f"{report}/{key}": entity.slug
        for report, links in linking.links.items()
        for key, entity in links.entities.items()
        if entity.kind is EntityKind.MEETING
    }


def test_a_meeting_of_a_series_is_called_by_its_number(make) -> None:
    links = link_one(
        make.report("a", meetings=[make.meeting("18th Global Meeting of the Regional Entities", ordinal=18)])
    )
    assert links.entities["m1"].slug == "global-meeting-18"
    assert links.entities["m1"].series == links.series["m1"].slug == "global-meeting"


def test_one_number_of_one_series_is_one_meeting_under_two_names(make) -> None:
    linking = link(
        [
            make.report("a", meetings=[make.meeting("10th Global ROCB/RTC Meeting", ordinal=10, start="2015-02")]),
            make.report(
                "b", meetings=[make.meeting("10th ROCBs/RTCs/Vice Chairs Meeting", ordinal=10, start="2015-02-19")]
            ),
        ]
    )
    assert set(slugs(linking).values()) == {"global-meeting-10"}
    assert not linking.judgements


def test_the_next_meeting_is_the_one_that_a_later_report_describes(make) -> None:
    coming = make.meeting("next Global Meeting of Regional Entities", "m2", main=False, start="2024")
    held = make.meeting("18th Global Meeting", ordinal=18, start="2023-02-20")
    later = make.meeting(
        "19th Global Meeting for the Regional Entities", ordinal=19, start="2024-02-19", end="2024-02-20"
    )
    linking = link([make.report("a", meetings=[held, coming]), make.report("b", meetings=[later])])
    assert slugs(linking)["a/m2"] == slugs(linking)["b/m1"] == "global-meeting-19"
    assert [each.rule for each in linking.judgements] == ["series-date"]
    assert linking.links["a"].entities["m2"].label == "19th Global Meeting for the Regional Entities"


def test_the_next_meeting_stays_open_where_no_or_more_than_one_meeting_fits(make) -> None:
    coming = make.report("a", meetings=[make.meeting("next RTC Heads Meeting", start="2016", region="AP")])
    spring = make.meeting("13th RTC Heads Meeting", ordinal=13, start="2016-01-20", region="AP")
    winter = make.meeting("14th RTC Heads Meeting", ordinal=14, start="2016-12-07", region="AP")
    assert slugs(link([coming]))["a/m1"] == "ap-rtc-heads-2016"
    both = slugs(link([coming, make.report("b", meetings=[spring]), make.report("c", meetings=[winter])]))
    assert len(set(both.values())) == 3


def test_one_number_in_two_years_is_two_meetings(make) -> None:
    linking = link(
        [
            make.report("a", meetings=[make.meeting("17th Global Meeting", ordinal=17, start="2022-02-17")]),
            make.report("b", meetings=[make.meeting("17th Global Meeting", ordinal=17, start="2023-02-20")]),
        ]
    )
    assert len(set(slugs(linking).values())) == 2


def test_two_numbers_on_the_same_days_in_the_same_place_are_one_meeting(make) -> None:
    linking = link(
        [
            make.report(
                "a", meetings=[make.meeting("18th Global Meeting", ordinal=18, start="2023-02-20", city="Brussels")]
            ),
            make.report(
                "b", meetings=[make.meeting("17th Global Meeting", ordinal=17, start="2023-02-20", city="Brussels")]
            ),
        ]
    )
    assert len(set(slugs(linking).values())) == 1
    assert [each.rule for each in linking.judgements] == ["series-days"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (
            {"name": "TRAFFIC Consultative Workshop", "start": "2015-01-29", "city": "Bangkok"},
            {"name": "Consultative Workshop of TRAFFIC", "start": "2015-01-29", "city": "Bangkok"},
            True,
        ),
        (
            {"name": "TRAFFIC Consultative Workshop", "start": "2015-01-29", "city": "Bangkok"},
            {"name": "TRAFFIC Consultative Workshop", "start": "2015-01-29", "city": "Suva"},
            False,
        ),
        (
            {"name": "TRAFFIC Consultative Workshop", "start": "2015-01-29", "city": "Bangkok"},
            {"name": "Workshop on Post Clearance Audit", "start": "2015-01-29", "city": "Bangkok"},
            False,
        ),
        (
            {"name": "ROCB A/P’s 10th Anniversary Ceremony", "start": "2014-11-07", "city": "Bangkok"},
            {"name": "ROCB A/P’s 10th Anniversary ceremony", "start": "2014"},
            True,
        ),
        (
            {"name": "opening ceremony", "start": "2015-01-21"},
            {"name": "opening ceremony", "start": "2015-01-21"},
            True,
        ),
        ({"name": "opening ceremony", "start": "2015"}, {"name": "opening ceremony", "start": "2015"}, False),
        ({"name": "opening ceremony"}, {"name": "opening ceremony"}, False),
        (
            {"name": "Regional Workshop on Valuation", "start": "2015-01-21", "region": "AP"},
            {"name": "Regional Workshop on Valuation", "start": "2015-01", "region": "ESA"},
            False,
        ),
    ],
)
def test_meetings_beyond_series_by_days_place_and_name(make, left, right, same) -> None:
    linking = link(
        [make.report("a", meetings=[make.meeting(**left)]), make.report("b", meetings=[make.meeting(**right)])]
    )
    assert (len(set(slugs(linking).values())) == 1) is same


def test_what_one_report_tells_apart_stays_apart(make) -> None:
    meetings = [
        make.meeting("Council sessions", "m1", start="2010-06", region="GLOBAL"),
        make.meeting("Council sessions", "m2", main=False, start="2010-06", region="GLOBAL"),
    ]
    assert len(set(slugs(link([make.report("a", meetings=meetings)])).values())) == 2


def test_undated_meetings_of_one_name_have_slugs_of_their_own(make) -> None:
    reports = [make.report(each, meetings=[make.meeting("handover ceremony")]) for each in ("wco-a", "wco-b")]
    assert sorted(slugs(link(reports)).values()) == ["handover-ceremony-wco-a", "handover-ceremony-wco-b"]


def test_an_unlisted_series_is_named_as_most_reports_name_it(make) -> None:
    names = ["2nd Meeting of Training Managers", "3rd Meeting of Training Managers", "Training Managers’ 4th Meeting"]
    reports = [
        make.report(f"r{number}", meetings=[make.meeting(name, ordinal=number)]) for number, name in enumerate(names, 2)
    ]
    linking = link(reports)
    assert linking.links["r4"].series["m1"].label == "Meeting of Training Managers"
    assert linking.links["r4"].entities["m1"].slug == "meeting-of-training-managers-4"


def test_an_anniversary_comes_once_though_one_report_does_not_say_when(make) -> None:
    dated = make.report("r1", meetings=[make.meeting("ROCB A/P’s 10th Anniversary Ceremony", start="2014-11-07")])
    undated = make.report("r2", meetings=[make.meeting("10th Anniversary ceremony of the ROCB A/P", main=False)])
    other = make.report("r3", meetings=[make.meeting("ROCB A/P’s 20th Anniversary Ceremony", main=False)])
    linking = link([dated, undated, other])
    one, same, two = (linking.links[report].entities["m1"].slug for report in ("r1", "r2", "r3"))
    assert one == same != two
    assert [each.rule for each in linking.judgements] == ["anniversary"]
