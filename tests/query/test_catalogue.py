from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import NoSuchPath, NoSuchQuery, UsageError
from kg.query import list_queries, load_query, read_query


def test_lists_by_name() -> None:
    names = [query.name for query in list_queries()]
    assert names == sorted(names)
    assert "chairs-of-global-meetings" in names
    assert load_query("evidence").name == "evidence"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("chairs-of-global-meeting", "chairs-of-global-meetings"),
        ("Evidence", "evidence"),
        ("career", "career-of-a-person"),
        ("election", "elections"),
    ],
)
def test_a_wrong_name_suggests_the_nearest(wrong: str, right: str) -> None:
    with pytest.raises(NoSuchQuery, match=right) as caught:
        load_query(wrong)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["xyzzy", "", "../checks/x"])
def test_a_name_without_likeness_points_to_the_list(name: str) -> None:
    with pytest.raises(NoSuchQuery):
        load_query(name)


def test_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("﻿#+ summary: Mine\nASK {}", encoding="utf-8")
    query = read_query(tmp_path / "mine.rq")
    assert (query.name, query.summary) == ("mine", "Mine")


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="no query file"):
        read_query(tmp_path / "none.rq")
    with pytest.raises(NoSuchPath):
        read_query(tmp_path)
    (tmp_path / "binary.rq").write_bytes(b"ASK \xff")
    with pytest.raises(UsageError, match=r"UTF-8 \(byte 4\)"):
        read_query(tmp_path / "binary.rq")
