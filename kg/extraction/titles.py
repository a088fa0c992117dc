"""Recognises titles of posts ('Deputy Director General', 'Minister of Finance'), longest first."""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions import Kind, Mention
from kg.extraction.place_table import adjectives
from kg.extraction.text import CAP
from kg.model import Span
from kg.tables import Row, read_table

__all__ = ["find_titles", "title_words"]

_NO_PLURAL = frozenset(
    "General State Finance Customs Staff Delegation Unit Division Department Section CEO DG DDG d'Affaires".split()
)
"""Last words of titles that form no plural by themselves."""
_WORD = rf"(?!(?:Mr|Mrs|Ms|Dr|H)\b){CAP}"
_DOMAIN = re.compile(
    rf"(?:,?\s+(?:of|for)\s+(?:the\s+)?|,\s+(?=(?:Capacity|Compliance|Tariff|Customs|International|Corporate|Border|Legal)\b)|\s+(?=(?:Capacity\s+Building|Compliance|Tariff\s+and|Customs)\b))"
    rf"(?P<domain>{_WORD}(?:(?:,\s+{_WORD}(?=,?\s+(?:{_WORD}\s+)?and\b))|\s+(?:and|&|for|and\s+for)\s+(?:the\s+)?{_WORD}|\s+{_WORD}){{0,6}})"
)
_MODIFIERS = re.compile(
    rf"(?:[,(]\s|\bthe\s|\bits\s|\bas\s|\ban?\s)((?:(?!(?:The|Mr|Ms|Mrs|Dr|WCO|In|On|At|And|Former|Then|Next|Later|After|When|While|Its|His|Her|As|Also|Regional|ROCB|RTC|RILO)\b){CAP}\s+){{1,4}})$"
)
_CAPITALISED = re.compile(rf"((?:{CAP}\s+){{1,4}})")
_GENERAL = re.compile(r"[- ]General(?![\w-])")
_IN_CHARGE = re.compile(rf" (?:in charge of|responsible for) (?:the )?{CAP}(?:(?:, | and | & | ){CAP}){{0,6}}")
_ACTING = re.compile(r"(?:Acting|Ag\.|Interim)\s+$")
_CUSTOMS = re.compile(
    r"\s+of\s+(?:the\s+)?Customs(?:\s+(?:and|&)\s+(?:Excise|Border\s+Protection|Taxes|Revenue|Special\s+Taxes|Indirect\s+(?:Rights|Taxes|Duties))|\s+(?:Services?|Affairs|Operations|Administration|Revenue|Enforcement|Policy|Strategy|Modernization|Control))?(?!\w)"
)


@lru_cache(maxsize=1)
def _titles() -> tuple[AhoCorasick, list[str], list[Row], list[bool]]:
    forms: dict[str, tuple[Row, bool]] = {}
    for row in read_table("data", "wordings", "titles.csv", columns=("title", "plural", "kind", "extends")):
        forms.setdefault(row["title"], (row, False))
        if row["plural"] or row["title"].split()[-1] not in _NO_PLURAL:
            forms.setdefault(row["plural"] or f"{row['title']}s", (row, True))
    names = list(forms)
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    return automaton, names, [forms[n][0] for n in names], [forms[n][1] for n in names]


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """All single words that titles are made of: where such a word begins, a person's name ends."""
    return frozenset(word for name in _titles()[1] for word in re.split(r"[\s-]", name) if word[:1].isupper())


def find_titles(text: str, taken: list[Mention], signed: list[Span]) -> list[Mention]:
    """The titles in the text, with what belongs to them ('of Finance'), in the order of the text.

    Args:
        taken: Names of organizations and places; a title does not reach into them.
        signed: The lines of bylines and signatures, which may be titles from their first word on.
    """
    automaton, names, rows, plurals = _titles()
    starts = sorted(m.start for m in taken)
    found: list[Mention] = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[start - 1 : start] == "-":
            continue
        row = rows[index]
        general = _GENERAL.match(text, end)
        if general:
            end = general.end()
        limit = next((s for s in starts if s >= end), len(text))
        customs = _CUSTOMS.match(text, end)
        if row["extends"] == "domain":
            if customs and customs.end() <= limit:
                end = customs.end()
            elif not customs:
                domain = _DOMAIN.match(text, end, limit)
                if domain:
                    end = _trim(text, end, domain.end(), limit)
        charge = _IN_CHARGE.match(text, end)
        if charge:
            end = charge.end()
        acting = _ACTING.search(text, max(0, start - 12), start)
        if acting:
            start = acting.start()
        form = re.sub(r"\s+", " ", text[start:end])
        if plurals[index]:
            form = row["title"] + form[len(names[index]) :]
        stretch = _MODIFIERS.search(text, max(0, start - 60), start)
        line = next((s for s in signed if s.start < start <= s.end), None)
        if stretch is None and line is not None and _CAPITALISED.fullmatch(text, line.start, start):
            stretch = _CAPITALISED.fullmatch(text, line.start, start)
        if stretch and stretch[1].split()[0] in adjectives():
            stretch = None
        if stretch and not plurals[index] and not any(m.start < start and stretch.start(1) < m.end for m in taken):
            start = stretch.start(1)
            form = re.sub(r"\s+", " ", text[start : start + len(stretch[1])]) + form
        if found and found[-1].end <= start and text[found[-1].end : start] == " " and not found[-1].plural:
            form, start = f"{found[-1].form} {form}", found.pop().start
        elif found and found[-1].start >= start:
            found.pop()
        found.append(Mention(Kind.TITLE, start, end, form, plural=plurals[index], rule="post.title"))
    return found


def _trim(text: str, start: int, end: int, limit: int) -> int:
    """Where a domain ends: before the connecting words that lead over to the next name."""
    domain = text[start : min(end, limit)].rstrip()
    while True:
        shorter = re.sub(r"(?:\s+(?:and|of|for|the|&)|,)$", "", domain)
        if shorter == domain:
            return start + len(domain)
        domain = shorter
