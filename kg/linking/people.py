"""People: which mentions name one person.

Identity is the words of the name, in whatever order and capitals. Every other step is a judgement; most need something
that both have in common beyond the name (office, country, title); each is refused where two people of one report would
become one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.linking.clusters import Clusters, separate
from kg.linking.groups import Linked
from kg.linking.namesakes import Namesakes
from kg.linking.person_candidate import Candidate, usual_name
from kg.linking.person_names import parse_name
from kg.linking.person_rules import bearers, compare, may_be_single, person_of, propose, single_names
from kg.linking.pool import Held, Pool, Told
from kg.linking.shelf import Shelf
from kg.linking.slugging import Key, as_key, as_text
from kg.model import EntityKind, Extractions, Office, OfficeKind
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["People"]

_CROWD = 300
"""A word that more candidates share than this is no family name worth comparing by."""
_GENDERS = {"mr": "m", "sir": "m", "ms": "f", "mrs": "f", "miss": "f", "madam": "f", "mme": "f"}
_WORD, _END, _SINGLE = "word ", "end ", "single "
"""Kinds of blocks."""
_MEANT, _SEATS = "person meant", "office seat"
"""Where it is kept who is meant in which report, and who has a seat where."""
_APART = "apart:"
"""Begins the key of somebody who is told apart by hand from others of the same name."""


class People(Pool[Candidate]):
    """The people of all reports, and who is one.

    Args:
        shelf: Where they are kept.
        judgements: Decisions by hand.
        taken: Whether a slug is one that a person may not have.
        told: What a report tells of each candidate that it mentions.
    """

    kind = EntityKind.PERSON

    def __init__(
        self,
        shelf: Shelf,
        judgements: Sequence[Judgement],
        taken: Callable[[str], bool],
        told: Callable[[str], Iterable[Told]],
    ) -> None:
        self._namesakes: Namesakes[Key] = Namesakes(judgements)
        super().__init__(shelf, judgements, lambda slug, key: self._is_given(slug, key) or taken(slug))
        self._told = told
        self._told_apart = bool(self._namesakes.slugs) or shelf.get(_MEANT, "any") is not None
        self.office_of: Callable[[Key], str] = lambda _: ""
        """The slug of the entity that an office is."""
        self.divided: dict[tuple[Key, str], Key] = {}
        """Who was meant by a name in a report in which it is another's now, because of judgements by hand."""

    def _is_given(self, slug: str, key: Key) -> bool:
        return slug in self._namesakes.slugs and key[0] != _APART

    @staticmethod
    def told(extractions: Extractions, offices: Mapping[str, Key]) -> dict[str, Told]:
        """What a report tells of people, by the keys that they have in it.

        Args:
            extractions: What was read from it.
            offices: The candidate of each of its offices.
        """
        report = extractions.report
        named = {office.key: office for office in extractions.offices}
        seen: set[Key] = set()
        found: dict[str, Told] = {}
        for person in extractions.persons:
            posts = [post for post in extractions.posts if post.person == person.key]
            titles = sorted({slug(post.title) for post in posts if post.title})
            seats = sorted({post.office for post in posts if post.office})
            key = parse_name(person.name).key
            if len(key) == 1:  # a single name is the same person's only where the seat is the same too
                key = (*key, *(sorted(named[seat].name for seat in seats) or titles or [report]))
            if key in seen:  # two keys of one report are two people, whatever their names
                key = (*key, report, person.key)
            seen.add(key)
            forms = (person.name, *person.forms)
            traits = [("name", person.name), *(("form", form) for form in person.forms if form != person.name)]
            traits += [("nickname", each) for form in forms for each in parse_name(form).nicknames]
            traits += [("title", title) for title in titles]
            traits += [("seat", as_text(offices[seat])) for seat in seats]
            traits += [("country", named[seat].country) for seat in seats if _is_national(named[seat])]
            traits += [("gender", each) for each in _genders(person.honorific, *person.forms)]
            found[person.key] = Told(key, traits)
        return found

    def take_in(self, report: str, told: Iterable[Told], sign: int = 1) -> None:
        """Takes in what a report tells, or takes it back."""
        for each in told:
            key = self.meant(each.key, report)
            if key != each.key:
                self._shelf.put(_MEANT, _mention(each.key, report), None)
                self._shelf.discard(_MEANT, as_text(each.key), report)
            self._tell(key, report, each.traits, sign)

    def meant(self, key: Key, report: str) -> Key:
        """Who is meant in a report by those whose names are the same words."""
        left = self._shelf.get(_MEANT, _mention(key, report)) if self._told_apart else None
        return (_APART, left) if left else key

    def _tell(self, key: Key, report: str, traits: Sequence[tuple[str, str]], sign: int) -> None:
        self.tell(key, report, traits, sign)
        held = self.get(key)
        for name, seat in traits:
            if name == "seat":
                here = held is not None and seat in held.traits.get("seat", ())
                (self._shelf.add if here else self._shelf.discard)(_SEATS, seat, as_text(key))

    def seated(self, office: Key) -> list[Key]:
        """Those who have a seat at an office."""
        return [as_key(each) for each in self._shelf.members(_SEATS, as_text(office))]

    def divide(self, keys: Collection[Key]) -> set[Key]:
        """See :class:`Pool`: gives what reports tell of somebody to whom is told apart in these by hand."""
        moved: set[Key] = set()
        if not self._told_apart:
            return moved
        given = self._namesakes.told_apart({key: self.slugs.of(key) for key in keys})
        for key in sorted(keys):
            before = {report: self.meant(key, report) for report in self._shelf.members(_MEANT, as_text(key))}
            here = {*self.reports(key), *before} & {*before, *self._namesakes.reports}
            for report in sorted(here):
                old, left = self.meant(key, report), given.get((key, report))
                new = (_APART, left) if left else key
                if old != new:
                    self._move(key, report, old, new)
                    moved |= {old, new} - {key}
        return moved

    def _move(self, key: Key, report: str, old: Key, new: Key) -> None:
        traits = [each.traits for each in self._told(report) if each.key == key]
        for each in traits:
            self._tell(old, report, each, -1)
            self._tell(new, report, each, 1)
        apart = new != key
        (self._shelf.add if apart else self._shelf.discard)(_MEANT, as_text(key), report)
        self._shelf.put(_MEANT, _mention(key, report), new[1] if apart else None)
        if apart:
            self._shelf.put(_MEANT, "any", "yes")
        self.divided.setdefault((key, report), old)

    def whole(self, key: Key) -> Held[Candidate] | None:
        """A candidate as it would be if nobody were told apart from it."""
        held = self.get(key)
        reports = self._shelf.members(_MEANT, as_text(key)) if self._told_apart else []
        if not reports:
            return held
        traits = {name: Counter(counts) for name, counts in held.traits.items()} if held else {}
        for report in reports:
            for each in self._told(report):
                if each.key == key:
                    for name, value in each.traits:
                        traits.setdefault(name, Counter())[value] += 1
        return Held(key, traits, len(reports))

    def make_view(self, held: Held[Candidate]) -> Candidate:
        """See :class:`Pool`."""
        traits = held.traits
        return Candidate(
            held.key,
            self.slugs.of(held.key),
            parse_name(usual_name(traits["name"])),
            traits["name"],
            traits.get("form", Counter()),
            frozenset(traits.get("nickname", ())),
            frozenset(self.office_of(as_key(seat)) for seat in traits.get("seat", ())),
            frozenset(traits.get("title", ())),
            frozenset(traits.get("country", ())),
            frozenset(traits.get("gender", ())),
        )

    def profile(self, view: Candidate) -> Hashable:
        """See :class:`Pool`."""
        return view.name, view.nicknames, view.offices, view.titles, view.countries, view.genders

    def blocks(self, view: Candidate) -> frozenset[str]:
        """Who is named by one word is found by it; others by each word, and by the first and last for the former."""
        ends = (f"{_END}{each}" for each in view.name.ends)
        if view.mononym:
            return frozenset({f"{_SINGLE}{view.name.tokens[0]}", *ends})
        return frozenset({*(f"{_WORD}{each}" for each in view.name.core | view.nicknames), *ends})

    def tries(self, held: Held[Candidate]) -> Iterator[str]:
        """The name; told apart by title, office, report."""
        if held.key[0] == _APART:
            yield held.key[1]
            return
        view = self.view(held)
        first = slug(view.label)
        yield first
        yield from (f"{first}-{part}" for part in (*sorted(view.titles), *sorted(view.offices)))
        reports = {*self.reports(held.key), *self._shelf.members(_MEANT, as_text(held.key))}
        yield from (f"{first}-{slug(report)}" for report in sorted(reports))

    def slug_of(self, view: Candidate) -> str:
        """See :class:`Pool`."""
        return view.slug

    def crowding(self, block: str, change: int) -> Iterable[Key]:
        """All who share a word, when so many do that it says nothing any more, or no longer so many."""
        if not block.startswith(_WORD):
            return ()
        now = self.block_size(block)
        return [view.key for view in self.block(block)] if (now <= _CROWD) != (now - change <= _CROWD) else ()

    def _is_telling(self, word: str) -> bool:
        return self.block_size(f"{_WORD}{word}") <= _CROWD

    def related(self, view: Candidate) -> Iterator[Key]:
        """See :class:`Pool`."""
        words = () if view.mononym else sorted(view.name.core | view.nicknames)
        for other in self._in_blocks(_WORD, (word for word in words if self._is_telling(word))):
            left, right = sorted((view, other), key=lambda each: each.slug)
            if other.key != view.key and compare(left, right) is not None:
                yield other.key
        for single in self._in_blocks(_SINGLE, sorted(view.name.ends)):
            if single.key != view.key and may_be_single(single, view):
                yield single.key
        if view.mononym:
            for other in self._in_blocks(_END, view.name.tokens):
                if other.key != view.key and may_be_single(view, other):
                    yield other.key

    def _in_blocks(self, kind: str, words: Iterable[str]) -> Iterator[Candidate]:
        return (view for word in words for view in self.block(f"{kind}{word}"))

    def proposals(self, views: Sequence[Candidate]) -> list[Judgement]:
        """See :class:`Pool`."""
        return list(propose({view.slug: view for view in views}, self._is_telling))

    def ties(self, views: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
        """Somebody named by one word, and all who bear it and might be they; those who are told apart by hand."""
        named = bearers(views)
        for single in views:
            if single.mononym:
                for other in named[single.name.tokens[0]]:
                    if other is not single and may_be_single(single, other):
                        yield single.slug, other.slug
        for group in self._namesakes.groups():
            yield from combinations(group, 2)

    def separate(self, clusters: Clusters, by_slug: Mapping[str, Held[Candidate]]) -> None:
        """Keeps apart who is named side by side in one report, and who is told apart by hand."""
        separate(clusters, {own: self.reports(held.key) for own, held in by_slug.items()})
        for group in self._namesakes.groups():
            for left, right in combinations((own for own in group if own in by_slug), 2):
                clusters.separate(left, right)

    def settle_group(self, clusters: Clusters, views: Sequence[Candidate]) -> None:
        """See :class:`Pool`."""
        for judgement in single_names({view.slug: view for view in views}, clusters):
            clusters.join(judgement)

    def entity(self, views: Sequence[Candidate], given_up: Collection[str]) -> Linked:
        """See :class:`Pool`."""
        return Linked(person_of(views, given_up))


def _mention(key: Key, report: str) -> str:
    return as_text((*key, "in", report))


def _is_national(office: Office) -> bool:
    """Whether who works there serves its country: in an administration, not in a regional or international office."""
    return bool(office.country) and office.kind in {OfficeKind.ADMINISTRATION, OfficeKind.OTHER}


def _genders(*forms: str) -> set[str]:
    first_words = (form.split()[0].strip(".").lower() for form in forms if form.split())
    return {_GENDERS[word] for word in first_words if word in _GENDERS}
