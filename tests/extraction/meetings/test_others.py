import pytest

from kg.extraction.meetings.analysis import analyse

MAIN = "The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017."


def others(report):
    return [m.names[0].value for m in analyse(report).meetings[1:]]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It used the results of the RTC Heads Meeting in Shanghai, China.", "RTC Heads Meeting"),
        ("Papers came from the 2nd Meeting of Training Managers.", "2nd Meeting of Training Managers"),
        ("The Capacity Building Committee sits on 8-10 June 2017.", "Capacity Building Committee"),
        ("The opening ceremony was chaired by the Minister of Finance.", "opening ceremony"),
        ("A handover ceremony was arranged by RTC Thailand.", "handover ceremony"),
    ],
)
def test_meeting_name_other_is_listed_with_a_fact_of_it(make_report, sentence, name):
    assert others(make_report(MAIN, sentence)) == [name]


@pytest.mark.parametrize("part", ["the closed session of the Members", "the session on revenue"])
def test_a_session_within_the_meeting_is_no_other(make_report, part):
    assert others(make_report(MAIN, f"He spoke in {part} on 4 May 2017.")) == []


@pytest.mark.parametrize(
    ("sentence", "ordinals"),
    [
        ("The trees recall the ROCB A/P’s 10th Anniversary Ceremony.", []),
        ("Papers came from the 2nd Meeting of Training Managers.", [2]),
    ],
)
def test_meeting_ordinal_name_of_another_event_counts_no_years(make_report, sentence, ordinals):
    [_, other] = analyse(make_report(MAIN, sentence)).meetings
    assert [stated.value for stated in other.ordinals] == ordinals


@pytest.mark.parametrize(
    "sentence",
    [
        "It used the results of an earlier Workshop on TFA.",
        "The Policy Commission of December was mentioned.",
        "Mr. X spoke at the opening ceremony.",
        "Training, courses and workshops were discussed.",
        "Guests spoke of the 30th Anniversary of the RILO.",
    ],
)
def test_an_event_without_a_fact_is_not_listed(make_report, sentence):
    assert others(make_report(MAIN, sentence)) == []


def test_another_event_was_in_the_year_of_the_main_one_where_nothing_else_is_told(make_report):
    report = make_report(MAIN, "Two colleagues took part in the National Workshop on the Data Model (13-16 March).")
    assert [str(date.value) for date in analyse(report).meetings[1].starts] == ["2017-03-13"]
