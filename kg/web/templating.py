"""From templates to pages."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from kg import __version__
from kg.web.reply import Reply

__all__ = ["HEADERS", "HTML", "page"]

HTML = "text/html; charset=utf-8"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""A page loads nothing from elsewhere and runs no script that stands in it, whatever a report says."""


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("kg.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["version"] = __version__
    return found


def page(template: str, /, *, status: int = 200, **values: Any) -> Reply:
    """A page made of a template of ``kg/web/templates``; whatever stands in ``values`` is escaped."""
    return Reply(_environment().get_template(template).render(values).encode(), HTML, status, HEADERS)
