"""Recognises that nothing which decides what is in the graph has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.resources import resource

__all__ = ["inputs_digest"]


def inputs_digest(*settings: str) -> str:
    """SHA-256 of the software, its tables, ontology and shapes, and of the settings of a build.

    The code itself is taken, not its version, so that a changed rule is noticed in a checkout too.
    """
    digest = hashlib.sha256("\0".join(settings).encode())
    for name, path in _files():
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    package = Path(kg.__file__).parent
    roots = {"kg": (package, "*.py"), "data": (resource("data"), "*.*"), "ontology": (resource("ontology"), "*.ttl")}
    for name, (root, pattern) in roots.items():
        for path in sorted(root.rglob(pattern)):
            parts = path.relative_to(root).parts
            if name == "data" and parts[0] == "reports":
                continue  # sample reports are a corpus like any other
            if path.is_file():
                yield "/".join((name, *parts)), path
