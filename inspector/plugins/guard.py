"""Somebody else's code at work: whatever it raises becomes a located message that names the plugin."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from inspector.plugins.installed import Plugin
from inspector.plugins.refusal import refused, remark

Answer = TypeVar("Answer")
_HERE = Path(__file__).parent


def guarded(plugin: Plugin, rule: str, doing: str, work: Callable[[], Answer]) -> Answer:
    """What `work` gives. Raises CannotComplete where it raises anything, with the exception as its cause.

    `SystemExit` is meant too: a plugin may not end the process, and with it the exit code that a caller relies on.
    """
    try:
        return work()
    except (Exception, SystemExit) as failure:
        message = f"{doing} raised {_said(failure)}{_place(failure)}"
        raise refused([remark(rule, plugin.named, plugin.place, message)]) from failure


def _said(failure: BaseException) -> str:
    text = " ".join(str(failure).split())
    return f"{type(failure).__name__}: {text[:300]}" if text else type(failure).__name__


def _place(failure: BaseException) -> str:
    """The file and line where it was raised, without the folders of this machine."""
    frames = traceback.extract_tb(failure.__traceback__)
    own = [frame for frame in frames if "importlib" not in frame.filename and Path(frame.filename).parent != _HERE]
    return f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""
