from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.find import find_offices
from kg.extraction.people.name_shapes import bare_name_end, clean_name
from kg.extraction.people.names import find_names
from kg.extraction.people.titles import find_titles
from kg.model import Span


def names_in(text, signed=()):
    offices = find_offices(text)
    return find_names(text, find_titles(text, offices, list(signed)), offices, list(signed))


@pytest.mark.parametrize(
    ("text", "name", "honorific", "rule"),
    [
        ("Mr. Norikazu KURAMOTO came", "Norikazu Kuramoto", "Mr.", "person.honorific"),
        ("welcomed by H.E. Mr. Rudy Villeda", "Rudy Villeda", "H.E. Mr.", "person.honorific"),
        ("Mr. Mikuriya’s speech", "Mikuriya", "Mr.", "person.honorific"),
        ("Mr. J. W. Shaver spoke", "J. W. Shaver", "Mr.", "person.honorific"),
        ("Mr. Larry Liza Jr. spoke", "Larry Liza Jr.", "Mr.", "person.honorific"),
        ("Mr. Larry MBA LIZA spoke", "Larry Mba Liza", "Mr.", "person.honorific"),
        ("Mr. Larry Liza MBA spoke", "Larry Liza", "Mr.", "person.honorific"),
        ("Mr. Kim (Korea) spoke", "Kim", "Mr.", "person.honorific"),
        ("ZHAO Meiling (Ms.)", "Zhao Meiling", "Ms.", "person.honorific-behind"),
        ("write to KIM Bo-ram (Ms.), Analyst", "Kim Bo-ram", "Ms.", "person.honorific-behind"),
        ("thanks to Ian Saunders", "Ian Saunders", "", "person.reference"),
        ("Director Yong Hwa Chung came", "Yong Hwa Chung", "", "person.after-title"),
        ("Rudy Villeda, the Superintendent, spoke", "Rudy Villeda", "", "person.before-title"),
        ("Rudy Villeda, who heads the office, spoke", "Rudy Villeda", "", "person.who-heads"),
        ("the Ambassador of Japan to Fiji Rudy Villeda", "Rudy Villeda", "", "person.after-title"),
        ("Young Jo of the ROCB A/P came", "Young Jo", "", "person.of-office"),
    ],
)
def test_a_person_is_found(text, name, honorific, rule):
    [mention] = names_in(text)
    assert (mention.kind, mention.form, mention.honorific, mention.rule) == (Kind.PERSON, name, honorific, rule)


@pytest.mark.parametrize(
    "text",
    [
        "the General spoke to the Major",
        "Deputy Director General of Customs",
        "Japan Customs and the World Bank",
        "Mr. and Mrs. are honorifics",
        "asked by Mr. Ms. and others",
        "Mr. CHAIR, thank you",
        "World Customs, Director",
        "the Secretary General Customs day",
        "in Korea, China and Viet Nam",
    ],
)
def test_what_only_looks_like_a_person_is_none(text):
    assert names_in(text) == []


def test_the_surname_alone_is_found_again():
    first, second = names_in("Mr. Norikazu KURAMOTO came. Later Kuramoto left for Kuramotoville and Post-Kuramoto.")
    assert (first.form, second.form, second.rule) == ("Norikazu Kuramoto", "Kuramoto", "person.again")


def test_the_second_of_a_pair_needs_no_honorific():
    first, second = names_in("Mr. James WONG and Alpha WONG attended it")
    assert (first.form, second.form, second.rule) == ("James Wong", "Alpha Wong", "person.continued")


def test_a_byline_is_a_name():
    text = "By Rudy Villeda\nThe office was full."
    [mention] = names_in(text, [Span(0, 15)])
    assert (mention.form, mention.rule) == ("Rudy Villeda", "person.signed")


