"""Results for the tests of formats: those of the examples, and one in which every text is hostile."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from inspector.model.inspection import Inspection
from inspector.report import render
from inspector.report.document.argument import argument_values
from inspector.report.document.make import document
from inspector.report.lines import problem_lines
from inspector.report.text import render as text
from tests.inspected import inspected
from tests.report.arguing import ARGUMENT

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "evidence" / "examples").glob("*/datapackage.json"))
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)' x='",
    "{{ 7*7 }} {% include '/etc/passwd' %} {0} {title} %s",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> www.evil.example @everyone",
    "**bold** `code` ``two`` | cell | # head\n\n## injected\n- item\r\n1. one",
    "\x1b[31mred\x1b]8;;http://evil.example\x07link\x1b]8;;\x07\x9b2J\x00",
    "admin\u202egnp.exe\u202c\u2066x\u2069\u200f\u2028\ufeff",
    "W" * 10_000,
    "👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 é Łódź 中文",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-- \\$x$ \\(y\\) &lt;b&gt; &#60;i&#62; ]]> --> ?>",
)
KEPT = {"format", "theme", "version", "kind", "digest", "sha256", "standing", "reached", "limit", "range", "direction", "trust",
        "assurance", "unit", "word",
        "verdict", "outcome", "call", "better", "causes", "rules", "starts", "ends", "onset", "on", "months",
        "definition_changes", "notified_on", "start", "end", "level", "measure",
        "shown", "first", "last", "until", "basis", "icon", "recalculated",
        "reason", "state", "whom", "how", "now", "then", "sort",
        "decided", "strength", "group", "raised_on", "started_on", "decided_on", "told_back_on",
        "due_on", "done_on", "made_on"}  # fmt: skip
# Of a piece of evidence a part is one of these words; of an argument it is text.
PARTS = ("whole", "key", "rest")


def as_text(found: Inspection) -> str:
    """What `inspector assess` prints."""
    return text(document(found), problem_lines(found.problems))


@cache
def result(example: str) -> dict[str, Any]:
    """The JSON document of an example, as it is read back from a file."""
    found: dict[str, Any] = json.loads(json.dumps(document(inspected(example))))
    return found


@cache
def page(example: str) -> str:
    """The HTML report of an example."""
    return render(result(example), "html")


def argued_result() -> dict[str, Any]:
    """The result of the invented authority with the argument that was made by hand."""
    return result("brackenshire") | argument_values(ARGUMENT)


@cache
def hostile(text: str) -> dict[str, Any]:
    """The result of the invented authority with `text` in every place that text from data can come to."""
    return _put(argued_result(), f" {text}") | {"traces": _asking(text)}  # type: ignore[no-any-return]


def _put(value: Any, text: str, name: str = "") -> Any:
    if isinstance(value, dict):
        kept = {key for key, part in value.items() if key in KEPT - {"verdict"} or (key == "part" and part in PARTS)}
        return {key: part if key in kept else _put(part, text, key) for key, part in value.items()}
    if isinstance(value, list):
        # Long lists stay as they are past a few places: a page of 10,000-letter words is not the point.
        return [_put(part, text, name) if place < 3 else part for place, part in enumerate(value)]
    return value + text if isinstance(value, str) and name not in KEPT else value


def _asking(text: str) -> list[dict[str, Any]]:
    return [
        {
            "probe": f"late-entries{text}",
            "subject": f"improvement-log{text}",
            "outcome": "strong-question",
            "says": text,
            "n": 5,
            "p_value": 0.001,
            "effect": 0.2,
            "smallest_dose": None,
            "innocent": [text],
            "ask": [text],
            "rows": [{"resource": text, "rows": [[2, 9]]}],
        }
    ]
