import pytest

from kg.extraction.meetings.analysis import analyse

MAIN = "The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017."


def counts(report):
    main = analyse(report).meetings[0]
    return [s.value for s in main.people], [s.value for s in main.members]


@pytest.mark.parametrize(
    ("sentence", "people", "members"),
    [
        ("About 40 representatives came.", [40], []),
        ("Eighteen (18) administrations came, out of the twenty-three (23) in the region.", [], [18]),
        ("It was attended by 25 officers of 9 administrations.", [25], [9]),
        ("Some 40 officials have come from the region.", [40], []),
        ("It brought together the Heads of all 10 RTCs.", [], []),
        ("All 6 RTCs sent delegates.", [], []),
    ],
)
def test_meeting_count_present_is_of_those_who_were_there(make_report, sentence, people, members):
    assert counts(make_report(MAIN, sentence)) == (people, members)


@pytest.mark.parametrize(
    "sentence",
    [
        "The centre has trained 300 officers since 2010.",
        "The organization consists of 184 Members.",
        "All 33 Members of the region belong to the network, which met here.",
        "Some 33 Members are part of the network, which met here.",
        "More than 700 officials from the region have completed its courses so far.",
        "With this workshop 700 experts have been trained to date.",
        "A study by experts was read.",
        "Two people shared the chair: a representative of the host and one of the region.",
    ],
)
def test_people_elsewhere_and_some_of_those_present_are_not_counted(make_report, sentence):
    assert counts(make_report(MAIN, sentence)) == ([], [])
