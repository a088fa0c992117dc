"""Addresses of web pages, which stand in the graph as they are."""

from __future__ import annotations

from kg.regex import regex

__all__ = ["is_address"]

_ADDRESS = regex(r"https?://[^\s\x00-\x1f\x7f-\x9f<>\"{}|\\^`]+")


def is_address(url: str) -> bool:
    """Whether a text is the address of a web page, without characters that no IRI has."""
    return _ADDRESS.fullmatch(url) is not None
