"""An assurance case written down as YAML for gsn2x, in which no words of a bundle are anything but words."""

import re
from collections.abc import Sequence

from inspector.report.gsn.case import Case, Key
from inspector.report.harmless import json_string

WRAP = 60
"""Characters after which the tool breaks a line, at the next blank."""
_MARKED = re.compile(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_LINK = re.compile(r"(?<=[A-Za-z]):(?=//)")


def written(case: Case, name: str, brief: str) -> str:
    """The whole of it; nodes in the order of the case, each under its id."""
    ids = case.ids()
    lines = ["module:", f"  name: {text(name)}", f"  brief: {text(brief)}", f"  charWrap: {WRAP}"]
    for key, id in ids.items():
        lines += ["", f"{id}:", *(f"  {line}" for line in _node(case, key, ids))]
    return "\n".join(lines) + "\n"


def _node(case: Case, key: Key, ids: dict[Key, str]) -> list[str]:
    node = case.nodes[key]
    lines = [f"text: {text(node.text)}", f"standsFor: {text(node.stands_for)}"]
    if node.digests:
        lines.append(f"sha256: {text(node.digests)}")
    if node.challenges is not None:
        lines.append(f"challenges: {ids[node.challenges]}")
    lines += _links("supportedBy", case.supported.get(key, ()), ids)
    lines += _links("inContextOf", case.context.get(key, ()), ids)
    if node.defeated:
        lines.append("defeated: true")
    if case.undeveloped(key):
        lines.append("undeveloped: true")
    return lines


def _links(name: str, keys: Sequence[Key], ids: dict[Key, str]) -> list[str]:
    return [f"{name}: [{', '.join(ids[key] for key in keys)}]"] if keys else []


def text(words: str) -> str:
    """Words as a scalar of YAML, in which the tool finds neither a link nor an emphasis.

    It takes `https://`, `http://` and `file://` for links wherever they stand, and `*` and `_` at the edge of a word for marks.
    """
    shown = _MARKED.sub("\N{FULLWIDTH LOW LINE}", words.replace("*", "\N{ASTERISK OPERATOR}"))
    return json_string(_LINK.sub(": ", shown))
