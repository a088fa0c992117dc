import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_table import frames
from kg.extraction.roles.frame_words import first_words, needed_by_first_word

ALPHABET = st.characters(max_codepoint=0x7A, include_characters="".join(Kind))


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(was|were) in the chair", {"was": {"chair"}, "were": {"chair"}}),
        ("in the (chair|seat)", {"in": {"chair", "seat"}}),
        ("gave (a |the )?(talk|lectures?)( on| about)?", {"gave": {"talk", "lecture", "lectures"}}),
        ("(gave a talk|spoke) to \\M", {"gave": {"talk"}, "spoke": {"to"}}),
        ("(took|held) the pen|signed a deed", {"took": {"pen", "the"}, "held": {"pen", "the"}, "signed": {"deed"}}),
        ("(hosted|was a kind host)", {"hosted": set(), "was": {"kind", "host"}}),
        ("(co-)?chaired the meeting", {"co-": {"meeting"}, "chaired": {"meeting"}}),
    ],
)
def test_words_that_a_pattern_needs_by_the_word_it_begins_with(pattern, needed):
    found = needed_by_first_word(pattern)
    assert first_words(pattern) == found.keys() == needed.keys()
    for word, words in needed.items():
        assert found[word] <= words
        assert bool(found[word]) == bool(words)


@pytest.mark.parametrize(
    "pattern",
    [
        "chaired (the meeting)?",
        "chaired (at|[,.]|$)",
        "chaired {near}meeting",
        "chaired meetings*",
        "chaired [a-z]+meeting",
        "chaired re(meeting|session)",
        "chaired (meeting|\\T)",
        "chaired(?! meeting)",
        "chaired (the )*",
        "chaired (the |meeting|session)+",
    ],
)
def test_a_word_counts_only_where_it_is_certain_and_whole(pattern):
    assert needed_by_first_word(pattern) == {"chaired": frozenset()}


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=150)
@given(st.data())
def test_whatever_a_frame_matches_has_a_word_that_it_needs(data):
    frame = data.draw(st.sampled_from(frames()))
    phrase = data.draw(st.from_regex(frame.pattern, alphabet=ALPHABET))
    match = frame.pattern.search(phrase)
    first = re.match(r"[a-z][a-z'-]*", match[0])
    needed = frame.needed.get(first[0], frozenset()) if first else frozenset()
    assert not needed or needed & set(re.findall("[a-z]+", match[0]))
