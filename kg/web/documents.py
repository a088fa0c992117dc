"""Linked data: ``/id/...`` names things, ``/doc/...`` are documents about them, negotiated or by suffix."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from kg.rdf import FORMS
from kg.web.negotiation import DOCUMENT_FORMS, accepts, chosen
from kg.web.replies import message, not_acceptable, origin, respond, state
from kg.web.reply import Reply
from kg.web.templating import page

__all__ = ["dereference", "document", "dump", "edition", "network", "ontology", "void"]

_SUFFIXES = {".html": "html"} | {FORMS[form].suffix: form for form in DOCUMENT_FORMS.values() if form != "html"}
_DATASET = "dataset"
"""Path of the whole graph, which is described elsewhere."""
_RDF = {media_type: form for media_type, form in DOCUMENT_FORMS.items() if form != "html"}


async def dereference(request: Request) -> Response:
    """``/id/...``: 303 to a document, or the document itself where a redirecting service stands before this server."""
    path = _path(request, "/id/")
    if path == _DATASET:
        return RedirectResponse("/.well-known/void", 303)
    if state(request).settings.direct:
        return await _document(request, path, *_form(request, path))
    form = chosen(accepts(request), DOCUMENT_FORMS)
    if form is None:
        return not_acceptable(DOCUMENT_FORMS)
    reply = await _asked(request, path, form)
    if reply.status != 200:
        return _answered(request, reply, path, "Accept")
    suffix = "" if form == "html" else FORMS[form].suffix
    return RedirectResponse(f"/doc/{path}{suffix}", 303, {"Vary": "Accept"})


async def document(request: Request) -> Response:
    """``/doc/...``."""
    path = _path(request, "/doc/")
    name, form = _form(request, path)
    if name == _DATASET:
        return RedirectResponse("/.well-known/void", 303)
    return await _document(request, path, name, form)


async def _document(request: Request, written: str, path: str, form: str | None) -> Response:
    if form is None:
        return not_acceptable(DOCUMENT_FORMS)
    return _answered(request, await _asked(request, path, form), path, "Accept" if path == written else "")


def _path(request: Request, prefix: str) -> str:
    """What follows ``prefix`` in the address, percent-encoded as it came: so it stands in the IRI."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.decode("ascii", errors="replace").partition("?")[0].removeprefix(prefix)


def _form(request: Request, path: str) -> tuple[str, str | None]:
    """The path without the suffix that names a form, and the form."""
    for suffix, form in _SUFFIXES.items():
        if path.endswith(suffix):
            return path.removesuffix(suffix), form
    return path, chosen(accepts(request), DOCUMENT_FORMS)


async def _asked(request: Request, path: str, form: str) -> Reply:
    shared = state(request)
    if path in shared.gone:
        words = b"What stood here has been taken out.\n"
        return page("gone.html", status=410) if form == "html" else Reply(words, status=410)
    return await shared.pool.do("document", path=path, form=form, contact=shared.settings.contact)


def _answered(request: Request, reply: Reply, path: str, vary: str) -> Response:
    if reply.status == 301:
        return RedirectResponse(f"/id/{reply.headers['Location']}", 301)
    return respond(request, reply, vary=vary, links=_links(request, f"/doc/{path}") if reply.status == 200 else ())


def _links(request: Request, path: str) -> list[str]:
    """Where a document is to be found, in which forms."""
    here = f"{origin(request)}{path}"
    links = [f'<{here}>; rel="canonical"', f'<{here}>; rel="alternate"; type="text/html"']
    return links + [f'<{here}{FORMS[form].suffix}>; rel="alternate"; type="{media}"' for media, form in _RDF.items()]


async def ontology(request: Request) -> Response:
    """``/ontology``, negotiated or by suffix."""
    suffix = request.path_params.get("suffix", "")
    form = _SUFFIXES.get(f".{suffix}") if suffix else chosen(accepts(request), DOCUMENT_FORMS)
    if form is None:
        return message(404, f"There is no /ontology.{suffix}.") if suffix else not_acceptable(DOCUMENT_FORMS)
    reply = await state(request).pool.do("ontology", form=form)
    return respond(request, reply, vary="" if suffix else "Accept", links=_links(request, "/ontology"))


async def network(request: Request) -> Response:
    """``/network``: the vocabulary of figures of networks, which is described along with the other."""
    suffix = request.path_params.get("suffix", "")
    return RedirectResponse(f"/ontology.{suffix}" if suffix else "/ontology", 303)


async def edition(request: Request) -> Response:
    """``/ontology/VERSION``: the one version that there is."""
    asked = request.path_params["version"]
    version = await state(request).pool.do("ontology_version")
    if asked.encode() != version.body:
        return message(404, f"There is no version {asked}; there is {version.body.decode()}.")
    return RedirectResponse("/ontology", 303)


async def void(request: Request) -> Response:
    """``/.well-known/void``: the dataset described."""
    form = chosen(accepts(request), _RDF | {"text/html": "turtle"})
    if form is None:
        return not_acceptable(_RDF)
    dumps = await state(request).dumps.made()
    if isinstance(dumps, Reply):
        return respond(request, dumps)
    site = origin(request)
    return respond(
        request, await state(request).pool.do("dataset", form=form, site=site, dumps=dumps), vary="Accept, Host"
    )


async def dump(request: Request) -> Response:
    """``/dumps/...``: the whole graph."""
    name = request.path_params["name"]
    shared = state(request)
    dumps = await shared.dumps.made()
    if isinstance(dumps, Reply):
        return respond(request, dumps)
    found = next((each for each in dumps if each["name"] == name), None)
    if found is None:
        return message(404, f"There is no dump {name}. There are {', '.join(each['name'] for each in dumps)}.")
    return FileResponse(shared.dumps.path(name), media_type="application/gzip", filename=name)
