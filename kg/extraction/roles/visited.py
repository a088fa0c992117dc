"""The visits of one report by whom their names say that they were paid to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from kg.extraction.mentions.mention import Mention
from kg.model import Meeting
from kg.regex import regex

__all__ = ["Visits"]

_WORD = regex(r"\w+")
_WHOM = regex(r"\b(?:visits?|calls?|mission|tour)\b.*? (?:to|on|in|at|of) (.*)")
_COMMON = frozenset("the and for customs office offices service department regional".split())


class Visits:
    """Finds a visit again by the words of the host's name, at once however many visits there are."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._with_word: dict[str, list[int]] = {}
        """Words of the host to the numbers of the visits."""
        self._unsaid: list[int] = []
        """Numbers of those whose names do not say whom they were paid to."""

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, meeting: Meeting) -> None:
        """Takes in a visit that has become known."""
        number = len(self._keys)
        self._keys.append(meeting.key)
        whom = _WHOM.search(" ".join(name.value for name in meeting.names).lower())
        if whom is None:
            self._unsaid.append(number)
            return
        for word in set(_WORD.findall(whom[1])):
            self._with_word.setdefault(word, []).append(number)

    def first_about(self, host: Mention, *, unsaid: bool) -> str:
        """Key of the first visit to a host, or empty.

        Args:
            host: Who or what is visited.
            unsaid: Whether a visit of which the name does not say to whom may be one.
        """
        first = min((numbers[0] for numbers in self._about(host, unsaid=unsaid)), default=-1)
        return self._keys[first] if first >= 0 else ""

    def last_about(self, hosts: Iterable[Mention], among: int) -> str:
        """Key of the last of the first ``among`` visits that may be to one of several hosts, or empty."""
        found = [numbers for host in hosts for numbers in self._about(host, unsaid=True) if numbers[0] < among]
        last = max((numbers[bisect_left(numbers, among) - 1] for numbers in found), default=-1)
        return self._keys[last] if last >= 0 else ""

    def _about(self, host: Mention, *, unsaid: bool) -> list[list[int]]:
        words = {word for form in (host.form, *host.aliases) for word in _WORD.findall(form.lower()) if len(word) > 2}
        found = [self._with_word[word] for word in words - _COMMON if word in self._with_word]
        return [*found, self._unsaid] if unsaid and self._unsaid else found
