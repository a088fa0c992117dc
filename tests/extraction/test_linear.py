"""No text takes more than its length: what grows with the square of it is found by counting, or never ends."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction import extract
from kg.extraction.offices.find import find_offices
from kg.extraction.people.names import find_names
from kg.extraction.people.titles import find_titles
from kg.extraction.places.find import find_places
from kg.model import Span
from kg.reading import read_text

UNITS = {
    "commas": ", ",
    "commas alone": ",",
    "brackets": "(",
    "brackets around words": "(Customs) ",
    "honorifics": "Mr. ",
    "names": "Mr. Kunio Mikuriya, ",
    "names joined": "Mr. Kunio Mikuriya and ",
    "lines of names": "Mr. Kunio Mikuriya\n",
    "one word": "A",
    "initials": "A ",
    "dots": "A.",
    "hyphens": "A-",
    "slashes": "A/",
    "apostrophes": "A'",
    "blanks": " ",
    "articles": "The ",
    "acronyms": "XQZ ",
    "acronyms in brackets": "(SCC) ",
    "structures": "ROCB ",
    "regions": "WCO Asia/Pacific Region ",
    "customs": "Customs ",
    "capitals": "Fiji Revenue ",
    "heads": "Service of ",
    "colleges": "the College ",
    "titles": "Director of the ",
    "titles alone": "Deputy ",
    "countries": "Japan, ",
    "possessives": "Japan's ",
    "cities": "Suva, Fiji (",
    "particles": "Dihego de la ",
    "items": "- Japan Customs\n",
    "digits": "1",
    "dates": "1 to 2 May ",
    "meetings": "18th Global Meeting of the ",
    "sentences": "Mr. Kunio Mikuriya chaired the Meeting. ",
    "quotes": "“",
    "symbols": "\ue001\ue002 ",
}


def spans_of(value: object) -> list[Span]:
    """All spans anywhere within a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, (tuple, list)):
        return [span for item in value for span in spans_of(item)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [span for field in dataclasses.fields(value) for span in spans_of(getattr(value, field.name))]
    return []


def assert_valid(text: str) -> None:
    report = read_text(text, "any.txt")
    extractions = extract(report)
    assert all(0 <= span.start < span.end <= len(report.text) for span in spans_of(extractions))
    people, offices = {p.key for p in extractions.persons}, {o.key for o in extractions.offices}
    meetings = {m.key for m in extractions.meetings}
    assert all(post.person in people and (not post.office or post.office in offices) for post in extractions.posts)
    assert all(p.agent in people | offices and p.meeting in meetings for p in extractions.participations)


def text_of(unit: str, length: int) -> str:
    """As many times the unit as the length holds, below a title."""
    return "Report of the meeting:\n" + unit * (length // len(unit))


@pytest.fixture(scope="module", autouse=True)
def tables() -> None:
    """The tables are read before anything is counted."""
    assert_valid("Mr. Kunio Mikuriya, Secretary General of the WCO, chaired the Meeting in Suva, Fiji on 2 May 2010.")


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_four_times_the_text_is_four_times_the_work(unit, lines_run):
    short, long = (read_text(text_of(unit, length), "any.txt") for length in (6_000, 24_000))
    extract(long)  # what is kept for later texts is kept now
    assert lines_run(lambda: extract(long)) < 6 * lines_run(lambda: extract(short)) + 5_000


NEW_NAMES = {
    "visits": "Mr. {name} visited the {name} Customs. ",
    "people of one office": "{name} Mikuriya of the WCO. ",
    "directors of the last office": "Mr. {name}, its Director, spoke. ",
    "vice-chairs of the last region": "Mr. {name}, Vice-Chair of the region, spoke. ",
    "chairs": "Mr. {name} chaired it. ",
    "lines": "{name} Mikuriya\n",
}


def text_of_new_names(unit: str, length: int) -> str:
    """The same with another name in each unit."""
    letters = "abcdefghij"
    numbers = (f"{number:05}" for number in range(length // len(unit)))
    names = ("N" + "".join(letters[int(digit)] for digit in number) for number in numbers)
    return "Report of the meeting:\n" + "".join(unit.format(name=name) for name in names)


@pytest.mark.parametrize("unit", NEW_NAMES.values(), ids=NEW_NAMES.keys())
def test_four_times_as_many_names_are_four_times_the_work(unit, lines_run):
    short, long = (read_text(text_of_new_names(unit, length), "any.txt") for length in (6_000, 24_000))
    extract(long)  # what is kept for later texts is kept now
    assert lines_run(lambda: extract(long)) < 6 * lines_run(lambda: extract(short)) + 5_000


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_the_recognisers_come_to_the_end_of_a_long_text(unit):
    text = text_of(unit, 50_000)
    offices = find_offices(text)
    titles = find_titles(text, offices, [])
    for mention in (*offices, *titles, *find_names(text, titles, offices, [])):
        assert 0 <= mention.start < mention.end <= len(text)
    assert all(place.span.end <= len(text) for place in find_places(text))


BEHIND_A_NAME = [
    *(
        " of ",
        " from ",
        ", who ",
        ", who is ",
        ", as ",
        " as ",
        ", ",
        " (",
        ", Head of ",
        " and ",
        " and the ",
        ", until ",
    ),
    *(
        " is ",
        " was ",
        ", whose ",
        " presented the ",
        " spoke on ",
        ", for ",
        " on behalf of ",
        "'s ",
        ", where he is ",
    ),
    " presented a report, and Ms. Ann Ho the ",
]


@pytest.mark.parametrize("long", ["a" * 4_000, "a " * 2_000, "a-" * 2_000], ids=["word", "words", "hyphens"])
@pytest.mark.parametrize("words", BEHIND_A_NAME)
def test_the_reader_comes_to_the_end_of_what_stands_behind_a_name(words, long):
    assert_valid(f"Report of the meeting:\nMr. Kunio Mikuriya{words}{long} spoke, and Mr. Larry Liza closed it.")


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_odd_text_gives_valid_extractions(unit):
    assert_valid(text_of(unit, 6_000))


PIECES = st.sampled_from(
    [
        *UNITS.values(),
        "chaired ",
        "gave the keynote ",
        "of the ",
        "who ",
        "visit to ",
        ": ",
        "\n",
        "\n- ",
        ". ",
        " and ",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=60).map("".join))
def test_any_text_gives_valid_extractions(text):
    assert_valid(f"The report\n\n{text}")
