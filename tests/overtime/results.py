"""Small results to hold against each other, written as cases write them."""

from typing import Any

from inspector.report.document.shape import Document

DIGEST = "0" * 64


def result(said: dict[str, Any] | None = None, *, end: str = "2025-12-31") -> Document:
    """A result with what a case says of it, and nothing else in it."""
    more = dict(said or {})
    verdict = {"verdict": "static", "row": "none", "says": "Nothing moves.", "because": [], "score": {}}
    found: dict[str, Any] = {
        "format": "inspector-inspection",
        "version": 1,
        "engine": {"name": "inspector", "version": more.pop("engine", "1.0")},
        "framework": {
            "id": more.pop("framework", "munro"),
            "version": "1",
            "title": "Learning",
            "question": "What?",
            "digest": more.pop("rules", DIGEST),
        },
        "bundle": {
            "authority": more.pop("authority", "Northmoor"),
            "invented": True,
            "period": {"start": more.pop("start", "2023-01-01"), "end": more.pop("end", end)},
            "notified_on": None,
            "digest": more.pop("bundle", end.replace("-", "").ljust(64, "0")),
            "resources": [],
        },
        "verdict": verdict | more.pop("verdict", {}),
        "themes": [theme(**one) for one in more.pop("themes", [])],
        "facts": [fact(**one) for one in more.pop("facts", [])],
        "traces": [trace(**one) for one in more.pop("traces", [])],
        "trust": [],
        "unjudged": [],
        "problems": [],
        "pictures": None,
    }
    found["findings"] = [finding(**one) for one in more.pop("findings", [])]
    enquiries = [enquiry(**one) for one in more.pop("enquiries", [])]
    found["questions_on_site"] = more.pop(
        "questions", [{k: one[k] for k in ("question", "because")} for one in enquiries]
    )
    if more.pop("plan", True):
        found["fieldwork"] = {"seed": "1", "enquiries": enquiries, "samples": []}
    if "answers" in more:
        found["visit"] = visit(more.pop("answers"), more.pop("judged", []))
    found["promised"] = [promise(**one) for one in more.pop("promised", [])]
    return {**found, **more}  # type: ignore[typeddict-item]


def theme(
    theme: str, standing: str = "silent", state: str | None = None, asks: str = "What is done?"
) -> dict[str, Any]:
    """A theme that stands somewhere."""
    known = state or ("silent" if standing == "silent" else "stands")
    words = {"title": theme.capitalize(), "asks": asks, "weight": 1, "says": "", "findings": [], "wanted": []}
    return {"theme": theme, "standing": standing, "range": [standing, standing], "state": known, **words}


def fact(id: str, says: str = "So it is.", **fields: Any) -> dict[str, Any]:
    """A fact with the fields that are given."""
    rows = [{"resource": "a.csv", "rows": [[2, 3]]}]
    return {"id": id, "kind": id.rpartition("/")[0], "says": says, "fields": fields, "rests_on": [], "rows": rows}


def trace(
    probe: str, subject: str, outcome: str, says: str = "It looked.", ask: tuple[str, ...] = ("Who wrote it?",)
) -> dict[str, Any]:
    """What a probe saw."""
    more: dict[str, Any] = {"n": 5, "p_value": None, "effect": None, "smallest_dose": None, "innocent": [], "rows": []}
    return {"probe": probe, "subject": subject, "outcome": outcome, "says": says, "ask": list(ask), **more}


def finding(id: str, facts: list[str] | None = None, says: str = "Found.", **more: Any) -> dict[str, Any]:
    """A finding of the rule that its id begins with."""
    standing = {"direction": "better", "reached": "doing", "standing": "doing", "limit": None, "trust": "plain"}
    made = {"id": id, "rule": id.partition("/")[0], "theme": "stream", "says": says, **standing, "withdrawn": False}
    return {**made, "ask": ["Show us."], "cites": [], "facts": facts or [], "builds_on": [], **more}


def enquiry(question: str, because: list[str]) -> dict[str, Any]:
    """An enquiry and what asks it."""
    return {"question": question, "whom": ["front-line"], "because": because, "moves": ""}


def promise(
    id: str,
    state: str = "open",
    sort: str = "test",
    became: str = "nothing yet",
    due: str | None = None,
    says: str = "",
) -> dict[str, Any]:
    """A promise as it stands."""
    return {
        "sort": sort,
        "id": id,
        "says": says or f"Promise {id}",
        "due": due,
        "state": state,
        "became": became,
        "rows": [],
    }


def visit(answers: dict[str, str], judged: list[dict[str, Any]]) -> dict[str, Any]:
    """A visit that brought answers back, and judgements of themes."""
    asked = [
        {"id": f"q{n}", "question": q, "because": [], "answers": [{"by": "A", "says": says, "on": "2026-01-09"}]}
        for n, (q, says) in enumerate(answers.items())
    ]
    return {"questions": asked, "themes": judged}
