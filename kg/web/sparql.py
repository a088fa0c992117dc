"""``/sparql``: the query operation of the SPARQL 1.1 Protocol, read only.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from werkzeug.http import parse_options_header

from kg.web.negotiation import DOCUMENT_FORMS, GRAPH_FORMS, PAGE_FORMS, ROW_FORMS, accepts, chosen
from kg.web.replies import message, not_acceptable, respond, state, too_large
from kg.web.service import describe_service

__all__ = ["sparql"]

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATE = "application/sparql-update"
_MAX_BODY = 1_000_000
_MAX_FIELDS = 1_000


class _Refused(Exception):
    """The request cannot be taken as a query."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class _Operation(NamedTuple):
    """A query operation as the client sent it; ``query`` is ``None`` where it sent none."""

    query: str | None
    default_graphs: list[str]
    named_graphs: list[str]


async def sparql(request: Request) -> Response:
    """Answers a query; without one, describes the service or shows the query page."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
    try:
        operation = await _operation(request)
    except _Refused as refused:
        return message(refused.status, str(refused))
    if operation.query is None:
        return await _without_query(request)
    accept, settings = accepts(request), state(request).settings
    wanted: dict[str, Any] = {
        "query": operation.query,
        "default_graphs": operation.default_graphs,
        "named_graphs": operation.named_graphs,
        "max_rows": settings.max_rows,
    }
    if chosen(accept, ROW_FORMS | GRAPH_FORMS | PAGE_FORMS) == "html":
        return respond(request, await state(request).pool.do("asked", written=True, **wanted), vary="Accept")
    reply = await state(request).pool.do(
        "answer",
        written=True,
        **wanted,
        row_form=chosen(accept, ROW_FORMS),
        graph_form=chosen(accept, GRAPH_FORMS),
        max_bytes=settings.max_bytes,
    )
    return respond(request, reply, vary="Accept")


async def _without_query(request: Request) -> Response:
    if request.method == "POST":
        return message(400, "The request has no query.")
    form = chosen(accepts(request), GRAPH_FORMS | DOCUMENT_FORMS)
    if form == "html":
        return respond(request, await state(request).pool.do("editor"), vary="Accept")
    return describe_service(request, form) if form else not_acceptable(GRAPH_FORMS)


async def _operation(request: Request) -> _Operation:
    address = _fields(request.scope["query_string"], "address")
    if request.method != "POST":
        return _from_fields(address)
    media_type, options = parse_options_header(request.headers.get("content-type"))
    if media_type == _UPDATE:
        raise _Refused(403, "Updates are refused: the graph can be asked, not changed.")
    if media_type not in {_FORM, _DIRECT}:
        raise _Refused(415, f"A query is sent as {_FORM} or {_DIRECT}, not as {media_type or 'nothing in particular'}.")
    if options.get("charset", "utf-8").lower() not in {"utf-8", "utf8"}:
        raise _Refused(415, f"A query is sent in UTF-8, not in {options['charset']}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise _Refused(415, f"A query is sent as it is, not packed ({request.headers['content-encoding']}).")
    body = await _body(request)
    if media_type == _FORM:
        return _from_fields(_fields(body, "form"))
    if any(name == "query" for name, _ in address):
        raise _Refused(400, "There are several queries, one in the address and one in the body; send one.")
    try:
        return _from_fields([*address, ("query", body.decode())])
    except UnicodeDecodeError as error:
        raise _Refused(400, f"The query is not UTF-8 (byte {error.start}).") from error


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY:
            raise _Refused(413, too_large(_MAX_BODY))
    return bytes(body)


def _fields(encoded: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError as error:
        raise _Refused(400, f"The {where} is not UTF-8 in percent-encoding.") from error
    except ValueError as error:
        raise _Refused(400, f"The {where} has more than {_MAX_FIELDS:,} fields.") from error


def _from_fields(fields: list[tuple[str, str]]) -> _Operation:
    def values(name: str) -> list[str]:
        return [value for key, value in fields if key == name]

    queries = values("query")
    if values("update"):
        raise _Refused(403, "Updates are refused: the graph can be asked, not changed.")
    if len(queries) > 1:
        raise _Refused(400, f"There are {len(queries)} queries; send one.")
    return _Operation(queries[0] if queries else None, values("default-graph-uri"), values("named-graph-uri"))
