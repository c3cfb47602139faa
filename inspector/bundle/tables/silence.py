"""Native readers of tables, kept from printing: one that gives up says so on standard error before Python hears of it."""

import contextlib
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Within it nothing comes to the process's standard error. What goes wrong is still raised, and told by who catches it.

    It holds for all threads, so it stands around the opening and reading of one file and nothing else.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    os.close(nothing)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
