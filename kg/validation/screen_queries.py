"""Shapes as SPARQL that finds where they are not met; for :mod:`kg.validation.screen` alone.

Each constraint of a shape becomes one pattern over ``?this`` and, of a property shape, ``?value``. What is told is only
that something is amiss: what it is, and in which words, is for the engine to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.vocab import RDF, RDFS, SH, XSD

__all__ = ["CannotScreen", "Shapes"]

_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_SAID = ("name", "description", "message", "severity", "order", "group", "path", "property", "flags", *_TARGETS)
_FIRST, _REST = NamedNode(RDF.base + "first"), NamedNode(RDF.base + "rest")
_CAST = frozenset({XSD.integer, XSD.date, XSD.gYear, XSD.gYearMonth})
_WHERE = re.compile(r"\bWHERE\s*\{(.*)\}\s*$", re.DOTALL | re.IGNORECASE)
_LINE_END = re.compile(r"(?<!\\)\$")


def _sh(name: str) -> NamedNode:
    """A term of SHACL."""
    return NamedNode(SH.base + name)


class CannotScreen(Exception):
    """A shape uses a constraint that is not known here. No failure: the engine then checks everything."""


class Shapes:
    """The statements of shapes, put into queries.

    Args:
        shapes: All statements of the shapes.
        background: The tree of classes.
    """

    def __init__(self, shapes: Iterable[Triple], background: Iterable[Triple]) -> None:
        self._about: defaultdict[Any, list[tuple[NamedNode, Any]]] = defaultdict(list)
        for each in shapes:
            self._about[each.subject].append((each.predicate, each.object))
        self._below: defaultdict[Any, set[Any]] = defaultdict(set)
        for each in background:
            if each.predicate == RDFS.subClassOf:
                self._below[each.object].add(each.subject)

    def patterns(self) -> Iterator[tuple[Any, str]]:
        """Shapes with graph patterns; each match of one is a node ``?this`` that does not meet the shape."""
        for shape in sorted(self._about, key=str):
            targets = {kind: self._values(shape, _sh(kind)) for kind in _TARGETS}
            if not any(targets.values()):
                continue
            constrained = (shape, *self._values(shape, _sh("property")))
            faults = [(each, fault) for each in constrained for fault in self._faults(each)]
            for kind, values in targets.items():
                if values:
                    yield from ((each, f"{self._target(kind, values)} {fault}") for each, fault in faults)

    def _values(self, subject: Any, predicate: NamedNode) -> list[Any]:
        return [value for each, value in self._about[subject] if each == predicate]

    def _target(self, kind: str, values: list[Any]) -> str:
        any_of = f"({'|'.join(map(str, values))})"
        return {
            "targetClass": self._instance("?this", *values),
            "targetSubjectsOf": f"?this {any_of} ?object .",
            "targetObjectsOf": f"?subject {any_of} ?this .",
        }[kind]

    def _instance(self, variable: str, *kinds: Any) -> str:
        """That a node is an instance of one of the classes or of one below them."""
        classes, waiting = set(kinds), [*kinds]
        while waiting:
            fresh = self._below[waiting.pop()] - classes
            classes |= fresh
            waiting += fresh
        if len(classes) == 1:
            return f"{variable} a {kinds[0]} ."
        name = f"{variable}Class"
        return f"{variable} a {name} . VALUES {name} {{ {' '.join(sorted(map(str, classes)))} }}"

    def _faults(self, shape: Any) -> Iterator[str]:
        """Patterns that match a focus node ``?this`` which does not meet one constraint of the shape."""
        (path,) = self._values(shape, _sh("path")) or [None]
        steps = self._path(path) if path is not None else ""
        reach = f"?this {steps} ?value ." if steps else "BIND (?this AS ?value)"
        wrong: list[str] = []
        for predicate, value in sorted(self._about[shape], key=str):
            name = predicate.value.removeprefix(SH.base)
            if predicate == RDF.type or name in _SAID:
                continue
            if name == "minCount":
                yield f"FILTER NOT EXISTS {{ {self._several(steps, int(value.value))} }}" if int(value.value) else ""
            elif name == "maxCount":
                yield self._several(steps, int(value.value) + 1)
            elif name == "uniqueLang":
                yield (
                    f"?this {steps} ?value, ?other . FILTER (LANG(?value) != '' && LANG(?value) = LANG(?other) "
                    "&& !sameTerm(?value, ?other))"
                )
            elif name == "class":
                yield f"{reach} FILTER NOT EXISTS {{ {self._instance('?value', value)} }}"
            elif name == "sparql":
                yield self._select(value)
            else:
                wrong.append(f"!({self._met(shape, name, value)})")
        if wrong:
            yield f"{reach} FILTER ({' || '.join(wrong)})"

    def _several(self, steps: str, number: int) -> str:
        """That there are so many values, no two alike."""
        names = [f"?value{each}" for each in range(number)]
        alike = [f"sameTerm({a}, {b})" for i, a in enumerate(names) for b in names[:i]]
        apart = "".join(f" FILTER (!{each})" for each in alike)
        return " ".join(f"?this {steps} {name} ." for name in names) + apart

    def _select(self, constraint: Any) -> str:
        """The body of a constraint in SPARQL, whose variables are none of those used here but ``?this``, ``?value``."""
        (query,) = self._values(constraint, _sh("select"))
        body = _WHERE.search(query.value)
        if body is None or "$PATH" in query.value:
            raise CannotScreen(str(constraint))
        return f"{{ SELECT ?g ?this WHERE {{ GRAPH ?g {{ {body[1].replace('$this', '?this')} }} }} }}"

    def _met(self, shape: Any, name: str, value: Any) -> str:
        """That ``?value`` meets a constraint which looks at it alone."""
        bound = str(value)
        if name == "datatype":
            sound = f" && COALESCE(isLiteral({bound}(STR(?value))), false)" if value in _CAST else ""
            return f"isLiteral(?value) && DATATYPE(?value) = {bound}{sound}"
        if name == "nodeKind":
            kinds = value.value.removeprefix(SH.base)
            tests = {"IRI": "isIRI", "Literal": "isLiteral", "BlankNode": "isBlank"}
            return " || ".join(f"{test}(?value)" for kind, test in tests.items() if kind in kinds)
        if name in {"minLength", "maxLength"}:
            sign = ">=" if name == "minLength" else "<="
            return f"!isBlank(?value) && STRLEN(STR(?value)) {sign} {value.value}"
        if name == "pattern":
            flags = next((str(each) for each in self._values(shape, _sh("flags"))), '""')
            # The engine lets '$' match before a last line end too.
            expression = Literal(_LINE_END.sub(lambda _: "\\n?$", value.value))
            return f"!isBlank(?value) && REGEX(STR(?value), {expression}, {flags})"
        return self._met_shapes(name, value)

    def _met_shapes(self, name: str, value: Any) -> str:
        signs = {"minInclusive": ">=", "maxInclusive": "<=", "minExclusive": ">", "maxExclusive": "<"}
        if name in signs:
            return f"COALESCE(?value {signs[name]} {value}, false)"
        if name == "in":
            return " || ".join(f"sameTerm(?value, {each})" for each in self._list(value))
        if name in {"node", "not"}:
            return f"{'!' if name == 'not' else ''}({self._meets(value)})"
        if name in {"or", "and"}:
            joint = " || " if name == "or" else " && "
            return joint.join(f"({self._meets(each)})" for each in self._list(value))
        raise CannotScreen(name)

    def _meets(self, shape: Any) -> str:
        """That ``?value`` meets a node shape without properties."""
        tests: list[str] = []
        for predicate, value in sorted(self._about[shape], key=str):
            name = predicate.value.removeprefix(SH.base)
            if name in {"path", "property"}:
                raise CannotScreen(str(shape))
            if name == "class":
                tests.append(f"EXISTS {{ {self._instance('?value', value)} }}")
            elif predicate != RDF.type and name not in _SAID:
                tests.append(f"({self._met(shape, name, value)})")
        return " && ".join(tests) or "true"

    def _path(self, path: Any) -> str:
        if isinstance(path, NamedNode):
            return str(path)
        for name, sign in (("inversePath", "^"), ("alternativePath", "|")):
            for value in self._values(path, _sh(name)):
                return f"^{self._path(value)}" if sign == "^" else f"({'|'.join(map(self._path, self._list(value)))})"
        if not self._values(path, _FIRST):
            raise CannotScreen(str(path))
        return f"({'/'.join(map(self._path, self._list(path)))})"

    def _list(self, node: Any) -> list[Any]:
        items = []
        while isinstance(node, BlankNode):
            items += self._values(node, _FIRST)
            (node,) = self._values(node, _REST)
        return items
