from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.visited import Visits
from kg.model import Meeting, MeetingKind, Passage, SentenceKind, Span, Stated


def visit(key, name):
    passage = Passage(Span(0, 1), "meeting.name.other")
    return Meeting(key, False, MeetingKind.VISIT, (passage,), (Stated(name, passage, SentenceKind.BODY),))


def host(form, *aliases):
    return Mention(Kind.OFFICE, 0, len(form), form, aliases=aliases)


def visits(*names):
    known = Visits()
    for number, name in enumerate(names, 1):
        known.add(visit(f"m{number}", name))
    return known


def test_the_first_visit_to_a_host_is_found_by_a_word_of_its_name():
    known = visits("visit to Fiji", "visit to Japan Customs", "study visit to the Customs of Japan")
    assert known.first_about(host("Japan Customs"), unsaid=False) == "m2"
    assert known.first_about(host("JC", "Fiji Customs"), unsaid=False) == "m1"


def test_words_that_every_office_has_tell_nothing():
    assert visits("visit to the Customs Service").first_about(host("Customs Department"), unsaid=False) == ""


def test_a_visit_that_does_not_say_to_whom_may_be_to_anybody_where_that_is_enough():
    known = visits("courtesy call", "visit to Japan")
    assert known.first_about(host("Japan Customs"), unsaid=True) == "m1"
    assert known.first_about(host("Japan Customs"), unsaid=False) == "m2"


def test_the_last_visit_among_the_first_ones():
    known = visits("visit to Japan", "visit to Fiji", "mission to Japan")
    assert known.last_about([host("Japan Customs")], among=2) == "m1"
    assert known.last_about([host("Japan Customs"), host("Fiji Customs")], among=2) == "m2"
    assert known.last_about([host("Japan Customs")], among=3) == "m3"
    assert known.last_about([host("Suva")], among=3) == ""
