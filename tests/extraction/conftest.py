from typing import NamedTuple

import pytest

from kg.extraction import extract
from kg.model import Report, Sentence, SentenceKind, Span
from kg.reading import read_text


class Stated(NamedTuple):
    """What a report states, by names: (person, title, office) and (agent, role, meeting)."""

    posts: set[tuple[str, str, str]]
    roles: set[tuple[str, str, str]]


@pytest.fixture(scope="session")
def stated():
    """Reads a report of a headline, a dateline and a body; the first name of each meeting stands for it."""

    def read(body, headline="ROCB A/P News", dateline="20-21 February 2023, Brussels, Belgium"):
        result = extract(read_text(f"Published by: ROCB A/P\n\n{headline}\n\n{dateline}\n\n{body}\n", "report"))
        names = {p.key: p.name for p in result.persons} | {o.key: o.name for o in result.offices} | {"": ""}
        meetings = {m.key: m.names[0].value if m.names else m.key for m in result.meetings}
        return Stated(
            {(names[p.person], p.title, names[p.office]) for p in result.posts},
            {(names[r.agent], r.role.value, meetings[r.meeting]) for r in result.participations},
        )

    return read


@pytest.fixture(scope="session")
def at_conference(stated):
    """Reads what a body says of a conference in its first sentence."""
    first = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."
    return lambda body: stated(f"{first} {body}")


@pytest.fixture(scope="session")
def roles(at_conference):
    """Who was what at the conference, by what a body says of it."""
    return lambda body: {(who, role) for who, role, _ in at_conference(body).roles}


@pytest.fixture(scope="session")
def make_report():
    """Makes a report of (kind, sentence) pairs, one a line; a body of one sentence from a bare text."""

    def make(*parts, issued=None, publisher=None):
        text, sentences = "", []
        for number, part in enumerate(parts):
            kind, words = part if isinstance(part, tuple) else ("body", part)
            sentences.append(Sentence(Span(len(text), len(text) + len(words)), SentenceKind(kind), number))
            text += words + "\n"
        title = next((s.span for s in sentences if s.kind is SentenceKind.TITLE), None)
        return Report("r", text, tuple(sentences), title=title, issued=issued, publisher=publisher)

    return make
