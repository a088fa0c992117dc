"""What tests of all areas share: running commands in this process, and a store of the sample reports built once."""

import fcntl
import io
import json
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

from kg.cli import main

BUILD = Path(__file__).parent.parent / "build" / "web"


class Ran(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="Write expected files and outputs anew; read the difference."
    )


@pytest.fixture
def approve(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--approve"))


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Runs ``kg`` with arguments, optionally with ``stdin`` as bytes."""
    monkeypatch.delenv("WCO_KG_STORE", raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


Pack = Callable[[Path, Mapping[str, bytes]], Path]


def _pack(archive: Path, files: Mapping[str, bytes]) -> Path:
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in files.items():
                packed.writestr(name, data)
    elif ".jsonl" in archive.name:
        from fsspec.implementations.local import LocalFileSystem

        lines = [{"id": Path(name).stem, "text": data.decode()} for name, data in files.items()]
        with LocalFileSystem().open(str(archive), "wb", compression="infer") as file:
            file.writelines(json.dumps(line).encode() + b"\n" for line in lines)
    else:
        mode = {".gz": "w:gz", ".tgz": "w:gz", ".bz2": "w:bz2", ".xz": "w:xz", ".tar": "w"}[archive.suffix]
        with tarfile.open(archive, mode) as tar:  # type: ignore[call-overload]
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    return archive


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Packs files, by name, into an archive of the kind that its suffix tells."""
    return _pack


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The store of the sample reports, built once for all workers. Not to be changed."""
    from kg.pipeline import build, sample_corpus

    root = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        root = root.parent  # the folder that all workers share
    store = root / "sample-store"
    with (root / "sample-store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (store / "current").exists():
            build([sample_corpus()], store)
    return store


@pytest.fixture
def oxigraph() -> Iterator[str]:
    """The address of an empty server of Oxigraph, which ends with the test."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("the package oxigraph is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def in_sample(sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory in which ``.kg`` is the store of the sample reports."""
    (tmp_path / ".kg").symlink_to(sample_store, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _lines_run(function: Callable[[], object]) -> int:
    """How many lines of Python a call runs."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture
def lines_run() -> Callable[[Callable[[], object]], int]:
    """Counts the lines of Python that a call runs: its work, whatever else the machine does."""
    return _lines_run


class Look:
    """What a person sees in a browser: at a size, by day or night, with a screenshot of it."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def resize(self, width: int, height: int, scheme: str = "light") -> None:
        """Makes the window as large as a screen or a phone, and its colours light or dark."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def see(self, name: str) -> None:
        """Leaves a screenshot in ``build/web/screenshots``."""
        (BUILD / "screenshots").mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(BUILD / "screenshots" / f"{name}.png"))

    def grave(self) -> dict[str, str]:
        """What axe-core finds serious or critical, each with the first element concerned."""
        axe = BUILD / "node_modules" / "axe-core" / "axe.min.js"
        if not axe.exists():
            pytest.skip("the npm package axe-core is not in build/web; .ci/web-tools installs it")
        self.driver.execute_script(axe.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script("const done = arguments[0]; axe.run().then(done)")["violations"]
        return {each["id"]: each["nodes"][0]["html"] for each in found if each["impact"] in {"serious", "critical"}}


@pytest.fixture(scope="module")
def browser() -> Iterator[WebDriver]:
    """Chromium without a window."""
    chromium, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium and chromedriver are not installed; .ci/web-tools installs them")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(driver)) as found:
        yield found


@pytest.fixture
def look(browser: WebDriver) -> Look:
    """The eyes before the browser."""
    return Look(browser)
