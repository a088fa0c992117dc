"""Pages that are not about one thing: start page, search, questions, editor, and what robots read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.web.negotiation import PAGE_FORMS, ROW_FORMS, accepts, chosen
from kg.web.replies import message, respond, state
from kg.web.templating import page

__all__ = [
    "about",
    "drawing",
    "editor",
    "not_that_way",
    "nowhere",
    "question",
    "questions",
    "robots",
    "search",
    "start",
    "suggest",
]

_MOST_LETTERS = 200


async def start(request: Request) -> Response:
    """``/``."""
    return respond(request, await state(request).pool.do("start"))


async def about(request: Request) -> Response:
    """``/about``."""
    shared = state(request)
    return respond(request, await shared.pool.do("about", contact=shared.settings.contact))


async def search(request: Request) -> Response:
    """``/search?q=``."""
    return respond(request, await state(request).pool.do("search", words=_words(request)))


async def suggest(request: Request) -> Response:
    """``/suggest?q=``: OpenSearch suggestions."""
    return respond(request, await state(request).pool.do("suggest", words=_words(request)))


def _words(request: Request) -> str:
    return request.query_params.get("q", "")[:_MOST_LETTERS]


async def drawing(request: Request) -> Response:
    """``/drawing``."""
    return respond(request, await state(request).pool.do("drawing"))


async def questions(request: Request) -> Response:
    """``/questions``."""
    return respond(request, await state(request).pool.do("questions"))


async def question(request: Request) -> Response:
    """``/questions/NAME``, and ``/questions/NAME.csv`` for the answer alone."""
    name, _, suffix = request.path_params["name"].partition(".")
    form = suffix or "html"
    if form != "html" and form not in ROW_FORMS.values():
        return message(404, f"There is no form .{suffix}; there are .csv, .tsv, .json and .xml.")
    values = dict(request.query_params)
    return respond(request, await state(request).pool.do("question", name=name, values=values, form=form))


async def editor(request: Request) -> Response:
    """``/query``, with ``?question=NAME`` and the parameters of that question."""
    values = dict(request.query_params)
    name = values.pop("question", "")
    return respond(request, await state(request).pool.do("editor", name=name, values=values))


async def nowhere(request: Request, _: Exception) -> Response:
    """An address of which this server knows nothing."""
    if chosen(accepts(request), {"text/plain": "text"} | PAGE_FORMS) == "html":
        path = request.url.path.lstrip("/")
        return respond(request, page("missing.html", status=404, path=path, near=[], hint=""), vary="Accept")
    return message(404, f"There is nothing at {request.url.path}.", Vary="Accept")


async def not_that_way(request: Request, problem: Exception) -> Response:
    """A method that an address does not have; what it has, where that was the question."""
    allowed = getattr(problem, "headers", None) or {}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": f"{allowed.get('Allow', 'GET, HEAD')}, OPTIONS"})
    return message(405, f"{request.method} is not possible here.", **allowed)


async def robots(request: Request) -> Response:
    """``/robots.txt``."""
    rules = (
        "Disallow: /sparql\nDisallow: /search\nDisallow: /dumps/" if state(request).settings.robots else "Disallow: /"
    )
    return Response(f"User-agent: *\n{rules}\n", media_type="text/plain")
