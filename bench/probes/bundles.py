"""How often whole honest bundles with ordinary mess are asked about: `bundles.py [RUNS]`.

Ten indicators of three years (shares with a season, a drift or a step, stocks of the same children, counts, values), durations
about a deadline in weekly heaps, a log written by teams with habits of their own, participation, five lists of children. Mess:
month-end batches and backlogs, a figure carried forward, missing months, twins, slips in one row of fifty.
"""

import sys
from collections import Counter
from datetime import date, datetime, timedelta

import honest
import logs
import numpy as np

from inspector import probes
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Duration, Evidence, Figure, Indicator, LogEntry, Participation
from inspector.verdict.false_discovery import hold

FIRST, LAST, NOTIFIED = date(2023, 4, 1), date(2026, 3, 31), date(2026, 4, 13)
TEAMS = ("North", "South", "East", "West", "Hill", "Coast")


def month(k):
    return date(2023 + (3 + k) // 12, (3 + k) % 12 + 1, 1)


def one_series(rng, id, kind):
    size = rng.poisson(rng.choice([25, 90, 300]), 36)
    wave = 0.08 * np.sin(2 * np.pi * np.arange(36) / 12 + rng.uniform(0, 6)) * (rng.random() < 0.5)
    move = 0.15 * (np.arange(36) > rng.integers(8, 28)) if rng.random() < 0.4 else 0.1 * np.arange(36) / 36
    share = np.clip(rng.uniform(0.3, 0.7) + wave + move * rng.choice([-1, 0, 1]), 0.02, 0.98)
    counts = rng.binomial(size, share)
    if kind == "stock":
        child = rng.random(80) < 0.4
        size, counts = np.full(36, 80), np.zeros(36, dtype=int)
        for k in range(36):
            child = np.where(rng.random(80) < 0.1, rng.random(80) < 0.4, child)
            counts[k] = child.sum()
    carried = int(rng.integers(1, 36)) if rng.random() < 0.3 else None
    if carried is not None:
        size[carried], counts[carried] = size[carried - 1], counts[carried - 1]
    missing = set(rng.choice(36, int(rng.integers(0, 3)), replace=False).tolist())
    for k in range(36):
        if k not in missing:
            end = month(k + 1) - timedelta(days=1)
            slow = 60 if rng.random() < 0.03 else 0
            part = {"numerator": counts[k], "denominator": size[k]}
            if kind == "value":
                part = {"value": round(float(rng.normal(18, 1.5)), 1)}
            if kind == "percent":
                part = {"value": round(100 * float(counts[k]) / float(size[k]), 1), "denominator": size[k]}
            day = end + timedelta(days=int(rng.integers(2, 12)) + slow)
            yield Figure(
                resource="f", row=2, indicator=id, period_start=month(k), period_end=end, recorded_on=day, **part
            )


def log(rng):
    texts, habit = logs.third(rng, 120), rng.beta(4, 4, len(TEAMS))
    for k, day in enumerate(np.sort(rng.integers(0, 1096, 120)).tolist()):
        team = int(rng.integers(len(TEAMS)))
        raised = FIRST + timedelta(days=day)
        delay = int(rng.lognormal(1.2, 0.9)) + (45 if rng.random() < 0.03 else 0)
        if team == 0:
            delay = 31 - raised.day if raised.day < 31 else 0
        yield LogEntry(
            resource="l",
            row=k + 2,
            id=f"t{k}",
            raised_on=raised,
            raised_by_role="worker",
            team=TEAMS[team],
            scale="one-case",
            aim=texts[k],
            decision="adopt" if rng.random() < habit[team] else "adapt",
            recorded_at=datetime(raised.year, raised.month, raised.day, 9 + k % 8, k % 60) + timedelta(days=delay),
        )


def lists(rng):
    n = 240
    child = np.array([f"c{k}" for k in range(n)], dtype=object)
    born = np.datetime64("2010-01-01") + rng.integers(0, 5000, n)
    start = np.datetime64("2025-10-01") + rng.integers(0, 182, n)
    took = honest.heaped(rng, honest.durations(rng, n, "gamma", 45), 5, 0.3)
    end = np.where(rng.random(n) < 0.3, np.datetime64("NaT"), np.busday_offset(start, took, roll="forward"))
    team = rng.choice(np.array(TEAMS, dtype=object), n)
    said = np.where(rng.random(n) < 0.9, "a) Yes", "b) No").astype(object)
    plain = {"child_unique_id": child, "date_of_birth": born, "allocated_team": team}
    rows = np.arange(2, n + 2)
    names = ("continuous_assessment_start_date", "continuous_assessment_date_of_authorisation")
    seen = {"child_seen_during_continuous_assessment": said}
    yield CaseList("list-4", "l4", rows, plain | dict(zip(names, (start, end), strict=True)) | seen)
    closed = np.where(rng.random(n) < 0.6, np.datetime64("NaT"), np.datetime64("2025-10-10") + rng.integers(0, 180, n))
    kept = rng.random(n) > 0.02
    columns = plain | {"cin_start_date": start, "cin_closure_date": closed}
    yield CaseList("list-6", "l6", rows[kept], {name: column[kept] for name, column in columns.items()})
    plan = ("child_protection_plan_start_date", "child_protection_plan_end_date")
    columns = plain | dict(zip(plan, (start, np.full(n, np.datetime64("NaT", "D"))), strict=True))
    yield CaseList("list-7", "l7", rows[:60], {name: column[:60] for name, column in columns.items()})


def bundle(rng):
    kinds = ["share"] * 5 + ["stock", "value", "percent", "share", "share"]
    ids = [f"measure-{k}" for k in range(len(kinds))]
    days = honest.heaped(rng, honest.durations(rng, 900, str(rng.choice(honest.HELD_OUT)), 45), 7, 0.3)
    counted = sorted(Counter(days.tolist()).items())
    return Evidence(
        authority="-",
        digest="0" * 64,
        period_start=FIRST,
        period_end=LAST,
        notified_on=NOTIFIED,
        submitted_at=NOTIFIED + timedelta(days=14),
        indicators=tuple(
            Indicator(resource="i", row=k + 2, indicator=id, title=id, better="up", unit=unit, target=0.6, deadline=limit)
            for k, (id, kind) in enumerate(zip(ids, kinds, strict=True))
            for unit, limit in [("%" if kind == "percent" else "share", 45 if k == 0 else None)]
        ),
        figures=tuple(f for id, kind in zip(ids, kinds, strict=True) for f in one_series(rng, id, kind)),
        durations=tuple(
            Duration(resource="d", row=k + 2, indicator=ids[0], period_start=FIRST, period_end=LAST, days=day, count=n)
            for k, (day, n) in enumerate(counted)
        ),
        log=tuple(log(rng)),
        participation=tuple(
            Participation(
                resource="p", row=2, period_start=month(3 * q), period_end=month(3 * q + 3) - timedelta(days=1), team=team,
                role=role, headcount=8, contributors=int(rng.binomial(8, 0.3)), ideas_raised=int(rng.poisson(1.5)),
            )
            for q in range(12) for team in TEAMS for role in ("worker", "manager")
        ),
        case_lists=tuple(lists(rng)),
    )  # fmt: skip


def main(runs):
    rng, asked, strong, any_asked = np.random.default_rng(20_260_701), Counter(), 0, 0
    skipped = ("claimed-against-recomputed", "rewritten-history")
    names = [id for id in probes.ids() if id not in skipped]
    tested = Counter()
    for _ in range(runs):
        given = bundle(rng)
        traces = tuple(trace for id in names for trace in probes.load(id).examine(given))
        tested.update(t.probe for t in traces if t.outcome != "not-applicable" and t.outcome != "insufficient-data")
        asking = [t for t in hold(traces) if t.outcome in ("question", "strong-question")]
        asked.update(t.probe for t in asking)
        any_asked += bool(asking)
        strong += any(t.outcome == "strong-question" for t in asking)
    print(f"{runs} honest bundles: {any_asked / runs:.3f} with a question, {strong / runs:.3f} with a strong one")
    for name in names:
        print(f"{name}: {asked[name]} questions of {tested[name]} subjects tested")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
