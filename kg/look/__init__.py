"""What everything that is looked at in a browser has in common: colours by day and by night, letters, marks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.errors import ResourceMissing

__all__ = ["FOLDER", "colours", "stylesheet"]

FOLDER = Path(__file__).with_name("static")
"""Where the style sheets are: ``tokens.css`` (colours), ``base.css``, ``reading.css`` (texts with what was read)."""

_TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def stylesheet(*names: str) -> str:
    """Style sheets one after the other, for a file that is to hold all it needs.

    Args:
        names: Of files in :data:`FOLDER`, without suffix.

    Raises:
        ResourceMissing: One was not installed.
    """
    return "".join(_read(name) for name in names)


@cache
def colours() -> dict[str, str]:
    """The colours by day, by the names of their tokens: for pictures on white."""
    by_day = stylesheet("tokens").partition("@media")[0]
    return dict(_TOKEN.findall(by_day))


def _read(name: str) -> str:
    path = FOLDER / f"{name}.css"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise ResourceMissing(f"The file {path} is missing.", "Install wco-kg again.") from problem
