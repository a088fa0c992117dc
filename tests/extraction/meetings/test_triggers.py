import pytest

from kg.extraction.meetings.names import find_events
from kg.extraction.meetings.triggers import Trigger, Triggers
from kg.extraction.meetings.visits import find_visits
from kg.extraction.values.counts import find_counts
from kg.extraction.values.dates import find_dates
from kg.extraction.values.modes import find_modes
from kg.resources import resource

FINDERS = [
    (Trigger.EVENT, find_events),
    (Trigger.VISIT, find_visits),
    (Trigger.MODE, find_modes),
    (Trigger.COUNT, find_counts),
    (Trigger.MONTH, lambda text, start, end: [d for d in find_dates(text, start, end) if d.start.month]),
]


@pytest.mark.parametrize(("trigger", "find"), FINDERS)
def test_what_a_recogniser_finds_has_a_trigger(trigger, find):
    for path in sorted(resource("data", "reports").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        triggers = Triggers(text)
        position = 0
        for line in text.splitlines(keepends=True):
            if find(text, position, position + len(line)):
                assert triggers.within(trigger, position, position + len(line)), line
            position += len(line)


def test_a_text_without_words_for_it_has_no_trigger():
    triggers = Triggers("Nobody knows who put a tree there.")
    assert not any(triggers.within(trigger, 0, 30) for trigger in Trigger)


def test_places_are_those_of_the_text_where_small_letters_are_longer():
    text = "İİİ the Meeting"
    assert Triggers(text).all(Trigger.EVENT, 0, len(text)) == [text.index("Meeting")]
