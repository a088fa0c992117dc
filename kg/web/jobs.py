"""The jobs of a reader by name. Each takes the store and arguments that JSON can hold, and gives a reply."""

from __future__ import annotations

from collections.abc import Callable

from kg.web.answers import answer
from kg.web.reply import Reply

__all__ = ["JOBS"]

JOBS: dict[str, Callable[..., Reply]] = {"answer": answer}
