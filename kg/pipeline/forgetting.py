"""Taking a person out of a store, for those who ask, and remembering not to bring them back."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.linking import Forgotten, forget, write_judgements
from kg.pipeline.change import wanted_manifest
from kg.pipeline.decisions import Decisions, judgement_file, read_decisions
from kg.pipeline.sources import Progress, no_progress
from kg.pipeline.summary import Summary
from kg.pipeline.update import update
from kg.query import find_entity
from kg.query.header import ParameterType
from kg.store import GraphStore, KeptReport, forgotten_file, open_store, read_kept
from kg.vocab import DCTERMS, FOAF, SKOS

__all__ = ["forget_person"]

_MERGED = DefaultGraph()


def forget_person(
    person: str,
    store: Path,
    *,
    judgements: Path | None = None,
    forgotten: Path | None = None,
    progress: Progress = no_progress,
) -> tuple[Forgotten, Summary]:
    """Removes all statements about a person and masks their name in the texts of the reports.

    Their names and the paths of their IRIs are written into a file, so that no later build brings them back.

    Args:
        person: Path, IRI or name.
        store: The folder of the store.
        judgements: The file of judgements, if it is not the one beside the store.
        forgotten: The file of those who are left out, if it is not the one beside the store.
        progress: Is told how far each stage has come.

    Returns:
        What was added to the file, and what was done.

    Raises:
        NoSuchEntity: There is no such person.
        UsageError: The store was built by other rules.
        StoreError: The store cannot be read or written.
    """
    file = forgotten or forgotten_file(store)
    before = read_decisions(store, judgements, forgotten)
    with open_store(store) as graph:
        added = Forgotten(_lines(graph, find_entity(graph, person, ParameterType.PERSON)))
    everybody = Forgotten((*before.forgotten.lines, *added.lines))
    slugs = {line.partition("/")[2] for line in everybody.lines}
    kept_judgements = tuple(each for each in before.judgements if not {each.left, each.right} & slugs)
    decisions = Decisions(kept_judgements, everybody)
    wanted_manifest(store, before)
    fresh: list[KeptReport] = []
    with read_kept(store) as kept:
        for report in kept.digests():
            found = kept.get(report)
            masked = forget(found.report, found.extractions, everybody)
            if masked != (found.report, found.extractions):
                fresh.append(KeptReport(found.digest, *masked))
    wanted = wanted_manifest(store, decisions, forgetting=True)
    file.write_text(everybody.text(), encoding="utf-8")
    if kept_judgements != before.judgements:
        write_judgements(judgements or judgement_file(store), kept_judgements)
    return added, update(store, fresh, (), wanted, decisions, forgetting=True, progress=progress)


def _lines(graph: GraphStore, person: NamedNode) -> tuple[str, ...]:
    """The paths of a person, of all that was merged into them, of their namesakes, and all their names."""
    nodes = {person} | {
        quad.subject
        for quad in graph.quads(_MERGED, predicate=DCTERMS.isReplacedBy, object=person)
        if isinstance(quad.subject, NamedNode)
    }
    names = {
        quad.object.value
        for name in (FOAF.name, SKOS.altLabel)
        for quad in graph.quads(_MERGED, subject=person, predicate=name)
        if isinstance(quad.object, Literal)
    }
    # who was told apart from them has the same name, which is masked in every text
    nodes |= {
        quad.subject
        for name in names
        for quad in graph.quads(_MERGED, predicate=FOAF.name, object=Literal(name))
        if isinstance(quad.subject, NamedNode)
    }
    base = graph.manifest.base
    return (*sorted(node.value.removeprefix(base) for node in nodes), *sorted(names))
