import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.clauses.tape import Tape
from kg.extraction.mentions.mention import Kind, Mention

PERSON, OFFICE = Kind.PERSON.value, Kind.OFFICE.value


@pytest.fixture
def make_tape():
    """Makes a tape of a text in which the given words are people."""

    def make(text, *names, breaks=()):
        mentions = [Mention(Kind.PERSON, (start := text.index(name)), start + len(name), name) for name in names]
        return Tape(text, 0, len(text), mentions, tuple(breaks))

    return make


def test_a_mention_is_one_symbol_and_words_are_small(make_tape):
    tape = make_tape("Then Kunio Mikuriya’s  talk in BRUSSELS", "Kunio Mikuriya")
    assert tape.text == f"then {PERSON}'s talk in brussels"
    assert tape.items[5].form == "Kunio Mikuriya"


def test_positions_lead_back_to_the_text(make_tape):
    text = "Then Kunio Mikuriya’s  talk"
    tape = make_tape(text, "Kunio Mikuriya")
    assert tape.source(5) == text.index("Kunio")
    assert tape.source_end(6) == text.index("’s")
    talk = tape.text.index("talk")
    assert text[tape.source(talk) : tape.source_end(talk + 4)] == "talk"


def test_items_of_a_list_are_parted_by_commas(make_tape):
    text = "guests:\x00- Kunio Mikuriya\x00- 2) Ian Saunders;\x00* others"
    breaks = [text.index("- K"), text.index("- 2"), text.index("* o")]
    tape = make_tape(text, "Kunio Mikuriya", "Ian Saunders", breaks=breaks)
    assert tape.text == f"guests: {PERSON}, {PERSON}; others"


def test_a_symbol_in_the_text_is_no_mention(make_tape):
    tape = make_tape(f"a {PERSON} and {OFFICE}")
    assert PERSON not in tape.text
    assert OFFICE not in tape.text
    assert tape.items == {}


@pytest.mark.parametrize("text", ["İstanbul Ian", "ŒUVRE ẞ Ian", "ΟΔΟΣ Ian"])
def test_offsets_hold_where_small_letters_are_longer(make_tape, text):
    tape = make_tape(text, "Ian")
    assert tape.source(tape.text.index(PERSON)) == text.index("Ian")


@given(st.text(alphabet=st.sampled_from("aB ’\x00\n.-İ\ue001"), max_size=40), st.data())
def test_every_position_leads_into_the_text(text, data):
    breaks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    mentions = [Mention(Kind.OFFICE, a, b, text[a:b]) for a, b in pairs]
    tape = Tape(text, 0, len(text), mentions, tuple(breaks))
    assert [tape.items[place] for place in sorted(tape.items)] == mentions
    assert all(tape.text[place] == OFFICE for place in tape.items)
    sources = [tape.source(place) for place in range(len(tape.text))]
    assert all(0 <= source <= len(text) for source in sources)
    assert all(0 <= tape.source_end(place) <= len(text) for place in range(len(tape.text)))
    assert "  " not in tape.text or breaks
