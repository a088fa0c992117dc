"""Titles in small letters, as newspapers write them: only beside what looks like a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.mentions import Kind, Mention
from kg.extraction.text import CAP, alternation
from kg.tables import read_table

__all__ = ["find_lower_titles"]

_NAME_AHEAD = rf"{CAP}\s+(?:(?:van|de|der|el|al|bin|e|da|dos)\s+){{0,2}}{CAP}"
_ENDS_NAME = re.compile(r"[A-Z][\w'’-]*\)?$")
_BLANKS = re.compile(r"\s+")
_NO_MODIFIER = (
    "a|an|the|of|at|for|with|in|and|or|by|to|from|as|its|his|her|their|our|former|outgoing|acting|new|then|now|who|is"
    "|was|also|both|retired|said|told|that|where|while|when|had|has|were|are"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = read_table("data", "wordings", "name_contexts.csv", columns=("wording", "use"))
    heads = alternation({row["wording"] for row in rows if row["use"] == "head"})
    title = rf"(?P<title>(?:(?!(?:{_NO_MODIFIER})\b)[a-z]+[\s-]){{0,2}}(?:{heads}))"
    lead = r"(?:(?:an?|the|its|now|then|former|outgoing|acting|current|retired)\s+){0,2}"
    return (
        re.compile(heads),
        re.compile(rf"(?P<name>),\s+{lead}{title}(?=\s+(?:of|at|for|with|in|to)\s+(?:the\s+)?[A-Z]|[,.;])"),
        re.compile(
            rf"(?<=\s){title}(?=\s+{_NAME_AHEAD}|\s+(?:of|at|for|with)\s+(?:the\s+)?{CAP}(?:\s+{CAP}){{1,3}}\s+{_NAME_AHEAD})"
        ),
    )


def find_lower_titles(text: str) -> Iterator[Mention]:
    """'Larry Liza, director of the ROCB', 'tax auditor Iara Tavolaro', in the order of the text within each kind."""
    head, behind, ahead = _patterns()
    if not head.search(text):
        return
    for match in behind.finditer(text):
        if _ENDS_NAME.search(text, max(0, match.start() - 24), match.start()):
            yield _title(match)
    for match in ahead.finditer(text):
        yield _title(match)


def _title(match: re.Match[str]) -> Mention:
    return Mention(Kind.TITLE, *match.span("title"), _BLANKS.sub(" ", match["title"]), rule="post.title-in-small")
