import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import MeetingKind


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        (
            "Twenty-two Heads of Customs gathered in Durban, South Africa, on 5 June 2014.",
            "meeting",
            MeetingKind.MEETING,
        ),
        ("On 8 July 2020 a letter of cooperation was signed by Mr. X.", "signing", MeetingKind.CEREMONY),
        ("Seven officials came on 12 March 2019; Mr. X received them.", "visit", MeetingKind.VISIT),
    ],
)
def test_meeting_name_told_by_a_verb(make_report, sentence, name, kind):
    [main] = analyse(make_report(sentence)).meetings
    assert (main.names[0].value, main.kind) == (name, kind)


@pytest.mark.parametrize(
    "sentence", ["Mr. X from China Customs has been with us since 3 May 2016.", "Heads of Customs gather every year."]
)
def test_other_news_has_no_event(make_report, sentence):
    assert analyse(make_report(sentence)).meetings == ()


def test_a_closing_ceremony_is_of_the_training_that_ended(make_report):
    report = make_report(
        ("title", "RTC Burkina Faso trains investigators"),
        ("dateline", "Ouagadougou, 14 April 2022"),
        "The training for investigators ended on 14 April 2022.",
        "The closing ceremony was chaired by the Director General.",
    )
    assert analyse(report).meetings[0].names[0].value == "training"


def test_a_round_table_with_a_date_is_an_event_of_its_own(make_report):
    report = make_report(
        ("title", "Botswana, Lesotho and Malawi compare notes"),
        ("dateline", "Gaborone, Botswana, 11-12 July 2018"),
        "The service was host to a round table of the AEO managers on 11-12 July 2018.",
        "Two people made opening remarks.",
    )
    assert analyse(report).meetings[0].names[0].value == "round table of the AEO managers"


def test_an_event_may_be_named_in_the_line_of_its_date(make_report):
    report = make_report(
        ("title", "RILO Caribbean looks at small craft"),
        ("dateline", "Webinar on Small Craft and Pleasure Boats, 12 October 2021"),
        "The webinar was organized by RILO Caribbean.",
    )
    assert analyse(report).meetings[0].names[0].value == "Webinar on Small Craft and Pleasure Boats"
