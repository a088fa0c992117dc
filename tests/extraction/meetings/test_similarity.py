import pytest

from kg.extraction.meetings.similarity import name_words
from kg.model import Region


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Meeting of Heads of Regional Training Centres", "RTC Heads Meeting"),
        ("18th Global Meeting", "Seventeenth Global Meeting"),
        ("XXth Conference of Directors General", "Conference of Directors-General"),
        ("Regional Structures", "Regional Entities"),
    ],
)
def test_spellings_and_numbers_make_no_difference(one, other):
    assert name_words(one).content == name_words(other).content


def test_regions_are_kept_apart_from_the_rest():
    words = name_words("Heads of Customs Conference of the Americas/Caribbean Region")
    assert words.regions == {Region.AMS}
    assert "americas" not in words.content


def test_topics_make_a_difference():
    assert name_words("Workshop on Valuation").content != name_words("Workshop on Origin").content
