"""The jobs behind the pages that are not about one thing: start page, questions, query editor."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import BadParameter, NoSuchEntity, NoSuchQuery, UsageError
from kg.model import MeetingKind, PostStatus, Region, Role
from kg.query import ParameterType, Query, list_queries, load_query, run
from kg.query.parameters import bind
from kg.sparql import bound, declared
from kg.store import GraphStore
from kg.vocab import FOAF, PREFIXES, RDF, WCO
from kg.web.answers import ROW_TYPES
from kg.web.names import Names
from kg.web.reply import Reply
from kg.web.sections import ask, page_question
from kg.web.tables import MOST_ROWS, Link, as_table
from kg.web.templating import HEADERS, HTML, page

__all__ = ["MOST_MEETINGS", "about", "drawing", "editor", "question", "questions", "start", "written_out"]

_TO_TRY = (
    "chairs-of-global-meetings",
    "career-of-a-person",
    "meetings-of-a-region",
    "hosts-per-decade",
    "contradictions",
    "offices-that-meet-most",
)
_CHOICES: dict[ParameterType, tuple[str, ...]] = {
    ParameterType.REGION: tuple(Region),
    ParameterType.ROLE: tuple(Role),
    ParameterType.KIND: tuple(MeetingKind),
    ParameterType.STATUS: tuple(PostStatus),
}
MOST_MEETINGS = 500
"""So many meetings can be drawn while somebody waits for it."""
_COUNTED = {"meetings": WCO.Meeting, "people": FOAF.Person, "offices": WCO.Office, "reports": WCO.Report}


def start(store: GraphStore) -> Reply:
    """The start page."""
    names = Names(store)
    by_name = {query.name: query for query in list_queries()}
    return page(
        "start.html",
        figures={words: len(_of_class(store, class_)) for words, class_ in _COUNTED.items()},
        latest=ask(store, names, page_question("latest-meetings")),
        regions=[Link(names.of(node), names.link(node)) for node in _of_class(store, WCO.Region)],
        series=[Link(names.of(node), names.link(node)) for node in _of_class(store, WCO.MeetingSeries)],
        questions=[by_name[name] for name in _TO_TRY],
    )


def _of_class(store: GraphStore, class_: NamedNode) -> list[NamedNode]:
    found = (quad.subject for quad in store.quads(DefaultGraph(), predicate=RDF.type, object=class_))
    return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)


def about(store: GraphStore, *, contact: str) -> Reply:
    """What this is, where it comes from, and how to be taken out."""
    return page("about.html", contact=contact, base=store.manifest.base, reports=len(store.manifest.reports))


def drawing(store: GraphStore) -> Reply:
    """The network of people, offices and meetings, as ``kg draw`` writes it; of a large one, how to have it."""
    meetings = len(_of_class(store, WCO.Meeting))
    if meetings > MOST_MEETINGS:
        return page("undrawn.html", meetings=meetings)
    from kg.draw import gather, to_html  # noqa: PLC0415 - loads what readers otherwise need not

    headers = HEADERS | {"Content-Security-Policy": "frame-ancestors 'none'"}  # beside the stricter one in the file
    return Reply(to_html(gather(store), served=True).encode(), HTML, headers=headers)


def questions(store: GraphStore) -> Reply:
    """The list of named questions."""
    return page("questions.html", questions=list_queries())


def question(store: GraphStore, *, name: str, values: Mapping[str, str], form: str) -> Reply:
    """A question as a form, and its answer where all that it needs is given.

    Args:
        store: The graph.
        name: Of the question.
        values: Parameters as the user wrote them.
        form: ``html``, or a form of rows.
    """
    try:
        query = load_query(name)
    except NoSuchQuery as unknown:
        if form != "html":
            raise
        return page("missing.html", status=404, path=f"questions/{name}", near=[], hint=unknown.hint)
    given = {key: value.strip() for key, value in values.items() if value.strip()}
    if form != "html":
        return Reply(run(store, query, given).to_bytes(form), ROW_TYPES[form])
    known = {each.name for each in query.parameters}
    given = {key: value for key, value in given.items() if key in known}
    ready = bool(given) or all(not each.required for each in query.parameters)
    error, table, statements = None, None, ""
    if ready:
        try:
            answer = run(store, query, given)
            if answer.is_graph:
                statements = answer.to_bytes("turtle").decode()
            else:
                table = as_table(store, Names(store), answer, known - {"region", "role"}, MOST_ROWS)
        except (BadParameter, NoSuchEntity) as problem:
            error = problem
    return page(
        "question.html",
        status=400 if error else 200,
        query=query,
        given=given,
        table=table,
        statements=statements,
        error=error,
        choices={each.name: _CHOICES.get(each.type, ()) for each in query.parameters},
    )


def editor(store: GraphStore, *, name: str = "", values: Mapping[str, str] | None = None) -> Reply:
    """The page to write queries in.

    Args:
        store: The graph.
        name: A question whose text stands in the editor at first.
        values: Its parameters as the user wrote them; they are added as VALUES.
    """
    queries = list_queries()
    text = written_out(store, load_query(name), values or {}) if name else declared(_FIRST, PREFIXES)
    return page("editor.html", queries=queries, text=text, name=name, answered=False, error=None)


_FIRST = """SELECT ?meeting ?label ?start
WHERE {
  ?meeting a wco:Meeting ; rdfs:label ?label .
  OPTIONAL { ?meeting schema:startDate ?start }
}
ORDER BY DESC(?start)
LIMIT 20
"""


def written_out(store: GraphStore, query: Query, values: Mapping[str, str]) -> str:
    """The query as it can be asked anywhere: with prefixes, its question as a comment, its parameters as VALUES.

    Args:
        store: Where names of things are looked up.
        query: A named question.
        values: Parameters as the user wrote them; the others are those of its example.
    """
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#+")).strip()
    given = query.example | {key: value for key, value in values.items() if value.strip()}
    known = {each.name for each in query.parameters}
    try:
        found = bind(store, query, {key: value for key, value in given.items() if key in known})
    except UsageError:
        found = {}  # the question is shown, not asked: whoever reads it puts in what is there
    return f"# {query.summary}\n{declared(bound(body, found, PREFIXES), PREFIXES)}\n"
