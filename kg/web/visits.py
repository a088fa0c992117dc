"""Pages that are not about one thing: start page, search, questions, editor, and what robots read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.web.negotiation import ROW_FORMS
from kg.web.replies import message, respond, state

__all__ = ["about", "editor", "question", "questions", "robots", "search", "start", "suggest"]

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


async def robots(request: Request) -> Response:
    """``/robots.txt``."""
    rules = (
        "Disallow: /sparql\nDisallow: /search\nDisallow: /dumps/" if state(request).settings.robots else "Disallow: /"
    )
    return Response(f"User-agent: *\n{rules}\n", media_type="text/plain")
