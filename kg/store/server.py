"""Speaks to a server that keeps a graph: SPARQL 1.1 Query and Update over HTTP (SPARQL 1.1 Protocol).

Queries are asked again where the server does not answer; what changes the graph is asked again only where doing it
twice is as good as once. Credentials come from the environment and stand in no message.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

import urllib3
from urllib3.util import Retry, Timeout, make_headers

from kg.errors import StoreError, UsageError

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["Server"]

_CONNECT = 10.0
"""Seconds in which a server must accept a connection."""
_IMPATIENT = 2.0
"""Seconds in which it must accept and answer where nobody waits for it."""
_ATTEMPTS = 4
_PAUSE = 0.5
"""Seconds before the second attempt; twice as many before each further one."""
_BUSY = frozenset({429, 502, 503, 504})
"""What a server says that is not ready, or its proxy; anything else would be said again."""
_SHOWN = 300
"""Characters of a server's message that are shown."""


@dataclass(frozen=True, slots=True)
class _Endpoints:
    """Where a server takes queries and updates."""

    query: str
    update: str


def _endpoints(address: str) -> _Endpoints:
    """Where to ask and where to change.

    ``WCO_KG_STORE_UPDATE`` names the address for updates. Without it: a server without path, or with ``/query``, is
    taken for one with ``/query`` and ``/update`` side by side (Oxigraph, Fuseki); any other takes both at one address.
    """
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise UsageError(
            "The address of a store may hold no user or password: others on this machine could read them.",
            "Put them into WCO_KG_STORE_USER and WCO_KG_STORE_PASSWORD.",
        )
    path = parts.path.rstrip("/") or "/query"
    query = urlunsplit(parts._replace(path=path))
    update = f"{path.removesuffix('/query')}/update" if path.endswith("/query") else path
    return _Endpoints(query, os.environ.get("WCO_KG_STORE_UPDATE") or urlunsplit(parts._replace(path=update)))


class Server:
    """A server that keeps a graph.

    Args:
        address: Where it takes queries.
        patient: Whether a server that does not answer is waited for and asked again.

    Raises:
        UsageError: The address holds credentials.
    """

    def __init__(self, address: str, *, patient: bool = True) -> None:
        self.address = address
        self._patient = patient
        self._endpoints = _endpoints(address)
        self._headers = _credentials()
        seconds = float(os.environ.get("WCO_KG_STORE_TIMEOUT") or 300)
        timeout = Timeout(connect=_CONNECT, read=seconds) if patient else Timeout(_IMPATIENT)
        self._pool = urllib3.PoolManager(timeout=timeout, headers=self._headers)

    def close(self) -> None:
        """Ends all connections."""
        self._pool.clear()

    def ask(self, query: str, accept: str, fields: list[tuple[str, str]] | None = None) -> io.BufferedReader:
        """What the server answers to a query, as it comes.

        Args:
            query: SPARQL.
            accept: Media type of the answer.
            fields: Further fields of the request, such as ``default-graph-uri``.

        Raises:
            StoreError: It does not answer, or refuses.
        """
        body = [("query", query), *(fields or [])]
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        response = self._send(self._endpoints.query, urlencode(body).encode(), headers, again=True)
        return io.BufferedReader(_Body(response, self.address), 1 << 16)

    def change(self, update: str, *, again: bool) -> None:
        """Makes the server change its graph; all of it or nothing.

        Args:
            update: SPARQL Update.
            again: Whether doing it twice is as good as once, so that it may be tried again.

        Raises:
            StoreError: It does not answer, or refuses.
        """
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        response = self._send(self._endpoints.update, update.encode(), headers, again=again)
        response.drain_conn()
        response.release_conn()

    def _send(self, address: str, body: bytes, headers: dict[str, str], *, again: bool) -> urllib3.BaseHTTPResponse:
        again = again and self._patient
        retries = Retry(
            total=_ATTEMPTS - 1 if again else 0,
            redirect=3,
            status_forcelist=_BUSY if again else (),
            allowed_methods=None,
            backoff_factor=_PAUSE,
            raise_on_status=False,
            respect_retry_after_header=True,
        )
        try:
            response = self._pool.request(
                "POST",
                address,
                body=body,
                headers={**self._headers, **headers},
                retries=retries,
                preload_content=False,
            )
        except urllib3.exceptions.HTTPError as error:
            raise unreachable(self.address, error) from error
        if response.status >= 400:
            raise _refused(self.address, response)
        return response


def _credentials() -> dict[str, str]:
    token = os.environ.get("WCO_KG_STORE_TOKEN")
    if token:
        return {"Authorization": f"Bearer {token}"}
    user = os.environ.get("WCO_KG_STORE_USER")
    if user:
        return dict(make_headers(basic_auth=f"{user}:{os.environ.get('WCO_KG_STORE_PASSWORD', '')}"))
    return {}


def unreachable(address: str, error: urllib3.exceptions.HTTPError) -> StoreError:
    """The error for a server that does not answer."""
    reason = error.reason if isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason else error
    kind = "took too long to answer" if isinstance(reason, urllib3.exceptions.ReadTimeoutError) else "does not answer"
    detail = re.sub(r"^.*?: ", "", str(reason), count=1)
    return StoreError(
        f"The server {address} {kind}: {detail.rstrip('.')}.",
        "See whether it runs and the address is right; WCO_KG_STORE_TIMEOUT sets how many seconds it may take.",
    )


def _refused(address: str, response: urllib3.BaseHTTPResponse) -> StoreError:
    status = response.status
    said = " ".join(response.read(4096).decode("utf-8", "replace").split())[:_SHOWN]
    response.close()
    response.release_conn()
    if status in {401, 403}:
        return StoreError(
            f"The server {address} refuses: {status}, not allowed.",
            "Set WCO_KG_STORE_USER and WCO_KG_STORE_PASSWORD, or WCO_KG_STORE_TOKEN.",
        )
    if status in {404, 405}:
        return StoreError(
            f"The server {address} takes no such requests there: {status}.",
            "Name the address of its SPARQL queries; WCO_KG_STORE_UPDATE is that of its updates.",
        )
    return StoreError(f"The server {address} refuses: {status}{f', {said}' if said else ''}.")


class _Body(io.RawIOBase):
    """What a server answers; a connection that breaks is an error of the store."""

    def __init__(self, response: urllib3.BaseHTTPResponse, address: str) -> None:
        self._response = response
        self._address = address

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            data = self._response.read(len(view))
        except urllib3.exceptions.HTTPError as error:
            raise unreachable(self._address, error) from error
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._response.close()  # the connection too, where not all of it was read
            self._response.release_conn()
        super().close()
