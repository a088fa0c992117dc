"""Organizations told by their name and its initials."""

import pytest

from kg.extraction.offices.spelled import spelled_offices


def forms(text):
    return [mention.form for mention in spelled_offices(text, {"AEO"})]


def test_words_of_which_the_acronym_has_the_initials_name_an_organization():
    text = "with the Regional Security System (RSS) and the Council for Trade and Economic Development (CTED)"
    assert forms(text) == ["Regional Security System (RSS)", "Council for Trade and Economic Development (CTED)"]


@pytest.mark.parametrize(
    "text",
    [
        "an Authorized Economic Operator (AEO)",
        "the Regional Security Scheme (ABC)",
        "the Annual Regional Meeting (ARM)",
        "the Regional (and other) Security System (RXS)",
        "(RSS)",
    ],
)
def test_other_acronyms_tell_of_none(text):
    assert forms(text) == []
