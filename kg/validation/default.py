"""The engine that is used unless another one is given."""

from __future__ import annotations

from functools import cache

from kg.validation.engine import Engine
from kg.validation.shapes import scheme_triples, shape_triples

__all__ = ["default_engine"]


@cache
def default_engine() -> Engine:
    """The engine pySHACL with the shapes and the concept schemes of this package."""
    from kg.validation.pyshacl_engine import PyShaclEngine  # noqa: PLC0415 - takes half a second to import

    return PyShaclEngine(shape_triples(), scheme_triples())
