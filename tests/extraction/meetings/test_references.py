import pytest

from kg.extraction.meetings.analysis import analyse

MAIN = "The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017."


def last_mention(report):
    mention = analyse(report).mentions[-1]
    return report.quote(mention.span), mention.key


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Mr. X opened the workshop.", "workshop"),
        ("The event was opened by Mr. X.", "event"),
        ("Mr. X chaired this meeting.", "meeting"),
        ("Mr. X joined a panel.", "panel"),
        ("In the seminar Mr. X spoke.", "seminar"),
        ("Mr. X opened the 4th Regional Workshop.", "4th Regional Workshop"),
        ("Mr. X opened the Nadi workshop.", "Nadi workshop"),
    ],
)
def test_a_phrase_that_points_back_is_the_main_event(make_report, sentence, words):
    assert last_mention(make_report(MAIN, sentence)) == (words, "m1")


@pytest.mark.parametrize("sentence", ["A Seminar on Origin is planned.", "Mr. X had been at the Conference on Trade."])
def test_another_event_is_not_the_main_one(make_report, sentence):
    assert last_mention(make_report(MAIN, sentence))[1] is None


@pytest.mark.parametrize(
    "sentence", ["Workshops are useful.", "They want more training.", "In the course of time it grew."]
)
def test_words_that_stand_for_no_event_are_no_mention(make_report, sentence):
    assert last_mention(make_report(MAIN, sentence)) == ("4th Regional Workshop on Valuation", "m1")


def test_a_second_listed_event_is_pointed_to_by_its_kind(make_report):
    report = make_report(MAIN, "A handover ceremony was arranged by RTC Thailand.", "At the ceremony Dr. Kang spoke.")
    assert last_mention(report) == ("ceremony", "m2")


def test_an_opening_ceremony_without_a_chair_of_its_own_is_part_of_the_event(make_report):
    assert last_mention(make_report(MAIN, "Mr. X spoke at the opening ceremony.")) == ("opening ceremony", "m1")


@pytest.mark.parametrize("phrase", ["the virtual meeting", "the online meeting"])
def test_how_people_met_tells_no_meeting_from_another(stated, phrase):
    read = stated(f"The 5th Meeting of Heads was held on 7 May 2023. Mr. Larry Liza opened {phrase}.", "5th Meeting")
    assert {(role, meeting) for _, role, meeting in read.roles} == {("opening", "5th Meeting of Heads")}
