"""Values of variables, where Virtuoso heeds them: at the beginning of what is matched.

It leaves out VALUES at the end of a query with BIND. A variable that BIND gives a value may not have one before; so
that one gets another name, and a filter compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyoxigraph import Literal, NamedNode, Variable

from kg.errors import StoreError
from kg.sparql import Change, changed, closing, computed, matched, words

__all__ = ["with_values"]


def with_values(text: str, values: Mapping[Variable, NamedNode | Literal], fits: Callable[[str], bool]) -> str:
    """The query with values for some of its variables, and VALUES at its end moved to where they are heeded.

    Args:
        text: A query that parses.
        values: By variable.
        fits: Whether a query parses.

    Raises:
        StoreError: A variable is computed in another way than by BIND, is left open, or the query has a form in which
            none can be given.
    """
    text, ending = _without_ending(text)
    if not values and not ending:
        return text
    given = [variable.value for variable in values]
    clause = f"VALUES ({_listed(given)}) {{ ({' '.join(map(str, values.values()))}) }} " if values else ""
    names = {*given, *(word.text[1:] for word in words(ending) if word.kind == "variable")}
    if names & computed(words(text)):
        raise StoreError(
            "A server of this kind (Virtuoso) cannot be given a value for what a query computes in SELECT.",
            "Compute it with BIND, or look for the value in the answer.",
        )
    compared = _compared(text, names)
    if compared != text and any(word.text == "UNDEF" for word in words(ending)):
        raise StoreError(
            "A server of this kind (Virtuoso) cannot leave open (UNDEF) what a query computes with BIND.",
            "Ask once for the values, once for what is open.",
        )
    for candidate in (text, compared):
        found = words(candidate)
        brace = matched(found)
        body = found[found.index(brace) + 1]
        inner = (
            body.kind == "word" and body.text == "SELECT"
        )  # VALUES stands beside a query within the query, not in it
        end = found[closing(found, found.index(brace))].start
        changes = [Change(brace.end, brace.end, f" {clause}{ending} {'{' if inner else ''}")]
        whole = changed(candidate, [*changes, Change(end, end, "} " if inner else "")])
        if fits(whole):
            return whole
    raise StoreError(
        "A server of this kind (Virtuoso) cannot be given a value in a query of this form.",
        "Write out what is constructed: CONSTRUCT { ... } WHERE { ... }.",
    )


def _listed(names: list[str]) -> str:
    return " ".join(f"?{name}" for name in names)


def _without_ending(text: str) -> tuple[str, str]:
    found = words(text)
    for word in found:
        if word.text == "VALUES" and word.depth == 0:
            return text[: word.start], text[word.start :]
    return text, ""


def _compared(text: str, names: set[str]) -> str:
    found = words(text)
    changes = []
    for place, word in enumerate(found):
        if word.text != "BIND" or word.kind != "word" or word.depth != 1:
            continue  # further in, the name is another's until both are joined
        end = closing(found, place + 1)
        bound = found[end - 1]
        name = bound.text[1:]
        if name in names:
            changes.append(Change(bound.start, bound.end, f"?wco_{name}"))
            changes.append(Change(found[end].end, found[end].end, f" FILTER(STR(?wco_{name}) = STR(?{name}))"))
    return changed(text, changes)
