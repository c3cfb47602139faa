"""Small forgeries over an authority that did nothing: a few rows put in, changed or taken out."""

from datetime import date, timedelta

from hand import Draw, days_of, drop_measures, forgery, keep_measures, measure, tried
from paper import Folder, Row, last, month
from scratch import full
from starts import gains_seen, losses_seen

LUCK = "luck mixed bad-spell published-luck"
IDLE = "still luck decline slide fade mixed bad-spell published published-luck"


def dated(found: Folder, draw: Draw, count: int = 4, **more: object) -> list[Row]:
    """Log rows around the largest gains that the figures have by luck: the nearest to each names it and was kept."""
    seen = [one for one in gains_seen(found) if one[0] > 2.5][: draw.whole(1, count)] or gains_seen(found)[:1]
    rows = []
    for _, id, first in seen:
        day = last(first) - timedelta(days=draw.whole(0, 25))
        rows.append(tried(found, day, id, "adopt", **more))
    have = {(row["tested_on"].year, row["tested_on"].month) for row in rows}
    for day in days_of(found, count + 4, draw):
        if len(rows) < count and (day.year, day.month) not in have:
            rows.append(tried(found, day, **more))
    return rows


@forgery("luck-dated", LUCK, "Four log rows dated around somebody's luck.")
def luck_dated(found: Folder, draw: Draw) -> Folder:
    dated(found, draw)
    return found


@forgery(
    "luck-dated-full", LUCK, "Sixteen rows dated around luck with every field filled, in two teams, in sixteen months."
)
def luck_dated_full(found: Folder, draw: Draw) -> Folder:
    seen = gains_seen(found)[: draw.whole(1, 4)]
    for k, (_, id, first) in enumerate(seen):
        full(found, last(first) - timedelta(days=16 + draw.whole(0, 12)), id, ("Intake", "Safeguarding")[k % 2], k)
    for k, day in enumerate(days_of(found, 16 - len(seen), draw)):
        full(found, day, "", ("Intake", "Safeguarding")[k % 2], k + 4, draw.one(("adopt", "adapt", "abandon")))
    return found


