"""What is said of work and what followed it: `claimed-effect`."""

import math
import re
from datetime import date, timedelta

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import (
    GAINS,
    SURE,
    begun,
    call,
    cited,
    counts,
    day_of,
    last_counted,
    months,
    months_on,
    naming,
    registered,
    spans,
    spoken_days,
    sure_said,
    tried,
)
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, numbers

WIDE = ("whole-service", "whole-authority")
KEPT = ("adopt", "adapt")
DONE = {"adopt": "adopted", "adapt": "adapted"}


@checks("signal/claimed-effect")
def claimed(said: Said, case: Case, see: See) -> None:
    """The tests are those that name the indicator, and days come in the order that is said."""
    told = said.fields
    tests = _tests(said, case, see)
    see.same("title", told["title"], registered(case, told["indicator"])["title"])
    move, sure = call(case, told["indicator"])
    see.claim(sure_said(said.says.split("by chance")[0], sure), f"the probability is {sure}")
    if "onset" in told:
        low, high = day_of(told["onset_low"]), day_of(told["onset_high"])
        see.order(low <= day_of(told["onset"]) <= high, "the likeliest day is outside of its span")
        see.claim((low, high) in spans(said.says), f"does not say that it began from {low} to {high}")
    _lasted(said, case, see)
    if "gain" in said.says.replace("no gain", "") and told["outcome"] in (
        "followed",
        "same-time",
        "gain-came-first",
        "no-test",
        "not-kept",
    ):
        see.same("a gain", move in GAINS, True)
    _OUTCOMES.get(told["outcome"], lambda *_: None)(said, case, see, tests)


def _tests(said: Said, case: Case, see: See) -> list[Row]:
    """The tests that count and name it, counted by what was decided; and all that name it are among the rows."""
    told = said.fields
    every = naming(case, told["indicator"])
    tests = [row for row in every if counts(case, row)]
    see.number("tests", told["tests"], len(tests))
    see.number("set_aside", told["set_aside"], len(every) - len(tests))
    kept = [row for row in tests if _decision(row, case) in KEPT]
    see.number("kept", told["kept"], len(kept))
    see.number("small", told["small"], sum(row["scale"] not in WIDE for row in kept if _near(row, told)))
    see.number("abandoned", told["abandoned"], sum(_decision(row, case) == "abandon" for row in tests))
    see.number("undecided", told["undecided"], sum(not _decision(row, case) for row in tests))
    see.number("recorded", told["recorded"], len(every))
    log = [row for row in case.bundle.left("improvement-log") if tried(row)]
    see.number("unnamed", told["unnamed"], sum(not row["indicator"] for row in log))
    mine = {(row.file, row.number) for row in case.rows(said) if row.kind == "improvement-log"}
    for row in every:
        see.row((row.file, row.number) in mine, f"test {row['id']} names it, and is not cited")
    if found := re.search(r"(\d+) (?:is|are) set aside:", said.says):
        see.claim(int(found[1]) == len(every) - len(tests), f"{len(every) - len(tests)} are set aside")
    if found := re.search(r"none of (\d+) tests? of the log names it(?:, and (\d+) do)?", said.says):
        true = [str(len(log)), str(told["unnamed"])]
        see.claim(
            found[1] == true[0] and found[2] in (None, true[1]), f"{true[1]} of {true[0]} do not state what to move"
        )
    if found := re.search(r"(?:first of|; |whether )(\d+) tests? (?:that )?names? it", said.says):
        some = every if "all are set aside" in said.says or "and is set aside" in said.says else tests
        see.claim(int(found[1]) == len(some), f"{len(some)} tests name it")
    return tests


def _decision(row: Row, case: Case) -> str:
    """What was decided by the last day that counts."""
    decided = row.day("decided_on")
    return "" if decided is not None and decided > last_counted(case) else row["decision"]


def _near(row: Row, told: dict[str, object]) -> bool:
    """Whether a test began in the half year before the span in which the measure changed, or in that span."""
    start = begun(row)
    if "onset_low" not in told or start is None:
        return False
    low = day_of(told["onset_low"])
    year, month = divmod(low.year * 12 + low.month - 1 - 6, 12)
    return date(year, month + 1, min(low.day, 28)) <= start <= day_of(told["onset_high"])


