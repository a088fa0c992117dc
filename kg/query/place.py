"""Finds where a query that does not parse goes wrong.

The database tells how far its parser came, which is often words behind the mistake. The parser of rdflib is too slow
and too lenient to ask with, but it knows where that begins which it could not read. It is loaded only after a mistake.
"""

from __future__ import annotations

from pyparsing import ParseBaseException
from rdflib.plugins.sparql.parser import parseQuery

__all__ = ["mistake"]


def mistake(text: str) -> int | None:
    """Offset of the first word that cannot be read; ``None`` where rdflib sees no mistake."""
    try:
        parseQuery(text.replace("\t", " "))  # each tab is a character, not the eight columns that pyparsing counts
    except ParseBaseException as error:
        return min(error.loc, len(text))
    return None
