"""The named questions: one file each under ``queries/competency``."""

from __future__ import annotations

import difflib
from pathlib import Path

from kg.errors import NoSuchPath, NoSuchQuery, UsageError
from kg.query.header import Query, parse_query
from kg.resources import resource

__all__ = ["list_queries", "load_query", "read_query"]


def list_queries() -> list[Query]:
    """All named questions, by name."""
    return [read_query(path) for path in sorted(_folder().glob("*.rq"), key=lambda path: path.stem)]


def load_query(name: str) -> Query:
    """A named question.

    Args:
        name: File stem.

    Raises:
        NoSuchQuery: There is none; suggests the nearest.
    """
    path = _folder() / f"{name}.rq"
    names = sorted(file.stem for file in _folder().glob("*.rq"))
    if name in names:
        return read_query(path)
    near = difflib.get_close_matches(name.lower(), names, n=3, cutoff=0.4)
    near = near or [each for each in names if name and name.lower() in each][:3]
    hint = f"Did you mean {' or '.join(near)}?" if near else "`kg queries` lists them."
    raise NoSuchQuery(f"There is no question {name!r}.", hint)


def read_query(path: Path) -> Query:
    """A question from a file.

    Raises:
        NoSuchPath: There is no such file.
        UsageError: It is not text in UTF-8.
        QuerySyntaxError: Its head is not as it must be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError):
        raise NoSuchPath(f"There is no query file {path}.", "`kg queries` lists the named questions.") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not text in UTF-8 (byte {error.start}).", "A query file holds SPARQL.") from error
    return parse_query(text, path.stem)


def _folder() -> Path:
    return resource("queries", "competency")
