"""A history as text for a terminal: who, what was inspected, where every theme stood, what was replied."""

from collections.abc import Sequence

from tabulate import tabulate

from inspector.model.assurance import said
from inspector.model.ladder import STANDINGS, Standing
from inspector.report.harmless import harmless, plain
from inspector.report.history import words
from inspector.report.history.shape import HistoryDocument, ThemeOver
from inspector.report.lines import wrapped
from inspector.report.wording import Words, fill, phrases

UNICODE = dict(zip(STANDINGS, "·▂▄▆█", strict=True))
ASCII = dict(zip(STANDINGS, ".-=+#", strict=True))
MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "..."})
LONGEST = 48
"""So many inspections are drawn, the last ones."""


def text(document: HistoryDocument, *, ascii_only: bool = False) -> str:
    """The history as text, ending in a newline."""
    d, t = harmless(document), phrases()
    parts = [
        _head(d, t),
        _inspections(d, t),
        _standings(d, t, ASCII if ascii_only else UNICODE),
        _replies(d, t),
        _visits(d, t),
        _submissions(d, t),
        "\n".join(line for one in words.corrections(d, t) for line in wrapped(one, "", "  ")),
    ]
    made = "\n\n".join(part for part in parts if part) + "\n"
    return made.translate(MARKS).encode("ascii", "backslashreplace").decode() if ascii_only else made


def _head(d: HistoryDocument, t: Words) -> str:
    # The name of a register is made by chance with its key; a page and JSON have it.
    lines = wrapped(words.head({**d, "register": ""}, t), "")
    near = words.near(d, t)
    return "\n".join([*lines, *(wrapped(near, "") if near else [])])


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    made = tabulate([[plain(str(cell)) for cell in row] for row in rows], headers=columns, tablefmt="simple",
                    disable_numparse=True)  # fmt: skip
    return "\n".join([title.upper(), *(line.rstrip() for line in made.splitlines())])


def _inspections(d: HistoryDocument, t: Words) -> str:
    w = t["history"]
    if not d["inspections"]:
        return f"{w['sections']['inspections'].upper()}\n  {w['none']['inspections']}"
    rows = [
        [
            one["entry"],
            one["on"],
            one["start"],
            one["end"],
            said(one["verdict"], one["assurance"]),
            f"{one['framework']['id']} {one['framework']['version']} ({one['framework']['digest'][:12]})",
            one["engine"],
            "" if one["submission"] is None else one["submission"],
        ]
        for one in d["inspections"]
    ]
    made = _table(w["sections"]["inspections"], w["inspection_columns"], rows)
    return "\n".join([made, *(line for one in words.later(d, t) for line in wrapped(one, "  ", "    "))])


def _standings(d: HistoryDocument, t: Words, marks: dict[Standing, str]) -> str:
    if not d["themes"]:
        return ""
    w = t["history"]
    key = fill(w["key"], marks=", ".join(f"{mark} {standing}" for standing, mark in marks.items()))
    lines = [w["sections"]["standings"].upper(), *wrapped(key, "  ")]
    if words.changed(d):
        lines += wrapped(w["other_rules"], "  ")
    wide = max(len(_drawn(theme, marks)) for theme in d["themes"])
    for name in words.frameworks(d):
        lines.append(f"  {plain(name)}")
        for theme in d["themes"]:
            if theme["framework"] == name:
                drawn = _drawn(theme, marks).rjust(wide)
                lines += wrapped(
                    fill(w["chart"], title=theme["title"], runs=words.runs(theme, t)),
                    f"    {drawn}  ",
                    " " * (wide + 6),
                )
    return "\n".join(lines)


def _drawn(theme: ThemeOver, marks: dict[Standing, str]) -> str:
    return "".join(("|" if step["other_rules"] else "") + marks[step["standing"]] for step in theme["steps"][-LONGEST:])


def _replies(d: HistoryDocument, t: Words) -> str:
    found = words.replied(d, t)
    if not found:
        return ""
    lines = [t["history"]["sections"]["replies"].upper()]
    for one in found:
        lines += wrapped(f"{one['about']}:", "  ")
        lines += [line for said_ in one["lines"] for line in wrapped(said_, "    ", "      ")]
    return "\n".join(lines)


def _visits(d: HistoryDocument, t: Words) -> str:
    w = t["history"]
    rows = [
        [one["entry"], one["on"], one["day"], "" if one["submission"] is None else one["submission"], one["plan"]]
        for one in d["visits"]
    ]
    return _table(w["sections"]["visits"], w["visit_columns"], rows) if rows else ""


def _submissions(d: HistoryDocument, t: Words) -> str:
    w = t["history"]
    if not d["submissions"]:
        return f"{w['sections']['submissions'].upper()}\n  {w['none']['submissions']}"
    rows = [
        [one["entry"], one["on"], one["start"], one["end"], one["resources"], one["rows"], one["root"][:19]]
        for one in d["submissions"]
    ]
    return _table(w["sections"]["submissions"], w["submission_columns"], rows)
