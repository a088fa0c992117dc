"""Slugs depend on which candidates there are, not on how it came to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from kg.linking.shelf import MemoryShelf
from kg.linking.slugging import Key, Slugs

Tries = Mapping[Key, Sequence[str]]


def assigned(slugs: Slugs, tries: Tries) -> dict[Key, str]:
    return {key: slugs.of(key) for key in tries}


def one_by_one(tries: Tries, taken: set[str]) -> dict[Key, str]:
    """The same in the plainest way."""
    used, found = set(taken), {}
    for key in sorted(tries):
        more = (f"{tries[key][0]}-{number}" for number in range(2, 100))
        found[key] = next(each for each in (*tries[key], *more) if each not in used)
        used.add(found[key])
    return found


def test_slugs_do_not_depend_on_the_order_of_the_keys() -> None:
    tries = {("b",): ["x", "x-b"], ("a",): ["x", "x-a"], ("c",): ["x"], ("d",): ["y"]}
    slugs = Slugs(MemoryShelf(), "person", lambda slug, _: slug == "y")
    slugs.assign(tries, lambda key: iter(tries[key]))
    assert assigned(slugs, tries) == {("a",): "x", ("b",): "x-b", ("c",): "x-2", ("d",): "y-2"}


names = st.sampled_from(["x", "y", "x-2", "x-3", "z"])
corpora = st.dictionaries(st.tuples(st.sampled_from("abcdefgh")), st.lists(names, min_size=1, max_size=3))


@given(st.lists(corpora, max_size=6))
def test_whatever_changes_they_are_those_of_the_candidates_that_there_are(steps: list[Tries]) -> None:
    slugs = Slugs(MemoryShelf(), "person", lambda slug, _: slug == "z")
    before: Tries = {}
    for now in steps:
        changed = {key for key in {*before, *now} if before.get(key) != now.get(key)}
        old = assigned(slugs, before)

        def tries(key: Key, now: Tries = now) -> object:
            return iter(now[key]) if key in now else None

        renamed = slugs.assign(changed, tries)  # type: ignore[arg-type]
        assert assigned(slugs, now) == one_by_one(now, {"z"})
        assert renamed == {key for key in {*before, *now} if old.get(key, "") != slugs.of(key)}
        before = now
