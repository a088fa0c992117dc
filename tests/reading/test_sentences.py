"""Sentences end where readers see them end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.sentences import MAX_SENTENCE, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


WHOLE = [
    "Mr. Kazunari Igarashi met Dr. Tong Hua and Ms. Ho.",
    "In the chair sat Mr.Souleymane SANGARE, Director of the ROCB.",
    "H.E. Sri Mulyani and Hon. Mr. Gilbert Ondongo spoke.",
    "Mr. Jose C. Mafnas, Chairman of the OCO, came with A.B. Perez.",
    "Dato’ Sri Khazali bin Hj. Ahmad and Abd. Rahman handed over.",
    "The Institute at St. Petersburg State University took a seat.",
    "Gen. Y and Lt. Col. Z, Ag. Commissioner of Customs, attended.",
    "It was opened by Dr. (Mrs.) Ho of the Ministry, and by Lic. Perez of Customs.",
    "The talk of Mtra. Mafnas, and that of Abg. Sangare, was heard.",
    "See No. 5, Art. 7, Vol. II and Fig. 3 of the report.",
    "The partners, e.g. China, i.e. the host, and approx. 20 others met.",
    "Approx. 20 people came.",
    "P.R. China and the U.S. Customs signed.",
    "It began at 9 a.m. on Monday and ended at 5 p.m. sharp.",
    "The CLiKC! Platform and the CLiKC! platform are one.",
    "Growth was 2.5 per cent, see www.Example.Org or rocb@Example.Org for more.",
    "On 5. 6. 2019 it began.",
    'He asked: "Is it done?" and left.',
    "Nov. 2012 was the date.",
    "Mr. K. A. Foo spoke.",
    "Mr. X (Fiji R.C.A. Headquarters) came.",
    "The wonders of the U.S.A. and of Canada were shown.",
    "1. Opening of the meeting",
    "Samoa, Tonga etc. were there.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_mark_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


SPLIT = [
    ("It was good. All left.", ["It was good.", "All left."]),
    ("Was it good? Yes! It was.", ["Was it good?", "Yes!", "It was."]),
    ("He spoke.  She listened.", ["He spoke.", "She listened."]),
    ("into world standards.In the same week it began.", ["into world standards.", "In the same week it began."]),
    ("He came from Korea.Mr. Kim spoke.", ["He came from Korea.", "Mr. Kim spoke."]),
    ("It was held in 2019.The end came.", ["It was held in 2019.", "The end came."]),
    ("for all regions.Participants were glad.", ["for all regions.", "Participants were glad."]),
    ("the region (ROCB).The Head spoke.", ["the region (ROCB).", "The Head spoke."]),
    ("He said: “It works.” Then he left.", ["He said: “It works.”", "Then he left."]),
    ("(It rained.) The sun came.", ["(It rained.)", "The sun came."]),
    ("All came from the U.S. The end.", ["All came from the U.S.", "The end."]),
    ("Samoa, Tonga, etc. The rest came.", ["Samoa, Tonga, etc.", "The rest came."]),
    ("It ended in 2019. 30 delegates came.", ["It ended in 2019.", "30 delegates came."]),
    ("The members said no. They left.", ["The members said no.", "They left."]),
    ("It ended in Oct. In spring it began.", ["It ended in Oct.", "In spring it began."]),
    ("He was made Colonel. The meeting went on.", ["He was made Colonel.", "The meeting went on."]),
    ("Vitamin C. The next item.", ["Vitamin C.", "The next item."]),
    ("会议在北京举行。主席是张先生。", ["会议在北京举行。", "主席是张先生。"]),
    ("And so on... The end.", ["And so on...", "The end."]),
    ("Broken over\nlines. The end\ncomes.", ["Broken over\nlines.", "The end\ncomes."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_only_the_part_asked_for_is_split() -> None:
    text = "Not this. But this. And this. Not that."
    assert [text[a:b] for a, b in split_sentences(text, 10, 29)] == ["But this.", "And this."]


def test_an_endless_sentence_is_cut_at_a_blank() -> None:
    text = "word " * 3000
    spans = split_sentences(text, 0, len(text))
    assert max(end - start for start, end in spans) <= MAX_SENTENCE
    assert all(text[start:end].startswith("word") and text[start:end].endswith("word") for start, end in spans)


def test_an_endless_word_is_cut_too() -> None:
    text = "x" * (2 * MAX_SENTENCE + 7)
    assert [end - start for start, end in split_sentences(text, 0, len(text))] == [MAX_SENTENCE, MAX_SENTENCE, 7]


@given(st.text(alphabet=st.sampled_from('aZ .!?"”)(\n1。Mr,')), st.integers(0, 5), st.integers(0, 5))
def test_every_letter_is_in_one_trimmed_sentence(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    covered = set()
    last = start
    for first, stop in split_sentences(text, start, end):
        assert last <= first < stop <= end
        assert text[first:stop] == text[first:stop].strip()
        covered.update(range(first, stop))
        last = stop
    assert all(text[place].isspace() for place in range(start, end) if place not in covered)
