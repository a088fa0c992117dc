import pytest

from kg.extraction.values.counts import Counted, find_counts


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("over 140 delegates", 140, "delegates"),
        ("forty-seven representatives", 47, "representatives"),
        ("eighteen (18) of the twenty-three (23) Members", 18, "members"),
        ("20 out of 23 administrations", 20, "administrations"),
        ("1,500 participants", 1500, "participants"),
        ("Six Customs administrations of the Pacific", 6, "customs administrations"),
        ("28 young participants", 28, "participants"),
    ],
)
def test_meeting_count_of_people_and_members_is_read(text, value, what):
    [count] = find_counts(text, 0, len(text))
    assert (count.value, count.what) == (value, what)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("47 representatives", Counted.PEOPLE),
        ("19 Member administrations", Counted.MEMBERS),
        ("10 RTCs", Counted.OFFICES),
    ],
)
def test_meeting_count_is_of_what_the_noun_names(text, kind):
    [count] = find_counts(text, 0, len(text))
    assert count.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "two former heads",
        "25 years and a member",
        "3-day training",
        "the 24th member",
        "more participants",
        "in 2019 delegates",
        "30 delegateſ",
    ],
)
def test_other_numbers_are_not_read(text):
    assert find_counts(text, 0, len(text)) == []
