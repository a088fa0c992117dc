import pytest

from kg.extraction import extract
from kg.extraction.meetings.analysis import analyse
from kg.reading import read_text

TITLE = ("title", "4th Regional Workshop on Valuation")


def place(report):
    main = analyse(report).meetings[0]
    return next((s.value for s in main.cities), None), next((s.value for s in main.countries), None)


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("The Workshop on Valuation was held in Nadi, Fiji.", ("Nadi", "FJ")),
        ("The Workshop on Valuation was held at Ha Long City, Viet Nam.", ("Ha Long City", "VN")),
        ("Suva, Fiji was where the Workshop on Valuation took place.", ("Suva", "FJ")),
        ("Rarotonga welcomed the Workshop on Valuation.", ("Rarotonga", "CK")),
        ("The Workshop on Valuation met at its Headquarters in Brussels.", ("Brussels", "BE")),
        ("RTC Budapest opened its doors for the Workshop on Valuation.", ("Budapest", "HU")),
        ("The Workshop on Valuation was given at the Royal Malaysian Customs Academy.", (None, "MY")),
        ("The Workshop on Valuation was given at the Shanghai Customs College.", ("Shanghai", "CN")),
        ("The Workshop on Valuation was held at the Grand Hall, Nadi, Fiji.", ("Nadi", "FJ")),
        ("Delegates filled the Convention Centre in Nadi, Fiji, for the Workshop on Valuation.", ("Nadi", "FJ")),
        ("Lesotho hosted the Workshop on Valuation.", (None, "LS")),
        ("The Workshop on Valuation started in the Jordanian capital Amman.", ("Amman", "JO")),
        (
            "The Workshop on Valuation was convened by the Secretariat, Brussels, Belgium, in Nadi, Fiji.",
            ("Nadi", "FJ"),
        ),
    ],
)
def test_meeting_place_is_read(make_report, sentence, where):
    assert place(make_report(TITLE, sentence)) == where


@pytest.mark.parametrize(
    "sentence",
    [
        "The Workshop on Valuation was prepared by the ROCB in Baku.",
        "Delegates from Fiji and Tonga came to the Workshop on Valuation.",
        "The Workshop on Valuation spoke of the Kyoto Convention.",
        "The head of RTC Budapest opened the Workshop on Valuation.",
        "Mr. X of Morocco came to the Workshop on Valuation.",
        "The Workshop on Valuation followed the Conference on Trade in Lima, Peru.",
        "The Workshop on Valuation was paid for by a project supported from London.",
        "The Workshop on Valuation met within earshot of the Victoria Falls.",
    ],
)
def test_a_place_of_something_else_is_not_the_events(make_report, sentence):
    assert place(make_report(TITLE, sentence)) == (None, None)


def test_meeting_place_is_the_datelines_first(make_report):
    report = make_report(TITLE, ("dateline", "3 May 2017, Nadi, Fiji"), "The workshop was held in Suva, Fiji.")
    assert place(report) == ("Nadi", "FJ")


@pytest.mark.parametrize("head", ["Suva, Fiji, 12 May 2017:", "SUVA.— "])
def test_a_place_before_the_first_sentence_of_a_newspaper_is_not_the_events(head):
    text = (
        f"Published by: Fiji\n\nQueues are to end\n\n{head} The 4th Workshop on Valuation began today in Apia, Samoa.\n"
    )
    main = extract(read_text(text, "r")).meetings[0]
    assert [stated.value for stated in main.cities][:1] == ["Apia"]


def test_a_line_with_nothing_but_a_place_heads_the_report(make_report):
    report = make_report(TITLE, ("title", "Customs House, Thimphu"), "The workshop was held on 3 May 2017.")
    assert place(report) == ("Thimphu", "BT")


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("The ROCB MENA paid a visit to the WCO Secretariat in Brussels.", "Brussels"),
        ("The ROCB MENA paid a visit to the WCO Secretariat to say what it needs for its start in Abu Dhabi.", None),
    ],
)
def test_a_place_that_visitors_speak_of_is_not_that_of_the_visit(make_report, sentence, city):
    visits = [each for each in analyse(make_report(TITLE, sentence)).meetings if not each.main]
    assert [stated.value for each in visits for stated in each.cities] == ([city] if city else [])


def test_a_dateline_after_the_event_says_where_the_news_was_written(make_report):
    report = make_report(
        TITLE,
        ("dateline", "Suva, Fiji, 12 May 2017"),
        "The Workshop on Valuation was held in Apia, Samoa, from 3 to 5 May 2017.",
    )
    assert place(report) == ("Apia", "WS")


def test_where_the_next_one_will_be_is_not_where_this_one_was():
    text = (
        "Published by: WCO\n\nQueues are to end\n\nThey spoke at the end of the 28th Governing Council of the East and "
        "Southern Africa region of the WCO, which ran from 25 to 26 May 2023.\n\nThe next one will be held in Suva.\n"
    )
    main = extract(read_text(text, "r")).meetings[0]
    assert not main.cities


def test_where_the_author_sits_is_not_where_the_event_was(make_report):
    report = make_report(
        TITLE,
        ("byline", "By Communications Desk, ROCB ESA, Nairobi"),
        "They met in Apia, Samoa, for the 4th Regional Workshop on Valuation.",
    )
    assert place(report) == ("Apia", "WS")


def test_where_the_chair_goes_is_not_where_the_event_was(make_report):
    report = make_report(
        ("title", "4th Regional Workshop on Valuation: Apia hands the chair to Suva"),
        "They met in Apia, Samoa, for the 4th Regional Workshop on Valuation.",
    )
    assert place(report) == ("Apia", "WS")


def test_a_country_with_its_article_is_a_place(make_report):
    report = make_report(TITLE, "The Workshop on Valuation took place at a university in the Netherlands.")
    assert place(report) == (None, "NL")


@pytest.mark.parametrize("away", ["half an hour from", "twenty km north of", "a short drive from"])
def test_a_city_at_a_distance_tells_the_country_alone(make_report, away):
    report = make_report(
        ("title", "4th Regional Workshop on Valuation"), f"The Workshop on Valuation was held in Zouma, {away} Rabat."
    )
    assert place(report) == (None, "MA")


def test_a_newspaper_writes_from_where_the_event_was(make_report):
    report = make_report(TITLE, ("byline", "By Larry Liza in Livingstone"), "The Workshop on Valuation was opened.")
    assert place(report) == ("Livingstone", "ZM")


def test_the_next_edition_of_a_book_is_not_to_come(make_report):
    report = make_report(
        TITLE,
        "At the House in Apia, Samoa, they read the next edition of the Harmonized System.",
        "The Workshop on Valuation went well.",
    )
    assert place(report) == ("Apia", "WS")
