"""Somebody else's code at work: whatever it raises becomes a located message that names the plugin."""

import contextlib
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from inspector.plugins.installed import Plugin
from inspector.plugins.refusal import Refused, refused, remark

Answer = TypeVar("Answer")
_HERE = Path(__file__).parent


def guarded(plugin: Plugin, rule: str, doing: str, work: Callable[[], Answer]) -> Answer:
    """What `work` gives. Raises CannotComplete where it raises anything, with the exception as its cause.

    `SystemExit` and the like are meant too: a plugin may not end the process, and with it the exit code that a caller
    relies on. Only somebody who stops the work is heard. What is printed meanwhile goes to standard error.
    """
    try:
        with _printing_aside():
            return work()
    except (KeyboardInterrupt, Refused):
        raise
    except BaseException as failure:
        message = f"{doing} raised {_said(failure)}{_place(failure)}"
        raise refused([remark(rule, plugin.named, plugin.place, message)]) from failure


def _printing_aside() -> contextlib.AbstractContextManager[object]:
    """Standard output belongs to the result. It is one for all threads, so that only the main one may turn it aside."""
    if threading.current_thread() is threading.main_thread():
        return contextlib.redirect_stdout(sys.stderr)
    return contextlib.nullcontext()


def _said(failure: BaseException) -> str:
    try:
        text = " ".join(str(failure).split())
    except Exception:
        text = ""
    return f"{type(failure).__name__}: {text[:300]}" if text else type(failure).__name__


def _place(failure: BaseException) -> str:
    """The file and line where it was raised, without the folders of this machine."""
    frames = traceback.extract_tb(failure.__traceback__)
    own = [frame for frame in frames if "importlib" not in frame.filename and Path(frame.filename).parent != _HERE]
    return f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""
