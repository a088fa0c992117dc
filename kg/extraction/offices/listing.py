"""The organizations of one report: which mentions name the same one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.kinds import kind_of
from kg.extraction.words.text import fold_quotes
from kg.model import Office, OfficeKind, Passage, Region, Span
from kg.regex import regex

__all__ = ["OfficeList"]


_BARE = {
    "vice chair": regex(
        r"(?:wco |regional )*vice chair s? ?(?:office|secretariat)|vice chair s (?:office|secretariat)"
    ),
    "rocb": regex(r"rocb"),
    "rilo": regex(r"rilo"),
}


_FULL_NAMES = {"Regional Training": "RTC", "Regional Customs Laborator": "RCL", "Dog Training": "RDTC"}
_STRUCTURE = regex(r"\b(?:RDTC|RTC|RCL)|Dog Training|Regional Training|Regional Customs Laborator")
_COLLECTIVE = regex(
    r"(?:(?:WCO|A/P|Asia/Pacific|Asia Pacific|regional) )*(?:RTC|RCL|RDTC"
    r"|Regional (?:Customs |Dog )?(?:Training|Laborator)\S*(?: (?:Center|Centre))?)"
    r"(?:(?:s|(?<=ies))(?: \([A-Za-z]+\))?(?: (?:in|of|for) .*)?"
    r"|(?: \([A-Za-z]+\))?(?: (?:in|of|for) .*\b[Rr]egions?)?)"
)
"""'RTCs of the ESA region', but not the 'RTC of Ouagadougou'."""


_MARKS = regex(r"[^\w/&]+")
_ARTICLE = regex(r"^(?:the|its) ")


class OfficeList:
    """Gives each organization of a report one key, joined by reference row, name and acronyms defined in brackets."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._mentions: dict[str, dict[int, Mention]] = {}
        """Key to the mentions of it, by where they begin."""

    def key(self, mention: Mention) -> str:
        """The key of what a mention names; the mention is kept as one of its passages."""
        marks = self._marks(mention)
        # what defines its acronym refers to none before
        known = "" if mention.aliases else self._only_fuller(marks) or self._only_longer(mention, marks)
        if known:
            marks = [*marks, known]
        key = next((self._keys[mark] for mark in marks if mark in self._keys), f"o{len(self._mentions) + 1}")
        for mark in marks:
            self._keys.setdefault(mark, key)
        self._mentions.setdefault(key, {}).setdefault(mention.start, mention)
        mention.key = key
        return key

    def _only_fuller(self, marks: list[str]) -> str:
        """'the ROCB' or 'the Vice-Chair's office' where the report names just one: a mark of that one, or empty."""
        for kind, bare in _BARE.items():
            if any(kind in mark and bare.fullmatch(mark) for mark in marks):
                if any(mark in self._keys for mark in marks):
                    return ""
                fuller = {
                    key: mark
                    for mark, key in self._keys.items()
                    if kind in mark and not bare.fullmatch(mark) and not mark.startswith("row:")
                }
                return next(iter(fuller.values())) if len(fuller) == 1 else ""
        return ""

    def _only_longer(self, mention: Mention, marks: list[str]) -> str:
        """'the Customs Administration' where one 'Customs Administration of X' was named: that one, or empty."""
        own = mention.entry is not None and mention.entry.country
        if own or any(mark in self._keys for mark in marks) or " " not in marks[-1]:
            return ""
        longer = {key: mark for mark, key in self._keys.items() if mark.startswith(f"{marks[-1]} of ")}
        return next(iter(longer.values())) if len(longer) == 1 else ""

    def _marks(self, mention: Mention) -> list[str]:
        marks = [f"row:{mention.entry.id}"] if mention.entry is not None else []
        for form in (mention.form, *mention.aliases):
            folded = _MARKS.sub(" ", fold_quotes(form)).strip().lower()
            folded = _ARTICLE.sub("", folded).replace("centre", "center").replace("organisation", "organization")
            if folded:
                marks.append(folded)
        return marks

    def _of(self, key: str) -> Sequence[Mention]:
        """The mentions of an organization, in the order in which they were met."""
        return tuple(self._mentions.get(key, {}).values())

    def name(self, key: str) -> str:
        """The longest of the names by which the report calls an organization."""
        return max((mention.form for mention in self._of(key)), key=len)

    def country(self, key: str) -> str:
        """ISO 3166-1 alpha-2 of the country that an organization is, or whose administration it is; else empty."""
        for mention in self._of(key):
            if mention.kind is Kind.COUNTRY:
                return mention.country
            if mention.entry is not None and mention.entry.kind is OfficeKind.ADMINISTRATION:
                return mention.entry.country
        return ""

    def structure(self, key: str) -> str:
        """The acronym of a structure that comes in several ('RTC', 'RCL', 'RDTC'), or empty."""
        for mention in self._of(key):
            for form in (mention.form, *mention.aliases):
                found = _STRUCTURE.search(form)
                if found:
                    return _FULL_NAMES.get(found[0], found[0])
        return ""

    def is_collective(self, key: str) -> bool:
        """Whether an organization stands for all of its kind: 'RCLs', 'Regional Training Centres (RTCs)'."""
        forms = [f for m in self._of(key) for f in (m.form, *m.aliases)]
        return bool(forms) and all(_COLLECTIVE.fullmatch(form) for form in forms)

    def records(self, used: set[str]) -> tuple[Office, ...]:
        """The organizations of which something is stated, in the order of their keys."""
        records = []
        for key in self._mentions:
            if key not in used:
                continue
            mentions = self._of(key)
            forms = list(dict.fromkeys(f for m in mentions for f in (m.form, *m.aliases)))
            name = self.name(key)
            entry = next((m.entry for m in mentions if m.entry is not None), None)
            country = next((m.country for m in mentions if m.country), entry.country if entry else "")
            if any(m.rule == "office.region" for m in mentions):
                kind = OfficeKind.REGION
            elif mentions[0].kind is Kind.COUNTRY:
                kind = OfficeKind.ADMINISTRATION
            else:
                kind = kind_of(name, entry)
            region: Region | None = entry.region if entry else None
            passages = tuple(Passage(Span(m.start, m.end), m.rule) for m in sorted(mentions, key=lambda m: m.start))
            records.append(
                Office(
                    key,
                    name,
                    tuple(f for f in forms if f != name),
                    passages,
                    kind,
                    entry.id if entry else "",
                    region,
                    country,
                )
            )
        return tuple(records)
