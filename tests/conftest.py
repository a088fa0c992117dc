"""What tests of all areas share: running commands in this process, and a store of the sample reports built once."""

import fcntl
import io
import json
import os
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

from bench.servers import free_port, running, virtuoso_settings
from kg.cli import main

settings.register_profile("alike", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("alike")

BUILD = Path(__file__).parent.parent / "build" / "web"


class Ran(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


def pytest_configure(config: pytest.Config) -> None:
    """What is kept from one process to the next is kept in the checkout, not in the user's folders."""
    os.environ["XDG_CACHE_HOME"] = str(config.rootpath / "build" / "cache")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="Write expected files and outputs anew; read the difference."
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests that share a server next to each other, so that one worker starts it."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(autouse=True)
def no_lines_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """What commands write does not depend on how busy the machine is."""
    monkeypatch.setattr("kg.cli.progress._SECONDS_BETWEEN_LINES", float("inf"))


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


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a folder once for all workers: takes its name and what fills it. Not to be changed; copy it."""
    root = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        root = root.parent  # the folder that all workers share

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = root / name, root / f"{name}.done"
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return made


def _filled(folder: Path, reports: Sequence[str]) -> None:
    """Puts sample reports into ``reports`` and their graph into ``.kg``, as one who works in the folder would."""
    from kg.pipeline import build, sample_corpus

    (folder / "reports").mkdir()
    for name in reports:
        shutil.copy(sample_corpus() / f"{name}.txt", folder / "reports")
    build([folder / "reports"], folder / ".kg")


@pytest.fixture(scope="session")
def built_of(once: Once) -> Callable[..., Callable[[Path], Path]]:
    """Puts ``reports`` and the ``.kg`` that was built of them into a folder: ``built_of("rocbap-664")(tmp_path)``."""

    def of(*reports: str) -> Callable[[Path], Path]:
        made = once("-".join(("built", *sorted(reports))), lambda folder: _filled(folder, reports))

        def put(folder: Path) -> Path:
            return shutil.copytree(made, folder, dirs_exist_ok=True)

        return put

    return of


@pytest.fixture(scope="session")
def sample_store(once: Once) -> Path:
    """The store of the sample reports, built once for all workers. Not to be changed."""
    from kg.pipeline import build, sample_corpus

    return once("sample", lambda folder: build([sample_corpus()], folder / "store")) / "store"


@contextmanager
def _running_oxigraph() -> Iterator[str]:
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("the package oxigraph is not installed")
    port = free_port()
    with running([str(program), "serve", "--bind", f"127.0.0.1:{port}"], port, 10):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def oxigraph() -> Iterator[str]:
    """The address of an empty server of Oxigraph, which ends with the test."""
    with _running_oxigraph() as address:
        yield address


@contextmanager
def _running_virtuoso(folder: Path, rows: int) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("virtuoso-t is not installed; .ci/servers installs it (Debian package virtuoso-opensource-7-bin)")
    port = free_port()
    settings = virtuoso_settings(folder, port, buffers=10_000, rows=rows)
    with running([program, "+foreground", "+configfile", str(settings)], port, 120):
        yield f"http://127.0.0.1:{port}/sparql"


@pytest.fixture(scope="session")
def one_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of Virtuoso 7 that gives at most 50,000 rows; tests clean up behind themselves."""
    with _running_virtuoso(tmp_path_factory.mktemp("virtuoso"), 50_000) as address:
        yield address


def _emptied(address: str) -> None:
    from kg.store.server import Server
    from kg.store.state import rows

    server = Server(address)
    found = rows(server, 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "urn:")) }')
    drops = [f"DROP SILENT GRAPH <{name}>" for (name,) in found]
    if drops:
        server.change(" ;\n".join(drops), again=True)
    server.close()


@contextmanager
def _credentials() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WCO_KG_STORE_USER", "dba")
        environment.setenv("WCO_KG_STORE_PASSWORD", "dba")
        yield


@pytest.fixture
def virtuoso(one_virtuoso: str) -> Iterator[str]:
    """The address of a server of Virtuoso on which nothing has been published, with credentials in the environment."""
    with _credentials():
        yield one_virtuoso
        _emptied(one_virtuoso)


_SERVERS = ["oxigraph", pytest.param("virtuoso", marks=pytest.mark.xdist_group("virtuoso"))]


@pytest.fixture(params=_SERVERS)
def any_server(request: pytest.FixtureRequest) -> str:
    """The address of an empty server of each kind in turn."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(scope="module", params=_SERVERS)
def published(request: pytest.FixtureRequest, sample_store: Path) -> Iterator[str]:
    """The address of a server of each kind in turn that keeps the graph of the sample reports. Not to be changed."""
    from kg.store.publish import publish

    if request.param == "oxigraph":
        with _running_oxigraph() as address:
            publish(sample_store, address)
            yield address
        return
    address = request.getfixturevalue("one_virtuoso")
    with _credentials():
        publish(sample_store, address)
        yield address
        _emptied(address)


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
