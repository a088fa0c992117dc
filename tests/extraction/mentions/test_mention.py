from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.mentions.mention import Kind, Mention, apart_from, without_overlap

MENTIONS = st.lists(
    st.builds(
        lambda kind, start, length: Mention(kind, start, start + length, "x"),
        st.sampled_from([Kind.PERSON, Kind.OFFICE, Kind.TITLE, Kind.COUNTRY]),
        st.integers(0, 60),
        st.integers(1, 12),
    ),
    max_size=20,
)


def test_of_overlapping_mentions_the_longest_stays_then_the_more_specific():
    long, short = Mention(Kind.TITLE, 0, 9, "a"), Mention(Kind.PERSON, 5, 12, "b")
    person, office = Mention(Kind.PERSON, 20, 25, "c"), Mention(Kind.OFFICE, 20, 25, "d")
    assert without_overlap([office, short, person, long]) == [long, person]


@given(MENTIONS)
def test_what_is_left_out_overlaps_something_at_least_as_long(mentions):
    kept = without_overlap(mentions)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    for mention in mentions:
        rivals = [m for m in kept if m.start < mention.end and mention.start < m.end]
        assert any(m is mention or m.end - m.start >= mention.end - mention.start for m in rivals)


@given(MENTIONS, MENTIONS)
def test_those_apart_share_no_character_with_the_others(mentions, taken):
    expected = [m for m in mentions if not any(t.start < m.end and m.start < t.end for t in taken)]
    assert apart_from(mentions, taken) == expected