def _lasted(said: Said, case: Case, see: See) -> None:
    told = said.fields
    last = max(row.day("period_end") or date.min for row in cited(said, case, "indicators"))
    if "held_months" in told:
        see.number("held_months", told["held_months"], months(day_of(told["onset"]), last))
    steps = [
        day
        for row in naming(case, told["indicator"])
        for field in ("started_on", "tested_on", "studied_on", "decided_on")
        if (day := row.day(field)) and not row.struck
    ]
    if steps:
        see.number("work_ended_months", told["work_ended_months"], months(max(steps), last))


def _matched(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    """A test that was kept, not long before the gain; its days, its decision and the order are as they are told."""
    told = said.fields
    entry = next((row for row in tests if row["id"] == told["entry"]), None)
    if not see.row(entry is not None, f"{told['entry']} is none of its tests") or entry is None:
        return
    start = begun(entry) or date.max
    see.day("started_on", told["started_on"], start)
    see.claim(entry["decision"] in KEPT, f"the decision on {entry['id']} is {entry['decision'] or 'not stated'}")
    see.claim(
        f"{told['entry']}" in said.says and DONE.get(entry["decision"], "?") in said.says,
        "does not say what was decided",
    )
    in_order(said.says, entry, day_of(told["onset_low"]), day_of(told["onset_high"]), see)
    see.order(
        months_on(start, 6) >= months_on(day_of(told["onset_low"]), -1),
        f"{entry['id']} was started on {start}, long before",
    )
    chance = said.says.rpartition("by chance")[2]
    for text in numbers(chance.partition(")")[0]):
        see.claim(abs(float(text) - told["chance"]) < 0.00501, f"the chance is {told['chance']}")
    _chances(said, case, see)


def in_order(says: str, entry: Row, low: date, high: date, see: See) -> None:
    """What is said of a test: the days it was started and decided on, its lesson, and whether it came first."""
    start, decided = begun(entry), entry.day("decided_on")
    text = says[says.index(entry["id"]) :]
    told = [spoken_days(day)[0] for day in days(text)[: 1 + bool(decided)]]
    see.claim(bool(told) and told[0] == start, f"{entry['id']} was started on {start}")
    if decided and len(told) > 1 and "ed on" in text.partition(";")[0].partition("started")[2]:
        see.claim(told[1] == decided, f"{entry['id']} was decided on {decided}")
    if found := re.search(r"its lesson: \"([^\"]*)", text):
        lesson = found[1].rstrip("…")
        see.claim(" ".join(entry["learned"].split()).startswith(" ".join(lesson.split())), "that is not its lesson")
    see.none("no lesson" not in text.partition(";")[2][:40] or not entry["learned"], "it states a lesson")
    if start and "began before that" in text:
        see.order(start < low, f"{entry['id']} was started on {start}, not before {low}")
    if start and "within that time" in text:
        see.order(low <= start <= high, f"{entry['id']} was started on {start}, not from {low} to {high}")
    if start and "began after that" in text:
        see.order(start > high, f"{entry['id']} was started on {start}, not after {high}")


def _chances(said: Said, case: Case, see: See) -> None:
    """Among how many gains, and how many of them are as near: counted over all facts."""
    told = said.fields
    gains = sum(f.fields["call"] in GAINS for f in case.signals("trajectory"))
    see.number("gains_among", told["gains_among"], gains)
    as_near = [f for f in case.signals("claimed-effect") if f.fields.get("chance", 2) <= told["chance"] + 1e-9]
    see.claim(told["as_near"] == len(as_near), f"of {len(as_near)} gains a test lies as near")
    see.number("chance_among", told["chance_among"], gains * told["chance"], 0.051)
    see.claim(0 <= told["chance"] <= 1 and 0 <= told["false_share"] <= 1, "no share")
    see.number("chance", told["chance"], _chance(said, case), 0.011)
    every = sorted(f.fields.get("chance", 1.0) for f in case.signals("claimed-effect") if f.fields["outcome"] in GAINED)
    every += [1.0] * (gains - len(every))
    later = [x * gains / (place + 1) for place, x in enumerate(every) if x >= told["chance"] - 1e-9]
    see.number("false_share", told["false_share"], min(1.0, *later), 0.001)
    see.number("chance_of_all", told["chance_of_all"], fisher(every), 0.001)


GAINED = ("followed", "same-time", "gain-came-first", "not-kept", "undecided", "long-before", "no-test")
"""What comes of tests where there is a gain."""


def _chance(said: Said, case: Case) -> float:
    """The share of the days on which a gain could be seen to begin that have a kept test as near to them as this one is."""
    told = said.fields
    rows = cited(said, case, "indicators")
    starts = [row.day("period_start") or date.min for row in rows]
    ends = [row.day("period_end") or date.min for row in rows]
    onset = day_of(told["onset"])
    end = next((b for a, b in zip(starts, ends, strict=True) if a == onset), months_on(onset, 1) - timedelta(days=1))
    start, early, high = (
        day_of(told["started_on"]),
        months_on(day_of(told["onset_low"]), -6),
        day_of(told["onset_high"]),
    )
    far = (end - start).days if start <= end else 2 * (start - end).days
    before, after = min(far, (end - early).days), min(far // 2, (high - end).days)
    first, last = starts[min(max(3, round(len(rows) / 6)), len(rows) - 1)], ends[max(len(rows) - 3, 0)]
    begun_ = [
        begun(row) or date.min
        for row in naming(case, told["indicator"])
        if counts(case, row) and _decision(row, case) in KEPT
    ]
    days_ = [first + timedelta(days=k) for k in range((max(first, last) - first).days + 1)]
    near = sum(any(-after <= (day - one).days <= before for one in begun_) for day in days_)
    judged = [f.fields["indicator"] for f in case.signals("trajectory") if f.fields["call"] != "too-few-points"]
    named = sum(any(counts(case, row) and _decision(row, case) in KEPT for row in naming(case, id)) for id in judged)
    return max(0.5, named / len(judged)) * near / len(days_)


def fisher(chances: list[float]) -> float:
    """The probability that independent chances are all together so small."""
    half = -math.fsum(math.log(max(x, 1e-12)) for x in chances)
    return min(1.0, math.exp(-half) * math.fsum(half**k / math.factorial(k) for k in range(len(chances))))


def _first(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    start, high = begun(tests[0]), day_of(said.fields["onset_high"])
    see.order(start is not None and start > high, f"{tests[0]['id']} was started on {start}, not after {high}")


def _without(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    """No test that was kept lies in the half year before the gain or in its span."""
    told = said.fields
    low, high = day_of(told["onset_low"]), day_of(told["onset_high"])
    near = [row for row in tests if months_on(low, -6) <= (begun(row) or date.min) <= high]
    kept = [row["id"] for row in near if row["decision"] in KEPT]
    see.none(not kept, f"{', '.join(kept[:3])} was kept and lies near")
    open_ = [row["id"] for row in near if not row["decision"]]
    if told["outcome"] == "not-kept":
        see.none(not open_, f"what was decided of {', '.join(open_[:3])} is not stated")
        see.claim(bool(near), "no test lies near")
    if told["outcome"] == "undecided":
        see.claim(bool(open_), "the decisions are stated")
    if told["outcome"] == "long-before":
        see.none(not near and bool(tests), f"{[row['id'] for row in near][:3]} lie near")
    if told["outcome"] == "no-test":
        see.none(not tests, f"{len(tests)} tests name it")
        see.none(
            not told["unnamed"] or f"{told['unnamed']} " in said.says or bool(told["set_aside"]),
            f"{told['unnamed']} tests do not state what to move",
        )
        see.none(
            not told["set_aside"] or "set aside" in said.says, f"{told['set_aside']} tests that name it are set aside"
        )


def _after(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    """A fade or loss, and the first test before it began, or so near that nobody can tell."""
    start, low, high = begun(tests[0]) or date.max, day_of(said.fields["onset_low"]), day_of(said.fields["onset_high"])
    if "began before that" in said.says:
        see.order(start < low, f"the first test was started on {start}, not before {low}")
    if "within that time" in said.says:
        see.order(low <= start <= high, f"the first test was started on {start}, not from {low} to {high}")
    if "before the first" in said.says or "before the one" in said.says:
        see.order(start > high, f"the first test was started on {start}, not after {high}")


def _still(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    """Nothing lasting is seen."""
    move, sure = call(case, said.fields["indicator"])
    see.none(move == "no-change" or sure < SURE, f"its figures say {move}, {sure}")


_OUTCOMES = {
    "followed": _matched,
    "same-time": _matched,
    "gain-came-first": _first,
    "not-kept": _without,
    "undecided": _without,
    "long-before": _without,
    "no-test": _without,
    "faded": _after,
    "worsened": _after,
    "moved-before": _after,
    "no-gain": _still,
}
