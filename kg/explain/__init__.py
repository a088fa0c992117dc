"""What was read from a report, beside the characters that it was read from; and what was not."""

from kg.explain.coverage import Coverage, UnreadSentence, measure_coverage
from kg.explain.data import explanation_json
from kg.explain.explanation import ExplainedSentence, Explanation, explain
from kg.explain.page import explanation_page
from kg.explain.statements import ReadStatement, read_statements

__all__ = [
    "Coverage",
    "ExplainedSentence",
    "Explanation",
    "ReadStatement",
    "UnreadSentence",
    "explain",
    "explanation_json",
    "explanation_page",
    "measure_coverage",
    "read_statements",
]
