"""People who are not to be in the graph: what is said of them is taken out, and their names are masked in the text.

Characters are replaced one by one, so that the offsets of everything else stay what they were.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kg.errors import KgError
from kg.linking.person_names import PARTICLES, parse_name
from kg.model import Extractions, Meeting, Person, Report, Unread
from kg.slugs import slug

__all__ = ["NOBODY", "Forgotten", "forget", "read_forgotten"]

_MASK = "█"
_PATH = "person/"
_HONORIFIC = re.compile(r"^(?:mrs?|ms|miss|dr|prof|sir|madam|mme|hon|h\.?e)\.?$", re.IGNORECASE)
_SHORTEST = 3


@dataclass(frozen=True)
class Forgotten:
    """Who is not to be in the graph.

    Attributes:
        lines: Paths such as ``person/larry-liza``, which are no more, and names, under which nobody is to come back.
    """

    lines: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names, sorted."""
        return tuple(sorted({line for line in self.lines if not line.startswith(_PATH)}))

    @cached_property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """What makes a name one of these, whatever its order and capitals."""
        return frozenset(parse_name(name).key for name in self.names)

    @property
    def digest(self) -> str:
        """SHA-256 of the names, in whatever order they came; empty where there are none."""
        return hashlib.sha256("\n".join(self.names).encode()).hexdigest() if self.names else ""

    def has(self, person: Person) -> bool:
        """Whether it is somebody who is not to be in the graph."""
        return any(parse_name(form).key in self.keys for form in (person.name, *person.forms))

    def text(self) -> str:
        """As a file has it, one line each."""
        return "".join(f"{line}\n" for line in sorted(set(self.lines)))


NOBODY = Forgotten()


def read_forgotten(path: Path) -> Forgotten:
    """Reads a file of paths and names, one a line; lines that begin with ``#`` are comments. No file is nobody.

    Raises:
        KgError: It is not text in UTF-8.
    """
    if not path.exists():
        return NOBODY
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KgError(f"{path} is not text in UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    lines = (line.strip() for line in text.splitlines())
    return Forgotten(tuple(line for line in lines if line and not line.startswith("#")))


def forget(report: Report, extractions: Extractions, forgotten: Forgotten) -> tuple[Report, Extractions]:
    """A report and what was read from it, without those who are not to be in the graph.

    Their statements are left out; what others did at the same meeting stays. Wherever the report names them, each
    character is replaced by a block; in a report that speaks of them also where it uses one word of their name.
    """
    found = [person for person in extractions.persons if forgotten.has(person)]
    masks = _masks(forgotten.names, found)
    if masks is None or (not found and not masks.search(report.text)):
        return report, extractions
    masked = _mask_report(report, masks)
    return masked, _mask_extractions(extractions, {person.key for person in found}, masks, masked.text)


def _masks(names: Sequence[str], found: Iterable[Person]) -> re.Pattern[str] | None:
    """What is to be masked: whole names everywhere, single words of the names of those whom the report speaks of."""
    phrases = {name for name in names if len(parse_name(name).tokens) > 1}
    for person in found:
        phrases |= {person.name, *person.forms}
        for form in (person.name, *person.forms):
            phrases |= {word.strip(".,()“”\"'") for word in form.split() if _tells(word)}
    patterns = [
        r"[\s.-]+".join(re.escape(word) for word in re.split(r"[\s.-]+", phrase) if word)
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        if phrase
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE) if patterns else None


def _tells(word: str) -> bool:
    bare = word.strip(".,()“”\"'")
    return len(bare) >= _SHORTEST and not _HONORIFIC.match(word) and slug(bare) not in PARTICLES


def _mask(text: str, masks: re.Pattern[str]) -> str:
    return masks.sub(lambda match: re.sub(r"\w", _MASK, match[0]), text)


def _mask_report(report: Report, masks: re.Pattern[str]) -> Report:
    url = report.url if report.url and _mask(report.url, masks) == report.url else None
    return replace(report, text=_mask(report.text, masks), url=url)


def _mask_extractions(extractions: Extractions, gone: set[str], masks: re.Pattern[str], text: str) -> Extractions:
    return replace(
        extractions,
        meetings=tuple(_mask_meeting(meeting, masks) for meeting in extractions.meetings),
        persons=tuple(person for person in extractions.persons if person.key not in gone),
        offices=tuple(
            replace(office, name=_mask(office.name, masks), forms=tuple(_mask(form, masks) for form in office.forms))
            for office in extractions.offices
        ),
        posts=tuple(post for post in extractions.posts if post.person not in gone),
        participations=tuple(
            replace(each, on_behalf_of="") if each.on_behalf_of in gone else each
            for each in extractions.participations
            if each.agent not in gone
        ),
        discrepancies=tuple(
            replace(
                each,
                candidates=tuple(stated._replace(value=_mask(stated.value, masks)) for stated in each.candidates),
                reason=_mask(each.reason, masks),
            )
            for each in extractions.discrepancies
        ),
        unread=tuple(_mask_unread(each, masks, text) for each in extractions.unread),
    )


def _mask_unread(unread: Unread, masks: re.Pattern[str], text: str) -> Unread:
    """Without the words of a name that the rules took for none."""
    left = text[unread.span.start : unread.span.end].lower()
    names = tuple(_mask(name, masks) for name in unread.names)
    return Unread(unread.span, names, tuple(word for word in unread.words if _has(left, word)))


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _mask_meeting(meeting: Meeting, masks: re.Pattern[str]) -> Meeting:
    return replace(meeting, names=tuple(name._replace(value=_mask(name.value, masks)) for name in meeting.names))
