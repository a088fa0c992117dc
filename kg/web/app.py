"""The addresses of the server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import look
from kg.web import documents, visits
from kg.web.dumps import Dumps
from kg.web.gone import Gone
from kg.web.pool import Pool
from kg.web.replies import State
from kg.web.settings import Settings
from kg.web.sparql import sparql
from kg.web.unlisted import Unlisted

__all__ = ["application"]

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
_PACKED = [Middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5)]
_ROUTES = [
    Route("/", visits.start, middleware=_PACKED),
    Route("/sparql", sparql, methods=_METHODS, middleware=_PACKED),
    Route("/query", visits.editor, middleware=_PACKED),
    Route("/id/{path:path}", documents.dereference, middleware=_PACKED),
    Route("/doc/{path:path}", documents.document, middleware=_PACKED),
    Route("/ontology", documents.ontology, middleware=_PACKED),
    Route("/ontology.{suffix}", documents.ontology, middleware=_PACKED),
    Route("/ontology/{version}", documents.edition),
    Route("/network/{version}", documents.edition),
    Route("/contributors", documents.network),
    Route("/network", documents.network),
    Route("/network.{suffix}", documents.network),
    Route("/questions", visits.questions, middleware=_PACKED),
    Route("/questions/{name}", visits.question, middleware=_PACKED),
    Route("/search", visits.search, middleware=_PACKED),
    Route("/suggest", visits.suggest, middleware=_PACKED),
    Route("/about", visits.about, middleware=_PACKED),
    Route("/drawing", visits.drawing, middleware=_PACKED),
    Route("/.well-known/void", documents.void, middleware=_PACKED),
    Route("/dumps/{name}", documents.dump),
    Route("/robots.txt", visits.robots),
    Mount("/static/look", StaticFiles(directory=look.FOLDER), middleware=_PACKED),
    Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), middleware=_PACKED),
]


def application(settings: Settings) -> Starlette:
    """The server as an ASGI application.

    Raises:
        NoSuchPath: There is no such file of forgotten entities.
        KgError: It is not text in UTF-8.
        StoreError: The store cannot be read.
    """
    gone = Gone(settings.forgotten, settings.store)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        pool = Pool(settings)
        dumps = Dumps(pool)
        app.state.shared = State(settings, pool, dumps, gone)
        try:
            await pool.warm()
            yield
        finally:
            await pool.close()
            dumps.close()

    cors = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=_METHODS,
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "Location"],
    )
    unlisted = [] if settings.robots else [Middleware(Unlisted)]
    failures = {404: visits.nowhere, 405: visits.not_that_way}
    return Starlette(routes=_ROUTES, middleware=[cors, *unlisted], lifespan=lifespan, exception_handlers=failures)
