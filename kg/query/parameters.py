"""From what the user writes to the RDF terms that stand in the query."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import BadParameter
from kg.model.schemes import MeetingKind, PostStatus, Region, Role
from kg.query.entities import resolve
from kg.query.header import Parameter, ParameterType, Query
from kg.store import GraphStore
from kg.vocab import XSD, integer, iri

__all__ = ["bind"]

_SCHEMES: dict[ParameterType, tuple[str, tuple[str, ...]]] = {
    ParameterType.REGION: ("region", tuple(Region)),
    ParameterType.ROLE: ("role", tuple(Role)),
    ParameterType.KIND: ("meeting-kind", tuple(MeetingKind)),
    ParameterType.STATUS: ("post-status", tuple(PostStatus)),
}


def bind(store: GraphStore, query: Query, values: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """The terms of the parameters of ``query``.

    Args:
        store: Where names are looked up.
        query: Which parameters there are.
        values: As the user writes them, by parameter.

    Raises:
        BadParameter: One is missing, unknown or of the wrong type.
        NoSuchEntity: No or more than one thing in the graph has the name.
    """
    known = {each.name: each for each in query.parameters}
    for name in values:
        if name not in known:
            raise BadParameter(f"The query {query.name} has no parameter {name!r}.", _usage(query))
    bound = {}
    for parameter in query.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is not None:
            bound[parameter.name] = _term(store, parameter, value.strip())
        elif parameter.required:
            raise BadParameter(f"The query {query.name} needs the parameter {parameter.name!r}.", _usage(query))
    return bound


def _usage(query: Query) -> str:
    if not query.parameters:
        return "It has none; a query file declares them in a line such as `#+ params: {person: person}`."
    return "It takes " + ", ".join(_described(each) for each in query.parameters) + "."


def _described(parameter: Parameter) -> str:
    example = f", for example -p {parameter.name}={parameter.example!r}" if parameter.example else ""
    return f"{parameter.name} ({parameter.type.value}{'' if parameter.required else ', optional'}{example})"


def _term(store: GraphStore, parameter: Parameter, value: str) -> NamedNode | Literal:
    kind = parameter.type
    if kind in _SCHEMES:
        folder, notations = _SCHEMES[kind]
        told = value.removeprefix(store.manifest.base).removeprefix(f"{folder}/")
        return iri(f"{folder}/{_notation(parameter, told, notations)}", store.manifest.base)
    if kind in _LITERALS:
        try:
            return _LITERALS[kind](value)
        except ValueError:
            raise BadParameter(
                f"The parameter {parameter.name!r} takes {_WORDS[kind]}; found {value!r}.",
                f"For example -p {parameter.name}={parameter.example or _EXAMPLES[kind]}.",
            ) from None
    return resolve(store, value, [kind], parameter.name)


def _notation(parameter: Parameter, value: str, notations: tuple[str, ...]) -> str:
    """The notation that is meant; letter case, strokes and blanks do not matter (``a/p`` is ``AP``)."""
    wanted = "".join(filter(str.isalnum, value)).lower()
    for notation in notations:
        if notation.replace("-", "").lower() == wanted:
            return notation
    raise BadParameter(
        f"The parameter {parameter.name!r} takes a {parameter.type.value}; found {value!r}.",
        f"Choose one of {', '.join(notations)}.",
    )


def _integer(value: str) -> Literal:
    return integer(int(value))


def _date(value: str) -> Literal:
    return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)


def _year(value: str) -> Literal:
    if len(value) != 4 or not value.isdecimal():
        raise ValueError(value)
    return Literal(value, datatype=XSD.gYear)


_LITERALS: dict[ParameterType, Callable[[str], Literal]] = {
    ParameterType.STRING: Literal,
    ParameterType.INTEGER: _integer,
    ParameterType.DATE: _date,
    ParameterType.YEAR: _year,
}
_WORDS = {
    ParameterType.STRING: "text",
    ParameterType.INTEGER: "a whole number",
    ParameterType.DATE: "a day (YYYY-MM-DD)",
    ParameterType.YEAR: "a year (YYYY)",
}
_EXAMPLES = {
    ParameterType.STRING: "text",
    ParameterType.INTEGER: "18",
    ParameterType.DATE: "2023-02-20",
    ParameterType.YEAR: "2023",
}
