import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.cast import Cast


def cast_of(*forms):
    """The people of mentions in this order; a form may be (honorific, name)."""
    mentions = []
    for place, form in enumerate(forms):
        honorific, name = form if isinstance(form, tuple) else ("", form)
        mentions.append(Mention(Kind.PERSON, 10 * place, 10 * place + 5, name, honorific=honorific))
    return Cast(mentions), mentions


def keys(*forms):
    return [mention.key for mention in cast_of(*forms)[1]]


def test_a_surname_belongs_to_the_full_name():
    assert keys("Kunio Mikuriya", "Mikuriya", "Ian Saunders", "Saunders", "Kunio") == ["p1", "p1", "p2", "p2", "p1"]


@pytest.mark.parametrize("title", ["Deputy Comptroller-General", "Assistant Comptroller-General"])
def test_a_title_alone_is_not_the_deputys(title):
    cast, mentions = cast_of("Kunio Mikuriya")
    cast.give_title(mentions[0].key, title)
    assert cast.titled("Comptroller-General") == []
    assert [figure.name for figure in cast.titled(title)] == ["Kunio Mikuriya"]


def test_the_surname_before_the_full_name_belongs_to_it_too():
    cast, mentions = cast_of("Mikuriya", "Kunio Mikuriya")
    assert [m.key for m in mentions] == ["p1", "p1"]
    assert cast.figures[0].name == "Kunio Mikuriya"


def test_of_two_with_one_surname_the_one_named_last_is_meant():
    assert keys("James Wong", "Alpha Wong", "James Wong", "Wong") == ["p1", "p2", "p1", "p1"]


def test_the_honorific_tells_who_is_meant():
    forms = ("Mr.", "James Wong"), ("Ms.", "Alpha Wong"), ("Mr.", "Wong"), ("Ms.", "Wong")
    assert keys(*forms) == ["p1", "p2", "p1", "p2"]


def test_accents_hyphens_and_further_names_make_no_other_person():
    assert keys("Ricardo Treviño Chapa", "Ricardo Trevino", "Tae-il Kang", "Tae il Kang") == ["p1", "p1", "p2", "p2"]


def test_full_names_that_differ_in_a_word_are_two_people():
    assert keys("Pranab Kumar Das", "Pranab Roy Das") == ["p1", "p2"]


def test_the_fullest_name_is_the_persons():
    cast, _ = cast_of("Pranab Das", "Pranab Kumar Das")
    assert [figure.name for figure in cast.figures] == ["Pranab Kumar Das"]
    assert cast.by_key("p1") is cast.figures[0]


def test_a_title_alone_means_the_only_one_who_has_it():
    cast, _ = cast_of("Kunio Mikuriya", "Ian Saunders")
    cast.give_title("p1", "Secretary General")
    cast.give_title("p2", "Director of Capacity Building")
    assert [f.key for f in cast.titled("Secretary-General")] == ["p1"]
    assert [f.key for f in cast.titled("Director of Capacity Building")] == ["p2"]
    assert [f.key for f in cast.titled("Director")] == ["p2"]
    assert cast.titled("Minister") == []
    cast.give_title("p2", "secretary general")
    assert [f.key for f in cast.titled("Secretary General")] == ["p1", "p2"]


def test_a_general_title_at_the_end_of_another_means_nobody():
    cast, _ = cast_of("Kunio Mikuriya", "Ian Saunders")
    cast.give_title("p1", "Deputy Director General")
    cast.give_title("p2", "Customs Attaché")
    assert cast.titled("Director General") == []
    assert [f.key for f in cast.titled("Attaché")] == ["p2"]


@given(st.lists(st.sampled_from(["A B", "B A C", "A", "C D", "D", "B", "Á B", "E-F", "F"]), max_size=14))
def test_every_mention_is_of_one_person_in_the_order_of_the_text(forms):
    cast, mentions = cast_of(*forms)
    firsts = list(dict.fromkeys(m.key for m in mentions))
    assert firsts == [f"p{number}" for number in range(1, len(cast.figures) + 1)]
    for figure in cast.figures:
        assert figure.mentions == [m for m in mentions if m.key == figure.key]
    assert keys(*forms) == [m.key for m in mentions]
