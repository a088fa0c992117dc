import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import Attribute


def found(report):
    return [(d.attribute, [stated.value for stated in d.candidates]) for d in analyse(report).discrepancies]


def test_headline_and_body_number_the_meeting_differently(make_report):
    report = make_report(
        ("title", "18th Global Meeting of the Regional Entities"),
        "The 17th Global Meeting of the Regional Entities was held in Brussels on 2-3 March 2023.",
    )
    [discrepancy] = analyse(report).discrepancies
    assert (discrepancy.about, discrepancy.attribute) == ("m1", Attribute.ORDINAL)
    assert [stated.value for stated in discrepancy.candidates] == ["18", "17"]
    assert discrepancy.reason == (
        "The headline says 18, the body says 17; the headline is adopted, because a headline is written for the event "
        "alone."
    )


def test_a_double_session_contradicts_nothing(make_report):
    report = make_report(
        ("title", "127th/128th Sessions of the WCO Council"),
        "The 127th/128th Sessions of the WCO Council were held in Brussels on 23-25 June 2016.",
    )
    assert found(report) == []


def test_dateline_and_body_give_days_that_cannot_both_be_true(make_report):
    report = make_report(
        ("title", "Regional Workshop on Valuation"),
        ("dateline", "Suva, Fiji, 4-6 May 2017"),
        "The Regional Workshop on Valuation was held in Suva on 3-5 May 2017.",
    )
    assert found(report) == [
        (Attribute.START, ["2017-05-03", "2017-05-04"]),
        (Attribute.END, ["2017-05-05", "2017-05-06"]),
    ]
    assert analyse(report).discrepancies[0].reason == (
        "The body says 2017-05-03, the dateline says 2017-05-04; the body is adopted, because it tells of the event in "
        "full."
    )


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        ("Suva, Fiji, 3-5 May 2017", "was held in Suva on 3-5 May 2017."),
        ("Suva, Fiji, 3 May 2017", "was held in Suva on 3-5 May 2017."),
        ("Suva, Fiji, 3-5 May 2017", "was held in Suva in May 2017."),
        ("Suva, Fiji, May 2017", "was held in Suva on 3-5 May 2017."),
    ],
    ids=["the same", "the first day alone", "a month in the body", "a month in the dateline"],
)
def test_days_that_can_both_be_true_contradict_nothing(make_report, dateline, body):
    report = make_report(
        ("title", "Regional Workshop on Valuation"),
        ("dateline", dateline),
        f"The Regional Workshop on Valuation {body}",
    )
    assert found(report) == []


def test_dateline_and_body_name_cities_of_two_countries(make_report):
    report = make_report(
        ("title", "Regional Workshop on Valuation"),
        ("dateline", "Suva, Fiji, 3-5 May 2017"),
        "The Regional Workshop on Valuation was held in Apia, Samoa on 3-5 May 2017.",
    )
    assert found(report) == [(Attribute.CITY, ["Suva", "Apia"])]


@pytest.mark.parametrize("place", ["Suva", "Nadi, Fiji", "Suva, Fiji and in Apia, Samoa"])
def test_places_that_can_both_be_true_contradict_nothing(make_report, place):
    report = make_report(
        ("title", "Regional Workshop on Valuation"),
        ("dateline", "Suva, Fiji, 3-5 May 2017"),
        f"The Regional Workshop on Valuation was held in {place} on 3-5 May 2017.",
    )
    assert found(report) == []
