"""The wheel holds all that is needed: installed in an environment of its own it works outside the checkout."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent
SHIPPED = ("ontology", "queries", "data")
Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def run(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a program of a fresh environment, in an empty folder, and gives what it prints.

    The environment borrows the dependencies of this one, so that nothing is downloaded; wco-kg itself is installed
    from the wheel.
    """
    place = tmp_path_factory.mktemp("installed")
    environment = place / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin" / "python"
    install = ["-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "WCO_KG", "VIRTUAL"))}

    def run_program(*command: str) -> str:
        path = environment / "bin" / command[0]
        ran = subprocess.run(
            [str(path), *command[1:]], cwd=place, env=clean, check=False, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    return run_program


def test_wheel_ships_ontology_queries_and_data(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in SHIPPED:
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and not file.name.startswith("."):
                assert f"kg/_resources/{file.relative_to(ROOT).as_posix()}" in inside
    assert "kg/py.typed" in inside
    assert {name.rpartition("/")[2] for name in inside if "/licenses/" in name} == {"LICENSE", "LICENSE-DATA"}


def test_wheel_ships_every_module_and_nothing_else(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
    assert inside == {file.relative_to(ROOT).as_posix() for file in (ROOT / "kg").rglob("*.py")}


def test_installed_package_answers_outside_the_checkout(run: Run) -> None:
    assert str(ROOT) not in run("python", "-c", "import kg; print(kg.__file__)")
    assert run("kg", "--version") == f"wco-kg {kg.__version__}\n"
    assert "chairs-of-global-meetings" in run("kg", "queries")
    run("kg", "build", "--quiet")
    assert "Norikazu Kuramoto" in run("kg", "query", "chairs-of-global-meetings")


def test_what_the_code_imports_is_what_the_project_declares() -> None:
    """Neither a library that comes only by way of another, nor one that nobody uses."""
    nodes = [node for file in (ROOT / "kg").rglob("*.py") for node in ast.walk(ast.parse(file.read_bytes()))]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    modules = (
        {name.partition(".")[0] for name in imported} - sys.stdlib_module_names - {"kg", "typing_extensions"}
    )  # the latter for mypy alone
    by_module = importlib.metadata.packages_distributions()
    distributions = {re.sub(r"[_.]", "-", by_module[module][0]).lower() for module in modules}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    required = [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]
    declared = {re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in required}
    assert distributions <= declared
    assert declared - distributions <= {"scipy", "httptools", "uvloop", "lxml-html-clean"}  # used by other libraries


def test_locked_versions_satisfy_the_project() -> None:
    """The lock names every dependency, with versions alone: no registry, no path of one machine."""
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    pins = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = {requirement.split(">")[0].split("[")[0].strip() for requirement in wanted}
    assert names <= pins
    assert "://" not in lock
    assert all(line.lstrip().startswith("#") or "/" not in line for line in lock.splitlines())


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout of git")
def test_nothing_strange_is_tracked_at_the_top_level() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    visible = {name.partition("/")[0] for name in tracked.splitlines() if not name.startswith(".")}
    folders = {"bench", "data", "docs", "kg", "ontology", "queries", "tests"}
    files = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-DATA", "Makefile", "README.md", "pyproject.toml"}
    assert visible == folders | files | {"requirements-dev.lock"}
