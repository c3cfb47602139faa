"""Remarks on frameworks as SARIF 2.1.0: each with its region, and with paths that a code host finds in the repository."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.model.problems import Problem, Where, said
from inspector.report.problems.as_sarif import LEVELS, log_of, uri
from inspector.report.workbench.meant import Meant, meant
from inspector.version import __version__

ROOT = "SRCROOT"
HOME = "https://inspector.example"


def render(problems: Sequence[Problem], root: Path) -> bytes:
    """The log file, ending in a newline. `root` is the folder of the repository, from which paths are written."""
    rules = sorted({problem.rule for problem in problems})
    index = {rule: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "inspector",
                "informationUri": f"{HOME}/",
                "semanticVersion": __version__,
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": "inspector framework check/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the repository."}}},
        "results": [_result(problem, index, root) for problem in problems],
    }
    return log_of(run)


def root_of(folder: Path) -> Path:
    """The folder of the repository that a folder lies in; the folder itself where it lies in none."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def _rule(name: str) -> dict[str, Any]:
    of: Meant = meant(name)
    return {
        "id": name,
        # A name is to differ from the id by more than capitals.
        **({"name": "".join(part.capitalize() for part in name.split("-"))} if "-" in name else {}),
        "shortDescription": {"text": of.short},
        "fullDescription": {"text": of.text},
        "help": {"text": of.text, "markdown": of.markdown},
        "helpUri": f"{HOME}/{of.page}",
        "defaultConfiguration": {"level": LEVELS[of.level]},
    }


def _result(problem: Problem, index: dict[str, int], root: Path) -> dict[str, Any]:
    where = problem.where
    place = {"artifactLocation": _artifact(where.file, root), "region": _region(where)}
    location: dict[str, Any] = {"physicalLocation": place}
    if where.path:
        location["logicalLocations"] = [{"name": where.path, "kind": "member"}]
    return {
        "ruleId": problem.rule,
        "ruleIndex": index[problem.rule],
        "level": LEVELS[problem.level],
        "message": {"text": said(problem.message, problem.fix, problem.expected)},
        "locations": [location],
    }


def _region(where: Where) -> dict[str, Any]:
    """Lines and columns from 1; the end is behind the last character. Where no end is known, and of a whole file, a point."""
    line, column = where.line or 1, where.column or 1
    end = (where.end_line or line, where.end_column or column)
    last, behind = max(end, (line, column))
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind}


def _artifact(file: str, root: Path) -> dict[str, Any]:
    path = Path(os.path.abspath(file))  # noqa: PTH100 — a link stays the name by which the repository knows it.
    if path.is_relative_to(root):
        return {"uri": uri(path.relative_to(root).as_posix()), "uriBaseId": ROOT}
    return {"uri": f"file://{uri(path.as_posix())}"}
