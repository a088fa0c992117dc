"""One direct property from agent to meeting for each role, so that short questions have short queries."""

from __future__ import annotations

from kg.mapping.statements import Statements
from kg.model import Entity, Role
from kg.vocab import WCO

__all__ = ["SHORTCUTS", "add_shortcut"]

SHORTCUTS = {
    Role.CHAIR: WCO.chaired,
    Role.VICE_CHAIR: WCO.viceChaired,
    Role.ELECTED_CHAIR: WCO.electedToChair,
    Role.ELECTED_VICE_CHAIR: WCO.electedToViceChair,
    Role.OPENING: WCO.opened,
    Role.CLOSING: WCO.closed,
    Role.SPEAKER: WCO.spokeAt,
    Role.MODERATOR: WCO.moderated,
    Role.ATTENDEE: WCO.attended,
    Role.VISITOR: WCO.visited,
    Role.SIGNATORY: WCO.signedAt,
    Role.OBSERVER: WCO.observed,
    Role.HOST: WCO.hosted,
    Role.ORGANIZER: WCO.organized,
    Role.SPONSOR: WCO.sponsored,
}


def add_shortcut(out: Statements, agent: Entity, role: Role, meeting: Entity) -> None:
    """States what a participation amounts to: ``agent wco:chaired meeting``."""
    out.add(out.iri(agent.path), SHORTCUTS[role], out.iri(meeting.path))
