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
