import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs

import pytest

from kg.errors import StoreError, UsageError
from kg.store import server as module
from kg.store.server import Server


class Request(NamedTuple):
    method: str
    path: str
    fields: dict[str, list[str]]
    headers: dict[str, str]


Answer = tuple[int, bytes] | tuple[int, bytes, dict[str, str]]
Serve = Callable[..., tuple[str, list[Request]]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a server with an answer for each request, the last for all further ones; gives address and requests."""
    monkeypatch.setattr(module, "_PAUSE", 0)
    for name in ("UPDATE", "USER", "PASSWORD", "TOKEN", "TIMEOUT"):
        monkeypatch.delenv(f"WCO_KG_STORE_{name}", raising=False)
    running: list[ThreadingHTTPServer] = []

    def start(*answers: Answer) -> tuple[str, list[Request]]:
        asked: list[Request] = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                asked.append(
                    Request(
                        self.command,
                        self.path,
                        parse_qs(body) or {"update": [body]},
                        {k.lower(): v for k, v in self.headers.items()},
                    )
                )
                status, text, *more = answers[min(len(asked), len(answers)) - 1]
                if status == 0:  # hangs up
                    self.close_connection = True
                    return
                headers = more[0] if more else {}
                self.send_response_only(status)
                for name, value in {"Content-Length": str(len(text)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text)

            do_PUT = do_POST  # noqa: N815 - the word of the library

            def log_message(self, *_: object) -> None:
                pass

        running.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=running[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[-1].server_port}", asked

    yield start
    for each in running:
        each.shutdown()
        each.server_close()


def ask(address: str) -> bytes:
    server = Server(address)
    try:
        with server.ask("ASK {}", "application/sparql-results+json", [("default-graph-uri", "urn:a")]) as answer:
            return answer.read()
    finally:
        server.close()


def change(address: str, *, again: bool) -> None:
    server = Server(address)
    try:
        server.change("DROP ALL", again=again)
    finally:
        server.close()


@pytest.mark.parametrize(
    ("given", "query", "update"),
    [
        ("", "/query", "/update"),
        ("/", "/query", "/update"),
        ("/kg/query", "/kg/query", "/kg/update"),
        ("/sparql", "/sparql", "/sparql"),
        ("/sparql/", "/sparql", "/sparql"),
    ],
)
def test_where_is_asked_and_where_is_changed(serve: Serve, given: str, query: str, update: str) -> None:
    address, asked = serve((200, b"yes"))
    assert ask(address + given) == b"yes"
    change(address + given, again=True)
    assert [request.path for request in asked] == [query, update]
    assert asked[0].fields == {"query": ["ASK {}"], "default-graph-uri": ["urn:a"]}
    assert asked[1].fields == {"update": ["DROP ALL"]}
    assert asked[0].headers["accept"] == "application/sparql-results+json"
    assert "authorization" not in asked[0].headers


def test_the_address_for_updates_can_be_told(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    address, asked = serve((200, b""))
    monkeypatch.setenv("WCO_KG_STORE_UPDATE", f"{address}/ds/update")
    change(f"{address}/ds/sparql", again=True)
    assert [request.path for request in asked] == ["/ds/update"]


def test_a_name_and_password_go_to_who_asks_for_them(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    address, asked = serve((401, b"who are you?"), (200, b""))
    monkeypatch.setenv("WCO_KG_STORE_USER", "larry")
    monkeypatch.setenv("WCO_KG_STORE_PASSWORD", "secret")
    change(address, again=False)
    assert [request.headers.get("authorization") for request in asked] == [None, "Basic bGFycnk6c2VjcmV0"]


def test_a_token_goes_at_once(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    address, asked = serve((200, b""))
    monkeypatch.setenv("WCO_KG_STORE_USER", "larry")
    monkeypatch.setenv("WCO_KG_STORE_TOKEN", "token")
    change(address, again=True)
    assert [request.headers["authorization"] for request in asked] == ["Bearer token"]


DIGEST = (
    'Digest realm="SPARQL", domain="/sparql-auth", nonce="bae4", opaque="5ebe", stale="false", qop="auth", '
    'algorithm="MD5"'
)


def test_no_password_goes_to_who_is_content_with_a_digest(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WCO_KG_STORE_USER", "larry")
    monkeypatch.setenv("WCO_KG_STORE_PASSWORD", "secret")
    address, asked = serve((401, b"", {"WWW-Authenticate": DIGEST}), (200, b""))
    change(address, again=False)
    assert [request.headers.get("authorization", "")[:23] for request in asked] == ["", 'Digest username="larry"']
    address, asked = serve((401, b"", {"WWW-Authenticate": DIGEST}))
    with pytest.raises(StoreError, match="refuses: 401, not allowed") as raised:
        change(address, again=False)
    assert len(asked) == 2
    assert "secret" not in str(raised.value)
    assert not any(request.headers.get("authorization", "").startswith("Basic") for request in asked)
    unknown = DIGEST.replace("MD5", "rot13")
    address, asked = serve((401, b"", {"WWW-Authenticate": unknown}))
    with pytest.raises(StoreError):
        change(address, again=False)
    assert [request.headers.get("authorization") for request in asked] == [None]


@pytest.mark.parametrize(
    ("header", "words"), [("X-SPARQL-MaxRows", "no more than 10000 rows"), ("X-SQL-State", "gave up")]
)
def test_an_answer_that_is_cut_is_none(serve: Serve, header: str, words: str) -> None:
    address, _ = serve((200, b"half", {header: "10000"}))
    with pytest.raises(StoreError, match=words) as raised:
        ask(address)
    assert "ResultSetMaxRows" in raised.value.hint


def test_virtuoso_has_addresses_of_its_own(serve: Serve) -> None:
    address, asked = serve((200, b"", {"Server": "Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu"}))
    for path in ("/sparql", "/sparql-auth"):
        server = Server(address + path)
        assert server.is_virtuoso
        server.change("DROP ALL", again=True)
        server.write("urn:a b", b"<urn:a> <urn:b> <urn:c> .", more=False)
        server.write("urn:a", b"", more=True)
        server.close()
        assert [(request.method, request.path) for request in asked] == [
            ("POST", path),
            ("POST", "/sparql-auth"),
            ("PUT", "/sparql-graph-crud-auth?graph-uri=urn%3Aa+b"),
            ("POST", "/sparql-graph-crud-auth?graph-uri=urn%3Aa"),
        ]
        asked.clear()


def test_credentials_in_the_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as raised:
        Server("https://larry:secret@example.org/sparql")
    assert "secret" not in str(raised.value)
    assert "WCO_KG_STORE_PASSWORD" in raised.value.hint


@pytest.mark.parametrize("first", [(503, b"busy"), (429, b""), (0, b"")])
def test_a_server_that_is_not_ready_is_asked_again(serve: Serve, first: Answer) -> None:
    address, asked = serve(first, first, (200, b"yes"))
    assert ask(address) == b"yes"
    assert len(asked) == 3
    address, asked = serve(first, (200, b""))
    change(address, again=True)
    assert len(asked) == 2


@pytest.mark.parametrize("first", [(503, b"busy"), (0, b"")])
def test_what_must_not_be_done_twice_is_tried_once(serve: Serve, first: Answer) -> None:
    address, asked = serve(first, (200, b""))
    with pytest.raises(StoreError):
        change(address, again=False)
    assert len(asked) == 1


def test_patience_ends(serve: Serve) -> None:
    address, asked = serve((503, b"The house is full."))
    with pytest.raises(StoreError, match="refuses: 503, The house is full"):
        ask(address)
    assert len(asked) == 4


@pytest.mark.parametrize(
    ("answer", "words", "hint"),
    [
        ((401, b"go away"), "refuses: 401, not allowed", "WCO_KG_STORE_USER"),
        ((404, b""), "takes no such requests there: 404", "WCO_KG_STORE_UPDATE"),
        ((500, b"Out of\n disk"), "refuses: 500, Out of disk", ""),
        ((400, b"x" * 5000), "refuses: 400, x", ""),
    ],
)
def test_a_refusal_is_told_and_final(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, answer: Answer, words: str, hint: str
) -> None:
    monkeypatch.setenv("WCO_KG_STORE_TOKEN", "sesame")
    address, asked = serve(answer)
    with pytest.raises(StoreError) as raised:
        ask(address)
    assert words in raised.value.message
    assert address in raised.value.message
    assert hint in raised.value.hint
    assert "sesame" not in str(raised.value)
    assert len(raised.value.message) < 500
    assert len(asked) == 1


def test_nobody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0)
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:1 does not answer") as raised:
        ask("http://127.0.0.1:1")
    assert "WCO_KG_STORE_TIMEOUT" in raised.value.hint
