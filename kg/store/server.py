"""Speaks to a server that keeps a graph: SPARQL 1.1 Query, Update and Graph Store over HTTP.

Queries are asked again where the server does not answer; what changes the graph is asked again only where doing it
twice is as good as once. Credentials come from the environment, go to who asks for them, and stand in no message.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

import urllib3
from urllib3.util import Retry, Timeout

from kg.errors import StoreError, UsageError
from kg.store.credentials import Credentials

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


_NOT_KNOWN = frozenset({401, 403})
_CUT = {
    "X-SPARQL-MaxRows": "gives no more than {} rows of an answer",
    "X-SQL-State": "gave up before the answer was complete ({})",
}
"""What a server says of an answer that is not the whole, by header."""


@dataclass(frozen=True, slots=True)
class _Endpoints:
    """Where a server takes queries, updates and whole graphs."""

    query: str
    update: str
    graphs: str


def _endpoints(address: str, *, virtuoso: bool) -> _Endpoints:
    """Where to ask and where to change.

    ``WCO_KG_STORE_UPDATE`` and ``WCO_KG_STORE_GRAPHS`` name the addresses for updates and for whole graphs, which
    Virtuoso alone is sent. Without them: a server without path, or with ``/query``, is taken for one with ``/query``
    and ``/update`` side by side (Oxigraph, Fuseki); any other takes both at one address. Virtuoso has names of its own.
    """
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise UsageError(
            "The address of a store may hold no user or password: others on this machine could read them.",
            "Put them into WCO_KG_STORE_USER and WCO_KG_STORE_PASSWORD.",
        )
    path = parts.path.rstrip("/") or "/query"
    update = f"{path.removesuffix('/query')}/update" if path.endswith("/query") else path
    graphs = f"{path.removesuffix('-auth')}-graph-crud-auth"
    if virtuoso:
        update = f"{path.removesuffix('-auth')}-auth"
    query, update, graphs = (urlunsplit(parts._replace(path=each)) for each in (path, update, graphs))
    return _Endpoints(
        query, os.environ.get("WCO_KG_STORE_UPDATE") or update, os.environ.get("WCO_KG_STORE_GRAPHS") or graphs
    )


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
        self._query = _endpoints(address, virtuoso=False).query
        self._who = Credentials()
        self._virtuoso: bool | None = None
        seconds = float(os.environ.get("WCO_KG_STORE_TIMEOUT") or 300)
        timeout = Timeout(connect=_CONNECT, read=seconds) if patient else Timeout(_IMPATIENT)
        self._pool = urllib3.PoolManager(timeout=timeout)

    @property
    def is_virtuoso(self) -> bool:
        """Whether it is a Virtuoso, which needs to be spoken to otherwise; the first request tells.

        Raises:
            StoreError: It does not answer.
        """
        if self._virtuoso is None:
            self.ask("ASK { ?s ?p ?o }", "application/sparql-results+json").close()
        return bool(self._virtuoso)

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
        response = self._send("POST", self._query, urlencode(body).encode(), headers, again=True)
        for header, words in _CUT.items():
            if header in response.headers:
                told = response.headers[header]
                response.close()
                raise StoreError(
                    f"The server {self.address} {words.format(told)}.",
                    "In the file virtuoso.ini, section [SPARQL], raise ResultSetMaxRows and MaxQueryExecutionTime.",
                )
        return io.BufferedReader(_Body(response, self.address), 1 << 16)

    def change(self, update: str, *, again: bool) -> None:
        """Makes the server change its graph.

        Where updates go, the kind of server decides, which its first answer tells; so ask before.

        Args:
            update: SPARQL Update.
            again: Whether doing it twice is as good as once, so that it may be tried again.

        Raises:
            StoreError: It does not answer, or refuses.
        """
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._done("POST", self._endpoints.update, update.encode(), headers, again=again)

    def write(self, graph: str, turtle: bytes, *, more: bool) -> None:
        """Writes a named graph of a Virtuoso (SPARQL 1.1 Graph Store HTTP Protocol, sections 5.3 and 5.5).

        Args:
            graph: Its name.
            turtle: Statements.
            more: Whether they are added to what is in it, or take its place.

        Raises:
            StoreError: It does not answer, or refuses.
        """
        address = f"{self._endpoints.graphs}?{urlencode({'graph-uri': graph})}"
        self._done("POST" if more else "PUT", address, turtle, {"Content-Type": "text/turtle"}, again=True)

    @property
    def _endpoints(self) -> _Endpoints:
        return _endpoints(self.address, virtuoso=bool(self._virtuoso))

    def _done(self, method: str, address: str, body: bytes, headers: dict[str, str], *, again: bool) -> None:
        response = self._send(method, address, body, headers, again=again)
        response.drain_conn()
        response.release_conn()

    def _send(
        self, method: str, address: str, body: bytes, headers: dict[str, str], *, again: bool
    ) -> urllib3.BaseHTTPResponse:
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
        while True:
            try:
                response = self._pool.request(
                    method,
                    address,
                    body=body,
                    headers={**headers, **self._who.header(method, address)},
                    retries=retries,
                    preload_content=False,
                )
            except urllib3.exceptions.HTTPError as error:
                raise unreachable(self.address, error) from error
            if self._virtuoso is None:
                self._virtuoso = response.headers.get("Server", "").startswith("Virtuoso") or _told_virtuoso()
            if response.status not in _NOT_KNOWN or not self._who.asked(address, response):
                break
            response.drain_conn()
            response.release_conn()
        if response.status >= 400:
            raise _refused(self.address, response)
        return response


def _told_virtuoso() -> bool:
    return os.environ.get("WCO_KG_STORE_KIND", "").lower() == "virtuoso"


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
    said = " ".join(response.read(4096).decode("utf-8", "replace").partition("SPARQL query:")[0].split())[:_SHOWN]
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
    why = f"{status}, {said}" if said else f"{status}"
    return StoreError(f"The server {address} refuses: {why}.", "Its log may tell more; then try again.")


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
