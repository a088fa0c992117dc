import pytest

from kg.extraction import extract
from kg.extraction.meetings.analysis import analyse
from kg.reading import read_text

VALUATION = ("body", "The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017.")


def main_name(analysis):
    return analysis.meetings[0].names[0].value


def test_the_headline_decides_which_event_is_the_main_one(make_report):
    report = make_report(
        ("title", "Seminar on Origin for the Pacific"),
        "After the Conference on Trade of March 2017 a Seminar on Origin was held in Suva, Fiji on 3-5 May 2017.",
    )
    assert main_name(analyse(report)) == "Seminar on Origin for the Pacific"


def test_without_a_headline_the_first_dated_event_is_the_main_one(make_report):
    report = make_report(VALUATION, "A Seminar on Origin followed on 8 May 2017.")
    assert main_name(analyse(report)) == "4th Regional Workshop on Valuation"


@pytest.mark.parametrize(
    "title",
    [
        "Workshop on Valuation, back to back with the Seminar on Origin",
        "Workshop on Valuation; Seminar on Origin follows",
        "Workshop on Valuation in the margins of the Seminar on Origin",
    ],
)
def test_an_event_beside_another_is_not_the_main_one(make_report, title):
    report = make_report(("title", title), VALUATION, "The Seminar on Origin took place on 8 May 2017.")
    assert "Valuation" in main_name(analyse(report))


@pytest.mark.parametrize("when", ["to be held in Bali in April 2018", "which Indonesia will host in April 2018"])
def test_an_event_to_come_is_not_the_main_one(make_report, when):
    report = make_report(
        ("title", "Indonesia prepares"),
        f"On 4 May 2017 a meeting on logistics was held in Jakarta for the RHCA Conference {when}.",
    )
    assert "logistics" in main_name(analyse(report))


def test_a_visit_told_by_a_verb_may_be_the_main_event(make_report):
    report = make_report(
        ("title", "Talks in Daejeon"),
        ("dateline", "Daejeon, Korea, 17 October 2014"),
        "Mr. Igarashi visited the Korea Customs Service on 17 October 2014.",
    )
    assert main_name(analyse(report)) == "visit to the Korea Customs Service"


def test_a_committee_of_a_country_is_no_event(make_report):
    report = make_report(("title", "The State Customs Committee of Azerbaijan has a new Chairman"))
    assert analyse(report).meetings == ()


def test_an_event_of_which_news_is_told_later_is_the_main_one(make_report):
    report = make_report(
        ("title", "A pool of trainers is ready"),
        ("dateline", "Suva, Fiji, 12 May 2017"),
        "From 3 to 5 May the Regional Workshop on Rules of Origin was held.",
        "The ceremony of opening was simple.",
    )
    assert analyse(report).meetings[0].names[0].value == "Regional Workshop on Rules of Origin"


def test_where_an_idea_came_up_is_not_what_the_report_is_about():
    text = (
        "Published by: ROCB Europe\n\nROCB Europe and a university work together\n\n23 May 2019\n\n"
        "A Memorandum of Understanding was signed on 21 May 2019 in Sofia, Bulgaria. "
        "The signing ceremony was short.\n\n"
        "The idea goes back to a conversation at the PICARD Conference in Kuala Lumpur in December 2018.\n"
    )
    main = extract(read_text(text, "r")).meetings[0]
    assert (main.names[0].value, main.cities[0].value) == ("signing ceremony", "Sofia")


def test_where_something_had_been_done_before_is_not_what_the_report_is_about(make_report):
    report = make_report(
        "A handover ceremony took place at the ROCB ESA on 30 January 2017.",
        "Mr. Larry Liza had been selected by the Governing Council at its 21st Meeting (Mahé, Seychelles, May 2016).",
    )
    assert analyse(report).meetings[0].names[0].value == "handover ceremony"


def test_what_a_session_prepares_is_not_what_the_report_is_about(make_report):
    report = make_report(
        "The 19th session of the Committee of Experts was held from 23 to 26 April 2018.",
        "Its task was preparing the conference of the directors general.",
        "Money was the thorniest subject.",
        "All went home late.",
        "The papers go to the 24th Conference of Directors General, which Conakry receives in May 2018.",
    )
    assert analyse(report).meetings[0].names[0].value == "19th session of the Committee of Experts"


@pytest.mark.parametrize("words", ["to be examined at", "which will be presented to"])
def test_a_meeting_to_which_something_goes_is_not_what_the_report_is_about(make_report, words):
    report = make_report(
        ("title", "Director of the ROCB WCA pays working visit to Libreville"),
        "Mr. Larry Liza, Director of the ROCB WCA, stayed in Libreville, Gabon, from 27 to 29 June 2022.",
        f"Both sides drew up a list of needs, {words} the 27th Conference of Directors General of Customs.",
    )
    names = {name.value for meeting in analyse(report).meetings[:1] for name in meeting.names}
    assert "27th Conference of Directors General of Customs" not in names
