"""The page: one file that holds all it needs."""

from __future__ import annotations

from pathlib import Path
from string import Template

from kg.draw.data import to_data, to_script_json
from kg.draw.records import Picture
from kg.errors import ResourceMissing
from kg.look import stylesheet

__all__ = ["to_html"]

_STATIC = Path(__file__).with_name("static")


def to_html(picture: Picture, *, served: bool = False) -> str:
    """One HTML file with style, scripts and data in it; it asks nothing of any host.

    Args:
        picture: What is drawn.
        served: Whether it stands on a server beside the pages of the things that are drawn, and leads to them.

    Raises:
        ResourceMissing: A part of the page was not installed.
    """
    return Template(_part("page.html")).substitute(
        style=stylesheet("tokens", "base") + _part("page.css"),
        cytoscape=_part("vendor/cytoscape.min.js"),
        data=to_script_json(to_data(picture) | {"served": served}),
        home=' href="/"' if served else "",
        script=_part("view.js") + _part("panel.js") + _part("page.js"),
    )


def _part(name: str) -> str:
    try:
        return (_STATIC / name).read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise ResourceMissing(f"The file {_STATIC / name} is missing.", "Install wco-kg again.") from problem
