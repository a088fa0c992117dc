"""What ``kg merge`` and ``kg split`` have in common."""

from __future__ import annotations

from pathlib import Path

from kg.cli.changed import say_changed
from kg.cli.output import say
from kg.cli.progress import shown_progress

__all__ = ["record"]


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
    from kg.pipeline import judge, read_decisions, relink, wanted_manifest

    wanted_manifest(store, read_decisions(store, judgements, forgotten))  # nothing is recorded that cannot be done
    judgement = judge(store, left, right, same=same, reason=why, file=judgements)
    with shown_progress(quiet=quiet) as progress:
        summary = relink(store, decisions=read_decisions(store, judgements, forgotten), progress=progress)
    if not quiet:
        kind = judgement.kind.value
        word = "is now" if same else "is not"
        say(f"{kind}/{judgement.left} {word} {kind}/{judgement.right}.")
    return say_changed(summary, store, quiet=quiet)
