"""Telling apart by hand people whose names are the same words: who is meant in which report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.errors import NoSuchEntity, UsageError
from kg.linking import BY_HAND, read_judgements, write_judgements
from kg.linking.person_names import parse_name
from kg.model import EntityKind
from kg.model.judgement import Judgement
from kg.pipeline.decisions import judgement_file
from kg.pipeline.judging import is_known, named
from kg.slugs import slug
from kg.store import GraphStore, no_such_report, open_store
from kg.vocab import DCTERMS, FOAF

__all__ = ["tell_apart"]

_MERGED = DefaultGraph()


def tell_apart(
    store: Path, person: str, other: str, reports: Collection[str], *, reason: str = "", file: Path | None = None
) -> Judgement:
    """Records that a name is another person's in some reports.

    Args:
        store: The folder of the store.
        person: Path, IRI or name of whom the graph takes for one.
        other: Path of the other, who is new or was told apart before; empty for a path that nobody has.
        reports: Identifiers of the reports in which the other is meant.
        reason: In words, why.
        file: Of the judgements, if it is not the one beside the store.

    Returns:
        The judgement, with all reports in which the other is meant.

    Raises:
        NoSuchEntity: There is no such person, or a report does not speak of them.
        UsageError: It is no person; a report names them in other words; nobody would be left; or ``other`` is taken.
        JudgementConflict: It cannot hold together with earlier judgements; the message names the chain.
    """
    path = file or judgement_file(store)
    judgements = list(read_judgements(path))
    given = {report.removeprefix("report/") for report in reports}
    with open_store(store) as graph:
        own = _person(graph, person)
        _check_reports(graph, own, given)
        right = next((each.right for each in _told_apart(judgements) if each.left == own), own)
        left = _left(graph, other, right, judgements)
    row = Judgement(EntityKind.PERSON, left, right, False, 1.0, BY_HAND, reason, tuple(sorted(given)))
    written = []
    for each in judgements:
        if each.kind is EntityKind.PERSON and each.reports and each.right == right:
            if each.left == left:
                row = row._replace(reports=tuple(sorted({*row.reports, *each.reports})), reason=reason or each.reason)
            elif rest := tuple(report for report in each.reports if report not in given):
                written.append(each._replace(reports=rest))
        else:
            written.append(each)
    write_judgements(path, [*written, row])
    return row


def _person(graph: GraphStore, text: str) -> str:
    kind, own = named(graph, text)
    if kind is not EntityKind.PERSON:
        raise UsageError(
            f"{text} is of the kind {kind.value}; only people are told apart report by report.",
            "Name a person, or leave --in out.",
        )
    return own


def _check_reports(graph: GraphStore, own: str, given: Collection[str]) -> None:
    """Refuses reports in which nobody is named so, and all reports in which somebody is."""
    names = _names(graph, own)
    keys = _keys(graph, own, names.values())
    for report in sorted(given):
        if report not in graph.manifest.reports:
            raise no_such_report(report, graph.manifest.reports, graph.path)
        if report not in names:
            raise NoSuchEntity(
                f"{report} does not speak of person/{own}.", f"These do: {', '.join(sorted(names)) or 'none'}."
            )
        if parse_name(names[report]).key not in keys:
            raise UsageError(
                f"{report} calls person/{own} {names[report]}, in other words, and a judgement made them one.",
                f"`kg split person/{slug(names[report])} person/{own}` sets the two names apart.",
            )
    if not {report for report, name in names.items() if parse_name(name).key in keys} - set(given):
        raise UsageError(f"Nobody would be left to be person/{own}.", "Name fewer reports.")


def _names(graph: GraphStore, own: str) -> dict[str, str]:
    """What each report calls a person."""
    base = graph.manifest.base
    found = graph.quads(subject=_kept(graph, own) or NamedNode(f"{base}person/{own}"), predicate=FOAF.name)
    return {
        quad.graph_name.value[len(f"{base}report/") :]: quad.object.value
        for quad in found
        if isinstance(quad.graph_name, NamedNode)
        and quad.graph_name.value.startswith(f"{base}report/")
        and isinstance(quad.object, Literal)
    }


def _keys(graph: GraphStore, own: str, names: Iterable[str]) -> set[tuple[str, ...]]:
    """What makes a name that of ``own``, and not one of another that was merged with it."""
    if _kept(graph, own):
        return {parse_name(name).key for name in names if slug(name) == own}
    labels = graph.quads(_MERGED, subject=NamedNode(f"{graph.manifest.base}person/{own}"), predicate=FOAF.name)
    return {parse_name(quad.object.value).key for quad in labels if isinstance(quad.object, Literal)}


def _kept(graph: GraphStore, own: str) -> NamedNode | None:
    """Who stays, where ``own`` was given up for another."""
    node = NamedNode(f"{graph.manifest.base}person/{own}")
    found = (quad.object for quad in graph.quads(_MERGED, subject=node, predicate=DCTERMS.isReplacedBy))
    return next((each for each in found if isinstance(each, NamedNode)), None)


def _left(graph: GraphStore, other: str, right: str, judgements: Iterable[Judgement]) -> str:
    """The slug of the other."""
    before = {each.left for each in _told_apart(judgements) if each.right == right}
    if not other:
        return next(each for each in _numbered(right) if each not in before and not is_known(graph, f"person/{each}"))
    own = other.removeprefix(graph.manifest.base).removeprefix("person/")
    if slug(own) != own:
        raise UsageError(f"{other} is no path of a person.", f"It is like person/{right}-2.")
    if own == right or (own not in before and is_known(graph, f"person/{own}")):
        raise UsageError(
            f"person/{own} is somebody already.",
            f"Leave it out, so that the other is a new person, then `kg merge` that one with person/{own}.",
        )
    return own


def _numbered(own: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{own}-{number}"
        number += 1


def _told_apart(judgements: Iterable[Judgement]) -> list[Judgement]:
    return [each for each in judgements if each.kind is EntityKind.PERSON and each.reports]
