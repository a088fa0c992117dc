"""Offices: which mentions name one organization.

Identity is the row of the reference tables, else the words of the name without articles, brackets, and 'WCO' before a
regional office. Beyond that, offices are joined by another form, such as an acronym that a report defines, that only
one of them has, and by a misprint in a long name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz import fuzz

from kg.linking.groups import Linked
from kg.linking.names import commonest_text
from kg.linking.office_names import bare_name, bracketed_acronyms, is_telling, office_key, reference_row, row_of
from kg.linking.pool import Held, Pool, Told
from kg.linking.shelf import Shelf
from kg.linking.slugging import Key, as_text
from kg.model import Entity, EntityKind, Extractions, OfficeKind
from kg.model.judgement import Judgement
from kg.reference import ReferenceOffice, reference_offices
from kg.slugs import slug

__all__ = ["Offices"]

_LIMIT = 60
_LONG = 14
_ALIKE = 0.94
_ROW, _NAME = "row", "name"
_FORM, _WORD = "form ", "word "
"""Kinds of blocks."""


@dataclass(slots=True)
class _Candidate:
    """All mentions whose names are the same words."""

    key: Key
    row: ReferenceOffice | None
    kind: OfficeKind
    slug: str
    country: str
    names: Counter[str]
    forms: Counter[str]

    @property
    def label(self) -> str:
        """What people call it: as the tables have it, if reports do so too, else as most reports do."""
        if self.row and office_key(self.row.label) in {office_key(name) for name in (*self.names, *self.forms)}:
            return self.row.label
        region = self.kind is OfficeKind.REGION  # 'A/P' says less than 'A/P region'
        return min(self.names, key=lambda name: (region and "region" not in name.lower(), -self.names[name], name))


class Offices(Pool[_Candidate]):
    """The offices of all reports, and which are one.

    Args:
        shelf: Where they are kept.
        judgements: Decisions by hand.
    """

    kind = EntityKind.OFFICE

    def __init__(self, shelf: Shelf, judgements: Iterable[Judgement]) -> None:
        super().__init__(shelf, judgements, lambda slug, key: key[0] != _ROW and slug in _reference_slugs())

    @staticmethod
    def told(extractions: Extractions) -> dict[str, Told]:
        """What a report tells of offices, by the keys that they have in it."""
        found = {}
        for office in extractions.offices:
            row = reference_row(office)
            # the region is what the Vice-Chair 'of A/P' is of, too
            name = f"{office.name} region" if office.kind is OfficeKind.REGION else office.name
            traits = [("name", office.name), *(("form", form) for form in office.forms if form != office.name)]
            traits += [("country", office.country), ("kind", office.kind.value)]
            found[office.key] = Told((_ROW, row.id) if row else (_NAME, *office_key(name)), traits)
        return found

    def entity_slug(self, key: Key) -> str:
        """The slug of the entity that a candidate is."""
        linked = self.linked_of(key)
        return linked.entity.slug if linked else ""

    def is_entity(self, slug: str) -> bool:
        """Whether an entity has a slug."""
        owner = self.slugs.owner(slug)
        return owner is not None and self.entity_slug(owner) == slug

    def make_view(self, held: Held[_Candidate]) -> _Candidate:
        """See :class:`Pool`."""
        traits = held.traits
        row = row_of(held.key[1]) if held.key[0] == _ROW else None
        kind = OfficeKind(commonest_text(traits["kind"]))
        own, country = self.slugs.of(held.key), max(traits["country"])
        return _Candidate(held.key, row, kind, own, country, traits["name"], traits.get("form", Counter()))

    def profile(self, view: _Candidate) -> Hashable:
        """See :class:`Pool`."""
        return view.country, frozenset(_forms(view))

    def blocks(self, view: _Candidate) -> frozenset[str]:
        """An office is found by its other forms, and by the first and the last word of a long name."""
        ends = {view.key[1], view.key[-1]} if _is_long(view.key) else ()
        return frozenset({*(f"{_FORM}{as_text(form)}" for form in _forms(view)), *(f"{_WORD}{end}" for end in ends)})

    def tries(self, held: Held[_Candidate]) -> Iterator[str]:
        """As the tables have it; else from the name, told apart by country, then by kind."""
        view = self.view(held)
        if view.row:
            yield view.row.slug
            return
        first = slug(bare_name(view.label), _LIMIT).removeprefix("the-")
        if len(view.key) == 3 and "region" in view.key[1:]:
            first = f"{(set(view.key[1:]) - {'region'}).pop()}-region"
        yield first
        yield from (f"{first}-{slug(part)}" for part in (view.country, view.kind.value) if part)

    def slug_of(self, view: _Candidate) -> str:
        """See :class:`Pool`."""
        return view.slug

    def related(self, view: _Candidate) -> Iterator[Key]:
        """See :class:`Pool`."""
        if view.key[0] == _NAME:
            yield from (other.key for other in self.block(f"{_FORM}{as_text(view.key[1:])}"))
        yield from ((_NAME, *form) for form in _forms(view))
        if _is_long(view.key):
            for end in sorted({view.key[1], view.key[-1]}):
                for other in self.block(f"{_WORD}{end}"):
                    left, right = sorted((view, other), key=lambda each: each.key)
                    if other.key != view.key and _spelling(left, right):
                        yield other.key

    def proposals(self, views: Sequence[_Candidate]) -> list[Judgement]:
        """See :class:`Pool`."""
        candidates = {view.key: view for view in views}
        return [*_by_form(candidates), *_by_spelling(candidates)]

    def ties(self, views: Sequence[_Candidate]) -> Iterator[tuple[str, str]]:
        """An office, and all that have its name as another form: it is one of them if there is but one."""
        by_key = {view.key: view for view in views}
        for view in views:
            for form in _forms(view):
                named = by_key.get((_NAME, *form))
                if named is not None:
                    yield named.slug, view.slug

    def entity(self, views: Sequence[_Candidate], given_up: Collection[str]) -> Linked:
        """See :class:`Pool`."""
        return Linked(_entity(views, given_up))


def _forms(view: _Candidate) -> set[Key]:
    """Keys of the other forms that tell something."""
    forms = (*view.forms, *bracketed_acronyms(view.names))
    return {office_key(form) for form in forms if is_telling(form)}


def _is_long(key: Key) -> bool:
    return key[0] == _NAME and len("".join(key[1:])) >= _LONG


def _by_form(candidates: Mapping[Key, _Candidate]) -> Iterator[Judgement]:
    """One has, as another form, what is the name of the other; only where no third has that form."""
    owners: defaultdict[Key, set[str]] = defaultdict(set)
    for candidate in candidates.values():
        for form in _forms(candidate):
            owners[form].add(candidate.slug)
    by_slug = {candidate.slug: candidate for candidate in candidates.values()}
    for key, candidate in sorted(candidates.items()):
        others = owners.get(key[1:], set()) - {candidate.slug} if key[0] == "name" else set()
        if len(others) == 1:
            kept = by_slug[min(others)]
            if _compatible(candidate, kept):
                reason = f"'{candidate.label}' is another form of '{kept.label}', and of no other office"
                yield Judgement(EntityKind.OFFICE, candidate.slug, kept.slug, True, 0.95, "office-form", reason)


def _by_spelling(candidates: Mapping[Key, _Candidate]) -> Iterator[Judgement]:
    """Two long names that differ in a few letters of one word."""
    blocks: defaultdict[str, set[Key]] = defaultdict(set)
    for key in candidates:
        if _is_long(key):
            blocks[key[1]].add(key)
            blocks[key[-1]].add(key)
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    for a, b in sorted(pairs):
        found = _spelling(candidates[a], candidates[b])
        if found is not None:
            yield found


def _spelling(left: _Candidate, right: _Candidate) -> Judgement | None:
    a, b = left.key, right.key
    score = fuzz.ratio(" ".join(a), " ".join(b)) / 100
    if score < _ALIKE or not _one_word_apart(a, b) or not _compatible(left, right):
        return None
    give, keep = sorted((left, right), key=lambda each: (each.names.total(), each.slug))
    reason = f"'{give.label}' differs from '{keep.label}' in the spelling of one word only"
    return Judgement(EntityKind.OFFICE, give.slug, keep.slug, True, round(score - 0.05, 3), "office-spelling", reason)


def _one_word_apart(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one long word, and no number, differs: 'organisation' and 'organization', not 'Guinea' and 'Guyana'."""
    if len(left) != len(right):
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return (
        len(apart) == 1 and all(len(word) >= 6 and word.isalpha() for word in apart[0]) and fuzz.ratio(*apart[0]) >= 80
    )


@cache
def _reference_slugs() -> frozenset[str]:
    return frozenset(row.slug for row in reference_offices())


def _compatible(left: _Candidate, right: _Candidate) -> bool:
    """Not two rows of the tables, and not of two countries."""
    if left.row and right.row:
        return False
    return not left.country or not right.country or left.country == right.country


def _entity(members: Sequence[_Candidate], given_up: Collection[str]) -> Entity:
    """What is not given up by hand and the tables know, else the one most often named, gives slug and label."""
    canonical = min(members, key=lambda each: (each.slug in given_up, each.row is None, -each.names.total(), each.slug))
    every = {name for member in members for name in (*member.names, *member.forms)}
    return Entity(EntityKind.OFFICE, canonical.slug, canonical.label, tuple(sorted(every - {canonical.label})))
