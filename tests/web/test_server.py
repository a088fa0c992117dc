"""``kg serve`` as a process: what it says, how it ends, what it leaves behind."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

HEAVY = quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(STR(?c) < STR(?f)) }")


def start(store: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    match = re.search(r"at (http://\S+);", process.stderr.readline())
    assert match
    return process, match[1]


def ask(address: str) -> int:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - of this machine
                return answer.status
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    return 0


def children(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_serves_until_interrupted(sample_store: Path) -> None:
    process, address = start(sample_store)
    assert ask(f"{address}/") == 200
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=20)
    assert (process.returncode, words) == (0, "")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes in /proc")
def test_readers_end_with_a_server_that_is_killed(sample_store: Path) -> None:
    process, address = start(sample_store, "--readers", "2")
    assert ask(f"{address}/") == 200
    with pytest.raises(TimeoutError):
        urllib.request.urlopen(f"{address}/sparql?query={HEAVY}", timeout=1)  # noqa: S310 - the same
    readers = children(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(Path(f"/proc/{reader}/cmdline").exists() for reader in readers):
        time.sleep(0.1)
    assert readers
    assert not any(Path(f"/proc/{reader}/cmdline").exists() for reader in readers)


def test_port_that_is_taken(kg, sample_store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = kg("serve", "--store", sample_store, "--port", taken.getsockname()[1])
    assert ran.code == 2
    assert "cannot listen" in ran.err
    assert "--port" in ran.err


def test_store_that_is_not_there(kg, tmp_path: Path) -> None:
    ran = kg("serve", "--store", tmp_path / "none", "--port", 0)
    assert (ran.code, "kg build" in ran.err) == (2, True)


def test_file_of_forgotten_things_that_is_not_there(kg, sample_store: Path, tmp_path: Path) -> None:
    ran = kg("serve", "--store", sample_store, "--port", 0, "--forgotten", tmp_path / "none")
    assert (ran.code, "There is no file" in ran.err) == (2, True)


@pytest.mark.parametrize("package", ["uvicorn", "starlette", "werkzeug"])
def test_extra_that_is_not_installed(kg, sample_store: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == package or name in {"kg.web.app", "kg.web.negotiation", "kg.web.sparql"}:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    ran = kg("serve", "--store", sample_store, "--port", 0)
    assert ran.code == 2
    assert f"needs the package {package}" in ran.err
    assert "wco-kg[web]" in ran.err
