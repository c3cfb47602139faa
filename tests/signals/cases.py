"""Evidence and expectations as a domain expert writes them in YAML; see README.md beside this file."""

import calendar
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from inspector.model.case_reviews import CaseReview, Factor, ReviewAction
from inspector.model.differences import Change, Difference, RewrittenRow
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Participation, Resource, Rows
from inspector.model.facts import Fact
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.voice import Voice
from tests.verified import by_register, partners_for_themselves

from .judged import judge

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
Case = dict[str, Any]


def read_cases(path: Path) -> list[Case]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def as_date(text: Any) -> date:
    """A date, from `2023-04-01` or `2023-04` (the first of that month)."""
    return text if isinstance(text, date) else date.fromisoformat(f"{text}-01" if len(text) == 7 else text)


def repeated(entry: Case) -> list[Case]:
    """`{repeat: 12, every: month, ...}` as twelve rows, each with all its dates a period later than the one before."""
    entry = dict(entry)
    times, step = entry.pop("repeat", 1), MONTHS[entry.pop("every", "month")]
    dates = {k: as_date(v) for k, v in entry.items() if k.endswith("_on") or k in ("period_start", "period_end")}
    return [entry | {k: later(day, step * i) for k, day in dates.items()} for i in range(times)]


def figures_of(block: Case, rows: "count[int]") -> list[Figure]:
    """One figure a period: of `values`, of `numerators`, or of so many `points` whose numbers do not matter."""
    start, every = as_date(block["from"]), block.get("every", "month")
    if "points" in block:
        block = block | {"values": list(range(block["points"]))}
    amounts = block.get("values", block.get("numerators"))
    denominators = block.get("denominators", [None] * len(amounts))
    if not isinstance(denominators, list):
        denominators = [denominators] * len(amounts)
    made = []
    for i, (amount, of) in enumerate(zip(amounts, denominators, strict=True)):
        row = next(rows)
        if amount is None:
            continue
        numbers = {"value": amount} if "values" in block else {"numerator": amount, "denominator": of}
        first, then = starts(start, every, i), starts(start, every, i + 1)
        made.append(
            Figure(
                resource="figures",
                row=row,
                indicator=block["indicator"],
                period_start=first,
                period_end=then - timedelta(days=1),
                **numbers,
            )
        )
    return made


def starts(first: date, every: str, period: int) -> date:
    """The first day of a period, counted from 0."""
    return first + timedelta(days=7 * period) if every == "week" else later(first, MONTHS[every] * period)


def log_of(entries: list[Case]) -> list[LogEntry]:
    made = []
    for row, entry in enumerate((e for block in entries for e in repeated(block)), start=2):
        raised = next((entry[k] for k in ("raised_on", "started_on", "tested_on") if k in entry), None)
        plain = {
            "id": f"t{row - 1}",
            "raised_on": raised,
            "raised_by_role": "social worker",
            "team": "North",
            "scale": "one-case",
            "aim": "try something",
        }
        made.append(LogEntry(resource="log", row=row, **(plain | written(entry, plain) | entry)))
    return made


def written(entry: Case, plain: Case) -> Case:
    """Each entry was written down on the day of its last step, unless its case says otherwise; `recorded_at: null` is a blank."""
    last = next(
        (entry[k] for k in ("tested_on", "started_on", "studied_on", "decided_on") if k in entry), plain["raised_on"]
    )
    return {} if last is None else {"recorded_at": datetime.combine(as_date(last), time(12))}


def participation_of(entries: list[Case]) -> list[Participation]:
    made = []
    for row, entry in enumerate((e for block in entries for e in repeated(block)), start=2):
        plain = {"team": "North", "role": "social worker", "period_end": later(entry["period_start"], 1) - timedelta(1)}
        made.append(Participation(resource="participation", row=row, **(plain | entry)))
    return made


def nested(
    entries: list[Case], name: str, made: Any, plain: Case, parts: dict[str, Any], owner: str
) -> tuple[Any, ...]:
    """Records of a kind with parts: ids are `r1`, `r2`, … unless given, and each part knows whose it is."""
    found = []
    for row, entry in enumerate((e for block in entries for e in repeated(block)), start=2):
        entry = plain | {"id": f"{name[0]}{row - 1}"} | entry
        inner = {
            part: tuple(
                sort(
                    resource=f"{name} > {part}",
                    row=10 * row + place,
                    **({owner: entry["id"]} | defaults(part, entry["id"], place) | one),
                )
                for place, one in enumerate(entry.pop(part, []))
            )
            for part, sort in parts.items()
        }
        found.append(made(resource=name, row=row, **entry, **inner))
    return tuple(found)


def defaults(part: str, id: str, place: int) -> Case:
    """What an entry of a part says where its case does not."""
    if part == "actions":
        return {"id": f"{id}-a{place + 1}", "action": "do something"}
    return {"id": f"{id}-c{place + 1}", "claim": "it moved"} if part == "claims" else {}


def flat(entries: list[Case], name: str, made: Any, plain: Case, *, ids: bool = True) -> tuple[Any, ...]:
    """Records of a kind without parts."""
    rows = enumerate((e for block in entries for e in repeated(block)), start=2)
    return tuple(
        made(resource=name, row=row, **(plain | ({"id": f"{name[0]}{row - 1}"} if ids else {}) | e)) for row, e in rows
    )


