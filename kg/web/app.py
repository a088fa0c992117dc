"""The addresses of the server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from kg.web.pool import Pool
from kg.web.replies import State
from kg.web.settings import Settings
from kg.web.sparql import sparql

__all__ = ["application"]

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


def application(settings: Settings) -> Starlette:
    """The server as an ASGI application.

    Raises:
        StoreError: The store cannot be read.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        pool = Pool(settings)
        app.state.shared = State(settings, pool, frozenset())
        await pool.warm()
        yield
        await pool.close()

    cors = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=_METHODS,
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "Location"],
    )
    return Starlette(routes=[Route("/sparql", sparql, methods=_METHODS)], middleware=[cors], lifespan=lifespan)
