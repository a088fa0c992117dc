"""Turns what stopped a command into words and an exit code."""

from __future__ import annotations

import errno
import os
import sys

from kg.errors import KgError

__all__ = ["explain_failure", "print_error"]

_FAILED = 3
_HINTS = {
    errno.ENOSPC: "Free some space and run the command again.",
    errno.EDQUOT: "Free some space and run the command again.",
    errno.EACCES: "Look at the permissions of the file and its folder, or name another place.",
    errno.EPERM: "Look at the permissions of the file and its folder, or name another place.",
    errno.EROFS: "Name a place that can be written to.",
    errno.EISDIR: "Name a file in that folder.",
    errno.ENOENT: "Look for a mistake in its name.",
}


def explain_failure(problem: KgError | OSError | KeyboardInterrupt) -> int:
    """Says on stderr what stopped the command.

    Args:
        problem: What was raised.

    Returns:
        The exit code that goes with it.
    """
    if isinstance(problem, KgError):
        print_error(problem.message, problem.hint)
        return problem.exit_code
    if isinstance(problem, BrokenPipeError):
        # Whoever read our output has seen enough (`kg export | head`); nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if isinstance(problem, KeyboardInterrupt):
        print_error(
            "Stopped before the end.", "Run the command again to do all of it; a store that was there is as it was."
        )
        return _FAILED
    print_error(_os_sentence(problem), _HINTS.get(problem.errno or 0, ""))
    return _FAILED


def print_error(message: str, hint: str = "") -> None:
    """Writes one error to stderr: what is wrong, and below it what to do."""
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    head = "\x1b[1;31mError:\x1b[0m" if colour else "Error:"
    sys.stderr.write(f"{head} {message}\n")
    if hint:
        sys.stderr.write(f"       {hint}\n")


def _os_sentence(problem: OSError) -> str:
    place = problem.filename2 or problem.filename
    what = "The disk is full" if problem.errno in (errno.ENOSPC, errno.EDQUOT) else problem.strerror or str(problem)
    return f"{place}: {what}." if place else f"{what}."
