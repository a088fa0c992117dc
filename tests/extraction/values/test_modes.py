import pytest

from kg.extraction.values.modes import find_modes
from kg.model import Mode


@pytest.mark.parametrize(
    ("text", "mode", "use"),
    [
        ("a hybrid event", Mode.HYBRID, "event"),
        ("the WCO Virtual Workshop on Canines", Mode.ONLINE, "event"),
        ("an online national workshop on audit", Mode.ONLINE, "event"),
        ("the network met online", Mode.ONLINE, "manner"),
        ("it was held virtually on 5 May", Mode.ONLINE, "manner"),
        ("via Zoom", Mode.ONLINE, "manner"),
        ("the Regional Blended Course on Passenger Control", Mode.HYBRID, "event"),
        ("brought 20 administrations to the screen", Mode.ONLINE, "manner"),
        ("held in person for the first time", Mode.IN_PERSON, "manner"),
        ("a face-to-face meeting", Mode.IN_PERSON, "event"),
        ("others joined online", Mode.ONLINE, "presence"),
        ("attended in person", Mode.IN_PERSON, "presence"),
    ],
)
def test_meeting_mode_words_are_read(text, mode, use):
    [mention] = find_modes(text, 0, len(text))
    assert (mention.mode, mention.use) == (mode, use)


@pytest.mark.parametrize(
    "text",
    [
        "virtual reality training",
        "the Virtual Customs Orientation Academy",
        "the web site, online since 2014",
        "an online course of the academy",
        "she presented a blended course",
        "they sat for an online quiz",
        "e-learning",
    ],
)
def test_what_is_virtual_but_no_event_says_no_mode(text):
    assert [m for m in find_modes(text, 0, len(text)) if m.use != "presence"] == []
