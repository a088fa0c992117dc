import pytest

from kg.extraction.places.table import countries, entries_by_form, place_words


def test_a_city_state_is_both():
    assert entries_by_form()["Singapore"].is_city_state
    assert countries()["Singapore"] == "SG"


def test_forms_come_with_and_without_accents_and_with_either_apostrophe():
    forms = entries_by_form()
    assert forms["Lome"].country == forms["Lomé"].country == "TG"
    assert forms["N'Djamena"].country == forms["N’Djamena"].country == "TD"


@pytest.mark.parametrize("name", ["Jordan", "Chad", "Georgia", "Nice", "Split", "Victoria"])
def test_a_name_that_is_also_a_word_needs_context(name):
    assert entries_by_form()[name].needs_context


def test_every_capital_of_a_member_is_known():
    capitals = {entry.country for entry in entries_by_form().values() if entry.kind in {"capital", "city state"}}
    assert not {code for code in countries().values() if len(code) == 2} - capitals - _WITHOUT_CAPITAL


_WITHOUT_CAPITAL = {"EU", "GU", "NF", "WF", "TK", "VI", "TC", "AI", "MS", "GP", "MQ", "RE", "YT", "GG", "JE", "IM"}


def test_words_beside_places_have_known_uses():
    assert set(place_words()) == {"title", "nature", "before", "organization", "person", "other"}
