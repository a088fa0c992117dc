"""The roles that a report states, each with its passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.listing import OfficeList
from kg.model import Participation, Passage, Role, Span

__all__ = ["OF_HOSTS", "OF_OFFICES", "OF_PERSONS", "RoleBook"]

OF_HOSTS = frozenset({Role.HOST, Role.ORGANIZER, Role.SPONSOR})
OF_PERSONS = frozenset(Role) - OF_HOSTS
OF_OFFICES = frozenset({Role.ATTENDEE, Role.OBSERVER, Role.SPEAKER}) | OF_HOSTS
_NO_AGENTS = frozenset({"office.region", "office.body"})
"""Rules that recognise what may hold posts and never acts."""


@dataclass(slots=True)
class RoleBook:
    """Collects the roles of one report.

    Attributes:
        chairs: Keys of the people who chaired the main meeting, in the order of the text.
    """

    offices: OfficeList
    main: str
    chairs: list[str] = field(default_factory=list)
    _roles: dict[tuple[str, Role, str], list[Passage]] = field(default_factory=dict)
    _on_behalf: dict[tuple[str, Role, str], str] = field(default_factory=dict)
    _stated: int = 0

    def __len__(self) -> int:
        return self._stated

    def key(self, agent: Mention) -> str:
        """Key of the person or office that a mention names."""
        return agent.key if agent.kind is Kind.PERSON else self.offices.key(agent)

    def state(self, agent: Mention, role: Role, meeting: str, passage: Passage, on_behalf_of: str = "") -> None:
        """Keeps a role, where an agent of this kind can have it; a visiting office is an attendee."""
        person = agent.kind is Kind.PERSON
        if not person and role is Role.VISITOR:
            role = Role.ATTENDEE
        office = agent.kind in {Kind.OFFICE, Kind.COUNTRY} and agent.rule not in _NO_AGENTS
        if not meeting or not (person or office) or role not in (OF_PERSONS if person else OF_OFFICES):
            return
        key = self.key(agent)
        if role is Role.CHAIR and meeting == self.main:
            self.chairs.append(key)
        self.add(key, role, meeting, passage)
        if on_behalf_of:
            self._on_behalf.setdefault((key, role, meeting), on_behalf_of)

    def add(self, key: str, role: Role, meeting: str, passage: Passage) -> None:
        """Keeps a role of the person or office with that key."""
        self._roles.setdefault((key, role, meeting), []).append(passage)
        self._stated += 1

    def has(self, agent: Mention, roles: Iterable[Role], meeting: str) -> bool:
        """Whether a person has one of the roles at a meeting already."""
        return any((agent.key, role, meeting) in self._roles for role in roles)

    def stated_within(self, agent: Mention, span: Span) -> bool:
        """Whether a passage within ``span`` states a role of the agent."""
        key = self.key(agent)
        return any(
            stated == key and any(span.start <= p.span.start < span.end for p in passages)
            for (stated, _, _), passages in self._roles.items()
        )

    def agents(self) -> set[str]:
        """Keys of everybody with a role, and of everybody on whose behalf somebody had one."""
        return {agent for agent, _, _ in self._roles} | set(self._on_behalf.values())

    def participations(self) -> tuple[Participation, ...]:
        """All roles; where the parts of a whole attend ('RTC Korea', ...), the whole ('RTCs') is left out."""
        parts = {
            (self.offices.structure(agent), meeting)
            for agent, role, meeting in self._roles
            if role is Role.ATTENDEE and self.offices.structure(agent) and not self.offices.is_collective(agent)
        }
        return tuple(
            Participation(*key, tuple(dict.fromkeys(passages)), self._on_behalf.get(key, ""))
            for key, passages in self._roles.items()
            if not (
                key[1] is Role.ATTENDEE and self._is_whole(key[0]) and (self.offices.structure(key[0]), key[2]) in parts
            )
        )

    def _is_whole(self, agent: str) -> bool:
        return bool(self.offices.structure(agent)) and self.offices.is_collective(agent)
