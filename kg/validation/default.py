"""The engine that is used unless another one is given, the screen before it, and when there is one."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from kg.validation.engine import Engine
from kg.validation.screen import Screen
from kg.validation.shapes import scheme_triples, shape_triples

__all__ = ["SMALL", "Way", "default_engine", "default_screen", "screen_for"]

SMALL = 50_000
"""Statements up to which pySHACL is asked about all of them: it takes some 80 microseconds for each."""


class Way(StrEnum):
    """How a graph is checked; what is found is the same."""

    AUTO = "auto"
    """pySHACL alone up to :data:`SMALL` statements, else the screen first."""
    PYSHACL = "pyshacl"
    """pySHACL looks at all."""
    SCREENED = "screened"
    """pySHACL looks at what the screen does not pass."""


@cache
def default_engine() -> Engine:
    """The engine pySHACL with the shapes and the concept schemes of this package."""
    from kg.validation.pyshacl_engine import PyShaclEngine  # noqa: PLC0415 - takes half a second to import

    return PyShaclEngine(shape_triples(), scheme_triples())


@cache
def default_screen() -> Screen:
    """The screen for the same shapes and concept schemes."""
    return Screen(shape_triples(), scheme_triples())


def screen_for(way: Way, statements: int) -> Screen | None:
    """The screen, if there is to be one before the engine.

    Args:
        way: How the graph is to be checked.
        statements: How many there are.
    """
    return default_screen() if way is Way.SCREENED or (way is Way.AUTO and statements > SMALL) else None
