"""Recognises titles of posts ('Deputy Director General', 'Minister of Finance'), longest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.places.table import adjectives, countries, entries_by_form
from kg.extraction.words.before_name import end_before_name
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import CAP
from kg.extraction.words.titles import TitleForm, title_table, title_words
from kg.model import Span
from kg.regex import regex

__all__ = ["find_titles"]

_WORD = rf"(?!(?:Mr|Mrs|Ms|Dr|Hon|Prof|Sir|H)\b){CAP}"
_HOLDER = r"(?:Head|Director|Chief|Chair\w*|President|Commissioner|Minister|Secretary|Coordinator|Deputy|Vice)\b"
"""What begins another post: 'Under-Secretary of State and | Head of X'."""
_DOMAIN = regex(
    r"(?:,?\s+(?:of|for)\s+(?:the\s+)?"
    r"|\s+to\s+the\s+(?=(?:Prime\s+)?(?:Minister|President|Secretary|Director|Commissioner|Governor)\b)"
    r"|,\s+(?=(?:Capacity|Compliance|Tariff|Customs|International|Corporate|Border|Legal)\b)"
    r"|\s+[-–]?\s?(?=(?:Capacity\s+Building|Compliance|Tariff\s+and|Customs|Border|Corporate|Operations|Enforcement|Legal"
    r"|Policy|Trade|Risk|Cargo|Excise|Intelligence|Investigations?|Training|Communications?|Valuation|Transit|Passengers?"
    r"|Client|Field|Port|Airport|Special|Digital|Data|Technical|Human\s+Resources|International\s+(?:Relations|Affairs|Cooperation)|Strategic)\b|International\s+(?:of|at|for)\b))"
    rf"(?:{_WORD}(?:(?:,\s+{_WORD}(?=,?\s+(?:{_WORD}\s+)?and\b))"
    rf"|\s+(?:and|&|for|and\s+for|in(?=\s+(?:Goods|Services)\b))\s+(?:the\s+)?(?!{_HOLDER}){_WORD}|\s+{_WORD}){{0,6}})"
)
_FIELDS = regex(rf"\s(?:of|for)\s(?:the\s)?{_WORD}(?:(?:,|\sand)?\s{_WORD}){{0,3}},?\sand\s(?:the\s)?|\sof\s")
_DASHED = regex(rf"\s[-–]\s{_WORD}(?:\s(?:(?:and|&)\s)?{_WORD}){{0,3}}(?=,\s|;|\s\(|\s(?:of|at)\s)")
"""'Assistant Director | - Human Capital of X'."""
_PLAIN_DOMAIN = regex(rf"\s{_WORD}(?:\s(?:(?:and|&)\s)?{_WORD}){{1,3}}(?=,\s|\s\(|\s(?:of|at)\s)")
"""'Director | Multilateral Engagement, of X': words that are no name of a person."""
_NO_MODIFIER = (
    "The|Mr|Ms|Mrs|Dr|Neither|Honou?rable|Right|WCO|In|On|At|And|Former|Then|Next|Later|After|When|While|Its|His|Her|As|Also"
    "|Regional(?! [A-Z][a-z]+ )|ROCB|RTC"
    "|RILO|New|Newly|Outgoing|Incoming|Current|Present|Previous|Retired|Retiring|Yesterday|Today|Earlier|Meanwhile|Speaking"
    "|Because|Since|Although|Though|If|Where|Before|Once|Until|Two|Three|Four|Both|Another|Other|Our|Their|Your|My"
)
_MODIFIERS = regex(
    rf"(?:[,(]\s|[.!?]\s|\x00|\b[A-Z]{{2,6}}\s|\b[Tt]he\s|\b[Ii]ts\s|\b(?:as|is|was|both|two|three|respectively)\s|\b[Aa]n?\s|['’]s\s)((?:(?!(?:{_NO_MODIFIER})\b){CAP}\s+){{1,4}})$"
)
_CAPITALISED = regex(rf"((?:{CAP}\s+){{1,4}})")
_OWNED = regex(r"['’]s?\s")
_GENERAL = regex(r"[- ]General(?![\w-])")
_IN_CHARGE = regex(
    rf" (?:in charge of|responsible for) (?:the )?{CAP}(?:(?:, (?=[^,.;]{{3,30}}(?:,| and) )| and | & | ){CAP}){{0,6}}"
)
_NO_FIELD = "from|with|that|said|told|heard|into|over|upon|when|while|were|have|also|then"
_SMALL_DOMAIN = regex(
    rf"\s(?:for|of)(?:\s(?:and\s)?(?!(?:{_NO_FIELD})\b)[a-z]{{4,}}){{1,3}}(?=\s(?P<first>{CAP})\s(?P<second>{CAP}))"
)
"""'Deputy Director for compliance | Larry Liza', as newspapers write."""
_BRACKET = regex(rf"\s\({CAP}(?:(?:,|:|\s(?:and|of|for|&))?\s{CAP}){{0,5}}\)")
_WORDS = regex(r"[^\W\d_]{4,}")
_OF_BOARD = regex(
    rf"\s\({CAP}(?:\s(?:and\s)?{CAP}){{0,2}}\)(?:,|\sof|\sat)\s(?:the\s)?[A-Z]{{3,6}}\b|"
    rf"(?:\s\({CAP}(?:\s{CAP})?\)|,?\s{CAP})?(?:,|\sof)\s(?:the\s)?(?:{CAP}\s(?:of\s|and\s|for\s)?){{0,7}}"
    r"(?:Board|Commission|Parliament|Assembly|Taxes|Customs|Revenue)\b"
)
"""'Member of the Central Board of Indirect Taxes and Customs': a post, unlike that of a Member of the WCO."""
_RANK = regex(
    r"(?:(?:Acting|Ag\.|Interim|First|Second|Senior|Deputy|Vice|Assistant|Associate|Joint|Additional|Principal|Resident|"
    r"Special|Honorary)[\s-])+$"
)
"""Words of rank that any title may have before it."""
_ELECTRONIC = regex(r"(?<!\w)e-(?:[Ll]earning|[Cc]ommerce|[Cc]ustoms)\s$")
"""'e-learning | Programme Manager'."""
_CUSTOMS = regex(
    r"\s+of\s+(?:the\s+)?Customs(?:\s+(?:and|&)\s+(?:Excise|Border\s+(?:Protection|Control|Security)|Taxes|Revenue|Special\s+Taxes"
    r"|Indirect\s+(?:Rights|Taxes|Duties))|\s+(?:Services?|Affairs|Operations|Administration|Revenue|Enforcement"
    r"|Policy|Strategy|Modernization|Control|Union|Training|Valuation|Procedures|Technique|Tariffs?|Cooperation"
    r"|Legislation|Laws?|Management|Supervision|Reform|Intelligence|Investigations?|Audit|Clearance|Compliance|Laboratory))?(?!\w)"
)
_AND_MORE = regex(rf"(?:,\s+{_WORD})*,?\s+and\s+(?:{_WORD}\s+)?{_WORD}(?=,|\s+(?:of|at|in|for)\b|\s*\()")
"""'Director of Customs | and Taxation', 'of Customs | , Excise and Trade Operations'."""
_OTHERS = regex(
    r"\b(?:Director|Head|Chief|Manager|Officer|Commissioner|Deputy|Secretary|Minister|Advis[eo]r|Attaché|Expert|Coordinator"
    r"|Chair|President|Ambassador|Inspector|Superintendent)"
)
"""'Director of Customs and Head of Unit': another title, no field of work."""
_OF_CUSTOMS = " of Customs"
"""What ends a title of the table and may go on: 'Director of Customs | Valuation'."""
_NO_DOMAIN = regex(rf"\s+of\s+the\s+(?i:{COMMON_NOUN})(?!\s+(?:of|for)\b|\s+{CAP})(?!\w)")
"""'Head of the Centre': an organization that was named before, no field of work."""
_CONNECTING = regex(r"(?:\s+(?:and|of|for|the|&)|,)$")
_BLANKS = regex(r"\s+")
_DOMAIN_WORD = regex(r"[^\s,]+")
_CAPITAL_WORD = regex(r"\b[A-Z][a-z]{3,}\b")
_PREPOSITIONS = frozenset({"of", "for", "and", "&", "the"})


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    return AhoCorasick([form.text for form in title_table()], matchkind=MatchKind.LeftmostLongest)


_ONCE = frozenset({" ex-", " Ex-"})
"""What leads over to a title that somebody had."""


@lru_cache(maxsize=1)
def _by_text() -> dict[str, TitleForm]:
    return {form.text: form for form in title_table()}


def find_titles(text: str, taken: list[Mention], signed: list[Span]) -> list[Mention]:
    """The titles in the text, with what belongs to them ('of Finance'), in the order of the text.

    Args:
        text: The text.
        taken: Names of organizations, in the order of the text; a title does not reach into them.
        signed: The lines of bylines and signatures, in the order of the text, which may be titles from their first
            word on.
    """
    forms = title_table()
    surroundings = _Surroundings(text, taken, signed)
    found: list[Mention] = []
    for index, start, end in _automaton().find_matches_as_indexes(text):
        before = text[start - 1 : start]
        within = before.isalnum() or (before == "-" and text[max(0, start - 4) : start] not in _ONCE)
        if not (within or text[end : end + 1].isalnum()):
            form, outside = surroundings.outside_names(forms[index], start, end)
            title = surroundings.title(form, start, outside)
            counts = form.row["extends"] != "modified" or title.form != form.row["title"]
            if counts and (form.row["extends"] != "board" or _OF_BOARD.match(text, end)):
                _add(found, title, text)
    return found


def _add(found: list[Mention], title: Mention, text: str) -> None:
    """Adds a title; takes into it the one directly before it, and those that its modifiers reach over."""
    if found:
        last = found[-1]
        if last.end + 1 == title.start and text[last.end] == " " and not last.plural:
            title.form, title.start = f"{last.form} {title.form}", last.start
            found.pop()
    while found and found[-1].start >= title.start:
        found.pop()
    found.append(title)


class _Surroundings:
    """What stands around the words of the table and belongs to the title."""

    def __init__(self, text: str, taken: list[Mention], signed: list[Span]) -> None:
        self._text = text
        self._taken = taken
        self._starts = [mention.start for mention in taken]
        self._signed = signed
        self._lines = [line.start for line in signed]

    def outside_names(self, form: TitleForm, start: int, end: int) -> tuple[TitleForm, int]:
        """The title and its end without what belongs to an organization: 'Director of | Customs Training Institute'."""
        place = bisect_left(self._starts, start)
        office = self._taken[place] if place < len(self._taken) else None
        if office is None or not office.start < end < office.end:
            return form, end
        words = self._text[start : office.start].split()
        while words and words[-1] in _PREPOSITIONS:
            words.pop()
        shorter = _by_text().get(" ".join(words))
        return (form, end) if shorter is None else (shorter, start + len(shorter.text))

    def title(self, form: TitleForm, start: int, end: int) -> Mention:
        """The title of which the words of the table stand from ``start`` to ``end``."""
        text = self._text
        last = self._end(end, domain=form.row["extends"] == "domain")
        rank = _RANK.search(text, max(0, start - 30), start)
        first = rank.start() if rank else start
        electronic = _ELECTRONIC.search(text, max(0, first - 14), first)
        first = electronic.start() if electronic else first
        words = _BLANKS.sub(" ", text[start:last])
        if form.plural:
            words = form.row["title"] + words[len(form.text) :]
        first = self._start(first)
        words = _BLANKS.sub(" ", text[first:start]) + words
        return Mention(Kind.TITLE, first, last, words, plural=form.plural, rule="post.title")

    def _end(self, end: int, *, domain: bool) -> int:
        """Where a title ends of which the words of the table end at ``end``.

        Args:
            end: One past the last word.
            domain: A domain may follow: 'of Finance'.
        """
        text = self._text
        end -= len(_OF_CUSTOMS) if text.endswith(_OF_CUSTOMS, 0, end) else 0
        general = _GENERAL.match(text, end)
        end = general.end() if general else end
        end = self._domain_end(end, customs_only=not domain)
        bracket = _BRACKET.match(text, end)
        if bracket and all(word.lower() in ordinary_words() for word in _WORDS.findall(bracket.group())):
            return bracket.end()
        small = _SMALL_DOMAIN.match(text, end)
        if small and all(_may_be_name(small[word]) for word in ("first", "second")):
            return small.end()
        charge = _IN_CHARGE.match(text, end)
        return end_before_name(text, end, charge.end()) if charge else end

    def _limit(self, end: int) -> int:
        """Where an organization begins: a minister's fields may end in one ('of Finance and the Public Service')."""
        place = bisect_left(self._starts, end)
        if place == len(self._starts):
            return len(self._text)
        office = self._taken[place]
        field = office.rule == "office.head-last" and " of " not in office.form
        minister = field and self._text.endswith("Minister", 0, end)
        return office.end if minister and _FIELDS.fullmatch(self._text, end, office.start) else office.start

    def _domain_end(self, end: int, *, customs_only: bool) -> int:
        limit = self._limit(end)
        customs = _CUSTOMS.match(self._text, end)
        further = _AND_MORE.match(self._text, customs.end(), limit) if customs else None
        if further and not _OTHERS.search(further.group()) and countries().keys().isdisjoint(further.group().split()):
            return further.end()
        if customs or customs_only:
            return customs.end() if customs and customs.end() <= limit else end
        if _NO_DOMAIN.match(self._text, end):
            return end
        domain = _DOMAIN.match(self._text, end, limit)
        plain = _PLAIN_DOMAIN.match(self._text, end, limit) or _DASHED.match(self._text, end, limit)
        if domain is None and plain and all(_names_field(word) for word in plain.group().split()):
            return plain.end()
        if domain is None or (domain.end() + 1 >= limit and _lists_places(domain.group())):
            return end  # 'the Directors of the | Abuja and Brazzaville RTCs'
        last = end_before_name(self._text, end, _trimmed(self._text, end, domain.end()))
        return end if _names_something(self._text[end:last]) else last

    def _start(self, start: int) -> int:
        """Where a title begins of which the words of the table begin at ``start``: 'the Permanent Secretary'."""
        text = self._text
        if not text[start - 1 : start].isspace():
            return start
        stretch = self._modifiers(start) or self._from_line_start(start)
        if stretch is None or stretch[1].split()[0] in adjectives():
            return start
        owners = list(_OWNED.finditer(stretch[1]))
        if owners:
            return stretch.start(1) + owners[-1].end()
        place = bisect_left(self._starts, start)
        nearest = self._taken[place - 1] if place > 0 else None
        if nearest is None or nearest.rule == "office.unknown-acronym" or nearest.end <= stretch.start(1):
            return stretch.start(1)
        behind = nearest.end + 1  # 'OCO | Trade Facilitation Adviser'
        return behind if stretch.start(1) < behind < start and text[nearest.end] == " " else start

    def _modifiers(self, start: int) -> re.Match[str] | None:
        """The capitalised words before a title; the word before most titles has no capital, and this is soon told."""
        window = max(0, start - 60)
        words = self._text[window:start].replace("\x00", " ").rsplit(None, 1)
        return _MODIFIERS.search(self._text, window, start) if words and not words[-1][0].islower() else None

    def _from_line_start(self, start: int) -> re.Match[str] | None:
        place = bisect_left(self._lines, start)
        if place and start <= self._signed[place - 1].end:
            return _CAPITALISED.fullmatch(self._text, self._signed[place - 1].start, start)
        return None


def _names_something(domain: str) -> bool:
    """'Manager of Laguna Warehouse', 'Governor of Batangas': a word that is no ordinary one names a place or firm."""
    words = _CAPITAL_WORD.findall(domain)
    return any(word.lower() not in ordinary_words() and word not in title_words() for word in words)


def _names_field(word: str) -> bool:
    return word in {"and", "&", "-", "–"} or (word.lower() in ordinary_words() and word not in title_words())


def _may_be_name(word: str) -> bool:
    return (
        not word.isupper()
        and word.lower() not in ordinary_words()
        and word not in title_words()
        and word not in entries_by_form()
    )


def _lists_places(words: str) -> bool:
    return " and " in words and any(word in entries_by_form() for word in _DOMAIN_WORD.findall(words))


def _trimmed(text: str, start: int, end: int) -> int:
    """Where a domain ends: before the connecting words that lead over to the next name."""
    domain = text[start:end].rstrip()
    while connecting := _CONNECTING.search(domain):
        domain = domain[: connecting.start()]
    return start + len(domain)
