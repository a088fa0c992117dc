# What a fresh machine needs: Python 3.11 or newer, and make. Everything else is set up in .venv on the first run.
#
#   make run      build the graph from the sample reports and ask it a question
#   make test     run the tests
#   make check    everything that must hold before a change is handed in: format, lint, types, floors, tests
#   make bench    measure speed on sample and synthetic reports, beside plain rdflib; that of extraction beside spaCy
#   make lock     choose the newest versions of all dependencies anew
#   make clean    remove what the other targets made

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
LOCK := requirements-dev.lock
QUESTION := chairs-of-global-meetings
# Compiled modules are kept whatever the environment says: tests start hundreds of processes.
TEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --dist worksteal

.PHONY: help run test check bench lock clean

help:
	@sed -n '/^#   make/s/^# *//p' Makefile

$(READY): pyproject.toml $(LOCK)
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; name it with make PYTHON=/path/to/python3.11' >&2; exit 2; }
	@echo 'Setting up .venv, once; this takes about a minute.' >&2
	@"$(PYTHON)" -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $(LOCK)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q kg
	@touch $@

run: $(READY)
	$(BIN)/kg build
	$(BIN)/kg query $(QUESTION) --format table
	@mkdir -p build
	$(BIN)/kg export -o build/wco-kg.ttl
	@echo "The graph as Turtle: $(CURDIR)/build/wco-kg.ttl"

test: $(READY)
	$(TEST)

check: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(TEST)

# All three are run, whatever one says of its targets.
bench: $(READY)
	@missed=0; for what in bench bench.extraction 'bench scale'; do $(BIN)/python -m $$what || missed=1; done; exit $$missed

# The file names versions alone: no registry, no path, so that it holds on every machine.
lock: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group dev --all-extras --no-header --output-file $(LOCK) pyproject.toml

clean:
	rm -rf .venv .kg build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bench kg tests -name __pycache__ -prune -exec rm -rf {} +