@forgery(
    "luck-every-month", LUCK, "Fifty-five full rows, in every month and three teams, the first of them around luck."
)
def luck_every_month(found: Folder, draw: Draw) -> Folder:
    seen, teams = gains_seen(found)[: draw.whole(1, 4)], ("Intake", "Safeguarding", "Early help")
    months = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    for k, (_, id, first) in enumerate(seen):
        full(found, last(first) - timedelta(days=16 + draw.whole(0, 12)), id, teams[k % 3], k)
    for k in range(55 - len(seen)):
        at = month(found.start, k * months // 55) + timedelta(days=draw.whole(0, 13))
        full(found, at, "", teams[k % 3], k + 4, draw.one(("adopt", "adapt", "abandon")))
    return found


@forgery(
    "seventeen-rows",
    IDLE,
    "One invented measure of twelve figures, four log rows, and every measure that got worse left out.",
)
def seventeen_rows(found: Folder, draw: Draw) -> Folder:
    drop_measures(found, losses_seen(found))
    _invented(found, draw)
    return found


def _invented(found: Folder, draw: Draw, id: str = "children-listened-to", months: int = 12, **more: object) -> date:
    first, k = month(found.end, 1 - months), months // 2 + draw.whole(-1, 1)
    levels = [0.45 + 0.25 * (m >= k) + 0.05 * draw.unit() for m in range(months)]
    measure(found, id, levels, 80, first, draw, **{"measure": "outcome", "unit": "share", **more})
    day = last(month(first, k))
    tried(found, day - timedelta(days=draw.whole(0, 3)), id, "adopt")
    for j in range(3):
        tried(found, month(first, draw.whole(0, months - 1)) + timedelta(days=9 * j))
    return day


@forgery("seventeen-rows-known", IDLE, "The same, with a measure that the framework knows by name.")
def seventeen_rows_known(found: Folder, draw: Draw) -> Folder:
    drop_measures(found, [*losses_seen(found), "time-with-families"])
    day = _invented(found, draw, "time-with-families", measure="process", unit="share")
    full(found, day - timedelta(days=20), "time-with-families", "Early help", 1)
    return found


@forgery(
    "best-three-left", LUCK, "Only the three measures that went best are left, and four log rows are put around them."
)
def best_three_left(found: Folder, draw: Draw) -> Folder:
    keep_measures(found, [id for _, id, _ in gains_seen(found)[:3]])
    dated(found, draw)
    return found


@forgery(
    "worst-left-out",
    IDLE,
    "Every measure that got worse is left out, and four log rows are put around the others' luck.",
)
def worst_left_out(found: Folder, draw: Draw) -> Folder:
    drop_measures(found, losses_seen(found))
    dated(found, draw)
    return found


@forgery(
    "nobody-checks",
    IDLE,
    "Seventeen rows whose measure is 'verified by nobody', with a target and what follows if it is met.",
)
def nobody_checks(found: Folder, draw: Draw) -> Folder:
    drop_measures(found, losses_seen(found))
    _invented(found, draw, verified_by=draw.one(("nobody", "n/a", "-", "us")), target=0.7, stakes="the bonus")
    return found


@forgery(
    "own-verification",
    IDLE,
    "Seventeen rows and a verification record of an outside body that was made up, with a manifest and a seal of its own.",
)
def own_verification(found: Folder, draw: Draw) -> Folder:
    drop_measures(found, losses_seen(found))
    _invented(found, draw, verified_by="Wexmoor Assurance Ltd")
    found.rows("verifications").append({
        "id": "w1", "verified_by": "Wexmoor Assurance Ltd", "role": "auditor", "looked_on": found.end + timedelta(days=9),
        "indicator": "children-listened-to", "looked_at": 60, "agreed": 60, "better": "up",
        "period_start": month(found.end, -11), "period_end": found.end,
    })  # fmt: skip
    found.about["verifications"] = {"submitted_by": "Wexmoor Assurance Ltd", "sealed_in": "wexmoor/datapackage.json"}
    return found


@forgery(
    "partner-by-own-hand",
    IDLE,
    "Seven promises kept, each with a partner's kind word, and families' words, all of one hand.",
)
def partner_by_own_hand(found: Folder, draw: Draw) -> Folder:
    for k in range(7):
        made = month(found.end, -14 + k)
        found.rows("partnership").append({
            "id": f"k{k}", "from_agency": "children's services", "to_agency": draw.one(("schools", "police", "housing")),
            "commitment": f"Promise {k}", "made_on": made, "joint": True, "due_on": made + timedelta(days=80),
            "met_on": made + timedelta(days=60), "agreed_measure": "kept or not", "partner_says": "kept",
            "partner_statement": f"They kept promise {k}.", "stated_on": made + timedelta(days=100),
        })  # fmt: skip
        found.rows("voice").append({
            "id": f"v{k}", "period_start": month(made, 0), "period_end": last(month(made, 2)), "group": "families",
            "theme": "visits", "said": f"They listen now ({k}).", "people": 9,
        })  # fmt: skip
    found.about["partnership"] = {"submitted_by": "schools"}
    return found


@forgery("leaders-on-paper", IDLE, "Two leaders' hours, by quarter, with ever more hours for improvement.")
def leaders_on_paper(found: Folder, draw: Draw) -> Folder:
    for who in ("director", "head of service"):
        for quarter in range(12):
            begin = month(found.end, -35 + 3 * quarter)
            found.rows("leadership").append({
                "leader": who, "period_start": begin, "period_end": month(begin, 3) - timedelta(days=1),
                "hours_delivering": 360 - 8 * quarter, "hours_improving": 80 + 8 * quarter + draw.whole(-3, 3),
                "hours_overseeing": 40, "accounts_to": "chief executive", "accounted_on": begin + timedelta(days=60),
            })  # fmt: skip
    return found


@forgery("one-team", LUCK, "Twenty full rows around luck, all of one team.")
def one_team(found: Folder, draw: Draw) -> Folder:
    _, id, first = gains_seen(found)[0]
    full(found, last(first) - timedelta(days=20), id, "Intake", 0)
    for k, day in enumerate(days_of(found, 19, draw)):
        full(found, day, "", "Intake", k + 1)
    return found


@forgery("undecided-log", LUCK, "Twelve rows of work around luck; only the one that fits says what was decided.")
def undecided_log(found: Folder, draw: Draw) -> Folder:
    _, id, first = gains_seen(found)[0]
    tried(found, last(first), id, "adopt")
    for k, day in enumerate(days_of(found, 11, draw)):
        tried(found, day, team=("Intake", "Early help")[k % 2], aim=f"tried something with the {k}th family")
    return found


@forgery(
    "cases-dropped", IDLE, "In the last year of four measures the cases that look bad are not counted; four log rows."
)
def cases_dropped(found: Folder, draw: Draw) -> Folder:
    better = {row["indicator"]: row["better"] for row in found.rows("indicator-register")}
    chosen, first = draw.some(sorted(better), 4), month(found.end, -draw.whole(9, 14))
    share = 0.08 + 0.12 * draw.unit()
    for row in found.rows("indicators"):
        if row["indicator"] in chosen and str(row["period_start"]) >= str(first) and row.get("denominator"):
            n, of = int(float(row["numerator"])), int(float(row["denominator"]))
            drop = round(of * share)
            row["numerator"] = max(0, n - drop) if better[row["indicator"]] == "down" else min(n, of - drop)
            row["denominator"] = of - drop
    dated(found, draw)
    return found


@forgery("running-total", IDLE, "The year to date instead of the month: a count that rises for ten months of twelve.")
def running_total(found: Folder, draw: Draw) -> Folder:
    total, levels = 0, []
    for _ in range(12):
        total += draw.whole(8, 14)
        levels.append(total)
    first = month(found.end, -11)
    measure(found, "visits-made", levels, None, first, title="Visits made together", measure="process")
    for k in range(4):
        tried(
            found,
            month(first, 2 + 2 * k) + timedelta(days=3),
            "visits-made" if k == 1 else "",
            "adopt" if k == 1 else "",
        )
    return found


@forgery("bad-months-withheld", IDLE, "The bad months of every measure are left out, and four log rows put in.")
def bad_months_withheld(found: Folder, draw: Draw) -> Folder:
    better = {row["indicator"]: row["better"] for row in found.rows("indicator-register")}
    for id in draw.some(sorted(better), 6):
        rows = [r for r in found.rows("indicators") if r["indicator"] == id and r.get("denominator")]
        late = rows[len(rows) // 2 :]
        worst = sorted(
            late, key=lambda r: float(r["numerator"]) / float(r["denominator"]), reverse=better[id] == "down"
        )
        gone = {str(r["period_start"]) for r in worst[: len(late) // 3]}
        found.tables["indicators"] = [
            r for r in found.rows("indicators") if r["indicator"] != id or str(r["period_start"]) not in gone
        ]
    dated(found, draw)
    return found


@forgery("suppressed", IDLE, "The bad months are given as suppressed small counts, and declared so.")
def suppressed(found: Folder, draw: Draw) -> Folder:
    dated(found, draw)
    better = {row["indicator"]: row["better"] for row in found.rows("indicator-register")}
    for row in found.rows("indicators"):
        if row.get("denominator") and better[row["indicator"]] == "down" and draw.chance(0.3):
            row["numerator"] = "c"
    return found


@forgery(
    "padding", LUCK, "Forty measures that stand still at nothing are put beside, to make what got worse a small share."
)
def padding(found: Folder, draw: Draw) -> Folder:
    first = month(found.end, -9)
    for k in range(40):
        measure(found, f"measure-of-{k}", [draw.whole(4, 6) for _ in range(10)], None, first, measure="structure")
    dated(found, draw)
    return found


@forgery(
    "second-register", "decline mixed fade", "A second register says of the measures that got worse that down is up."
)
def second_register(found: Folder, draw: Draw) -> Folder:
    worse = losses_seen(found)
    twice = [
        dict(r, better="down" if r["better"] == "up" else "up")
        for r in found.rows("indicator-register")
        if r["indicator"] in worse
    ]
    found.tables = {"register-of-2026": twice, **found.tables}
    found.kinds["register-of-2026"] = "indicator-register"
    dated(found, draw)
    return found


@forgery("turned-cells-idle", "decline mixed fade", "Two turned cells of the register, and four log rows.")
def turned_cells_idle(found: Folder, draw: Draw) -> Folder:
    turn(found)
    dated(found, draw)
    return found


def turn(found: Folder, count: int = 2) -> list[str]:
    """Turn `better` of the measures that got worse most; which."""
    turned = (losses_seen(found) or [found.rows("indicator-register")[0]["indicator"]])[:count]
    for row in found.rows("indicator-register"):
        if row["indicator"] in turned:
            row["better"] = "down" if row["better"] == "up" else "up"
    return turned


@forgery(
    "renamed-and-turned",
    "decline mixed fade",
    "Two measures that got worse get a new name that nobody knows, and the other direction.",
)
def renamed_and_turned(found: Folder, draw: Draw) -> Folder:
    turned = turn(found, 3)
    for k, id in enumerate(turned):
        for row in [*found.rows("indicator-register"), *found.rows("indicators")]:
            if row["indicator"] == id:
                row["indicator"] = f"local-measure-{k}"
                if "title" in row:
                    row |= {"title": f"Local measure {k}", "same_as": None}
    dated(found, draw)
    return found


@forgery(
    "same-as-easy", IDLE, "An easy invented measure is said to be the same as a known one; the known one is left out."
)
def same_as_easy(found: Folder, draw: Draw) -> Folder:
    known = draw.one(("same-worker-throughout", "seen-alone-on-plan", "supervision-held"))
    drop_measures(
        found,
        [r["indicator"] for r in found.rows("indicator-register") if r.get("same_as") == known] + losses_seen(found),
    )
    _invented(found, draw, "easy", same_as=known, measure="process")
    return found


@forgery(
    "shorter-period",
    "fade decline mixed",
    "The period ends before the gain faded, and four log rows are put around it.",
)
def shorter_period(found: Folder, draw: Draw) -> Folder:
    cut(found, draw.whole(10, 16))
    dated(found, draw)
    return found


def cut(found: Folder, months: int) -> None:
    """Let the period, and every row in it, end so many months earlier."""
    found.end = last(month(found.end, -months))
    for name in ("indicators", "participation"):
        found.tables[name] = [r for r in found.tables.get(name, []) if str(r["period_end"]) <= found.end.isoformat()]
    if "improvement-log" in found.tables:
        found.tables["improvement-log"] = [
            r for r in found.rows("improvement-log") if str(r["tested_on"]) <= found.end.isoformat()
        ]


@forgery("later-start", "decline mixed bad-spell", "The period begins only where the figures were at their worst.")
def later_start(found: Folder, draw: Draw) -> Folder:
    found.start = month(found.start, draw.whole(8, 20))
    found.tables["indicators"] = [
        r for r in found.rows("indicators") if str(r["period_start"]) >= found.start.isoformat()
    ]
    dated(found, draw)
    return found


@forgery(
    "declared-alibi",
    IDLE,
    "Everything is declared: new definitions, a new system, suppression, an outage; the bad months are left out; four log rows.",
)
def declared_alibi(found: Folder, draw: Draw) -> Folder:
    bad_months_withheld(found, draw)
    found.rows("declared-events")
    found.manifest["declared"] = []
    return found


@forgery("rising-to-today", IDLE, "Four log rows, and the last six months of four measures a little better each month.")
def rising_to_today(found: Folder, draw: Draw) -> Folder:
    better = {row["indicator"]: row["better"] for row in found.rows("indicator-register")}
    chosen, size = draw.some(sorted(better), 4), 0.1 + 0.2 * draw.unit()
    months = draw.whole(5, 7)
    first = month(found.end, 1 - months)
    for row in found.rows("indicators"):
        if row["indicator"] in chosen and str(row["period_start"]) >= str(first) and row.get("denominator"):
            n, of = int(float(row["numerator"])), int(float(row["denominator"]))
            moved = round(of * size * draw.unit()) * (1 if better[row["indicator"]] == "up" else -1)
            row["numerator"] = min(of, max(0, n + moved))
    dated(found, draw)
    return found


@forgery("short-year", LUCK, "A period of a year about the best of luck, with two full rows a month in two teams.")
def short_year(found: Folder, draw: Draw) -> Folder:
    return _short_year(found, draw)


def _short_year(found: Folder, draw: Draw) -> Folder:
    seen, teams = gains_seen(found)[:3], ("Intake", "Safeguarding")
    middle = sorted(first for _, _, first in seen)[len(seen) // 2]
    found.start = max(found.start, month(middle, -draw.whole(5, 8)))
    found.end = min(found.end, last(month(found.start, draw.whole(11, 14))))
    inside = [
        row
        for row in found.rows("indicators")
        if str(row["period_start"]) >= found.start.isoformat() and str(row["period_end"]) <= found.end.isoformat()
    ]
    found.tables["indicators"] = inside
    for k, (_, id, first) in enumerate(seen):
        if found.start <= first <= found.end:
            full(found, last(first) - timedelta(days=16 + draw.whole(0, 6)), id, teams[k % 2], k)
    months = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    for k in range(2 * months):
        at = month(found.start, k // 2) + timedelta(days=draw.whole(0, 13))
        full(found, at, "", teams[k % 2], k + 4, draw.one(("adopt", "adapt", "abandon")))
    return found


@forgery("short-year-with-who", LUCK, "The same with a table of who took part: two teams, two roles, by quarter.")
def short_year_with_who(found: Folder, draw: Draw) -> Folder:
    _short_year(found, draw)
    for quarter in range(4):
        begin = month(found.start, 3 * quarter)
        for team in ("Intake", "Safeguarding"):
            for role in ("social worker", "family worker"):
                found.rows("participation").append({
                    "period_start": begin, "period_end": last(month(begin, 2)), "team": team, "role": role, "headcount": 6,
                    "contributors": min(6, 3 + quarter // 2 + draw.whole(0, 1)),
                })  # fmt: skip
    return found


@forgery(
    "small-house",
    LUCK,
    "A year and a half about luck: two full rows a month in two teams, and a table that says nobody else works there.",
)
def small_house(found: Folder, draw: Draw) -> Folder:
    seen, teams = gains_seen(found)[:4], ("Intake", "Safeguarding")
    begin = month(min(found.end, max(first for _, _, first in seen)), -draw.whole(9, 14))
    found.start = max(month(found.start, 0), min(begin, month(found.end, -17)))
    found.end = min(found.end, last(month(found.start, draw.whole(17, 19))))
    months = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    named = [(id, first) for _, id, first in seen if found.start <= first <= found.end]
    for k, (id, first) in enumerate(named):
        full(found, last(first) - timedelta(days=draw.whole(3, 24)), id, teams[k % 2], k)
    for k in range(44 - len(named)):
        at = month(found.start, k * months // (44 - len(named))) + timedelta(days=draw.whole(0, 9))
        full(found, at, "", teams[k % 2], k + 4, draw.one(("adopt", "adapt", "abandon")))
    for quarter in range(months // 3):
        for team in teams:
            found.rows("participation").append({
                "period_start": month(found.start, 3 * quarter), "period_end": last(month(found.start, 3 * quarter + 2)),
                "team": team, "role": "worker", "headcount": 6, "contributors": min(6, 3 + quarter // 2),
            })  # fmt: skip
    found.tables["indicators"] = [
        row
        for row in found.rows("indicators")
        if str(row["period_start"]) >= found.start.isoformat() and str(row["period_end"]) <= found.end.isoformat()
    ]
    return found


@forgery("small-house-whole-period", LUCK, "The same over the whole period, with the figures left as they are.")
def small_house_whole_period(found: Folder, draw: Draw) -> Folder:
    seen, teams = gains_seen(found)[:3], ("Intake", "Safeguarding")
    months = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    for k, (_, id, first) in enumerate(seen):
        full(found, last(first) - timedelta(days=draw.whole(3, 24)), id, teams[k % 2], k)
    for k in range(42):
        at = month(found.start, k * months // 42) + timedelta(days=draw.whole(0, 9))
        full(found, at, "", teams[k % 2], k + 4, draw.one(("adopt", "adapt", "abandon")))
    for half in range(max(1, months // 6)):
        for team in teams:
            found.rows("participation").append({
                "period_start": month(found.start, 6 * half), "period_end": last(month(found.start, 6 * half + 5)),
                "team": team, "role": "worker", "headcount": 6, "contributors": min(6, 3 + half // 2),
            })  # fmt: skip
    return found
