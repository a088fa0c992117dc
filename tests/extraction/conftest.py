import pytest

from kg.model import Report, Sentence, SentenceKind, Span


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
