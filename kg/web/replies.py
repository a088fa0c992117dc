"""From replies of jobs to responses of the web framework."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.http import parse_etags

from kg.web.dumps import Dumps
from kg.web.gone import Gone
from kg.web.pool import Pool
from kg.web.reply import TEXT, Reply
from kg.web.settings import Settings

__all__ = ["State", "message", "not_acceptable", "origin", "respond", "state", "too_large"]


class State(NamedTuple):
    """What all requests share."""

    settings: Settings
    pool: Pool
    dumps: Dumps
    gone: Gone


def state(request: Request) -> State:
    """What all requests share."""
    return cast("State", request.app.state.shared)


def origin(request: Request) -> str:
    """Beginning of the address under which the client reached the server, without a stroke at the end."""
    return state(request).settings.public_url or str(request.base_url).rstrip("/")


def respond(request: Request, reply: Reply, *, vary: str = "", links: Iterable[str] = ()) -> Response:
    """The response for a reply; 304 where the client has it already.

    Args:
        request: What was asked.
        reply: What was found.
        vary: Names of the headers on which the reply depends.
        links: Values of Link headers (RFC 8288).
    """
    headers = dict(reply.headers)
    if vary:
        headers["Vary"] = vary
    if linked := ", ".join(links):
        headers["Link"] = linked
    if reply.status != 200:
        return Response(reply.body, reply.status, headers, reply.media_type)
    headers["Cache-Control"] = "no-cache"  # may be kept, is to be asked for again: a build changes everything at once
    tag = headers.get("ETag", "").strip('"')
    known = request.headers.get("if-none-match")
    if tag and known and request.method in {"GET", "HEAD"} and parse_etags(known).contains_weak(tag):
        return Response(status_code=304, headers=headers)
    return Response(reply.body, 200, headers, reply.media_type)


def message(status: int, words: str, **headers: str) -> Response:
    """A response of one sentence."""
    return Response(f"{words}\n", status, headers, TEXT)


def not_acceptable(media_types: Iterable[str]) -> Response:
    """406, with what there is."""
    listed = ", ".join(media_types)
    return message(406, f"No media type that Accept names is at hand. There are {listed}.", Vary="Accept")


def too_large(limit: int) -> str:
    """What is said of a body that is too long."""
    return f"The body is longer than {limit / 1e6:g} MB."
