"""What a page's style sheet says of the drawings in it: classes as plain attributes, for whoever knows no style sheets."""

import re
from collections.abc import Mapping

from inspector.report.paper.tree import Element

Rules = Mapping[str, Mapping[str, str]]
"""Declarations by class."""

DRAWN = frozenset(
    {
        "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity",
        "fill-opacity", "stroke-opacity", "font-size", "font-weight", "text-anchor",
    }
)  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,([^)]*))?\)")
_CLASS = re.compile(r"(?:svg\s+|text|path|line|rect|circle)?\.([\w-]+)$")


def drawn(style: str) -> Rules:
    """The rules of a style sheet (as printed on paper, in light colours) that say how something is drawn, by class."""
    plain = _top(_COMMENT.sub("", style))
    names = _variables(plain)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(plain):
        told = {name: _named(value, names) for name, value in _declared(body) if name in DRAWN}
        for selector in selectors.split(","):
            kind = _CLASS.match(selector.strip())
            if kind and told:
                found.setdefault(kind.group(1), {}).update(told)
    return found


def inlined(picture: Element, rules: Rules) -> None:
    """Give every element of a drawing what its classes say, as attributes. A class says more than an attribute, as in CSS."""
    for one in picture.every():
        for name in one.classes:
            one.attributes.update(rules.get(name, {}))


def _top(style: str) -> str:
    """The sheet without the blocks of `@` rules, which are of screens, darkness and pages."""
    parts, at = [], 0
    while (start := style.find("@", at)) >= 0:
        parts.append(style[at:start])
        at = _behind(style, start)
    return "".join([*parts, style[at:]])


def _behind(style: str, start: int) -> int:
    """The place behind the block (or the line) that begins here."""
    depth = 0
    for place in range(start, len(style)):
        letter = style[place]
        if letter == ";" and not depth:
            return place + 1
        depth += (letter == "{") - (letter == "}")
        if letter == "}" and not depth:
            return place + 1
    return len(style)


def _variables(style: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for selectors, body in _RULE.findall(style):
        if selectors.strip() == ":root":
            found.update((name, value) for name, value in _declared(body) if name.startswith("--"))
    return found


def _declared(body: str) -> list[tuple[str, str]]:
    pairs = (one.partition(":") for one in body.split(";") if ":" in one)
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _named(value: str, names: Mapping[str, str]) -> str:
    for _ in range(4):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda found: names.get(found.group(1), found.group(2) or "none"), value)
    return value
