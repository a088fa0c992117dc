"""What ``kg merge`` and ``kg split`` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.cli.changed import say_changed, working
from kg.cli.output import say
from kg.cli.progress import shown_progress

__all__ = ["record", "record_apart"]


def record(
    left: str,
    right: str,
    *,
    same: bool,
    why: str,
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    quiet: bool,
) -> int:
    """Records a judgement, links the reports anew, says what that changed; returns the exit code."""
    from kg.pipeline import judge, read_decisions, wanted_manifest
    from kg.store import working_folder

    folder = working_folder(store)
    wanted_manifest(folder, read_decisions(folder, judgements, forgotten))  # nothing is recorded that cannot be done
    judgement = judge(folder, left, right, same=same, reason=why, file=judgements)
    kind, word = judgement.kind.value, "is now" if same else "is not"
    words = f"{kind}/{judgement.left} {word} {kind}/{judgement.right}."
    return _relink(words, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet)


def record_apart(
    person: str,
    other: str,
    reports: Sequence[str],
    *,
    why: str,
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    quiet: bool,
) -> int:
    """Records in which reports a name is another person's, and does as :func:`record`."""
    from kg.pipeline import read_decisions, tell_apart, wanted_manifest
    from kg.store import working_folder

    folder = working_folder(store)
    wanted_manifest(folder, read_decisions(folder, judgements, forgotten))
    judgement = tell_apart(folder, person, other, reports, reason=why, file=judgements)
    words = f"person/{judgement.left} is not person/{judgement.right}, and meant in {', '.join(judgement.reports)}."
    return _relink(words, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet)


def _relink(words: str, *, judgements: Path | None, forgotten: Path | None, store: Path, quiet: bool) -> int:
    from kg.pipeline import read_decisions, relink

    with working(store, quiet=quiet) as folder:
        with shown_progress(quiet=quiet) as progress:
            summary = relink(folder, decisions=read_decisions(folder, judgements, forgotten), progress=progress)
        if not quiet:
            say(words)
        return say_changed(summary, folder, quiet=quiet)
