"""Judgements by hand, in a CSV file that a person can read, edit and keep under version control.

One row a judgement: ``kind,left,right,same,score,rule,reason``. ``kind`` is ``person``, ``office`` or ``meeting``,
``left`` and ``right`` are the ends of the paths of the two, ``same`` is ``yes`` or ``no``. Every row of the file counts
as decided by hand, also one that was copied from the list of what the rules decided. A last column ``reports`` may
follow: identifiers of reports, separated by spaces, in which a person of the name of ``right`` is ``left``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import KgError, TableError
from kg.linking.chains import refuse_conflicts
from kg.linking.clusters import BY_HAND
from kg.model import EntityKind
from kg.model.judgement import Judgement
from kg.slugs import slug

__all__ = ["COLUMNS", "judgements_csv", "parse_judgements", "read_judgements", "write_judgements"]

COLUMNS = ("kind", "left", "right", "same", "score", "rule", "reason")
_REPORTS = "reports"
_KINDS = (EntityKind.PERSON, EntityKind.OFFICE, EntityKind.MEETING)
_SAME = {"yes": True, "no": False}


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order; none where there is no file.

    Raises:
        TableError: A row is wrong; the message names file, line and column.
        JudgementConflict: Two of them cannot both hold.
        KgError: It is not text in UTF-8.
    """
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KgError(f"{path} is not text in UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    judgements = tuple(each._replace(rule=BY_HAND) for each in parse_judgements(text, path))
    refuse_conflicts(judgements)
    return judgements


def parse_judgements(text: str, path: Path = Path("judgements.csv")) -> tuple[Judgement, ...]:
    """The judgements of the text of a file, each with the rule that stands there.

    Args:
        text: As :func:`judgements_csv` writes it; empty for none.
        path: What messages call the file.

    Raises:
        TableError: A row is wrong; the message names file, line and column.
    """
    if not text:
        return ()
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise TableError(f"{path}, line 1: column {', '.join(sorted(missing))} is missing.")
    try:
        return tuple(_judgement(row, path, reader.line_num) for row in reader)
    except csv.Error as error:
        raise TableError(f"{path}, line {reader.line_num}: {error}.") from error


def _judgement(row: dict[str, str], path: Path, line: int) -> Judgement:
    def wrong(column: str, needed: str) -> TableError:
        return TableError(f"{path}, line {line}, column {column}: {needed} (found {row[column]!r}).")

    if "" in row or None in row.values():
        raise TableError(f"{path}, line {line}: as many fields are needed as the first line names.")
    reports = tuple(sorted(set(row.get(_REPORTS, "").split())))
    row = {column: row[column].strip() for column in COLUMNS}
    if row["kind"] not in {kind.value for kind in _KINDS}:
        raise wrong("kind", f"one of {', '.join(_KINDS)} is needed")
    for column in ("left", "right"):
        if not row[column] or slug(row[column]) != row[column]:
            raise wrong(column, "the end of a path is needed, such as larry-liza")
    if row["left"] == row["right"]:
        raise wrong("right", "another name than in column left is needed")
    if row["same"] not in _SAME:
        raise wrong("same", "yes or no is needed")
    if reports and (row["same"], row["kind"]) != ("no", EntityKind.PERSON.value):
        raise TableError(f"{path}, line {line}, column {_REPORTS}: reports tell apart people who are not one.")
    try:
        score = float(row["score"] or 1)
    except ValueError:
        raise wrong("score", "a number from 0 to 1 is needed") from None
    return Judgement(
        EntityKind(row["kind"]),
        row["left"],
        row["right"],
        _SAME[row["same"]],
        score,
        row["rule"],
        row["reason"],
        reports,
    )


def judgements_csv(judgements: Iterable[Judgement]) -> str:
    """Judgements as a file has them; with a column of reports only where one of them names any."""
    judgements = list(judgements)
    named = any(each.reports for each in judgements)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*COLUMNS, _REPORTS) if named else COLUMNS)
    for each in judgements:
        same = "yes" if each.same else "no"
        row = (each.kind, each.left, each.right, same, f"{each.score:g}", each.rule, each.reason)
        writer.writerow((*row, " ".join(each.reports)) if named else row)
    return out.getvalue()


def write_judgements(path: Path, judgements: Sequence[Judgement]) -> None:
    """Writes judgements by hand; the file is replaced in one step.

    Raises:
        JudgementConflict: Two of them cannot both hold; the file stays as it was.
        OSError: It cannot be written.
    """
    refuse_conflicts(judgements)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(judgements_csv(judgements), encoding="utf-8")
    draft.replace(path)
