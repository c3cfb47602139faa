"""Both answers as text, side by side for a terminal."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from tabulate import tabulate

from inspector.contrast.improvement import Improvement, Movement
from inspector.contrast.standards import QUESTION, Held, Standards
from inspector.model.assurance import said
from inspector.model.words import number
from inspector.report.document.shape import Document
from inspector.report.harmless import plain
from inspector.report.plugin_parts import plugins_sentence

WIDTH, COLUMN = 110, 53
MOST_FINDINGS, MOST_QUESTIONS = 12, 8
TRUST = (
    "Trust: exposed is easy to shape and checked by nobody else, or asked about; compromised is asked about by several who "
    "look at different things; corroborated was worked out again from cases. The left side does not ask."
)


def render(result: Document, left: Standards, right: Improvement) -> str:
    """The whole contrast, ending in a newline, beside the result's document."""
    bundle = result["bundle"]
    invented, period = " (an invented authority)" if bundle["invented"] else "", bundle["period"]
    head = f"{plain(bundle['authority'])}{invented}, {period['start']} to {period['end']}"
    parts = [
        "\n".join([head, *(line for said in result.get("attention", ()) for line in _wrap(said, ""))]),
        _columns(_left(left), _right(right)),
        "\n".join(_wrap(f"About the left side: {left.warning}", "")),
        _measures(left.measures, right.movements),
        _list("FIGURES THAT COUNT ON NEITHER SIDE", left.left_out, MOST_FINDINGS),
        _list(
            "WHAT ONLY THE RIGHT SIDE SEES: main findings (+ for improvement, - against, = to be weighed)",
            _findings(right),
            MOST_FINDINGS,
        ),
        _list("and questions about the evidence (none is an accusation)", _doubts(right), MOST_FINDINGS),
        _list("and what to ask on site", list(right.questions), MOST_QUESTIONS),
        "\n".join(_wrap(plugins_sentence(result.get("plugins", [])), "")),
        "`inspector assess` gives the right side whole. Nothing of the left side is known to it.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _left(side: Standards) -> list[str]:
    return [
        QUESTION.upper(),
        "what an inspection by standards would have said",
        "",
        f"WOULD-BE RATING: {side.rating.upper()}",
        *textwrap.wrap(side.says, COLUMN),
    ]


def _right(side: Improvement) -> list[str]:
    heard = [f"{standing:<8} {plain(title)}" for title, standing in side.standings if standing != "silent"]
    silent = len(side.standings) - len(heard)
    return [
        *textwrap.wrap(plain(side.question).upper(), COLUMN),
        "what Inspector says",
        "",
        f"VERDICT: {said(side.verdict, side.assurance)}",
        *textwrap.wrap(plain(side.says), COLUMN),
        *[line for words in heard for line in textwrap.wrap(words, COLUMN, subsequent_indent=" " * 9)],
        *([f"silent   {silent} of {len(side.standings)} themes"] if silent else []),
    ]


def _columns(left: Sequence[str], right: Sequence[str]) -> str:
    return "\n".join(f"{a:<{COLUMN}} | {b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))


def _measures(held: Sequence[Held], movements: Sequence[Movement]) -> str:
    moved = {one.indicator: one for one in movements}
    rows = [[plain(one.title), _number(one.latest, one), _standard(one), _met(one), *_did(moved.get(one.indicator))]
            for one in held]  # fmt: skip
    headers = ["measure", "latest", "standard", "on it", "what it did", "trust in it"]
    table = tabulate(
        rows, headers=headers, tablefmt="simple", disable_numparse=True, maxcolwidths=[34, 8, 14, 12, 22, 12]
    )
    lines = ["MEASURE BY MEASURE", *(line.rstrip() for line in table.splitlines()), *_wrap(TRUST, "")]
    return "\n".join(lines) if rows else ""


def _did(movement: Movement | None) -> tuple[str, str]:
    return (movement.says, movement.trust) if movement else ("no figures", "")


def _number(value: float | None, one: Held) -> str:
    if value is None:
        return "none"
    return f"{100 * value:.0f}%" if one.is_share else number(value)


def _standard(one: Held) -> str:
    words = []
    if one.target is not None:
        words.append(f"{'at least' if one.better == 'up' else 'at most'} {_number(one.target, one)}")
    if one.deadline is not None:
        words.append(f"{one.deadline} {(one.deadline_unit or 'days').replace('-', ' ')}")
    return "; ".join(words) or "none named"


def _met(one: Held) -> str:
    if one.on_target is None:
        return f"{100 * one.in_time / one.cases:.0f}% in time" if one.cases else ""
    return f"{'yes' if one.on_target else 'no'}, {one.periods_on_target} of {one.periods}"


def _findings(side: Improvement) -> list[str]:
    signs = {"better": "+", "worse": "-", "neither": "="}
    return [f"{signs[one['direction']]} {one['says']} [{one['id']}]" for one in side.findings]


def _doubts(side: Improvement) -> list[str]:
    return [f"[{one['probe']}] {one['subject']}, {one['outcome']}: {one['says']}" for one in side.doubts]


def _list(heading: str, entries: Sequence[str], most: int) -> str:
    if not entries:
        return ""
    lines = [heading, *(line for entry in entries[:most] for line in _wrap(entry, "  "))]
    if len(entries) > most:
        lines.append(f"  and {len(entries) - most} more: see `inspector assess`.")
    return "\n".join(lines)


def _wrap(text: str, indent: str) -> list[str]:
    rest = f"{indent}  " if indent else ""
    return textwrap.wrap(plain(text), WIDTH, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False)
