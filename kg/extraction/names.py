"""Recognises names of people: by honorific, by title, by apposition, by the reference tables, by what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.gazetteer import known_people
from kg.extraction.mentions import Kind, Mention, without_overlap
from kg.extraction.places import adjectives, countries
from kg.extraction.text import LETTER, NAME_WORD, UPPER, title_case
from kg.extraction.titles import title_words
from kg.model import Span
from kg.tables import read_table

__all__ = ["clean_name", "find_names"]

_PARTICLE = r"(?:de\s+la|de\s+los|de|da|dos|do|das|del|della|di|du|des|la|le|van\s+der|van|von|der|den|bin|binti|bint|ibn|ben|al|el|ould|y|e|zu|a/l|a/p|s/o|d/o)"
_INITIAL = rf"[{UPPER}]\."
_ABBREVIATED = r"(?:Abd|Hj|Md|Mohd|Muhd|Wm|St|Ma)\."
_BETWEEN = rf"(?:\s+(?:{_PARTICLE}\s+){{0,2}}|\s*(?<=\.)|\s+\([^\W\d_]+\)\s+|\s+[\"'“‘’][^\W\d_]+[\"'”’]\s+|\s+(?:al|el|Al|El)-)"
_PIECE = rf"(?:{_INITIAL}|{_ABBREVIATED}|{NAME_WORD})"
_SEQUENCE = rf"(?:(?:al|el)-)?{_PIECE}(?:{_BETWEEN}{_PIECE}){{0,5}}(?:\s+\((?!(?:WCO|ROCB|RTC|RILO)\b)[^\W\d_]+\)(?=\s+(?:and|of|[a-z])|[,.]))?"
_NAME = re.compile(_SEQUENCE)
_LOWER_SECOND = re.compile(rf"\s+([a-zà-ÿ]{{2,}})(?=,\s|\s+of\s|\s+gave\s|\s+was\s|\s+and\s+M)")
_NOT_SECOND = frozenset(
    "and or also then was were is has had himself herself too who both said of the in on at by for from with as to gave spoke chaired opened attended himself later however again once".split()
)


@lru_cache(maxsize=1)
def _honorifics() -> str:
    forms = [row["honorific"] for row in read_table("data", "wordings", "honorifics.csv", columns=("honorific",))]
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    return "|".join(re.escape(f).replace(r"\ ", r"\s+").replace("'", "['’]") for f in ordered)


@lru_cache(maxsize=1)
def _honorific_pattern() -> re.Pattern[str]:
    one = rf"(?:{_honorifics()})"
    return re.compile(rf"(?<![\w'’-])(?<!Secretary\s)(?<!Director\s)(?<!Commissioner\s)(?<!Attorney\s)(?<!Comptroller\s)(?<!Consul\s)(?<!Solicitor\s)(?<!Governor\s)((?:{one}\.?(?:\s+|(?<=\.)|,\s+(?={one})))+)(?=[{UPPER}a-z])")


@lru_cache(maxsize=1)
def _words_only() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("data", "wordings", "not_names.csv", columns=("word",)))


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    words = set(_words_only())
    words |= {word for form in (*countries(), *adjectives()) for word in form.split()}
    return frozenset(words | title_words())


@lru_cache(maxsize=1)
def _people() -> tuple[AhoCorasick, list[str]]:
    names = sorted(known_people())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def _cut(text: str, start: int, end: int, *, honorific: bool) -> int:
    """Where the name that begins at ``start`` ends: before a word that belongs to a title or is no name at all."""
    stop = end
    for number, word in enumerate(re.finditer(r"[^\s().]+", text[start:end])):
        token = word.group()
        plain = re.sub(r"['’]s$", "", token)
        blocked = plain in title_words() or (plain in (_words_only() if honorific else _not_names()) and not (honorific and number == 0))
        if blocked and not token.isupper():
            stop = start + word.start()
            break
        if plain in {"WCO", "ROCB", "RTC", "RILO", "RCL", "OCO", "KCS", "UNODC"}:
            stop = start + word.start()
            break
        if token != plain:
            stop = start + word.start() + len(plain)
            break
    cut = text[start:stop].rstrip(" \t\n\u00a0")
    while re.search(rf"(?:\s+{_PARTICLE}|\s*\()$", cut):
        cut = re.sub(rf"(?:\s+{_PARTICLE}|\s*\()$", "", cut)
    return start + len(cut)


def clean_name(form: str) -> tuple[str, tuple[str, ...]]:
    """A name as it is usually written, and its other forms: nickname in brackets left out, capitals lowered."""
    nickname = re.findall(r"[(\"“‘]([^)\"”’]+)[)\"”’]", form)
    plain = re.sub(r"\s*(?:\([^)]*\)|[\"“‘][^\"”’]+[\"”’])\s*", " ", form).strip()
    plain = re.sub(r"\s+", " ", plain)
    words = []
    for number, word in enumerate(plain.split(" ")):
        particle = re.fullmatch(_PARTICLE, word) is not None
        words.append(word if particle and number else title_case(word))
    name = " ".join(words)
    return name, (re.sub(r"\s+", " ", form),) if nickname else ()


def _person(text: str, start: int, name_start: int, end: int, rule: str) -> Mention:
    name, aliases = clean_name(text[name_start:end])
    honorific = re.sub(r"\s+", " ", text[start:name_start]).strip()
    return Mention(Kind.PERSON, start, end, name, honorific=honorific, aliases=aliases, rule=rule)


def _by_honorific(text: str) -> Iterator[Mention]:
    for match in _honorific_pattern().finditer(text):
        honorific = match[1].strip()
        name_start = match.end()
        if honorific[0].islower() and not text[name_start].isupper():
            continue
        name = _NAME.match(text, name_start)
        if not name:
            continue
        military = re.fullmatch(r"(?:General|Major|Commander|Captain|Ambassador|Professor|Lady|Don|Me|Comm|Sr|Colonel)\.?", honorific)
        end = _cut(text, name_start, name.end(), honorific=not military)
        if end <= name_start:
            continue
        if military and (text[max(0, match.start() - 2) : match.start()].strip()[-1:].isalpha() and text[: match.start()].rstrip().endswith(tuple(title_words()))):
            continue
        if " " not in text[name_start:end]:
            second = _LOWER_SECOND.match(text, end)
            if second and second[1] not in _NOT_SECOND and not second[1].endswith("ed"):
                end = second.end()
        yield _person(text, match.start(), name_start, end, "person.honorific")


def _by_reference(text: str) -> Iterator[Mention]:
    automaton, _ = _people()
    for _index, start, end in automaton.find_matches_as_indexes(text):
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield _person(text, start, start, end, "person.reference")


def _bare(text: str, start: int, *, least: int) -> int:
    """End of a name without honorific that begins at ``start``, or -1."""
    match = _NAME.match(text, start)
    if not match:
        return -1
    end = _cut(text, start, match.end(), honorific=False)
    words = re.findall(r"[^\s()]+", text[start:end])
    if len(words) < least or len(words) > 5:
        return -1
    if any(w in _not_names() for w in words) or all(w.isupper() and len(w) < 6 and "." not in w for w in words):
        return -1
    return end


_BEFORE_TITLE = re.compile(rf"({_SEQUENCE})(?:,\s+|\s+\(|\s+[-–—]\s+)(?:(?:the|who\s+is|who\s+was|also|then|now|currently|its|their|former|outgoing|incoming|newly\s+\w+)\s+){{0,3}}$")
_WHO_HEADS = re.compile(r", who (?:heads|headed|leads|led|chairs|chaired|represented|represents)\b")
_OFFICE_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")


def _by_title(text: str, titles: list[Mention], offices: list[Mention]) -> Iterator[Mention]:
    office_at = {m.start: m for m in offices}
    office_starts = sorted(office_at)
    for title in titles:
        if not title.plural:
            position = title.end
            link = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+").match(text, position)
            if link and link.end() in office_at:
                position = office_at[link.end()].end
            gap = re.compile(r"(,?)\s+").match(text, position)
            if gap:
                end = _bare(text, gap.end(), least=2 if gap[1] or position != title.end else 1)
                if end > 0 and (" " in text[gap.end() : end] or title.end == position and title.form not in {"Head", "Chair", "Member", "Manager", "Principal", "Chief", "Secretary", "Professor"}):
                    yield _person(text, gap.end(), gap.end(), end, "person.after-title")
        window = max(0, title.start - 90)
        before = title.start
        prior = [s for s in office_starts if window <= s < title.start and text[office_at[s].end : title.start].strip() in {"", "'s", "’s"}]
        if prior:
            before = prior[-1]
        match = _BEFORE_TITLE.search(text, window, before)
        if match:
            for word in re.finditer(rf"(?<![\w'’-])(?=[{UPPER}])", text[match.start(1) : match.end(1)]):
                start = match.start(1) + word.start()
                end = _bare(text, start, least=2)
                if end == match.end(1):
                    yield _person(text, start, start, end, "person.before-title")
                    break
    for match in _WHO_HEADS.finditer(text):
        window = max(0, match.start() - 60)
        tail = re.search(rf"(?<![\w'’-])(?:{_SEQUENCE})$", text[window : match.start()])
        if tail and _bare(text, window + tail.start(), least=2) == match.start():
            yield _person(text, window + tail.start(), window + tail.start(), match.start(), "person.who-heads")
    for office in offices:
        link = _OFFICE_OF.search(text, max(0, office.start - 12), office.start)
        if link:
            window = max(0, link.start() - 60)
            tail = re.search(rf"(?<![\w'’-])(?:{_SEQUENCE})$", text[window : link.start()])
            if tail:
                start = window + tail.start()
                if _bare(text, start, least=2) == link.start():
                    yield _person(text, start, start, link.start(), "person.of-office")


_CONTINUED = re.compile(r",?\s+and\s+|,\s+")


def _by_continuation(text: str, found: list[Mention]) -> Iterator[Mention]:
    """The second of a pair of which only the first has an honorific: 'Mr. James WONG and Seung Kyoo LEE'."""
    for mention in found:
        if not mention.honorific:
            continue
        link = re.compile(r"\s+and\s+").match(text, mention.end)
        if link:
            end = _bare(text, link.end(), least=2)
            if end > 0 and re.match(rf"[,.:;)]|\s+(?:{LETTER}+(?:ed|s)|were|was|have|had|of|from|both|gave|spoke|led|took|soon)\b|$", text[end:]):
                yield _person(text, link.end(), link.end(), end, "person.continued")


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Later mentions without honorific: the whole name, or its surname."""
    forms: dict[str, str] = {}
    for mention in found:
        words = mention.form.split()
        forms.setdefault(mention.form, mention.form)
        if len(words) > 1:
            for word in (words[-1], words[0]):
                if len(word) > 3 and word not in _not_names():
                    forms.setdefault(word, word)
    if not forms:
        return
    pattern = re.compile(r"(?<![\w'’-])(?:" + "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) + r")(?![\w-])")
    for match in pattern.finditer(text):
        yield _person(text, match.start(), match.start(), match.end(), "person.again")


