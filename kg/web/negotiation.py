"""Which form of an answer a client takes (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from starlette.requests import Request
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from kg.rdf import FORMS
from kg.web.answers import GRAPH_TYPES, ROW_TYPES

__all__ = ["DOCUMENT_FORMS", "GRAPH_FORMS", "PAGE_FORMS", "ROW_FORMS", "accepts", "chosen"]


def _bare(types: Mapping[str, str]) -> dict[str, str]:
    return {media_type.partition(";")[0]: name for name, media_type in types.items()}


ROW_FORMS = _bare(ROW_TYPES) | {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
"""Form of rows by the media types that clients ask for, the usual one first."""
GRAPH_FORMS = _bare(GRAPH_TYPES) | {
    "application/x-turtle": "turtle",
    "text/n3": "turtle",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
}
"""The same for statements."""
PAGE_FORMS = {"text/html": "html", "application/xhtml+xml": "html"}
"""The same for pages."""
DOCUMENT_FORMS = PAGE_FORMS | {FORMS[name].media_type: name for name in ("turtle", "jsonld", "ntriples", "rdfxml")}
"""The same for documents about things."""


def accepts(request: Request) -> str:
    """What the client says that it accepts; everything where it does not say."""
    return ", ".join(request.headers.getlist("accept")) or "*/*"


def chosen(accept: str, forms: Mapping[str, str]) -> str | None:
    """The form that the client likes best; among equals the first; ``None`` where it takes none.

    A more specific range overrules a less specific one, so ``text/html;q=0, */*`` is all but HTML. Parameters such as
    ``charset=utf-8`` are left out: no form here has any that could be chosen.

    Args:
        accept: As :func:`accepts` gives it.
        forms: Names of forms by media type, the usual one first.
    """
    return _chosen(accept, tuple(forms.items()))


@lru_cache(maxsize=1024)
def _chosen(accept: str, forms: tuple[tuple[str, str], ...]) -> str | None:
    parsed = parse_accept_header(accept, MIMEAccept)
    accepted = MIMEAccept([(media_type.partition(";")[0].strip(), quality) for media_type, quality in parsed])
    best, form = 0.0, None
    for media_type, name in forms:
        quality = float(accepted[media_type])
        if quality > best:
            best, form = quality, name
    return form
