"""Participations: one role of one person or office at one meeting."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.mapping.concept import add_role, mode_iri
from kg.mapping.passage import Passages
from kg.mapping.shortcuts import add_shortcut
from kg.mapping.statements import Statements
from kg.model import Entity, Participation
from kg.vocab import RDF, WCO

__all__ = ["add_participation", "participation_path"]


def participation_path(meeting: str, role: str, agent: str) -> str:
    """Path of a participation, built from the slugs of its parts."""
    return f"participation/{meeting}--{role}--{agent}"


def add_participation(
    out: Statements,
    passages: Passages,
    participation: Participation,
    agent: Entity,
    meeting: Entity,
    *,
    on_behalf_of: Entity | None = None,
) -> NamedNode:
    """States a participation and the shortcut that follows from it; returns its IRI."""
    role = participation.role
    node = out.iri(participation_path(meeting.slug, role.value, agent.slug))
    out.add(node, RDF.type, WCO.Participation)
    out.add(node, WCO.participant, out.iri(agent.path))
    out.add(node, WCO.meeting, out.iri(meeting.path))
    out.add(node, WCO.role, add_role(out, role))
    if on_behalf_of is not None:
        out.add(node, WCO.onBehalfOf, out.iri(on_behalf_of.path))
    if participation.mode is not None:
        out.add_single(node, WCO.mode, mode_iri(participation.mode))
    passages.derive(node, participation.passages)
    add_shortcut(out, agent, role, meeting)
    return node