_BY = re.compile(r"(?:(?:[Rr]eport(?:ed)? |[Ww]ritten |[Cc]ontributed |[Ss]ubmitted |[Tt]ext )?[Bb]y|[Tt]ext:|[Pp]hotos?:|[Ss]ource:|[Ff]rom the pen of|[Aa]uthor:?|[Ss]igned:?)\s+")


def _signed(text: str, lines: list[Span]) -> Iterator[Mention]:
    """A name alone on the line of a byline or a signature."""
    for line in lines:
        lead = _BY.match(text, line.start, line.end)
        start = lead.end() if lead else line.start
        end = _bare(text, start, least=2)
        if end > 0 and (end >= line.end - 1 or text[end] == ","):
            yield _person(text, start, start, end, "person.signed")


def find_names(text: str, titles: list[Mention], offices: list[Mention], signed: list[Span]) -> list[Mention]:
    """The people that the text names, without overlap, in the order of the text.

    Args:
        titles: Titles found in the text.
        offices: Organizations found in the text.
        signed: The lines of bylines and signatures.
    """
    offices = [o for o in offices if o.rule != "office.unknown-acronym"]
    first = without_overlap([*_by_honorific(text), *_by_reference(text), *_signed(text, signed)])
    offices = [o for o in offices if not any(p.start < o.end and o.start < p.end for p in first)]
    second = without_overlap([*first, *_by_title(text, titles, offices)])
    third = without_overlap([*second, *_by_continuation(text, second)])
    taken = [*offices, *third]
    again = [m for m in _again(text, third) if not any(t.start < m.end and m.start < t.end for t in taken)]
    return without_overlap([*third, *again])
