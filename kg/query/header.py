"""The head of a query file: comment lines that begin with ``#+`` and hold YAML, as grlc's decorators do.

::

    #+ summary: Who chaired which global meeting?
    #+ description: One row per report that says so.
    #+ tags: [competency, meetings]
    #+ params: {person: person, region: region, since: year}
    #+ optional: [region]
    #+ example: {person: Norikazu Kuramoto}
    #+ defaults: {since: 2010}
    #+ columns: {chair: who chaired, quote: the words that say so}

A parameter is a variable of the query and one of its columns, or of what CONSTRUCT makes. Its type says which values it
takes. An optional one that is not given leaves its variable to the patterns of the query; one with a default is
optional.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import yaml

from kg.errors import QuerySyntaxError

__all__ = ["Parameter", "ParameterType", "Query", "parse_query"]

_MARK = "#+"
_FIELDS: dict[str, type] = {
    "summary": str,
    "description": str,
    "tags": list,
    "params": dict,
    "optional": list,
    "example": dict,
    "defaults": dict,
    "columns": dict,
    "severity": str,
}
_FIELDS_OF_GRLC = {"endpoint", "endpoint_in_url", "enumerate", "method", "pagination"}
_KINDS: dict[type, str] = {str: "text", list: "a list of texts", dict: "a mapping of names to texts"}


class ParameterType(StrEnum):
    """What values a parameter takes, as the user writes them."""

    IRI = "iri"
    """Anything in the graph: by IRI, by path (``person/larry-liza``) or by name."""
    PERSON = "person"
    OFFICE = "office"
    AGENT = "agent"
    """A person or an office."""
    MEETING = "meeting"
    SERIES = "series"
    REPORT = "report"
    COUNTRY = "country"
    REGION = "region"
    """A notation such as ``AP``; so are the three that follow."""
    ROLE = "role"
    KIND = "kind"
    STATUS = "status"
    STRING = "string"
    INTEGER = "integer"
    DATE = "date"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query.

    Attributes:
        name: Of the variable, without question mark.
        required: Whether the query cannot run without it.
        default: Taken where it is not given; as the user would write it.
        example: As the user would write it.
    """

    name: str
    type: ParameterType
    required: bool = True
    default: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """SPARQL, and what its head says of it.

    Attributes:
        name: File stem, or what messages call it.
        text: The whole file.
        summary: The question in plain words.
        columns: What each column means.
    """

    name: str
    text: str
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def example(self) -> dict[str, str]:
        """Values to try it with."""
        return {each.name: each.example for each in self.parameters if each.example is not None}


def parse_query(text: str, name: str = "query") -> Query:
    """Reads the head of a query, if it has one.

    Args:
        text: SPARQL with or without head.
        name: What messages call it.

    Raises:
        QuerySyntaxError: The head is not as it must be.
    """
    head = _head(text)
    try:
        values = yaml.load(head, yaml.BaseLoader) or {}  # noqa: S506 - makes strings alone, so that NO stays Norway
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        column = error.problem_mark.column + len(_MARK) + 2 if error.problem_mark else 0
        raise QuerySyntaxError(f"The head of {name} does not parse: {error.problem}.", line, column) from error
    _check(values, name)
    return Query(
        name=name,
        text=text,
        summary=values.get("summary", "").strip(),
        description=values.get("description", "").strip(),
        tags=tuple(values.get("tags", ())),
        parameters=_parameters(values, name),
        columns=values.get("columns", {}),
    )


def _head(text: str) -> str:
    """The YAML of the head, each line where it stands in the text, so that errors point at the right one."""
    lines = []
    for line in text.splitlines():
        stripped = line.lstrip()
        if stripped and not stripped.startswith("#"):
            break
        lines.append(line.partition(_MARK)[2].removeprefix(" ") if stripped.startswith(_MARK) else "")
    return "\n".join(lines)


def _check(values: object, name: str) -> None:
    """Refuses what is not a head: unknown fields, and values of another shape than the field has."""
    if not isinstance(values, dict):
        raise QuerySyntaxError(f"The head of {name} is not a list of fields.", 1, 1, f"It may have {_listed(_FIELDS)}.")
    for field_name, value in values.items():
        if field_name in _FIELDS_OF_GRLC:
            continue
        kind = _FIELDS.get(field_name)
        if kind is None:
            raise QuerySyntaxError(
                f"The head of {name} has an unknown field {field_name!r}.", 1, 1, f"It may have {_listed(_FIELDS)}."
            )
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not isinstance(value, kind) or not all(isinstance(each, str) for each in inner):
            raise QuerySyntaxError(f"The field {field_name!r} in the head of {name} takes {_KINDS[kind]}.", 1, 1)


def _parameters(values: Mapping[str, Any], name: str) -> tuple[Parameter, ...]:
    params, defaults, example = (values.get(field_name, {}) for field_name in ("params", "defaults", "example"))
    optional = {*values.get("optional", ()), *defaults}
    for stranger in sorted({*optional, *example} - {*params}):
        raise QuerySyntaxError(f"The head of {name} names a parameter {stranger!r} that is not among its params.", 1, 1)
    return tuple(
        Parameter(key, _type(key, written, name), key not in optional, defaults.get(key), example.get(key))
        for key, written in params.items()
    )


def _type(key: str, written: str, name: str) -> ParameterType:
    try:
        return ParameterType(written)
    except ValueError:
        raise QuerySyntaxError(
            f"The head of {name} gives {key!r} the type {written!r}.", 1, 1, f"Types are {_listed(ParameterType)}."
        ) from None


def _listed(names: Any) -> str:
    return ", ".join(sorted(str(name) for name in names))
