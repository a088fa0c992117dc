import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extraction.offices.find import find_offices
from kg.extraction.people.titles import find_titles
from kg.model import Span

SINGULAR = [
    ("Mr. Kunio Mikuriya, Secretary General of the WCO", "Secretary General"),
    ("the Deputy Director General spoke", "Deputy Director General"),
    ("the Director of Capacity Building, spoke", "Director of Capacity Building"),
    ("the Minister of Finance and Economic Planning opened it", "Minister of Finance and Economic Planning"),
    ("the Minister of Finance and the guests", "Minister of Finance"),
    ("the Acting Comptroller of Customs, was there", "Acting Comptroller of Customs"),
    ("the Permanent Secretary came", "Permanent Secretary"),
    ("Head, Compliance and Facilitation, gave a talk", "Head, Compliance and Facilitation"),
]


@pytest.mark.parametrize(("text", "title"), SINGULAR)
def test_a_title_is_found_with_what_belongs_to_it(text, title):
    [mention] = find_titles(text, find_offices(text), [])
    assert (mention.form, mention.plural) == (title, False)
    assert text[mention.start : mention.end] == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Directors General of Customs met", "Director General of Customs"),
        ("two Program Managers came", "Program Manager"),
    ],
)
def test_several_have_the_singular_as_their_form(text, title):
    [mention] = find_titles(text, [], [])
    assert (mention.form, mention.plural) == (title, True)


@pytest.mark.parametrize("text", ["Directorship", "under-Director", "a director of customs", "Ministerial", "Headway"])
def test_part_of_a_word_is_no_title(text):
    assert find_titles(text, [], []) == []


def test_a_title_does_not_reach_into_an_organization():
    text = "the Director of Japan Customs spoke"
    [mention] = find_titles(text, find_offices(text), [])
    assert text[mention.start : mention.end] == "Director"


def test_a_line_under_a_signature_is_a_title_from_its_first_word_on():
    text = "Kunio Mikuriya\nTechnical Affairs Officer\n"
    line = Span(15, 40)
    [mention] = find_titles(text, [], [line])
    assert text[mention.start : mention.end] == "Technical Affairs Officer"


WORDS = st.sampled_from(
    "Director General Deputy Secretary Head Minister of Finance Customs the The and , . Acting in charge Capacity"
    " Building WCO Officer Officers Senior Japan Mr. Chair - (".split()
)


@example("Officers Officers Director", 18)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80), st.integers(0, 40))
def test_titles_lie_in_the_text_in_order_without_overlap(text, end):
    signed = [Span(0, min(end, len(text)))]
    mentions = find_titles(text, find_offices(text), signed)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert [m.start for m in mentions] == sorted({m.start for m in mentions})
    assert all(m.plural or m.form == " ".join(text[m.start : m.end].split()) for m in mentions)
