"""An explanation as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from kg.explain.explanation import ExplainedSentence, Explanation
from kg.explain.statements import ReadStatement
from kg.model import Report

__all__ = ["explanation_json"]


def explanation_json(explanation: Explanation) -> str:
    """The explanation as one JSON object; offsets are code points, half open, into ``text``."""
    report = explanation.report
    value = {
        "report": report.id,
        "title": explanation.title,
        "text": report.text,
        "sentences": [_sentence(item, report) for item in explanation.sentences],
        "elsewhere": [_statement(item, report) for item in explanation.elsewhere],
        "sentences_read": explanation.sentences_read,
        "sentences_total": explanation.sentences_total,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _sentence(item: ExplainedSentence, report: Report) -> dict[str, Any]:
    start, end = item.sentence.span
    return {
        "start": start,
        "end": end,
        "kind": item.sentence.kind.value,
        "text": report.quote(item.sentence.span),
        "statements": [_statement(statement, report) for statement in item.statements],
        "unread": list(item.unread),
    }


def _statement(item: ReadStatement, report: Report) -> dict[str, Any]:
    start, end = item.passage.span
    return {
        "kind": item.kind,
        "label": item.label,
        "statement": item.words,
        "rule": item.passage.rule,
        "start": start,
        "end": end,
        "quote": report.quote(item.passage.span),
    }
