import pytest

from kg.extraction.meetings.analysis import analyse

MAIN = "The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017."


def counts(report):
    return [s.value for s in analyse(report).meetings[0].counts]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("About 40 representatives came.", [40]),
        ("Eighteen (18) administrations came, out of the twenty-three (23) in the region.", [18]),
        ("It was attended by 25 officers of 9 administrations.", [25, 9]),
    ],
)
def test_meeting_count_present_is_of_those_who_were_there(make_report, sentence, values):
    assert counts(make_report(MAIN, sentence)) == values


@pytest.mark.parametrize(
    "sentence",
    [
        "The centre has trained 300 officers since 2010.",
        "The organization consists of 184 Members.",
        "A study by experts was read.",
    ],
)
def test_people_elsewhere_are_not_counted(make_report, sentence):
    assert counts(make_report(MAIN, sentence)) == []
