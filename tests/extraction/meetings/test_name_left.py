import pytest

from kg.extraction.meetings.name_left import ends_name, expand_left
from kg.extraction.meetings.tokens import tokenize

HEADS = {"meeting", "workshop", "session", "conference", "sessions", "ceremony", "seminar"}


def left_of(text, floor=0):
    """The name up to the first head of the text, the phrase up to it, ordinals and tense."""
    tokens = tokenize(text, 0, len(text))
    head = next(number for number, token in enumerate(tokens) if token.lower in HEADS)
    left = expand_left(tokens, head, floor)
    end = tokens[head].end
    return text[tokens[left.first].start : end], text[tokens[left.reach].start : end], left.ordinals, left.tense


@pytest.mark.parametrize(
    ("text", "name", "ordinals"),
    [
        ("for the 18th Global Meeting of", "18th Global Meeting", (18,)),
        ("at the 18 th Global Meeting of", "18 th Global Meeting", (18,)),
        ("for the 10thROCBs Meeting in", "10thROCBs Meeting", (10,)),
        ("the Twenty-Sixth Regional Conference on", "Twenty-Sixth Regional Conference", (26,)),
        ("the 127th/128th Sessions of", "127th/128th Sessions", (127, 128)),
        ("of the XXth Conference of", "XXth Conference", (20,)),
        ("of the XX Conference of", "XX Conference", (20,)),
        ("the Operation DOLPHIN II Debriefing Meeting in", "Operation DOLPHIN II Debriefing Meeting", ()),
        ("the Project Sky Reef III Workshop on", "Project Sky Reef III Workshop", ()),
        ("the 18th the Global Meeting of", "Global Meeting", (18,)),
        ("for the ROCB A/P’s 10th Anniversary Ceremony", "ROCB A/P’s 10th Anniversary Ceremony", (10,)),
        ("the First-ever Seminar", "First-ever Seminar", ()),
        ("the WCO National Workshop on", "WCO National Workshop", ()),
        ("the Heads of Customs Meeting of", "Heads of Customs Meeting", ()),
        ("the East and Southern Africa (ESA) Region Meeting", "East and Southern Africa (ESA) Region Meeting", ()),
        ("the 2018 Global Meeting", "2018 Global Meeting", ()),
        ("an analysis workshop for", "analysis workshop", ()),
        ("opened by Mr Kuramoto Meeting", "Meeting", ()),
        ("During Meeting", "Meeting", ()),
    ],
)
def test_the_name_begins_with_the_first_word_that_belongs_to_it(text, name, ordinals):
    found = left_of(text)
    assert (found[0], found[2]) == (name, ordinals)


@pytest.mark.parametrize(
    ("text", "name", "phrase", "tense"),
    [
        ("the next Regional Meeting", "Regional Meeting", "next Regional Meeting", "future"),
        ("the previous Global Meeting", "Global Meeting", "previous Global Meeting", "past"),
        ("a successful Regional Workshop", "Regional Workshop", "successful Regional Workshop", ""),
        ("the three-day Regional Workshop", "Regional Workshop", "three-day Regional Workshop", ""),
    ],
)
def test_words_that_only_describe_belong_to_the_phrase_alone(text, name, phrase, tense):
    assert left_of(text) == (name, phrase, (), tense)


def test_a_name_does_not_reach_into_the_one_before():
    text = "After the Global Meeting Regional Workshop"
    floor = text.index("Regional")
    tokens = tokenize(text, 0, len(text))
    left = expand_left(tokens, len(tokens) - 1, floor)
    assert tokens[left.first].text == "Regional"


@pytest.mark.parametrize(("text", "ends"), [("During", True), ("Attends", True), ("Regional", False), ("WCO", False)])
def test_some_capitalised_words_end_a_name(text, ends):
    tokens = tokenize(f"x {text} Meeting", 0, len(text) + 10)
    assert ends_name(tokens, 1) is ends


def test_the_name_behind_an_honorific_is_a_persons():
    tokens = tokenize("Mr Mikuriya Meeting", 0, 19)
    assert ends_name(tokens, 1)
