"""What was opened, built or paid for besides the meeting: 'The laboratory was opened by A'."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.clauses.clause import Clause
from kg.extraction.roles.frames import Match
from kg.extraction.words.text import alternation
from kg.model import Role
from kg.tables import read_table

__all__ = ["is_of_thing"]

_OF_MEETINGS = frozenset({Role.CHAIR, Role.OPENING, Role.HOST, Role.ORGANIZER, Role.SPONSOR})
_REACH = 110
"""Characters before a phrase in which its subject is looked for."""


def is_of_thing(clause: Clause, match: Match) -> bool:
    """Whether a passive phrase is said of a thing of ``data/wordings/things.csv``, and so not of the meeting."""
    if match.frame.role not in _OF_MEETINGS:
        return False
    return _subject().search(clause.text, max(0, match.start - _REACH), match.start) is not None


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    things = alternation({row["thing"] for row in read_table("data", "wordings", "things.csv", columns=("thing",))})
    return re.compile(
        r"(?:^|[,;:] |\band |\bwhile |\bwhere )(?:(?:the|a|an|its|their|this|another|all|both) )?"
        rf"(?:(?!of |on |at |in |for |by )[a-z-]+ ){{0,2}}(?:{things})(?: (?:of|for|in|at) [^.;:,]{{1,40}}| presented)?"
        r"(?:,? (?:which|that))? (?:also |kindly )?(?:was|were|is|are|has been|have been|had been|being) "
        r"(?:(?:also|kindly|jointly|partly|officially|being) )*$"
    )
