"""People whose names are the same words and who are two all the same: told apart by hand, report by report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from kg.model import EntityKind
from kg.model.judgement import Judgement

__all__ = ["Namesakes"]

Key = TypeVar("Key", bound=Hashable)


class Namesakes(Generic[Key]):
    """Who is meant by a name in which reports.

    Args:
        judgements: Decisions by hand. Those count that name reports: in these, whom ``right`` names is ``left``.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._judgements = tuple(
            each for each in judgements if each.kind is EntityKind.PERSON and each.reports and not each.same
        )
        self.reports = frozenset(report for each in self._judgements for report in each.reports)
        """Reports in which somebody is told apart."""
        self.slugs = frozenset(each.left for each in self._judgements)
        """Slugs that are given by hand, and that nobody else may have."""

    def told_apart(self, slugs: Mapping[Key, str]) -> dict[tuple[Key, str], str]:
        """For what makes a name one, and a report: the slug that is given by hand to who is meant there.

        Args:
            slugs: The slug of all whose names are the same words.
        """
        keys = {own: key for key, own in slugs.items()}
        given: dict[tuple[Key, str], str] = {}
        for judgement in self._judgements:
            if judgement.right in keys:
                for report in judgement.reports:
                    given.setdefault((keys[judgement.right], report), judgement.left)
        return given

    def groups(self) -> list[list[str]]:
        """Slugs of people of one name, who are all different from each other."""
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for each in self._judgements:
            groups[each.right] |= {each.left, each.right}
        return [sorted(group) for _, group in sorted(groups.items())]
