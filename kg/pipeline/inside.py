"""Reports inside archives: which there are, and their bytes in one passage through each archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from kg.errors import UnreadableReport
from kg.pipeline.source import Source
from kg.reading import Member, members, same_id

__all__ = ["list_archives", "loaded"]


def list_archives(archives: Iterable[Path], files: dict[str, str], largest: int) -> list[Source]:
    """The reports in archives, without their bytes, archive by archive.

    A web page that was captured several times is one report: the last capture counts.

    Args:
        archives: Where they are.
        files: Names of all other reports, by identifier.
        largest: Bytes of the largest that is read.

    Raises:
        UsageError: Two would be the same report.
        MissingExtra: A package that reads one of the archives is not installed.
    """
    found: dict[tuple[Path, int], Source] = {}
    taken: dict[str, tuple[Path, int]] = {}
    for archive in archives:
        for each in members(archive, largest):
            member, place = each.without_data(), (archive, each.number)
            if member.fault is None:
                if member.id in files:
                    raise same_id(member.id, files[member.id], member.name)
                other = taken.get(member.id)
                if other is not None:
                    earlier = found[other].member
                    if earlier is None or not (earlier.captured and member.captured and earlier.url == member.url):
                        raise same_id(member.id, found[other].name, member.name)
                    if member.captured < earlier.captured:
                        continue
                    del found[other]
                taken[member.id] = place
            found[place] = Source(member.name, archive, member=member, largest=largest)
    return list(found.values())


def loaded(sources: Iterable[Source]) -> Iterator[Source]:
    """The same sources, those in archives with their bytes; each archive is passed through once.

    Args:
        sources: Those of one archive stand together, in its order.
    """
    for archive, group in groupby(sources, lambda source: source.path if source.member else None):
        if archive is None:
            yield from group
        else:
            yield from _loaded_from(archive, {each.member.number: each for each in group if each.member})


def _loaded_from(archive: Path, sources: dict[int, Source]) -> Iterator[Source]:
    largest = max(source.largest for source in sources.values())
    waiting = dict(sources)
    for member in members(archive, largest, frozenset(waiting)):
        source = waiting.pop(member.number, None)
        if source is not None and source.member is not None:
            yield replace(source, member=_checked(source.member, member))
    for number in sorted(waiting):
        source = waiting[number]
        if source.member is not None:
            yield replace(source, member=_changed(source.member))


def _checked(listed: Member, found: Member) -> Member:
    return found if (listed.name, listed.digest) == (found.name, found.digest) else _changed(listed)


def _changed(listed: Member) -> Member:
    reason = UnreadableReport(f"{listed.name} changed while it was read.", "Run the command again.")
    return listed._replace(fault=listed.fault or reason)
