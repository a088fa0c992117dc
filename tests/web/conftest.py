"""A server on the loopback interface, with real HTTP; its store is that of the sample reports."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn

from kg.web import Settings
from kg.web.app import application
from kg.web.server import listen


class Answer(NamedTuple):
    """What the server sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


class Site(NamedTuple):
    """A running server."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __call__(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None, timeout: float = 30
    ) -> Answer:
        """One request as it stands: nothing is added, no redirection followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "", **headers: str) -> Answer:
        return self("GET", path, headers=({"Accept": accept} if accept else {}) | headers)


@contextmanager
def running(settings: Settings) -> Iterator[Site]:
    with listen(settings) as place:
        config = uvicorn.Config(
            application(settings), log_level="critical", access_log=False, timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield Site(place.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(timeout=30)


@pytest.fixture(scope="session")
def site(sample_store: Path) -> Iterator[Site]:
    """The sample reports, served."""
    with running(Settings(sample_store, port=0, contact="privacy@example.org")) as found:
        yield found


@pytest.fixture
def serving(sample_store: Path) -> Callable[..., object]:
    """Serves with settings of the test's own: ``with serving(max_rows=5) as site``."""

    def serve(**settings: object) -> object:
        return running(Settings(**({"store": sample_store, "port": 0, "readers": 2} | settings)))  # type: ignore[arg-type]

    return serve
