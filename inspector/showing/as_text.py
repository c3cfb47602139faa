"""What is shown, laid out for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.model.words import plain, short
from inspector.report.lines import wrapped
from inspector.report.quoted import quoted
from inspector.report.wording import phrases
from inspector.showing.rows_as_text import rows_lines

NEAR, FACTS, FINDINGS = 6, 12, 20
"""So many of each are written out."""


def render(document: Mapping[str, Any]) -> str:
    """The document as text, ending in a newline."""
    what = document["what"]
    lines = wrapped(f"{what['name']}: {what['title']}" if what["title"] else what["name"], "", "  ")
    lines += _finding(document.get("finding"))
    lines += _block("Rows", rows_lines(document["rows"], full=what["sort"] in ("record", "rows")))
    for one in document["near"]:
        lines += _block(one["relation"].capitalize(), rows_lines(one, full=False, most=NEAR))
    lines += _block("What is told of it", _told(document.get("told", ())))
    lines += _block("Judged from it", _facts(document["facts"]))
    lines += _block("Questions about it", _questions(document["questions"]))
    lines += _block("Trust in it", [_trust(one) for one in document["trust"]])
    lines += _block("Set aside", document["set_aside"])
    lines += _block(
        "Remarks on these rows", [f"{one['level']} [{one['rule']}] {one['message']}" for one in document["problems"]]
    )
    lines += _block("Findings that use it", _findings(document["findings"]))
    lines += _block("Not read", [f"{one['file']}: {one['says']}" for one in document["unread"]])
    return "\n".join(lines) + "\n"


def _block(title: str, said: Sequence[str]) -> list[str]:
    if not said:
        return []
    return ["", title, *(line for one in said for line in _indented(one))]


def _indented(said: str) -> list[str]:
    deep = len(said) - len(said.lstrip(" "))
    return wrapped(said.strip(), "  " + " " * deep, "    " + " " * deep)


def _told(told: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = [f"{one['says']} [{one['about']}]" for one in told[:FACTS]]
    return [*lines, *_and_more(len(told) - FACTS, list(dict.fromkeys(one["about"] for one in told[FACTS:])))]


def _facts(facts: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = [f"{one['says']} {_cited(one)}[{one['id']}]" for one in facts[:FACTS]]
    return [*lines, *_and_more(len(facts) - FACTS, [one["id"] for one in facts[FACTS:]])]


def _cited(fact: Mapping[str, Any]) -> str:
    return f"({fact['cited']}) " if fact["cited"] else ""


def _questions(questions: Sequence[Mapping[str, Any]]) -> list[str]:
    asks = [one for one in questions if one["outcome"] in ("question", "strong-question")]
    rest = [one for one in questions if one not in asks]
    lines = [f"{one['says']} [probe/{one['probe']}/{one['subject']}: {one['outcome']}]" for one in asks[:FACTS]]
    lines += _and_more(len(asks) - FACTS, [f"{one['probe']}/{one['subject']}" for one in asks[FACTS:]])
    quiet = sorted({one["probe"] for one in rest})
    return [*lines, *([f"nothing to ask: {', '.join(quiet)}"] if quiet else [])]


def _trust(one: Mapping[str, Any]) -> str:
    reasons = "; ".join(one["reasons"])
    return f"{one['evidence']}: {one['trust']}{f' ({reasons})' if reasons else ''}"


def _finding(one: Mapping[str, Any] | None) -> list[str]:
    if one is None:
        return []
    supports = "withdrawn" if one["withdrawn"] else one["standing"] or "a remark"
    lines = [f"Theme {one['theme']}; {one['direction']}; supports {supports}; trust {one['trust']}"]
    if one["builds_on"]:
        lines.append(f"It builds on {', '.join(one['builds_on'])}.")
    lines += [quoted(quote, phrases()) for quote in one["quotes"]]
    return [line for said in lines for line in wrapped(said, "  ", "    ")]


def _findings(findings: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = [f"[{one['id']}] {one['says']}" for one in findings[:FINDINGS]]
    return [*lines, *_and_more(len(findings) - FINDINGS, [one["id"] for one in findings[FINDINGS:]])]


def _and_more(count: int, names: Sequence[str]) -> list[str]:
    return [plain(f"and {count} more: {short(', '.join(names), 400)}")] if count > 0 else []
