"""What a report says of people, offices, posts and places that many reports speak of, in so few words that it counts.

An observation is the path of a thing and what was observed of it. The merged graph needs no more than their numbers, so
that a report can be added or taken away without reading the others again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.mapping.graph import attestation_date
from kg.mapping.office import traits
from kg.mapping.participation import participation_path
from kg.mapping.place import place_path
from kg.mapping.post import membership_path
from kg.model import Extractions, Links, PartialDate, Report
from kg.slugs import slug

__all__ = ["Observation", "observations"]


class Observation(NamedTuple):
    """One thing as one report speaks of it.

    Attributes:
        path: Of its IRI under the base.
        form: What was observed: a person's honorific; an office's kind, region and country; the wording of a title; the
            date and the status of a post; the role and the mode of a participation; the writing of a town.
    """

    path: str
    form: tuple[str, ...] = ()


def observations(report: Report, extractions: Extractions, links: Links) -> Iterator[Observation]:
    """All observations of one report, in order; the same thing may come up several times."""
    entities = links.entities
    for person in extractions.persons:
        yield Observation(entities[person.key].path, (person.honorific,))
    for office in extractions.offices:
        kind, region, country = traits(office, entities[office.key])
        yield Observation(entities[office.key].path, (kind.value, region.value if region else "", country))
    yield from _meetings(extractions, links)
    yield from _posts(extractions, links, attestation_date(report, extractions))
    for each in extractions.participations:
        path = participation_path(entities[each.meeting].slug, each.role.value, entities[each.agent].slug)
        yield Observation(path, (each.role.value, each.mode.value if each.mode else ""))


def _meetings(extractions: Extractions, links: Links) -> Iterator[Observation]:
    for meeting in extractions.meetings:
        yield Observation(links.entities[meeting.key].path)
        if meeting.key in links.series:
            yield Observation(links.series[meeting.key].path)
        for city in meeting.cities[:1]:
            country = meeting.countries[0].value if meeting.countries else ""
            yield Observation(place_path(city.value, country), (city.value, country))


def _posts(extractions: Extractions, links: Links, attested_on: PartialDate | None) -> Iterator[Observation]:
    for post in extractions.posts:
        where = links.entities[post.office] if post.office else None
        status = post.status.value if post.status else ""
        path = membership_path(links.entities[post.person], post.title, where, status)
        yield Observation(path, (str(attested_on) if attested_on else "", status))
        if post.title:
            yield Observation(f"title/{slug(post.title)}", (post.title,))
