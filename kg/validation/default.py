"""The engine that is used unless another one is given, and the screen before it."""

from __future__ import annotations

from functools import cache

from kg.validation.engine import Engine
from kg.validation.screen import Screen
from kg.validation.shapes import scheme_triples, shape_triples

__all__ = ["default_engine", "default_screen"]


@cache
def default_engine() -> Engine:
    """The engine pySHACL with the shapes and the concept schemes of this package."""
    from kg.validation.pyshacl_engine import PyShaclEngine  # noqa: PLC0415 - takes half a second to import

    return PyShaclEngine(shape_triples(), scheme_triples())


@cache
def default_screen() -> Screen:
    """The screen for the same shapes and concept schemes."""
    return Screen(shape_triples(), scheme_triples())
