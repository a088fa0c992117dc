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
from kg.errors import NoSuchPath
from kg.web import documents, visits
from kg.web.dumps import Dumps
from kg.web.pool import Pool
from kg.web.replies import State
from kg.web.settings import Settings
from kg.web.sparql import sparql

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
    Route("/network", documents.network),
    Route("/network.{suffix}", documents.network),
    Route("/questions", visits.questions, middleware=_PACKED),
    Route("/questions/{name}", visits.question, middleware=_PACKED),
    Route("/search", visits.search, middleware=_PACKED),
    Route("/suggest", visits.suggest, middleware=_PACKED),
    Route("/about", visits.about, middleware=_PACKED),
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
        StoreError: The store cannot be read.
    """
    forgotten = _forgotten(settings.forgotten)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        pool = Pool(settings)
        dumps = Dumps(pool)
        app.state.shared = State(settings, pool, dumps, forgotten)
        await pool.warm()
        yield
        await pool.close()
        dumps.close()

    cors = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=_METHODS,
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "Location"],
    )
    return Starlette(routes=_ROUTES, middleware=[cors], lifespan=lifespan)


def _forgotten(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    try:
        return frozenset(path.read_text(encoding="utf-8").split())
    except FileNotFoundError:
        raise NoSuchPath(f"There is no file {path} of forgotten entities.") from None
