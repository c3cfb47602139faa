"""Problems as a versioned JSON document, one object a problem."""

import json
from collections.abc import Sequence

from inspector.model.problems import Faults, Problem
from inspector.report.document.shape.judged import Trace
from inspector.report.harmless import json_safe, json_string
from inspector.report.plugin_parts import PluginsPart
from inspector.report.problems.flat import Line, counts, lines

VERSION = 2
_OBJECT = "{" + ", ".join(f'"{name}": %s' for name in Line._fields) + "}"


def render(
    problems: Sequence[Problem | Faults],
    digest: str | None,
    *,
    everything: bool = False,  # noqa: ARG001
    probes: Sequence[Trace] | None = None,
    plugins: PluginsPart | None = None,
) -> bytes:
    """The document, ending in a newline. Every problem is there; keys that do not apply are null. `probes` where asked for.

    `plugins` is the part of the document that names the plugins whose probes were asked, if there were any.
    """
    head = {
        "format": "inspector-problems",
        "version": VERSION,
        "bundle": {"digest": digest},
        "counts": counts(problems),
        **(plugins or {}),
    }
    body = ",\n    ".join(
        _OBJECT % tuple(["null" if cell is None else cell for cell in line]) for line in lines(problems, json_string)
    )
    start = json_safe(json.dumps(head, indent=2, ensure_ascii=False)[:-2])
    inner = f"[\n    {body}\n  ]" if body else "[]"
    asked = "" if probes is None else f',\n  "probes": {_indented(probes)}'
    return f'{start},\n  "problems": {inner}{asked}\n}}\n'.encode()


def _indented(probes: Sequence[Trace]) -> str:
    return json_safe(json.dumps(list(probes), indent=2, ensure_ascii=False)).replace("\n", "\n  ")
