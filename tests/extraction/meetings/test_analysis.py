import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.meetings.analysis import analyse
from kg.model import Attribute, Mode, PartialDate, Region


def values(stated):
    return [s.value for s in stated]


def test_the_main_event_has_name_date_place_and_region(make_report):
    report = make_report(
        ("title", "Good practices of the A/P region discussed in Brussels"),
        ("dateline", "22-23 February 2018, Brussels, Belgium"),
        (
            "body",
            "Some 30 delegates came to the 13th Global Meeting of the Regional Entities on 22 and 23 February 2018.",
        ),
    )
    [main] = analyse(report).meetings
    assert main.main
    assert main.key == "m1"
    assert values(main.names) == ["13th Global Meeting of the Regional Entities"]
    assert values(main.ordinals) == [13]
    assert values(main.starts) == [PartialDate(2018, 2, 22)]
    assert values(main.ends) == [PartialDate(2018, 2, 23)]
    assert (values(main.cities), values(main.countries)) == (["Brussels"], ["BE"])
    assert values(main.regions) == [Region.GLOBAL]
    assert values(main.people) == [30]
    assert main.modes == ()


def test_the_ceremony_of_what_was_signed_is_the_main_event(make_report):
    report = make_report(
        ("title", "Offices sign a memorandum"),
        ("body", "Mr. Larry Liza and Ms. Ann Ho signed a memorandum in Suva, Fiji, on 14 March 2024."),
        ("body", "The signing ceremony was chaired by Mr. Ian Saunders."),
        ("body", "It was a fine day."),
        ("body", "Tea was served."),
        ("body", "The sun shone."),
        ("body", "It was quoted at the 5th Meeting of Training Managers in Paris."),
    )
    main, *others = analyse(report).meetings
    assert values(main.names)[0] == "signing ceremony"
    assert [values(other.names) for other in others] == [["5th Meeting of Training Managers"]]


def test_a_webinar_has_no_place(make_report):
    report = make_report(
        ("title", "Webinar on Rules of Origin for the Pacific Islands"),
        ("dateline", "5 August 2020, Webinar, hosted from Suva, Fiji"),
        (
            "body",
            "On 5 August 2020 the Webinar on Rules of Origin for the Pacific Islands brought six countries together.",
        ),
    )
    [main] = analyse(report).meetings
    assert values(main.modes) == [Mode.ONLINE]
    assert (main.cities, main.countries) == ((), ())


def test_a_missing_year_comes_from_the_day_of_publication(make_report):
    report = make_report(
        ("title", "Regional Conference of Directors General held"),
        ("body", "On 12-13 December the Regional Conference of Directors General was held in Lomé, Togo."),
        issued=PartialDate(2022, 1, 4),
    )
    [main] = analyse(report).meetings
    assert values(main.starts) == [PartialDate(2021, 12, 12)]
    assert (values(main.cities), values(main.countries)) == (["Lomé"], ["TG"])


def test_another_event_is_listed_where_its_date_or_place_is_stated(make_report):
    report = make_report(
        ("title", "4th Regional Workshop on Valuation"),
        ("body", "The 4th Regional Workshop on Valuation took place in Nadi, Fiji on 3-5 May 2017."),
        (
            "body",
            "It took up the RTC Heads Meeting (Hong Kong, China, December 2016) and a seminar on origin.",
        ),
    )
    analysis = analyse(report)
    [main, other] = analysis.meetings
    assert values(main.names) == ["4th Regional Workshop on Valuation"]
    assert values(other.names) == ["RTC Heads Meeting"]
    assert values(other.starts) == [PartialDate(2016, 12)]
    assert values(other.countries) == ["HK"]


def test_every_phrase_that_speaks_of_an_event_is_a_mention(make_report):
    report = make_report(
        ("title", "4th Regional Workshop on Valuation"),
        ("body", "The 4th Regional Workshop on Valuation took place in Nadi, Fiji on 3-5 May 2017."),
        ("body", "The workshop was opened by the Minister; a seminar on origin will follow, as at the last meeting."),
        ("body", "Everybody spoke well of the event and of training as such."),
    )
    mentions = [(report.quote(m.span), m.key) for m in analyse(report).mentions]
    assert mentions == [
        ("4th Regional Workshop on Valuation", "m1"),
        ("4th Regional Workshop on Valuation", "m1"),
        ("workshop", "m1"),
        ("seminar on origin", None),
        ("event", "m1"),
    ]


