from kg.explain import read_statements
from kg.model import Extractions, Report


def test_every_statement_is_in_words_with_its_rule(extractions: Extractions) -> None:
    found = {(s.label, s.words, s.passage.rule) for s in read_statements(extractions)}
    assert {
        ("chair", "Norikazu Kuramoto, chair of 18th Global Meeting", "participation/chaired"),
        ("post", "Norikazu Kuramoto, Head of ROCB A/P", "post/apposition"),
        ("person", "Mr. Norikazu Kuramoto", "person/name"),
        ("office", "ROCB A/P", "office/gazetteer"),
        ("ordinal", "18 (18th Global Meeting)", "meeting/title"),
        ("ordinal", "17 (18th Global Meeting)", "meeting/body"),
        ("ordinal", "17, 18 is adopted for 18th Global Meeting: the headline comes before the body", "meeting/body"),
    } <= found


def test_order_is_that_of_the_text(extractions: Extractions) -> None:
    spans = [statement.passage.span for statement in read_statements(extractions)]
    assert spans == sorted(spans)


def test_nothing_read_gives_nothing(report: Report) -> None:
    assert read_statements(Extractions(report.id)) == ()
