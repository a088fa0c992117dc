"""Finds the files that ship with the package: ontology, queries, reference data and sample reports.

In a checkout they lie at the top level, where people look for them; in an installed wheel
they lie in ``kg/_resources`` (pyproject.toml, ``force-include``). Callers never need to know which.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import ResourceMissing

__all__ = ["resource"]

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent)


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder.

    Args:
        parts: Path from the top level, for example ``"data", "reference", "members.csv"``.

    Raises:
        ResourceMissing: The installation lacks it.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(parts)
    raise ResourceMissing(f"The installation of wco-kg lacks {name}.", "Reinstall the package.")
