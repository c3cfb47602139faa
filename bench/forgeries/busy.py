"""Work laid over a start: an honest-looking log, who took part, promises and words, by a generator of its own."""

from datetime import date, timedelta
from random import Random

from paper import Folder, last, month
from words import sentence

TEAMS = ("Intake", "Safeguarding", "Looked after", "Leaving care", "Early help")
ROLES = ("social worker", "family worker", "team manager", "business support")
SUBJECTS = ("the morning round", "letters to parents", "the handover sheet", "visits after school", "calls to schools",
            "the duty desk", "core group papers", "lifts to contact", "the genogram", "supervision notes", "the waiting room",
            "text reminders")  # fmt: skip
DEEDS = ("tried without", "began with", "shortened", "moved to Tuesday", "asked families about", "shared out", "wrote plainly",
         "paired up for", "left out a step of", "timed")  # fmt: skip
GUESSES = (
    "two fewer calls a day",
    "answers by Friday",
    "parents come",
    "nobody misses it",
    "half the time",
    "one more visit",
)
LESSONS = ("it held for most", "worked with two families of five", "the form was in the way", "they came when asked twice",
           "took longer than we thought", "nobody missed it", "it needs a quiet room", "the night team knew already",
           "good on dry days", "we had asked the wrong people")  # fmt: skip


def stream(found: Folder, draw: Random, per_month: float = 3.0, onsets: dict[str, date] | None = None) -> None:
    """A log of small tests in every month by five teams, about a quarter given up; `onsets` are measures worked on then."""
    log, k, months = found.rows("improvement-log"), 0, _months(found)
    named = {id: month(day, -1) for id, day in (onsets or {}).items()}
    for m in range(months):
        for _ in range(max(1, round(draw.gauss(per_month, 1)))):
            raised = month(found.start, m) + timedelta(days=draw.randint(0, 24))
            aims = [id for id, day in named.items() if abs((raised - day).days) < 40]
            log.append(_test(k, raised, draw.choice(aims) if aims and draw.random() < 0.7 else None, draw))
            k += 1
    for id, day in (onsets or {}).items():
        near = _test(k, last(day) - timedelta(days=draw.randint(5, 30)), id, draw)
        log.append(near | {"decision": "adopt"})
        k += 1
    _participation(found, draw)


def _test(k: int, raised: date, indicator: str | None, draw: Random) -> dict[str, object]:
    started = raised + timedelta(days=draw.randint(0, 6))
    tested = started + timedelta(days=draw.randint(1, 9))
    studied = tested + timedelta(days=draw.randint(0, 8))
    decided = studied + timedelta(days=draw.randint(0, 9))
    subject = draw.choice(SUBJECTS)
    return {
        "id": f"e{k:03d}", "raised_on": raised, "raised_by_role": draw.choice(ROLES), "team": draw.choice(TEAMS),
        "origin": draw.choice(("front-line", "front-line", "front-line", "family", "manager")),
        "scale": draw.choice(("one-case", "one-case", "one-worker", "one-team")),
        "change_type": draw.choice(("task", "tool", "environment", "joint-working", "procedure")),
        "aim": f"{draw.choice(DEEDS)} {subject}: {sentence(draw)}",
        "prediction": f"{draw.choice(GUESSES)}, {sentence(draw)}", "indicator": indicator,
        "started_on": started, "tested_on": tested, "studied_on": studied, "decided_on": decided,
        "decision": draw.choice(("adopt", "adapt", "adopt", "abandon")),
        "learned": f"{draw.choice(LESSONS)}; {sentence(draw)}",
        "recorded_at": f"{decided.isoformat()}T{draw.randint(8, 17):02d}:{draw.randint(0, 59):02d}:00Z",
    }  # fmt: skip


def _participation(found: Folder, draw: Random) -> None:
    rows = found.rows("participation")
    log = found.rows("improvement-log")
    for quarter in range(_months(found) // 3):
        begin, end = month(found.start, 3 * quarter), last(month(found.start, 3 * quarter + 2))
        for team in TEAMS:
            for role in ROLES:
                raised = sum(
                    r["team"] == team and r["raised_by_role"] == role and begin <= r["raised_on"] <= end for r in log
                )
                heads = draw.randint(4, 9)
                rows.append({
                    "period_start": begin, "period_end": end, "team": team, "role": role, "headcount": heads,
                    "contributors": min(heads, max(1 if raised else 0, round(heads * (0.3 + 0.02 * quarter) + draw.gauss(0, 1)))),
                })  # fmt: skip


def _months(found: Folder) -> int:
    return (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
