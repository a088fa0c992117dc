"""Finds again what a report has named: names of people and acronyms, as whole words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

__all__ = ["whole_words"]


def whole_words(text: str, forms: Collection[str], joints_before: str, joints_after: str) -> list[tuple[int, int]]:
    """Start and end of the forms in a text, from left to right without overlap, the longest where several begin.

    Args:
        text: The text.
        forms: What is looked for; none is empty.
        joints_before: Characters beside letters, digits and '_' that make what follows part of a word.
        joints_after: The same for what stands behind.
    """
    if not forms:
        return []
    whole = [
        (start, end)
        for start, end in _places(text, forms)
        if not _joins(text[start - 1 : start], joints_before) and not _joins(text[end : end + 1], joints_after)
    ]
    found: list[tuple[int, int]] = []
    position = 0
    for start, end in sorted(whole, key=lambda span: (span[0], -span[1])):
        if start >= position:
            found.append((start, end))
            position = end
    return found


def _places(text: str, forms: Collection[str]) -> Iterator[tuple[int, int]]:
    """Start and end of every occurrence of the forms, in no particular order."""
    if len(forms) > _FEW:
        # For one text the automaton that is soonest built is the fastest.
        automaton = AhoCorasick(list(forms), implementation=Implementation.NoncontiguousNFA)
        for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            yield start, end
        return
    for form in forms:
        start = text.find(form)
        while start >= 0:
            yield start, start + len(form)
            start = text.find(form, start + 1)


_FEW = 24
"""Forms that are looked for one by one sooner than an automaton is built of them, as nearly all reports have."""


def _joins(character: str, joints: str) -> bool:
    return bool(character) and (character.isalnum() or character == "_" or character in joints)
