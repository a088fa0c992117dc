"""Finds and reads files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kg.model import Report
from kg.reading.assembly import assemble
from kg.slugs import slug

__all__ = ["find_reports", "read_bytes", "read_file", "read_text", "report_id"]

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def report_id(name: str) -> str:
    """The id of a report: its file's stem, written with ASCII letters, digits, hyphens, dots and underscores."""
    stem = Path(name).stem
    return stem if _SAFE_ID.fullmatch(stem) else slug(stem)


def read_file(path: Path) -> Report:
    """Reads a file."""
    return read_bytes(path.read_bytes(), path.name)


def read_bytes(data: bytes, name: str, media_type: str | None = None) -> Report:
    """Reads the bytes of a file."""
    return read_text(data.decode("utf-8-sig"), name)


def read_text(text: str, name: str) -> Report:
    """Reads a decoded text."""
    return assemble(report_id(name), text)


def find_reports(paths: Iterable[Path]) -> list[Path]:
    """The files of reports."""
    found: list[Path] = []
    for path in paths:
        found.extend(sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    return found
