"""The command line: parse, call, print; no logic.

``kg`` alone, ``kg --help`` and ``kg --version`` answer without loading the argument parser, so that they come at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from kg.errors import KgError

__all__ = ["main"]

_SEARCHES = (100_000, 20, 20)
"""Objects between two searches for garbage: what a command makes lives to its end; searching takes 5 % of its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: What follows ``kg`` on the command line; by default the arguments of this process.

    Returns:
        The exit code: 0 fine, 1 findings, 2 wrong use, 3 failure.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words in ([], ["--help"], ["-h"]):
            from kg.cli.overview import overview

            sys.stdout.write(overview())
            code = 0
        elif words == ["--version"]:
            from kg import __version__

            sys.stdout.write(f"wco-kg {__version__}\n")
            code = 0
        else:
            from kg.cli.app import run

            if arguments is None:
                gc.set_threshold(*_SEARCHES)

            code = run(words)
        sys.stdout.flush()
    except (KgError, OSError, KeyboardInterrupt) as problem:
        from kg.cli.failures import explain_failure

        return explain_failure(problem)
    return code
