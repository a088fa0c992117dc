"""Looks at the words of a query: enough to refuse what may not run and to say in plain words what does not parse.

Parsing is the database's; this only tells keywords, names, strings and comments apart (SPARQL 1.1 Query, section 19.8).
"""

from __future__ import annotations

from kg.errors import QuerySyntaxError, UsageError
from kg.sparql import Word, words
from kg.vocab import PREFIXES

__all__ = ["check", "explained_syntax_error"]

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}


def check(text: str) -> None:
    """Lets pass what only reads this graph.

    Raises:
        QuerySyntaxError: It is an update.
        UsageError: It asks another server.
    """
    begun = False
    previous = ""
    for word in words(text):
        if word.kind != "word":
            previous = ""
            continue
        keyword = word.text
        if not begun and keyword not in {"PREFIX", "BASE"} and previous != "PREFIX":
            begun = True
            if keyword in _UPDATES:
                line, column = _position(text, word.start)
                raise QuerySyntaxError(
                    f"This is an update ({keyword}); the graph can be asked, not changed.",
                    line,
                    column,
                    "`kg build` makes it from reports.",
                )
        if keyword == "SERVICE":
            raise UsageError("The query asks another server (SERVICE); this software works offline.", "Leave it out.")
        previous = keyword


def explained_syntax_error(text: str, error: QuerySyntaxError) -> QuerySyntaxError:
    """What the database says of a query that does not parse, with the place and in words that help."""
    unknown = _undeclared(text)
    if unknown is not None:
        line, column = _position(text, unknown.start)
        prefix = unknown.text.partition(":")[0]
        return QuerySyntaxError(
            f"Line {line}, column {column}: the prefix {prefix}: is not declared.",
            line,
            column,
            f"Declare it with PREFIX, or use one of {', '.join(sorted(PREFIXES))}.",
        )
    offset = _offset(text, error)
    line, column = _position(text, offset)
    rest = text[offset:].partition("\n")[0].strip()
    where = f"at {rest[:40]!r}" if rest else "at its end"
    return QuerySyntaxError(
        f"Line {line}, column {column}: the query does not parse {where}.", line, column, _hint(error)
    )


def _offset(text: str, error: QuerySyntaxError) -> int:
    from kg.query.place import mistake  # noqa: PLC0415 - loads a library that right queries do not need

    found = mistake(text)
    if found is not None:
        return found
    lines = text.split("\n")
    return min(sum(len(line) + 1 for line in lines[: max(error.line, 1) - 1]) + max(error.column, 1) - 1, len(text))


def _undeclared(text: str) -> Word | None:
    declared = set(PREFIXES)
    previous = Word("", "", 0, 0, 0)
    for word in words(text):
        if word.kind == "name":
            prefix = word.text.partition(":")[0]
            if previous.kind == "word" and previous.text == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return word
        previous = word
    return None


def _hint(error: QuerySyntaxError) -> str:
    """What the database says, where it is no list of what could stand there."""
    if "variable that is unbound" in error.message:
        return "SELECT names a variable that the pattern does not bind, or that is neither grouped nor counted."
    if "IRI parsing failed" in error.message:
        return "An IRI in angle brackets must be absolute: <https://...>."
    return ""


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
