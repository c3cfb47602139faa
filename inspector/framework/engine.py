"""`engine` of a framework: the versions of Inspector that it is written for, asked before anything else of it is read.

A framework of another engine may use words that this one does not know: to be told of each of them would help nobody.
"""

from pathlib import Path

from inspector.framework import ranges
from inspector.framework.files import MAIN, shown
from inspector.framework.regular import content
from inspector.framework.yaml_source import Document, parse
from inspector.model.problems import CannotComplete, Problem
from inspector.model.problems import shown as quoted
from inspector.model.remarks import error
from inspector.version import __version__

KEY = "engine"
FORM = 'versions of Inspector, as ">=0.2,<1"'


def misfit(folder: Path) -> Problem | None:
    """That the framework in a folder is for other versions of Inspector; None where it is for this one, or says nothing."""
    try:
        data = content(folder / MAIN, shown(folder, MAIN))
        # YAML is read twice only where the word is there at all.
        return of(parse(data, shown(folder, MAIN))) if KEY.encode() in data else None
    except CannotComplete:
        return None


def of(main: Document) -> Problem | None:
    """The same of a `framework.yaml` that is read."""
    asked = main.value.get(KEY) if isinstance(main.value, dict) else None
    if asked is None:
        return None
    where = main.where(KEY)
    within = ranges.read(asked) if isinstance(asked, str) else None
    if within is None:
        return error("engine-range", where, f"{quoted(str(asked))} is no range of versions", FORM)
    if ranges.holds(__version__, within):
        return None
    return error(
        "engine-range",
        where,
        f"this framework is for Inspector {asked}, and this is Inspector {__version__}",
        fix="install a version that it is for, or take a version of the framework that is for this one",
    )
