import pytest

from kg.extraction.meetings.names import find_events


def name_in(text):
    """The name of the first event of a text."""
    return find_events(text, 0, len(text))[0].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Workshop on Customs Valuation, Origin and Classification was held",
         "Workshop on Customs Valuation, Origin and Classification"),
        ("a workshop on risk management attended by 30 officers", "workshop on risk management"),
        ("the Seminar on “Data Analysis for Effective Border Management” took place",
         "Seminar on “Data Analysis for Effective Border Management”"),
        ("the Global Meeting of the Regional Entities established by the Members ran",
         "Global Meeting of the Regional Entities established by the Members"),
        ("the Conference for the Asia/Pacific Region was opened", "Conference for the Asia/Pacific Region"),
        ("the Regional Heads of Customs Administrations Conference (RHCA) was opened",
         "Regional Heads of Customs Administrations Conference (RHCA)"),
        ("the Workshop in the Asia/Pacific Region was held", "Workshop in the Asia/Pacific Region"),
        ("a seminar to mark the 10th anniversary", "seminar"),
        ("closed the workshop on the afternoon of March 26", "workshop"),
        ("closed the workshop on the last day", "workshop"),
        ('the Regional Workshop "CENcomm for analysts" ended', 'Regional Workshop "CENcomm for analysts"'),
        ("the meeting between Customs and Trade was useful", "meeting between Customs and Trade"),
        ("a visit to the Korea Customs Service was paid", "visit to the Korea Customs Service"),
    ],
)  # fmt: skip
def test_the_name_goes_on_over_what_the_event_is_of(text, name):
    assert name_in(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Regional Workshop on Monday was held", "Regional Workshop"),
        ("the Regional Workshop on 5 May was held", "Regional Workshop"),
        ("the Regional Workshop in Suva, Fiji was held", "Regional Workshop"),
        ("the Regional Workshop in May was held", "Regional Workshop"),
        ("the Regional Workshop (Suva, Fiji) was held", "Regional Workshop"),
        ("the Regional Workshop (3-5 May 2017) was held", "Regional Workshop"),
        ("the Regional Workshop for delegates invited by Japan", "Regional Workshop"),
        ("the Regional Workshop on Valuation, Fiji", "Regional Workshop on Valuation"),
        ("the Regional Workshop on Valuation, which Mr. Mikuriya opened", "Regional Workshop on Valuation"),
        ("the Regional Workshop on Valuation and it was good", "Regional Workshop on Valuation"),
        ("the Regional Workshop on Transit organized by the OCO", "Regional Workshop on Transit"),
        ("the Regional Workshop on Valuation; Origin", "Regional Workshop on Valuation"),
    ],
)
def test_dates_places_and_remarks_are_no_part_of_the_name(text, name):
    assert name_in(text) == name


def test_a_quotation_that_is_never_closed_ends_before_its_mark():
    assert "“" not in name_in("the Seminar on “Data " + "and more data " * 20)
