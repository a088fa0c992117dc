"""All statements of one report."""

from __future__ import annotations

from pyoxigraph import Quad

from kg.mapping.discrepancy import add_discrepancy
from kg.mapping.meeting import add_meeting
from kg.mapping.office import add_office
from kg.mapping.participation import add_participation
from kg.mapping.passage import Passages
from kg.mapping.person import add_person
from kg.mapping.post import add_post
from kg.mapping.report import add_report
from kg.mapping.statements import Statements
from kg.model import Extractions, Links, PartialDate, Report
from kg.vocab import BASE

__all__ = ["attestation_date", "report_quads"]


def report_quads(report: Report, extractions: Extractions, links: Links, base: str = BASE) -> list[Quad]:
    """All statements of one report, in its named graph ``<base>report/<id>``.

    Args:
        report: The text that the passages lie in.
        extractions: What was read from it.
        links: The entity of each key of ``extractions``.
        base: Beginning of every data IRI.

    Returns:
        Quads without blank nodes, sorted, each once.
    """
    out = Statements(base)
    passages = Passages(out, report)
    entities = links.entities
    graph = add_report(out, passages, report, extractions, links)
    for meeting in extractions.meetings:
        add_meeting(out, passages, meeting, entities[meeting.key], links.series.get(meeting.key))
    for person in extractions.persons:
        add_person(out, passages, person, entities[person.key])
    for office in extractions.offices:
        add_office(out, passages, office, entities[office.key])
    attested_on = attestation_date(report, extractions)
    for post in extractions.posts:
        where = entities[post.office] if post.office else None
        add_post(out, passages, post, person=entities[post.person], office=where, attested_on=attested_on)
    for participation in extractions.participations:
        behalf = entities[participation.on_behalf_of] if participation.on_behalf_of else None
        agent, meeting_entity = entities[participation.agent], entities[participation.meeting]
        add_participation(out, passages, participation, agent, meeting_entity, on_behalf_of=behalf)
    for discrepancy in extractions.discrepancies:
        add_discrepancy(out, passages, discrepancy, entities[discrepancy.about])
    return out.quads(graph)


def attestation_date(report: Report, extractions: Extractions) -> PartialDate | None:
    """The date for which a report attests the posts that it states: its own, else that of its main meeting."""
    if report.issued is not None:
        return report.issued
    for meeting in extractions.meetings:
        if meeting.main and meeting.starts:
            return meeting.starts[0].value
    return None
