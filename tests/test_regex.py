"""Patterns that stay compiled: those that are read back are those that re makes, whatever became of the file."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import regex
from kg.regex import KeptPatterns

SOURCES = [
    r"",
    r"(?P<day>\d{1,2})\s(?P<month>[A-Z][a-z]+)(?:,?\s(?P<year>\d{4}))?",
    r"(?<![\w'’-])(?:[A-ZÀ-ÖØ-ÞĀĂ]\w+\s+){0,4}(?=Office|Centre)",
    r"(?i:members?)|(?:a|b)*?(c)\1",
    r"^\s*[•\-–]\s+(?P<item>.+)$",
    "\ue000, (?:the )?[\ue001\ue002](?! of)",
    r"(?>a+)b++|(x)?(?(1)c|d)",
]
FLAGS = [0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.VERBOSE | re.IGNORECASE]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "patterns"


@pytest.fixture
def never_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: str, flags: int) -> None:
        raise AssertionError(f"{source} was compiled again")

    monkeypatch.setattr("kg.regex._compiled", refused)


def kept(path: Path, *sources: str) -> None:
    patterns = KeptPatterns(path)
    for source in sources:
        patterns.pattern(source)
    patterns.save()


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_is_that_of_re_when_compiled_and_when_read_back(path: Path, source: str, flags: int) -> None:
    first = KeptPatterns(path)
    assert first.pattern(source, flags) == re.compile(source, flags)
    first.save()
    again = KeptPatterns(path).pattern(source, flags)
    assert again == re.compile(source, flags)
    assert (again.flags, again.groups, again.groupindex) == (
        re.compile(source, flags).flags,
        re.compile(source, flags).groups,
        re.compile(source, flags).groupindex,
    )


def test_groups_have_their_names_when_read_back(path: Path) -> None:
    kept(path, SOURCES[1])
    found = KeptPatterns(path).pattern(SOURCES[1]).fullmatch("12 May 2024")
    assert found is not None
    assert found.groupdict() == {"day": "12", "month": "May", "year": "2024"}
    assert found.lastgroup == "year"


def test_what_is_kept_is_not_compiled_again(path: Path, request: pytest.FixtureRequest) -> None:
    kept(path, *SOURCES)
    request.getfixturevalue("never_compiled")
    patterns = KeptPatterns(path)
    for source in SOURCES:
        assert patterns.pattern(source) == re.compile(source)
    before = path.read_bytes()
    patterns.save()
    assert path.read_bytes() == before


def test_the_same_source_with_other_flags_is_another_pattern(path: Path) -> None:
    kept(path, "the chair")
    assert KeptPatterns(path).pattern("the chair", re.IGNORECASE).match("The Chair")
    assert not KeptPatterns(path).pattern("the chair").match("The Chair")


def test_what_two_processes_add_at_one_time_is_kept(path: Path, request: pytest.FixtureRequest) -> None:
    one, other = KeptPatterns(path), KeptPatterns(path)
    one.pattern("a+")
    other.pattern("b+")
    one.save()
    other.save()
    request.getfixturevalue("never_compiled")
    both = KeptPatterns(path)
    assert both.pattern("a+").match("aa")
    assert both.pattern("b+").match("bb")


def test_a_source_that_is_no_pattern_is_refused_as_by_re(path: Path) -> None:
    with pytest.raises(re.error, match="missing \\), unterminated subpattern"):
        KeptPatterns(path).pattern("(a")


@given(place=st.integers(min_value=0), byte=st.integers(min_value=1, max_value=255))
def test_a_damaged_file_gives_no_wrong_pattern_and_is_begun_anew(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "patterns"
    kept(path, *SOURCES[:3])
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= byte
    path.write_bytes(content)
    damaged = KeptPatterns(path)
    for source in SOURCES:
        assert damaged.pattern(source) == re.compile(source)
    damaged.save()
    for source in SOURCES:
        assert KeptPatterns(path).pattern(source) == re.compile(source)


@given(content=st.binary(max_size=200))
def test_any_bytes_are_taken_for_a_damaged_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "patterns"
    path.write_bytes(content)
    kept(path, *SOURCES)
    assert KeptPatterns(path).pattern(SOURCES[0]) == re.compile(SOURCES[0])


def test_a_file_that_has_grown_too_long_is_begun_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(path, *SOURCES)
    long = path.stat().st_size
    monkeypatch.setattr(regex, "_LONGEST", long - 1)
    kept(path, "another")
    assert path.stat().st_size < long


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    patterns = KeptPatterns(tmp_path / "file" / "patterns")
    assert patterns.pattern("a+").match("aa")
    patterns.save()
    assert (tmp_path / "file").read_text() == "in the way"


def test_in_an_interpreter_with_another_engine_patterns_are_those_of_re(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.regex._known_engine", lambda: False)
    kept(path, *SOURCES)
    assert not path.exists()
    assert KeptPatterns(path).pattern("a+") == re.compile("a+")


def test_the_engine_of_this_interpreter_is_known() -> None:
    assert regex._known_engine()


@pytest.mark.parametrize(("folder", "saved"), [("/home/user/.cache/wco-kg", 1), ("~/.cache/wco-kg", 0)])
def test_a_user_without_home_keeps_nothing(folder: str, saved: int, monkeypatch: pytest.MonkeyPatch) -> None:
    registered: list[object] = []
    monkeypatch.setattr("kg.regex.user_cache_path", lambda *_, **__: Path(folder))
    monkeypatch.setattr("kg.regex.atexit.register", registered.append)
    regex._kept.__wrapped__()
    assert len(registered) == saved
