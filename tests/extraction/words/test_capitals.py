import pytest

from kg.extraction.words.capitals import Capitals, capitals_of


def test_runs_of_letters_that_begin_with_a_capital_are_found():
    capitals = Capitals("The A/P region’s ROCBs in Côte d'Ivoire, 2nd eGov and Ça")
    assert capitals.words == ["The", "A", "P", "ROCBs", "Côte", "Ivoire", "Ça"]
    assert [
        capitals.text[a : a + len(w)] for a, w in zip(capitals.starts, capitals.words, strict=True)
    ] == capitals.words


@pytest.mark.parametrize(
    ("text", "words", "connected", "first"),
    [
        ("met the Fiji Revenue and Customs Service", 7, True, "Fiji"),
        ("met the Fiji Revenue and Customs Service", 7, False, "Customs"),
        ("Fiji, Revenue Service", 7, True, "Revenue"),
        ("A B C D E Service", 3, True, "C"),
        ("the Hing-Cheung Institute Service", 2, True, "Hing"),
        ("Fiji met Service", 7, True, None),
    ],
)
def test_a_sequence_begins_where_its_words_are_linked(text, words, connected, first):
    capitals = Capitals(text)
    starts = capitals.starts_before(len(capitals.words) - 1, words, connected=connected)
    assert (text[starts[0] :].startswith(first) if first else starts == []) is True
    assert starts == sorted(starts)


def test_the_runs_within_a_stretch_are_told():
    capitals = Capitals("Ab cd Ef Gh")
    assert capitals.between(0, 6) == [0]
    assert capitals.between(1, 11) == [6, 9]


def test_the_same_text_is_looked_through_once():
    assert capitals_of("Ab cd") is capitals_of("Ab " + "cd")
