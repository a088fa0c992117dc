from dataclasses import replace

from kg.explain import read_statements
from kg.model import Extractions, Report


def test_every_statement_is_in_words_with_its_rule(extractions: Extractions) -> None:
    found = {(s.label, s.words, s.passage.rule) for s in read_statements(extractions)}
    assert {
        ("chair", "Norikazu Kuramoto, chair of the main meeting", "participation/chaired"),
        ("post", "Norikazu Kuramoto, Head of ROCB A/P", "post/apposition"),
        ("person", "Mr. Norikazu Kuramoto", "person/name"),
        ("office", "ROCB A/P", "office/gazetteer"),
        ("main meeting", "18th Global Meeting", "meeting/title"),
        ("ordinal of the main meeting", "18", "meeting/title"),
        ("ordinal of the main meeting", "17", "meeting/body"),
        (
            "discrepancy",
            "ordinal 17, 18 is adopted for the main meeting: the headline comes before the body",
            "meeting/body",
        ),
    } <= found


def test_numbers_of_people_and_members_are_told_apart(extractions: Extractions) -> None:
    (meeting,) = extractions.meetings
    people, members = (meeting.ordinals[0]._replace(value=value) for value in (47, 19))
    found = replace(extractions, meetings=(replace(meeting, people=(people,), members=(members,)),))
    assert {
        ("number of people of the main meeting", "47"),
        ("number of Members of the main meeting", "19"),
    } <= {(s.label, s.words) for s in read_statements(found)}


def test_order_is_that_of_the_text(extractions: Extractions) -> None:
    spans = [statement.passage.span for statement in read_statements(extractions)]
    assert spans == sorted(spans)


def test_nothing_read_gives_nothing(report: Report) -> None:
    assert read_statements(Extractions(report.id)) == ()
