"""Check queries: SPARQL over the whole graph, where any row is a finding.

They say what the shapes cannot, because it is about many reports at once, or what is far cheaper as one query. A check
is a file of ``queries/checks`` whose head has a summary, which is the message of its findings, and a severity. Its
columns are those of a finding: ``focus``, and where they apply ``path`` and ``value``. Where the report states it is
looked up, unless the columns ``report``, ``start``, ``end``, ``quote`` and ``rule`` say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml
from pyoxigraph import Literal, NamedNode

from kg.errors import QuerySyntaxError
from kg.model import Finding, Passage, Severity, Span
from kg.resources import resource
from kg.validation.findings import sort_findings

__all__ = ["Ask", "Check", "load_checks", "read_check", "run_checks"]

_MARK = "#+"
_WHERE = frozenset({"report", "start", "end", "quote", "rule"})


class Ask(Protocol):
    """Asks a store, as :meth:`kg.store.GraphStore.query` does."""

    def __call__(self, text: str, parameters: Mapping[str, NamedNode | Literal] | None = None, /) -> Any:
        """The rows of a SELECT query; each gives the value of a variable by its name."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check query.

    Attributes:
        name: File stem.
        message: What must be true, then the likeliest cause.
        tags: What it is about.
    """

    name: str
    message: str
    severity: Severity
    text: str
    tags: tuple[str, ...] = ()


def load_checks() -> list[Check]:
    """The checks of this package, by name."""
    return [read_check(path) for path in sorted(resource("queries", "checks").glob("*.rq"))]


def read_check(path: Path) -> Check:
    """A check from a file.

    Raises:
        QuerySyntaxError: Its head lacks the summary or the severity.
    """
    text = path.read_text(encoding="utf-8")
    lines = [line.partition(_MARK)[2].removeprefix(" ") for line in text.splitlines() if line.startswith(_MARK)]
    head = yaml.safe_load("\n".join(lines)) or {}
    try:
        return Check(path.stem, head["summary"], Severity(head["severity"]), text, tuple(head.get("tags", ())))
    except (KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise QuerySyntaxError(
            f"The head of {path} lacks a summary or a severity: {error}.",
            hint=f"The severity is one of {', '.join(Severity)}.",
        ) from error


def run_checks(ask: Ask, checks: Iterable[Check] | None = None) -> list[Finding]:
    """The findings of check queries.

    Args:
        ask: Asks the store; ``store.query`` of a :class:`kg.store.GraphStore`.
        checks: By default all of this package.

    Returns:
        Gravest first, then by check, report and focus node.

    Raises:
        QuerySyntaxError: A query does not parse.
        StoreError: The store fails.
    """
    chosen = load_checks() if checks is None else checks
    evidence = resource("queries", "competency", "evidence.rq").read_text(encoding="utf-8")
    return sort_findings(finding for check in chosen for finding in _run(ask, check, evidence))


def _run(ask: Ask, check: Check, evidence: str) -> Iterator[Finding]:
    solutions = ask(check.text)
    columns = {variable.value for variable in solutions.variables}
    for row in solutions:
        focus = row["focus"]
        path, value = (row[name] if name in columns else None for name in ("path", "value"))
        nearest = [row] if columns >= _WHERE else ask(evidence, {"statement": focus})
        report, passage, quote = next((_located(found) for found in nearest), ("", None, ""))
        yield Finding(
            shape=check.name,
            severity=check.severity,
            focus=focus.value,
            message=check.message,
            path=path.value if path else "",
            value=value.value if value else "",
            report=report,
            passage=passage,
            quote=quote,
            term=str(value) if value else "",
        )


def _located(row: Any) -> tuple[str, Passage | None, str]:
    span = Span(int(row["start"].value), int(row["end"].value))
    return row["report"].value, Passage(span, row["rule"].value), row["quote"].value
