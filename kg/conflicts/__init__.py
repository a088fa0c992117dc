"""Where reports contradict themselves or each other, and where the numbers of a series do not add up."""

from kg.conflicts.conflict import Conflict, Stand, Statement
from kg.conflicts.find import find_conflicts

__all__ = ["Conflict", "Stand", "Statement", "find_conflicts"]
