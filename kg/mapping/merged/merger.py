"""The merged graph: each person, office, meeting and post once, with what all reports state of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.mapping.discrepancy import add_discrepancy
from kg.mapping.graph import attestation_date
from kg.mapping.meeting import meeting_passages
from kg.mapping.merged.entities import Attested, MergedOffice, MergedPerson, state_title
from kg.mapping.merged.meeting import MergedMeeting
from kg.mapping.participation import add_participation
from kg.mapping.passage import Passages
from kg.mapping.post import add_post, title_iri
from kg.mapping.report import add_report
from kg.mapping.statements import Statements
from kg.model import Extractions, Links, Report
from kg.vocab import BASE, WCO

__all__ = ["Merger", "merged_quads"]


class Merger:
    """Takes in reports one by one and gives out the merged graph in two parts.

    What one report alone states (itself, its passages, its participations, its own discrepancies, what its statements
    are derived from) is given out as the report comes in, and forgotten. What all reports together decide (names, dates
    and places of meetings, first and last attestation, discrepancies between reports) is given out at the end. So
    memory grows with the number of entities, not with the length of texts.

    Args:
        base: Beginning of every data IRI.
    """

    def __init__(self, base: str = BASE) -> None:
        self._base = base
        self._meetings: dict[str, MergedMeeting] = {}
        self._persons: dict[str, MergedPerson] = {}
        self._offices: dict[str, MergedOffice] = {}
        self._titles: defaultdict[NamedNode, Counter[str]] = defaultdict(Counter)
        self._attested: dict[NamedNode, Attested] = {}
        self._modes: dict[NamedNode, Quad] = {}
        self._given: set[NamedNode] = set()

    def add(self, report: Report, extractions: Extractions, links: Links) -> list[Quad]:
        """Takes in one report; returns what it alone states, sorted, as quads of the default graph."""
        out = Statements(self._base)
        passages = Passages(out, report)
        add_report(out, passages, report, extractions, links)
        self._add_entities(out, passages, report, extractions, links)
        self._add_posts(out, passages, report, extractions, links)
        entities = links.entities
        for each in extractions.participations:
            behalf = entities[each.on_behalf_of] if each.on_behalf_of else None
            add_participation(out, passages, each, entities[each.agent], entities[each.meeting], on_behalf_of=behalf)
        for discrepancy in extractions.discrepancies:
            add_discrepancy(out, passages, discrepancy, entities[discrepancy.about], report.id)
        return list(self._not_given(out.quads(DefaultGraph())))

    def finish(self) -> list[Quad]:
        """What all reports together decide, sorted, as quads of the default graph."""
        out = Statements(self._base)
        for meeting in self._meetings.values():
            meeting.state(out)
        for person in self._persons.values():
            person.state(out)
        for office in self._offices.values():
            office.state(out)
        for title, wordings in self._titles.items():
            state_title(out, title, wordings)
        for membership, attested in self._attested.items():
            attested.state(out, membership)
        return out.quads(DefaultGraph())

    def _add_entities(
        self, out: Statements, passages: Passages, report: Report, extractions: Extractions, links: Links
    ) -> None:
        """Keeps what reports state of meetings, people and offices; states what it is derived from."""
        for meeting in extractions.meetings:
            entity = links.entities[meeting.key]
            merged = self._meetings.get(entity.slug)
            if merged is None:
                merged = self._meetings[entity.slug] = MergedMeeting(entity, links.series.get(meeting.key))
            merged.add(report, passages, meeting)
            passages.derive(out.iri(entity.path), meeting_passages(meeting))
        for person in extractions.persons:
            entity = links.entities[person.key]
            self._persons.setdefault(entity.slug, MergedPerson(entity)).add(person)
            passages.derive(out.iri(entity.path), person.passages)
        for office in extractions.offices:
            entity = links.entities[office.key]
            self._offices.setdefault(entity.slug, MergedOffice(entity)).add(office)
            passages.derive(out.iri(entity.path), office.passages)

    def _add_posts(
        self, out: Statements, passages: Passages, report: Report, extractions: Extractions, links: Links
    ) -> None:
        attested_on = attestation_date(report, extractions)
        for post in extractions.posts:
            where = links.entities[post.office] if post.office else None
            person = links.entities[post.person]
            node = add_post(out, passages, post, person=person, office=where, attested_on=attested_on)
            if post.title:
                self._titles[title_iri(out, post.title)][post.title] += 1
            if attested_on is not None:
                self._attested.setdefault(node, Attested(attested_on, attested_on)).add(attested_on)

    def _not_given(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Leaves out what is the same for many reports and was given out before, and what is given out at the end."""
        shared = tuple(f"{self._base}{path}" for path in ("role/", "post-status/"))
        fresh: set[NamedNode] = set()
        for quad in quads:
            subject = quad.subject
            if not isinstance(subject, NamedNode) or subject in self._titles or subject in self._given:
                continue
            if subject.value.startswith(shared):
                fresh.add(subject)
            # of two modes in which one took part, the first that was stated stays
            if quad.predicate == WCO.mode and self._modes.setdefault(subject, quad) != quad:
                continue
            yield quad
        self._given |= fresh


def merged_quads(reports: Iterable[tuple[Report, Extractions, Links]], base: str = BASE) -> Iterator[Quad]:
    """The merged graph of a corpus, as quads of the default graph.

    Args:
        reports: One by one, in an order that does not vary, so that neither does that of the quads.
        base: Beginning of every data IRI.
    """
    merger = Merger(base)
    for report, extractions, links in reports:
        yield from merger.add(report, extractions, links)
    yield from merger.finish()
