"""Problems as SARIF 2.1.0, for code hosts and CI that show remarks beside files."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from inspector.model.problems import Faults, Problem, said
from inspector.report.harmless import json_safe
from inspector.report.problems.flat import Line, lines
from inspector.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "query": "note"}


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """The log file, ending in a newline. A row of a table is the line that it begins in; sheet and column are logical
    locations."""
    rules = sorted({problem.rule for problem in problems})
    index = {rule: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "inspector",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(line, index) for line in lines(problems)],
        **({"properties": {"bundleDigest": digest}} if digest else {}),
    }
    return log_of(run)


def log_of(run: dict[str, Any]) -> bytes:
    """The log file of one run, ending in a newline."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json_safe(json.dumps(log, ensure_ascii=False, separators=(",", ":"))) + "\n").encode()


def _rule(rule: str) -> dict[str, Any]:
    """A rule with its help: what a problem of a bundle means."""
    from inspector.bundle import problem_rules

    meaning = problem_rules.meaning(rule) or rule
    return {"id": rule, "shortDescription": {"text": meaning.split(". ")[0]}, "help": {"text": meaning}}


_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")
"""What stands in a path as it is; RFC 3986, section 2.3."""


@lru_cache(maxsize=1024)
def uri(file: str) -> str:
    """The file as a relative reference; halves of characters, which no URI can hold, as a question mark."""
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in file.encode("utf-8", "replace"))


def _result(line: Line, index: dict[str, int]) -> dict[str, Any]:
    text = said(line.message, line.fix, line.expected)
    start = line.line or line.row
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(line.file)},
            **({"region": {"startLine": start}} if start else {}),
        }
    }
    named = dict.fromkeys(((line.sheet, "module"), (line.header, "member"), (line.path, "member")))
    logical = [{"name": name, "kind": kind} for name, kind in named if name]
    if logical:
        location["logicalLocations"] = logical
    properties = {"column": line.column, "record": line.record, "found": line.found}
    return {
        "ruleId": line.rule,
        "ruleIndex": index[line.rule],
        "level": LEVELS[line.level],
        "message": {"text": text},
        "locations": [location],
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
