"""The graph as a picture: an HTML page that opens offline, or an SVG file for a paper.

>>> from kg.draw import gather, to_html, to_svg
"""

from __future__ import annotations

from kg.draw.gather import AGENTS, gather
from kg.draw.page import to_html
from kg.draw.records import Picture
from kg.draw.svg import to_svg

__all__ = ["AGENTS", "Picture", "gather", "to_html", "to_svg"]
