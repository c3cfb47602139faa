"""Questions on a terminal, and whether there is one."""

import sys


def on_a_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