def test_a_report_without_event_has_no_meeting(make_report):
    report = make_report(("title", "A new web site"), ("body", "The ROCB has a new web site since 5 May 2017."))
    assert analyse(report).meetings == ()


@pytest.mark.parametrize("dateline", ["3 May 2017, Guam, USA", "2-5 May 2017, Guam, USA"])
def test_a_dateline_that_gives_the_first_day_or_the_same_days_contradicts_nothing(make_report, dateline):
    report = make_report(
        ("title", "2nd Regional Workshop on Valuation"),
        ("dateline", dateline.replace("3 May", "2 May")),
        ("body", "The 2nd Regional Workshop on Valuation was held on 2-5 May 2017 in Guam, USA."),
    )
    assert analyse(report).discrepancies == ()


def test_days_of_body_and_dateline_that_differ_are_a_discrepancy(make_report):
    report = make_report(
        ("title", "2nd Regional Workshop on Valuation"),
        ("dateline", "3-4 May 2017, Guam, USA"),
        ("body", "The 2nd Regional Workshop on Valuation was held on 2-5 May 2017 in Guam, USA."),
    )
    analysis = analyse(report)
    assert values(analysis.meetings[0].starts)[0] == PartialDate(2017, 5, 2)
    assert [(d.attribute, values(d.candidates)) for d in analysis.discrepancies] == [
        (Attribute.START, ["2017-05-02", "2017-05-03"]),
        (Attribute.END, ["2017-05-05", "2017-05-04"]),
    ]


LETTERS = "aMe tW,.(’)5–\nßİ"
PIECES = [
    "Meeting",
    "of the",
    "18th",
    "in Suva, Fiji",
    "on 3-5 May 2017",
    "the",
    "online",
    "visited",
    "Mr.",
    ",",
    "(",
    ")",
    "and",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet=LETTERS, max_size=6), max_size=40))
def test_any_text_gives_passages_inside_it(make_report, pieces):
    report = make_report(("title", " ".join(pieces[:8])), " ".join(pieces))
    analysis = analyse(report)
    position = 0
    for mention in analysis.mentions:
        assert position <= mention.span.start < mention.span.end <= len(report.text)
        position = mention.span.end
        assert mention.key is None or mention.key in {meeting.key for meeting in analysis.meetings}
    for meeting in analysis.meetings:
        assert meeting.passages
        assert meeting.names
        for stated in (
            *meeting.names,
            *meeting.starts,
            *meeting.ends,
            *meeting.cities,
            *meeting.regions,
            *meeting.people,
            *meeting.members,
        ):
            assert 0 <= stated.passage.span.start < stated.passage.span.end <= len(report.text)
            assert stated.passage.rule.startswith("meeting.")


@pytest.mark.parametrize(
    "piece",
    ["Meeting (", "online meeting ", "1-2 May, ", "Kenya, ", "visited Aaa ", "meeting of ", "A and ", ", ", "Mr. "],
)
def test_time_grows_with_the_text_and_not_faster(make_report, piece):
    repeated = piece * (100_000 // len(piece))
    sentences = [repeated[start : start + 4000] for start in range(0, len(repeated), 4000)]
    started = time.process_time()
    analyse(make_report(*sentences))
    assert time.process_time() - started < 5


def test_reading_twice_gives_the_same(make_report):
    report = make_report(
        ("title", "4th Regional Workshop on Valuation"), "The workshop was held in Nadi, Fiji on 3 May 2017."
    )
    assert analyse(report) == analyse(report)


def test_an_event_named_far_down_is_not_the_main_one_of_another_that_is_told_of(make_report):
    report = make_report(
        ("title", "Paraguay opens a school"),
        "On 20 August 2024 the training centre was inaugurated in Asunción, Paraguay.",
        *("It is a fine house.",) * 5,
        "From 21 to 23 August 2024 it was used for the Regional Workshop on Audit.",
    )
    assert [meeting.names[0].value for meeting in analyse(report).meetings] == [
        "inauguration",
        "Regional Workshop on Audit",
    ]
