from collections.abc import Callable

import pytest

from kg.errors import UnreadableReport
from kg.model import PartialDate, Report, SentenceKind
from kg.reading import read_bytes

Kinds = Callable[[Report], list[tuple[SentenceKind, str]]]


def read(text: str) -> Report:
    return read_bytes(text.encode(), "report.md")


def test_marks_do_not_disturb(kinds: Kinds) -> None:
    report = read(
        "URL: http://example.org/report\nPublished by: WCO\n\n"
        "# Heads of Customs meet in *Nairobi*\n\n"
        "**3-4 May 2019, Nairobi, Kenya**\n\n"
        "**Mr. Larry Liza**, [Director](http://example.org/x) of the _ROCB_, took the `chair` ![photo](p.png). "
        "He spoke.\n\n"
        "They agreed on:\n\n* more trade\n* less paper\n\n1. one\n2. two\n\n"
        "> A quote &amp; more.\n\n<div>All left.</div>\n"
    )
    assert (report.url, report.publisher) == ("http://example.org/report", "WCO")
    assert kinds(report) == [
        (SentenceKind.TITLE, "Heads of Customs meet in Nairobi"),
        (SentenceKind.DATELINE, "3-4 May 2019, Nairobi, Kenya"),
        (SentenceKind.BODY, "Mr. Larry Liza, Director of the ROCB, took the chair ."),
        (SentenceKind.BODY, "He spoke."),
        (SentenceKind.BODY, "They agreed on:"),
        (SentenceKind.ITEM, "more trade"),
        (SentenceKind.ITEM, "less paper"),
        (SentenceKind.ITEM, "one"),
        (SentenceKind.ITEM, "two"),
        (SentenceKind.BODY, "A quote & more."),
        (SentenceKind.BODY, "All left."),
    ]


def test_underlined_headline_and_broken_lines(kinds: Kinds) -> None:
    report = read(
        "Heads meet in Nairobi\n=====\n\n"
        "The heads of Customs met in Nairobi and spoke at length about the\nsecurity of trade."
    )
    assert kinds(report) == [
        (SentenceKind.TITLE, "Heads meet in Nairobi"),
        (SentenceKind.BODY, "The heads of Customs met in Nairobi and spoke at length about the security of trade."),
    ]


def test_front_matter(kinds: Kinds) -> None:
    report = read(
        '---\ntitle: "Heads meet in Nairobi"\ndate: 2019-05-27\n'
        "url: http://example.org/report\npublisher: WCO\ntags: [a]\n---\n"
        "They met. They left.\n"
    )
    assert (report.url, report.publisher, report.issued) == (
        "http://example.org/report",
        "WCO",
        PartialDate(2019, 5, 27),
    )
    assert kinds(report)[0] == (SentenceKind.TITLE, "Heads meet in Nairobi")
    assert report.issued_passage is not None
    assert report.quote(report.issued_passage) == "2019-05-27"


def test_front_matter_does_not_repeat_the_headline(kinds: Kinds) -> None:
    report = read("---\ntitle: Heads meet in Nairobi\n---\n\n# Heads meet in Nairobi\n\nThey met. They left.\n")
    assert report.text == "Heads meet in Nairobi\n\nThey met. They left."


def test_a_plain_text_is_the_same_as_markdown(samples: dict[str, Report]) -> None:
    for report in samples.values():
        found = read(report.text)
        assert [(s.kind, " ".join(found.quote(s.span).split())) for s in found.sentences] == [
            (s.kind, " ".join(report.quote(s.span).split())) for s in report.sentences
        ], report.id


@pytest.mark.parametrize("text", ["", "---\n", "![only a picture](p.png)", "<!-- nothing -->"])
def test_markdown_without_text(text: str) -> None:
    with pytest.raises(UnreadableReport, match="is empty"):
        read(text)