@pytest.mark.parametrize(
    ("form", "name", "aliases"),
    [
        ("Norikazu KURAMOTO", "Norikazu Kuramoto", ()),
        ("Antoine MANGA MASSINA", "Antoine Manga Massina", ()),
        ("Dihego  SANTANA de OLIVEIRA", "Dihego Santana de Oliveira", ()),
        ("Taeil (Tae) KANG", "Taeil Kang", ("Taeil (Tae) KANG",)),
        ("Hae-yeong PAIK", "Hae-yeong Paik", ()),
    ],
)
def test_a_name_is_written_as_usual(form, name, aliases):
    assert clean_name(form) == (name, aliases)


@pytest.mark.parametrize(
    ("text", "end"),
    [("Rudy Villeda spoke", 12), ("Rudy spoke", -1), ("Rudy Director", -1), ("ROCB WCO", -1), ("the Rudy Villeda", -1)],
)
def test_a_bare_name_has_two_words_that_are_no_others(text, end):
    assert bare_name_end(text, 0, least=2) == end


WORDS = st.sampled_from(
    "Mr. Mrs Dr. H.E. Kunio Mikuriya KURAMOTO Kim Young-Moon de la al- and , . ( ) Director General of the WCO who"
    " heads Japan Customs N’Djamena 's J. A. \" “ by Head".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80), st.integers(0, 60))
def test_people_lie_in_the_text_in_order_without_overlap(text, end):
    mentions = names_in(text, [Span(0, min(end, len(text)))])
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.form and text[m.start : m.end].strip() == text[m.start : m.end] for m in mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ms. Ho Hall spoke", "Ho Hall"), ("Ms. Ho Green Customs", "Ho"), ("Mr. Liza West.", "Liza West")],
)
def test_some_words_are_surnames_behind_an_honorific(text, name):
    [mention] = find_names(text, [], [], [])
    assert mention.form == name


def test_an_honorific_begins_behind_the_title_of_a_post():
    [mention] = find_names("by Japan's Ambassador, H.E. Larry Liza", [], [], [])
    assert mention.honorific == "H.E."


def test_the_verb_of_a_headline_is_no_name():
    [first, second] = find_names("Mr. Liza Takes the Baton from Mr. Kuramoto", [], [], [])
    assert (first.form, second.form) == ("Liza", "Kuramoto")


def test_a_building_named_after_somebody_is_nobody():
    assert find_names("at the Sir Dawda Jawara International Conference Centre, Suva", [], [], []) == []


def test_a_name_may_begin_with_the_mark_of_a_stop():
    [mention] = find_names("The Chair, Ms. 'Ana Liza, spoke", [], [], [])
    assert mention.form == "'Ana Liza"


def test_an_office_or_a_country_in_brackets_is_no_nickname():
    assert [m.form for m in find_names("Ms. Ann Liza (Europol), Mr. Ho Liza (Fiji), spoke", [], [], [])] == [
        "Ann Liza",
        "Ho Liza",
    ]


def test_initials_may_stand_close_to_the_surname_and_have_two_letters():
    title = Mention(Kind.TITLE, 0, 16, "Director General")
    for name in ("B.Otgonjargal", "Sh. T. Yuldashev"):
        [mention] = find_names(f"Director General {name} opened it", [title], [], [])
        assert mention.form == name


def test_letters_behind_a_name_are_no_name():
    assert [m.form for m in find_names("by the Hon. Marcia Cox, Q.C., who spoke", [], [], [])] == ["Marcia Cox"]


def test_a_byline_of_a_reporter_without_name_is_nobody():
    assert find_names("By HERALD REPORTER", [], [], []) == []


@pytest.mark.parametrize("text", ["Pavel Novotny (General Directorate of Customs) spoke.", "Mr. Pavel Novotny spoke."])
def test_a_general_directorate_is_no_general(text):
    offices = find_offices(text)
    assert [name.form for name in find_names(text, find_titles(text, offices, []), offices, [])] == ["Pavel Novotny"]
