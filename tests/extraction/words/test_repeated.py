import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.words.repeated import whole_words


def test_the_longest_of_several_forms_is_found_as_a_whole_word():
    text = "Wong and James Wong, but no Wongs, no Post-Wong and no (Wong"
    assert [text[a:b] for a, b in whole_words(text, {"Wong", "James Wong"}, "-(", "-")] == ["Wong", "James Wong"]


def test_without_forms_nothing_is_found():
    assert whole_words("Wong", [], "", "") == []


@given(
    st.lists(st.text(alphabet="ab ", min_size=1, max_size=3), max_size=5, unique=True),
    st.text(alphabet="ab -_(", max_size=30),
)
def test_it_finds_what_a_regular_expression_would(forms, text):
    ordered = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w(])(?:{ordered})(?![\w-])")
    expected = [match.span() for match in pattern.finditer(text)] if forms else []
    assert whole_words(text, forms, "(", "-") == expected
