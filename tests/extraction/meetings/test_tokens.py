from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.meetings.tokens import bracket_end, bracket_start, is_ordinal, is_year, is_years, tokenize


def words(text):
    return [token.text for token in tokenize(text, 0, len(text))]


def test_names_with_marks_are_one_word():
    assert words("ROCBs/RTCs met, A/P’s (WCO)") == ["ROCBs/RTCs", "met", ",", "A/P’s", "(", "WCO", ")"]
    assert words("National CLiKC! Coordinators") == ["National", "CLiKC!", "Coordinators"]


def test_a_region_whose_name_has_commas_is_one_word():
    assert words("the North of Africa, Near and Middle East region")[1] == "North of Africa, Near and Middle East"


def test_brackets_are_matched_within_reach():
    tokens = tokenize("Meeting (RHCA) in", 0, 17)
    assert bracket_end(tokens, 1) == 3
    assert bracket_start(tokens, 3) == 1
    assert bracket_end(tokenize("(a b c", 0, 6), 0) is None


def test_numbers_are_told_apart():
    [ordinal, year, years, number] = tokenize("18th 2012 2018-2021 40", 0, 22)
    assert is_ordinal(ordinal)
    assert is_year(year)
    assert is_years(years)
    assert not any(test(number) for test in (is_ordinal, is_year, is_years))


@given(st.text(max_size=60))
def test_tokens_are_their_characters(text):
    for token in tokenize(text, 0, len(text)):
        assert text[token.start : token.end] == token.text


def test_words_without_a_blank_between_them_are_two():
    assert words("The3rd Forum and the 5thMeeting") == ["The", "3rd", "Forum", "and", "the", "5th", "Meeting"]