def others(given: Case) -> Case:
    """The kinds of evidence that are neither figures, log nor participation."""
    return {
        "recommendations": nested(
            given.get("recommendations", []),
            "recommendations",
            Recommendation,
            {"recommendation": "do better", "source": "case-review", "made_on": date(2023, 5, 1)},
            {"actions": RecommendedAction, "statuses": StatusEntry},
            "recommendation",
        ),
        "case_reviews": nested(
            given.get("case_reviews", []),
            "case-reviews",
            CaseReview,
            {"reviewed_on": date(2024, 5, 1), "went": "badly", "approach": "systems"},
            {"factors": Factor, "actions": ReviewAction},
            "review",
        ),
        "leadership": flat(given.get("leadership", []), "leadership", LeaderPeriod, {"leader": "director"}, ids=False),
        "leadership_questions": flat(
            given.get("leadership_questions", []),
            "leadership > questions",
            QuestionAnswer,
            {"leader": "director"},
            ids=False,
        ),
        "partnership": flat(
            given.get("partnership", []),
            "partnership",
            Commitment,
            {"from_agency": "council", "to_agency": "police", "commitment": "share", "made_on": date(2023, 5, 1)},
        ),
        "voice": flat(
            given.get("voice", []),
            "voice",
            Voice,
            {
                "period_start": date(2024, 1, 1),
                "period_end": date(2024, 3, 31),
                "group": "children",
                "theme": "listening",
            },
        ),
        "self_evaluation": nested(
            given.get("self_evaluation", []),
            "self-evaluation",
            SelfStatement,
            {"area": "practice", "what_we_know": "something"},
            {"claims": Claim},
            "statement",
        ),
    }


def earlier_of(given: list[Case] | Case) -> tuple[Difference, ...]:
    """The register as compared with an earlier submission: the entries that were rewritten, or `{kind, state}`."""
    if isinstance(given, dict):
        return (Difference(**({"resource": "register"} | given)),)
    rewritten = tuple(
        RewrittenRow(
            key=one["key"],
            row_before=one["row"],
            row_after=one["row"],
            changes=tuple(Change(**c) for c in one["changes"]),
        )
        for one in given
    )
    state = "changed" if rewritten else "same"
    return (Difference(resource="register", kind="indicator-register", state=state, rewritten=rewritten),)


def build(given: Case) -> Evidence:
    """The evidence of a case: what it does not say takes plain defaults."""
    rows = count(2)
    figures = tuple(f for block in given.get("figures", []) for f in figures_of(block, rows))
    indicators = tuple(
        Indicator(resource="register", row=row, **({"title": i["indicator"], "better": "up"} | i))
        for row, i in enumerate(given.get("indicators", []), start=2)
    )
    # The inspection was announced a year after the period; `notified_on: null` is a blank.
    end = as_date(given.get("period_end", "2026-03-31"))
    told = given.get("notified_on", end + timedelta(days=366))
    optional = {"notified_on": as_date(told)} if told else {}
    there = [
        Resource(name=kind, path=f"{kind}.csv", kind=kind, sha256="0" * 64, bytes=0, rows=0)
        for kind in given.get("kinds", [])
    ]
    evidence = Evidence(
        authority="Brackenshire",
        invented=True,
        digest="0" * 64,
        period_start=as_date(given.get("period_start", "2023-04-01")),
        period_end=as_date(given.get("period_end", "2026-03-31")),
        figures=figures,
        indicators=indicators,
        log=tuple(log_of(given.get("log", []))),
        participation=tuple(participation_of(given.get("participation", []))),
        resources=tuple(there),
        left_out=tuple(Rows(resource=name, rows=tuple(rows)) for name, rows in given.get("left_out", {}).items()),
        earlier=earlier_of(given["earlier"]) if "earlier" in given else None,
        **others(given),
        **optional,
    )
    evidence = by_register(evidence)
    if not given.get("partners_by_own_hand"):
        evidence = partners_for_themselves(evidence)
    judge(evidence, given.get("figures", []))
    return evidence


def holds(actual: Any, wanted: Any) -> bool:
    """Whether a field is as wanted: equal, or `>= 3`, `< 0.5` and the like, or any one of a list."""
    if isinstance(wanted, list):
        return any(holds(actual, one) for one in wanted)
    if isinstance(wanted, str) and wanted[:1] in "<>":
        sign, bound = wanted.split(maxsplit=1)
        number = float(bound)
        return {">=": actual >= number, ">": actual > number, "<=": actual <= number, "<": actual < number}[sign]
    if isinstance(wanted, float):
        return bool(abs(actual - wanted) < 1e-5)
    return bool(actual == wanted)


def faults(fact: Fact, wanted: Case) -> list[str]:
    """What of the wanted fields, `absent` fields, words in `says` or `unsaid`, and `rows` a fact does not have."""
    wanted = dict(wanted)
    found = [f"{f} should be absent" for f in wanted.pop("absent", []) if f in fact.fields]
    found += [f"says lacks {words!r}: {fact.says}" for words in wanted.pop("says", []) if words not in fact.says]
    found += [f"says {words!r}: {fact.says}" for words in wanted.pop("unsaid", []) if words in fact.says]
    if "rests_on" in wanted and list(fact.rests_on) != wanted["rests_on"]:
        found.append(f"rests on {fact.rests_on}, not {wanted['rests_on']}")
    wanted.pop("rests_on", None)
    for resource, rows in wanted.pop("rows", {}).items():
        actual = [row for r in fact.rows if r.resource == resource for row in r.rows]
        right = actual == rows if isinstance(rows, list) else len(actual) == rows
        found += [] if right else [f"rests on rows {actual} of {resource}, not {rows}"]
    for name, value in wanted.items():
        if name not in fact.fields:
            found.append(f"{name} is absent, wanted {value}")
        elif not holds(fact.fields[name], value):
            found.append(f"{name} is {fact.fields[name]}, wanted {value}")
    return found
