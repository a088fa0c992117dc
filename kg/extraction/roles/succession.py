"""Posts that pass from one person to the next: 'succeeds Mr. B', 'her predecessor, Mr. B', 'takes over from him'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import PERSON, compiled
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.posts import PostBook
from kg.extraction.roles.pronouns import Pronouns
from kg.model import PostStatus, Span
from kg.regex import regex

__all__ = ["read_successions"]


def _as(number: int) -> str:
    """'as Chair of X', 'as X Chair', which says the post itself."""
    return (
        f"(?P<as{number}> as {{det}}(?:new |next )?(?:(?P<owner{number}>{{org}})(?:'s)? )?(?P<title{number}>{{title}})"
        f"(?: (?:of|for|at) {{det}}(?P<org{number}>{{org}}))?)?"
    )


_HONOURED = "(?:{det}(?:former |outgoing |previous )?{title}(?: (?:of|for|at) {det}{org})?,? )?"
_SUCCEEDS = compiled(
    r"(?<!-)\b(?:succeeds|succeeded|succeeding|(?:has|have|had|who will|will|to) (?:succeed|replace)(?:e?d)?|"
    r"(?:will|to) follow(?= [^,.;]{1,3} as )|"
    rf"replaces|replacing|(?:takes|took|taking|taken|take) over{_as(1)} from) "
    rf"(?!by\b){_HONOURED}(?P<old>{{person}}|him\b|her\b)(?: of {{det}}(?P<home>{{org}}))?{_as(2)}"
)
_SUCCEEDED = compiled(
    rf"\b(?:is|was|were|be|been|being) (?:succeeded|replaced){_as(1)} by {_HONOURED}(?P<new>{{person}})"
)
_HANDS_OVER = compiled(
    r"\b(?:(?:hands|handed|handing|hand|passes|passed|passing|pass)(?: over| on)?|transferred) (?:the |his |her )?"
    r"(?:office|post|position|duties|functions|responsibilities|role|job|desk|reins|helm) "
    r"(?:of|as) {det}(?:(?P<owner1>{org})(?:'s)? )?(?P<title1>{title})(?: (?:of|for|at) {det}(?P<org1>{org}))?"
    r"(?: over| on)? to "
    rf"(?:(?:his|her|the) successor,? )?{_HONOURED}(?P<as1>(?P<new>{{person}}))"
)
"""'A handed over the office of Director of X to B'."""
_PASSES_FROM = compiled(
    r"\b(?:office|post|position|duties|functions|responsibilities|role|job|reins|helm|leadership) "
    r"(?:of|as) {det}(?:(?P<owner1>{org})(?:'s)? )?(?P<title1>{title})(?: (?:of|for|at) {det}(?P<org1>{org}))? "
    "(?:(?:has |have |had )?passed|passes|pass|(?:were|was) (?:passed|handed over|transferred)|moved|went)"
    rf"(?: over| on)? from {_HONOURED}(?P<old>{{person}}) to {_HONOURED}(?P<as1>(?P<new>{{person}}))"
)
"""'The responsibilities of Director of X passed from A to B'."""
_KIN = compiled(
    rf"\b(?P<whose>his|her) (?:(?:immediate|direct|designated|appointed|two) )?(?P<kin>predecessor|successor){_as(1)}"
    r"(?:,| (?:will be|is to be|is|was|has been))? (?P<other>{person})"
)
_IN_PLACE = compiled(
    r"\bin (?P<whose>his|her) (?:place|stead),? (?:{title} )?(?P<new>{person})(?:, {title}[^.;:,]{0,60},)? "
    "(?:has been|had been|was|is|will be) (?:appointed|named|designated|nominated|elected|chosen)"
)
_CHOSEN_TO = regex(r"\b(?:appointed|named|designated|nominated|elected|chosen|selected|picked) $")
"""'A, Head of X, was chosen to succeed B': Head of X is what A is now."""
_NEWLY = regex(r"\bwas (?:[a-z]+ly )?(?:re-)?elected\b[^.]*$")
"""'A, Head of X, was elected Vice-Chair; he succeeds B': as that, whatever else both are."""
_NOW = regex(
    r",? (?:(?:and |who is )?(?:now|today|currently|at present|until|till|formerly|previously|so far|hitherto) "
    r"|who (?:was|is|has been|will be) (?:appointed|named) )"
)
_APPOINTED = regex(r"\bwho (?:has been|was|is|will be) (?:appointed|named)\b[^.;]*$")
"""'A, who has been appointed Head of X, will be replaced by B': not as that."""
_WORDS = ("succe", "replac", " over", " hand", " pass", "transferred", "predecessor", " place", " stead")
"""Parts of the words without which nobody follows anybody; few sentences have them."""
_WHOSE = {"his": "he", "her": "she", "him": "he"}
_REACH = 160
"""Characters between a verb and the name that is its subject."""
_SUBJECT = regex(r"(?<![\w'-])(he|she)(?: (?:now|also|had|has|will|is|was|soon|then|recently|officially))* $")


class _Change(NamedTuple):
    """Who follows whom, on which post where it is said, and the words that say it."""

    old: Mention
    new: Mention
    match: re.Match[str]
    onward: bool = False
    """It is said of the one before that the other will follow."""
    moved: bool = False
    """What stands behind the name is another post: 'his predecessor, A, now Head of X', 'until May Head of X'."""
    home: str = ""
    """The country of which the one before is said to be."""


def read_successions(clause: Clause, posts: PostBook, pronouns: Pronouns) -> None:
    """Gives each of two people the post of the other, where a sentence says that one follows the other.

    Args:
        clause: The sentence, the posts of which are already in ``posts``.
        posts: Those that the report has stated up to and with this sentence.
        pronouns: Whom 'he' and 'she' mean.
    """
    if not any(word in clause.tape.text for word in _WORDS):
        return
    for change in _changes(clause, pronouns):
        if change.old.key == change.new.key or _elected(clause, change):
            continue
        span = _span(clause, change)
        said = any(part for name, part in change.match.groupdict().items() if name.startswith("as"))
        if not (said and _give(posts, clause, change, span)):
            _share(posts, change, span, _title_said(clause, change) if said else "")


def _elected(clause: Clause, change: _Change) -> bool:
    start = change.match.start()
    return _NEWLY.search(clause.tape.text, max(0, start - _REACH), start) is not None


def _give(posts: PostBook, clause: Clause, change: _Change, span: Span) -> bool:
    """The post that stands behind 'as', where its office is named; whether it is."""
    named = {name for name, part in change.match.groupdict().items() if part}
    for number in ("1", "2"):
        office = next((name for name in (f"org{number}", f"owner{number}") if name in named), None)
        if f"title{number}" in named and office is not None:
            title = clause.tape.items[change.match.start(f"title{number}")].form
            at = clause.tape.items[change.match.start(office)]
            for person, status in ((change.old, PostStatus.FORMER), (change.new, None)):
                posts.give(person.key, title, at, status, span, "post.succession")
            return True
    return False


def _title_said(clause: Clause, change: _Change) -> str:
    """The title behind 'as': 'his successor as Head'."""
    named = change.match.groupdict()
    places = (change.match.start(name) for name in ("title1", "title2") if named.get(name))
    return next((clause.tape.items[place].form for place in places), "")


def _share(posts: PostBook, change: _Change, span: Span, title: str) -> None:
    """The one post of either, if it has the title that is said: 'his successor as Head' is Head of where he is."""
    held = [post for post in posts.titled(change.new.key, past=False) if title in {"", post[0]}]
    left = [post for post in posts.titled(change.old.key) if title in {"", post[0]}]
    home = change.home or "".join(posts.country(office) for _, office in left[:1])
    if home and any(posts.country(office) not in {"", home} for _, office in held):
        return  # both serve administrations, of two countries: what passes on is another post
    if change.moved:  # what stands behind the name is no post of the other
        held, left = ([], left) if change.onward else (held, [])
    if len(left) == 1 and (not held or change.onward):  # who is to come may have another post now
        posts.pass_on(change.old.key, change.new.key, title, PostStatus.INCOMING, span, "post.succession")
    elif len(held) == 1 and not left and not posts.is_appointed(change.new.key):
        posts.pass_on(change.new.key, change.old.key, title, PostStatus.FORMER, span, "post.succession")


def _changes(clause: Clause, pronouns: Pronouns) -> Iterator[_Change]:
    text, items = clause.tape.text, clause.tape.items
    for match in _SUCCEEDS.finditer(text):
        new = _before(clause, match.start(), pronouns)
        old = items.get(match.start("old")) or _meant(clause, match["old"], match.start(), pronouns)
        if old is not None and new is not None and old.key == new.key:  # nobody follows himself: 'him' was named before
            old = _meant(clause, match["old"], 0, pronouns)
        if old is not None and new is not None:
            chosen = _CHOSEN_TO.search(text, max(0, match.start() - 20), match.start()) is not None
            home = items[match.start("home")].country if match["home"] else ""
            yield _Change(old, new, match, onward=chosen, moved=chosen or _moved(match), home=home)
    for match in _IN_PLACE.finditer(text):
        old = _meant(clause, match["whose"], match.start(), pronouns)
        if old is not None:
            yield _Change(old, items[match.start("new")], match, onward=True, moved=True)
    for match in _SUCCEEDED.finditer(text):
        old = _before(clause, match.start(), pronouns)
        if old is not None and not _APPOINTED.search(text, 0, match.start()):
            yield _Change(old, items[match.start("new")], match, onward=True, moved=_moved(match))
    yield from _passed_on(clause, pronouns)


def _passed_on(clause: Clause, pronouns: Pronouns) -> Iterator[_Change]:
    text, items = clause.tape.text, clause.tape.items
    for match in _HANDS_OVER.finditer(text):
        old = _before(clause, match.start(), pronouns)
        if old is not None:
            yield _Change(old, items[match.start("new")], match)
    for match in _PASSES_FROM.finditer(text):
        yield _Change(items[match.start("old")], items[match.start("new")], match)
    for match in _KIN.finditer(text):
        other = items[match.start("other")]
        somebody = _beside(clause, other) or _meant(clause, match["whose"], match.start(), pronouns)
        if somebody is not None:
            pair = (other, somebody) if match["kin"] == "predecessor" else (somebody, other)
            yield _Change(*pair, match, onward=match["kin"] == "successor", moved=_moved(match))


def _moved(match: re.Match[str]) -> bool:
    """Whether another post stands behind the name with which a match ends."""
    return _NOW.match(match.string, match.end()) is not None


def _before(clause: Clause, position: int, pronouns: Pronouns) -> Mention | None:
    """The subject of a verb at ``position`` of the tape: 'he', else the name before it."""
    text = clause.tape.text
    pronoun = _SUBJECT.search(text, max(0, position - 40), position)
    if pronoun:
        return _meant(clause, pronoun[1], position, pronouns)
    name = text.rfind(PERSON, max(0, position - _REACH), position)
    return clause.tape.items[name] if name >= 0 else None


def _beside(clause: Clause, other: Mention) -> Mention | None:
    """'A, Head of X, and his successor, | B': the person before another in a list of two."""
    two = next((group.members for group in clause.groups if group.members[1:] == [other]), [])
    return two[0] if two and two[0].kind is Kind.PERSON else None


def _meant(clause: Clause, pronoun: str, position: int, pronouns: Pronouns) -> Mention | None:
    """Whom a pronoun at ``position`` of the tape means: somebody named before it, else who the last sentence is of."""
    meant = pronouns.meant(_WHOSE.get(pronoun, pronoun), clause.reduced(position), clause)
    return meant[0] if len(meant) == 1 else None


def _span(clause: Clause, change: _Change) -> Span:
    start, end = clause.tape.source(change.match.start()), clause.tape.source_end(change.match.end())
    inside = [m for m in (change.old, change.new) if clause.sentence.span.start <= m.start < clause.sentence.span.end]
    return Span(min([start, *(m.start for m in inside)]), max([end, *(m.end for m in inside)]))
