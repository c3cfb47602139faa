"""The same declarations made of forged data: an authority that did nothing, one forgery, and the declaration that suits it."""

from datetime import date, datetime, time, timedelta
from random import Random

from honest import Made, Row, _entry, honest, month


def still(seed: str) -> Made:
    """An authority in which nothing is tried and nothing moves."""
    one = honest(f"still/{seed}")
    draw = Random(f"forged/{seed}")
    base = {}
    for row in one.tables["indicators"]:
        base.setdefault(row["indicator"], row["numerator"] / row["denominator"])
    rows = [
        {**r, "numerator": sum(draw.random() < base[r["indicator"]] for _ in range(r["denominator"]))}
        for r in one.tables["indicators"]
    ]
    tables = {**one.tables, "indicators": rows, "improvement-log": [], "verifications": []}
    return one._replace(tables=tables, manifest={**one.manifest, "name": f"still-{seed}".lower()})


def _lifted(one: Made, draw: Random, ids: list[str], since: date) -> list[Row]:
    """Figures that were made better from a day on."""
    better = {row["indicator"]: row["better"] for row in one.tables["indicator-register"]}
    rows = []
    for row in one.tables["indicators"]:
        if row["indicator"] in ids and row["period_start"] >= since:
            way = 1 if better[row["indicator"]] == "up" else -1
            top = round(row["numerator"] + way * draw.uniform(0.1, 0.25) * row["denominator"])
            row = {**row, "numerator": max(0, min(row["denominator"], top))}
        rows.append(row)
    return rows


def _written(one: Made, draw: Random, day: date | None, ids: list[str], since: date) -> list[Row]:
    """A log of the whole period, made up; all of it recorded on `day` and the day after, or, without one, each in its time."""
    rows, teams = [], sorted({row["team"] for row in one.tables["participation"]})
    for m in range(one.months - 1):
        for _ in range(draw.randint(3, 6)):
            raised = month(one.start, m) + timedelta(days=draw.randint(0, 27))
            near = abs((raised - since).days) < 60
            row = _entry(draw, raised, draw.choice(teams), draw.choice(ids if near else [None, *ids]))
            if day is not None and row["decided_on"] < day:
                row["recorded_at"] = datetime.combine(
                    day + timedelta(days=draw.randint(0, 1)), time(draw.randint(9, 16), draw.randint(0, 59))
                )
            rows.append(row)
    rows.sort(key=lambda row: row["raised_on"])
    return [{"id": f"w{place}", **row} for place, row in enumerate(rows, 1)]


def forge(sort: str, seed: str) -> tuple[Made, list[Row], dict[str, str]]:
    """One forgery with the false declaration that would suit it."""
    one, draw = still(seed), Random(f"forge/{sort}/{seed}")
    ids = draw.sample([row["indicator"] for row in one.tables["indicator-register"]][:6], 4)
    since = month(one.start, round(one.months * 0.5))
    late = month(one.start, one.months) - timedelta(days=draw.randint(3, 40))
    figures = _lifted(one, draw, ids, since)
    bulk = _written(one, draw, late, ids, since)
    tables = {**one.tables, "indicators": figures, "improvement-log": bulk}
    start = one.manifest["period"]["start"]
    log = {"concerns": ["improvement-log"]}
    if sort.startswith("carried-over"):
        said = {"event": "carried-over", "on": late.isoformat(), **log}
        if "key" in sort:
            return one._replace(tables=tables), [], {"carried_over_on": late.isoformat()}
    elif sort in ("month-end", "yearly"):
        said = {
            "event": "entered-together",
            "on": start,
            "every": sort.replace("month-end", "month").replace("yearly", "year"),
            **log,
        }
    elif sort == "backlog":
        said = {"event": "backlog", "on": late.isoformat(), "to": (late + timedelta(days=3)).isoformat(), **log}
    else:
        tables["improvement-log"] = _written(one, draw, None, ids, since)
        said = _of_figures(sort, one, tables, ids, since, start)
    return one._replace(tables=tables), [said] if said else [], {}


def _of_figures(sort: str, one: Made, tables: dict[str, list[Row]], ids: list[str], since: date, start: str) -> Row:
    better = {row["indicator"]: row["better"] for row in one.tables["indicator-register"]}
    if sort == "targets":
        share = {row["indicator"]: row["numerator"] / row["denominator"] for row in tables["indicators"]}
        tables["indicator-register"] = [
            {**r, "target": round(share[r["indicator"]], 2), "stakes": "read out"} for r in tables["indicator-register"]
        ]
        return {}
    if sort == "definition-changed":
        tables["indicator-register"] = [
            {**r, "definition_changes": [since] if r["indicator"] in ids else []} for r in tables["indicator-register"]
        ]
        return {"event": "definition-changed", "on": since.isoformat(), "indicators": ids}
    if sort == "suppressed":
        tables["indicators"] = [
            {**r, "numerator": "c"} if r["indicator"] in ids and _bad(r, better, tables) else r
            for r in one.tables["indicators"]
        ]
        return {"event": "suppressed", "on": start, "amount": 6, "indicators": ids}
    if sort == "rounded":
        tables["indicators"] = [
            {**r, "numerator": round(r["denominator"] * round(20 * r["numerator"] / r["denominator"]) / 20)}
            if r["indicator"] in ids
            else r
            for r in tables["indicators"]
        ]
        return {"event": "rounded", "on": start, "amount": 5, "concerns": ["indicators"]}
    if sort == "outage":
        gone = since - timedelta(days=150)
        tables["indicators"] = [
            r for r in tables["indicators"] if r["indicator"] not in ids or not gone <= r["period_start"] < since
        ]
        return {
            "event": "outage",
            "on": gone.isoformat(),
            "to": (since - timedelta(days=1)).isoformat(),
            "indicators": ids,
        }
    if sort == "boundary":
        tables["indicators"] = [
            _without_bad(r, better) if r["indicator"] in ids and r["period_start"] >= since else r
            for r in one.tables["indicators"]
        ]
        return {"event": "boundary-changed", "on": since.isoformat()}
    raise KeyError(sort)


def _bad(row: Row, better: dict[str, str], tables: dict[str, list[Row]]) -> bool:
    mine = sorted(r["numerator"] / r["denominator"] for r in tables["indicators"] if r["indicator"] == row["indicator"])
    share, cut = row["numerator"] / row["denominator"], len(mine) // 3
    return share <= mine[cut] if better[row["indicator"]] == "up" else share >= mine[-cut]


def _without_bad(row: Row, better: dict[str, str]) -> Row:
    n, top = row["denominator"], row["numerator"]
    bad = n - top if better[row["indicator"]] == "up" else top
    left = round(bad * 0.5)
    return {**row, "denominator": n - bad + left, "numerator": top if better[row["indicator"]] == "up" else left}
