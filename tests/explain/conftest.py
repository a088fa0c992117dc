"""A short report with what a reader would read from it, made by hand."""

import pytest

from kg.model import (
    Attribute,
    Discrepancy,
    Extractions,
    Meeting,
    MeetingKind,
    Office,
    Participation,
    Passage,
    Person,
    Post,
    Report,
    Role,
    Sentence,
    SentenceKind,
    Span,
    Stated,
    Unread,
)

TEXT = """\
18th Global Meeting

Mr. Norikazu Kuramoto, Head of ROCB A/P, chaired the 17th Global Meeting.
Mr. Larry Liza <was thanked> for years of work.
Write to us
"""


@pytest.fixture
def report() -> Report:
    """Title, two sentences and a line of furniture."""
    kinds = (SentenceKind.TITLE, SentenceKind.BODY, SentenceKind.BODY, SentenceKind.FURNITURE)
    lines = [line for line in TEXT.split("\n") if line]
    spans = [Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in lines]
    sentences = tuple(Sentence(span, kind, i) for i, (span, kind) in enumerate(zip(spans, kinds, strict=True)))
    return Report("rocbap-1", TEXT, sentences, title=spans[0], url="https://example.org/1", publisher="ROCB A/P")


def passage(quote: str, rule: str) -> Passage:
    return Passage(Span(TEXT.index(quote), TEXT.index(quote) + len(quote)), rule)


@pytest.fixture
def extractions() -> Extractions:
    """Who chaired, with the post, the two ordinals and the sentence that says nothing."""
    title, whole = passage("18th Global Meeting", "meeting/title"), passage("17th Global Meeting", "meeting/body")
    first = Stated("18th Global Meeting", title, SentenceKind.TITLE)
    ordinals = (Stated(18, title, SentenceKind.TITLE), Stated(17, whole, SentenceKind.BODY))
    return Extractions(
        report="rocbap-1",
        meetings=(Meeting("m1", True, MeetingKind.MEETING, (title, whole), (first,), ordinals),),
        persons=(Person("p1", "Norikazu Kuramoto", (), (passage("Mr. Norikazu Kuramoto", "person/name"),), "Mr."),),
        offices=(Office("o1", "ROCB A/P", (), (passage("ROCB A/P", "office/gazetteer"),)),),
        posts=(Post("p1", "Head", "o1", (passage("Mr. Norikazu Kuramoto, Head of ROCB A/P", "post/apposition"),)),),
        participations=(
            Participation(
                "p1", Role.CHAIR, "m1", (passage("chaired the 17th Global Meeting", "participation/chaired"),)
            ),
        ),
        discrepancies=(
            Discrepancy(
                "m1",
                Attribute.ORDINAL,
                tuple(Stated(str(stated.value), stated.passage, stated.part) for stated in ordinals),
                "the headline comes before the body",
            ),
        ),
        unread=(
            Unread(
                passage("Mr. Larry Liza <was thanked> for years of work.", "").span,
                ("Larry Liza",),
                ("thanked", "years", "work"),
            ),
        ),
        sentences_read=2,
        sentences_total=3,
    )
