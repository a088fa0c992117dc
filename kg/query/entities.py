"""Finds what a name means in the graph.

Exact names are looked up in the index of the database, however large the graph. Only where none is found are all names
of that kind read, to compare them without regard to letter case, accents and punctuation, and at last to suggest the
nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.errors import BadParameter, NoSuchEntity
from kg.query.header import ParameterType
from kg.store import GraphStore
from kg.vocab import DCTERMS, FOAF, PREFIXES, RDF, RDFS, SCHEMA, SKOS, WCO

__all__ = ["find_entity", "labels", "resolve"]

_MERGED = DefaultGraph()
_CLASSES: dict[ParameterType, tuple[NamedNode, ...]] = {
    ParameterType.PERSON: (FOAF.Person,),
    ParameterType.OFFICE: (WCO.Office,),
    ParameterType.AGENT: (FOAF.Person, WCO.Office),
    ParameterType.MEETING: (WCO.Meeting,),
    ParameterType.SERIES: (WCO.MeetingSeries,),
    ParameterType.REPORT: (WCO.Report,),
    ParameterType.COUNTRY: (WCO.Country,),
    ParameterType.IRI: (
        FOAF.Person,
        WCO.Office,
        WCO.Meeting,
        WCO.MeetingSeries,
        WCO.Report,
        WCO.Country,
        SCHEMA.Place,
        WCO.Region,
    ),
}
_NAMES = (FOAF.name, SKOS.prefLabel, RDFS.label, SKOS.notation, DCTERMS.identifier, DCTERMS.title)
_VARIANTS = (SKOS.altLabel,)
_LANGUAGES = (None, "en", "fr")


def resolve(store: GraphStore, text: str, kinds: Sequence[ParameterType], parameter: str) -> NamedNode:
    """The entity that ``text`` means: an IRI, a path such as ``office/rocb-ap``, a prefixed name, or a name.

    Args:
        store: Where it is looked up.
        text: As the user writes it.
        kinds: What it must be one of.
        parameter: What messages call it.

    Raises:
        BadParameter: It is empty or no valid IRI.
        NoSuchEntity: There is none, or more than one; names the nearest.
    """
    if not text:
        raise BadParameter(f"The parameter {parameter!r} is empty.", f"It takes the name or IRI of a {_noun(kinds)}.")
    node = _written_out(store, text, parameter)
    if node is not None:
        node = _successor(store, node)
        if _is(store, node, kinds):
            return node
        raise NoSuchEntity(
            f"There is no {_noun(kinds)} {text} in the graph.", "Its name can be given in place of its IRI."
        )
    for properties in (_NAMES, _VARIANTS):
        found = _named(store, text, properties, kinds)
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(store, text, kinds, found)
    return _nearest(store, text, kinds)


def find_entity(store: GraphStore, text: str, *kinds: ParameterType) -> NamedNode:
    """What ``text`` means where no query asks, of any kind if none is named; as :func:`resolve`."""
    return resolve(store, text, kinds or (ParameterType.IRI,), "name")


def labels(store: GraphStore, *kinds: ParameterType) -> list[tuple[str, NamedNode]]:
    """All names of all entities of some kinds, with the entity: adopted names before variants, each sorted."""
    found = {
        (property_ in _VARIANTS, quad.object.value, quad.subject)
        for property_ in _NAMES + _VARIANTS
        for quad in store.quads(_MERGED, predicate=property_)
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
    }
    members = {
        quad.subject for class_ in _classes(kinds) for quad in store.quads(_MERGED, predicate=RDF.type, object=class_)
    }
    ordered = sorted(found, key=lambda each: (each[0], each[1], each[2].value))
    return [(text, node) for _, text, node in ordered if node in members]


def _written_out(store: GraphStore, text: str, parameter: str) -> NamedNode | None:
    """The IRI that ``text`` is, in any of the ways to write one; ``None`` where it is a name."""
    prefix, colon, local = text.partition(":")
    if text.startswith("<") and text.endswith(">"):
        address = text[1:-1]
    elif text.startswith(("http://", "https://")):
        address = text
    elif colon and prefix in PREFIXES and " " not in local:
        address = PREFIXES[prefix] + local
    else:
        node = _under_base(store, text)
        return node if node is not None and _known(store, node) else None
    try:
        return NamedNode(address)
    except ValueError:
        raise BadParameter(f"The parameter {parameter!r} is no valid IRI: {text}.", "Check it for blanks.") from None


def _under_base(store: GraphStore, text: str) -> NamedNode | None:
    try:
        return NamedNode(store.manifest.base + text) if "/" in text else None
    except ValueError:
        return None


def _known(store: GraphStore, node: NamedNode) -> bool:
    return next(iter(store.quads(_MERGED, subject=node)), None) is not None


def _successor(store: GraphStore, node: NamedNode) -> NamedNode:
    """What a thing was merged into; the thing itself where it was not."""
    replaced = store.quads(_MERGED, subject=node, predicate=DCTERMS.isReplacedBy)
    return next((quad.object for quad in replaced if isinstance(quad.object, NamedNode)), node)


def _classes(kinds: Sequence[ParameterType]) -> list[NamedNode]:
    return [class_ for kind in kinds for class_ in _CLASSES[kind]]


def _is(store: GraphStore, node: NamedNode, kinds: Sequence[ParameterType]) -> bool:
    if ParameterType.IRI in kinds:
        return _known(store, node)
    return any(
        next(iter(store.quads(_MERGED, subject=node, predicate=RDF.type, object=class_)), None) is not None
        for class_ in _classes(kinds)
    )


def _named(
    store: GraphStore, text: str, properties: tuple[NamedNode, ...], kinds: Sequence[ParameterType]
) -> list[NamedNode]:
    literals = [Literal(text, language=language) if language else Literal(text) for language in _LANGUAGES]
    found = {
        quad.subject
        for property_ in properties
        for literal in literals
        for quad in store.quads(_MERGED, predicate=property_, object=literal)
        if isinstance(quad.subject, NamedNode) and _is(store, quad.subject, kinds)
    }
    return sorted(found, key=lambda node: node.value)


def _nearest(store: GraphStore, text: str, kinds: Sequence[ParameterType]) -> NamedNode:
    from kg.query.suggest import nearest, same_words  # noqa: PLC0415 - loads a library that exact names do not need

    names = labels(store, *kinds)
    found = same_words(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(store, text, kinds, found)
    near = nearest(text, names)
    listed = " or ".join(f"{name!r} ({_path(store, node)})" for name, node in near)
    hint = f"Did you mean {listed}?" if near else "Check the spelling, or build the graph from reports that name it."
    raise NoSuchEntity(f"There is no {_noun(kinds)} named {text!r} in the graph.", hint)


def _ambiguous(store: GraphStore, text: str, kinds: Sequence[ParameterType], found: list[NamedNode]) -> NoSuchEntity:
    listed = ", ".join(_path(store, node) for node in found[:5])
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return NoSuchEntity(
        f"{text!r} is the name of more than one {_noun(kinds)}: {listed}{more}.",
        "Give one of these in place of the name.",
    )


def _path(store: GraphStore, node: NamedNode) -> str:
    return node.value.removeprefix(store.manifest.base)


def _noun(kinds: Sequence[ParameterType]) -> str:
    named = {ParameterType.IRI: "thing", ParameterType.AGENT: "person or office"}
    *others, last = (named.get(kind, kind.value) for kind in kinds)
    return f"{', '.join(others)} or {last}" if others else last
