"""Small bundles drawn at random: blanks, abandoned tests, undated rows, things done after the announcement, one, none or many."""

import csv
import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from tests.truth.random_figures import figures, register

Rows = list[dict[str, Any]]
TEAMS = ("North", "South", "Duty", "Leaving care")
ROLES = ("social worker", "team manager", "family support worker", "business support")
ORIGINS = ("front-line", "family", "partner", "manager", "leader", "inspection", "review", "expert")
SCALES = ("one-case", "one-worker", "one-team", "several-teams", "whole-service", "whole-authority")
SORTS = ("task", "tool", "workload", "environment", "procedure", "training", "staffing", "joint-working", "measure")
SOURCES = (
    "munro", "case-review", "inspection", "government", "front-line", "reflective-practice", "project-board",
    "systems-change-board", "cabinet", "other",
)  # fmt: skip
STATUSES = ("made", "accepted", "rejected", "started", "done", "measured", "verified", "lasting", "stuck", "dropped")
CONDITIONS = (
    "caseload", "lengthy-investigation", "hostility-between-agencies", "procedures-at-odds", "absent-supervision",
    "nobody-to-share-with", "unclear-accountability", "written-records", "children-at-immediate-risk", "other",
)  # fmt: skip
QUESTIONS = ("achieve", "change", "customers", "priorities", "time", "enable", "system", "account")
AGENCIES = ("children's services", "police", "health trust", "schools")
SYLLABLES = ("ba", "co", "di", "fu", "ga", "le", "mi", "no", "pe", "ra", "so", "tu", "va", "we")
WORDS = tuple(one + two + three for one in SYLLABLES for two in SYLLABLES for three in ("n", "r", "t"))
"""Words that nobody wrote: entries of a log share few of them."""
NESTED = {
    "recommendations": {"actions": "recommendation", "statuses": "recommendation"},
    "case-reviews": {"actions": "review", "factors": "review"},
    "self-evaluation": {"claims": "statement"},
}


class Draw:
    """One bundle's draws: how much of everything there is, and how much of it is left blank."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.months = random.choice((6, 12, 18, 24, 36))
        self.start = date(2023, random.randint(1, 12), 1)
        self.end = _month(self.start, self.months) - timedelta(days=1)
        self.told = random.choice(
            (None, self.end + timedelta(days=20), self.end + timedelta(days=20), self.end - timedelta(days=60))
        )
        self.blank = random.choice((0.0, 0.0, 0.1, 0.3, 0.7))
        self.late = random.choice((0.0, 0.0, 0.1, 0.5))
        self.meant: dict[str, str] = {}
        self.traits: dict[str, bool] = {}
        self.way = random.choice(("any", "any", "well", "well", "badly"))
        if self.way != "any":
            self.blank, self.late = min(self.blank, 0.1), min(self.late, 0.1)
            self.months = max(self.months, 18)
            self.end = _month(self.start, self.months) - timedelta(days=1)
            self.told = random.choice((None, self.end + timedelta(days=20)))

    def lean(self, well: Any, badly: Any, other: Any) -> Any:
        """What it is where all goes well, where all goes badly, and else."""
        return {"well": well, "badly": badly}.get(self.way, other)

    def trait(self, name: str, chance: float = 0.2) -> bool:
        """Whether this bundle has a peculiarity, all through."""
        return self.traits.setdefault(name, self.random.random() < chance)

    def many(self, *sizes: int) -> int:
        """A number of things."""
        return self.random.choice(sizes)

    def day(self, first: date | None = None, spread: int | None = None) -> date:
        """A day of the period, or from a day on; seldom outside."""
        first = first or self.start
        if self.random.random() < self.late:
            return max(first, (self.told or self.end) + timedelta(days=self.random.randint(0, 20)))
        return first + timedelta(days=self.random.randint(0, spread or (self.end - self.start).days))

    def maybe(self, value: Any, chance: float | None = None) -> Any:
        """The value, or a blank."""
        return "" if self.random.random() < (self.blank if chance is None else chance) else value

    def of(self, some: Sequence[Any], chance: float | None = None) -> Any:
        """One of them, or a blank."""
        return self.maybe(self.random.choice(some), chance)

    def text(self, words: int = 6) -> str:
        """Some words."""
        return " ".join(self.random.choice(WORDS) for _ in range(words))


def _month(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


MAY_LACK = (
    "improvement-log", "participation", "voice", "partnership", "leadership", "recommendations", "case-reviews",
    "self-evaluation",
)  # fmt: skip


def bundle(random: Random, out: Path, without: frozenset[str] = frozenset()) -> Path:
    """Writes one bundle into a new folder, without some kinds of evidence, and says where."""
    draw = Draw(random)
    known = register(draw)
    kinds: dict[str, Rows] = {"indicator-register": known, "indicators": figures(draw, known)}
    kinds["improvement-log"] = _log(draw, known)
    kinds["participation"] = _participation(draw)
    kinds["voice"] = _voice(draw, kinds["improvement-log"])
    kinds["partnership"] = _promises(draw)
    kinds["leadership"] = _hours(draw)
    kinds["leadership/questions"] = _answers(draw, kinds["leadership"])
    kinds["recommendations"] = _recommendations(draw, known)
    kinds["case-reviews"] = _reviews(draw, known)
    kinds["self-evaluation"] = _statements(draw, known)
    out.mkdir(parents=True)
    kept = {kind: rows for kind, rows in kinds.items() if rows and kind.partition("/")[0] not in without}
    resources = [one for kind, rows in kept.items() for one in _written(draw, kind, rows, out)]
    manifest = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "drawn",
        "title": "Evidence drawn at random",
        "authority": "An authority drawn at random",
        "invented": True,
        "framework": "munro",
        "period": {"start": str(draw.start), "end": str(draw.end)},
        **({"notified_on": str(draw.told)} if draw.told else {}),
        "submitted_at": str(draw.end + timedelta(days=90)),
        "resources": resources,
        **_declared(Random(f"{draw.start}{draw.months}{len(resources)}{draw.blank}"), draw, known),
    }
    (out / "datapackage.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return out


EVENTS = (
    "carried-over", "definition-changed", "suppressed", "entered-together", "rounded", "outage", "boundary-changed", "backlog",
    "staff-absence", "corrected",
)  # fmt: skip


def _declared(random: Random, draw: Draw, known: Rows) -> dict[str, Any]:
    """Now and then some events, true or not."""
    said = []
    for _ in range(random.choice((0, 0, 1, 3))):
        on = draw.start + timedelta(days=random.randint(0, 30 * draw.months))
        one: dict[str, Any] = {"event": random.choice(EVENTS), "on": str(on)}
        if random.random() < 0.6:
            one["to"] = str(on + timedelta(days=random.randint(-5, 120)))
        if known and random.random() < 0.4:
            one["indicators"] = [random.choice(known)["indicator"]]
        said.append(one)
    return {"declared": said} if said else {}


def earlier(random: Random, place: Path, out: Path) -> Path:
    """An earlier submission of a bundle: another say on who checks its measures, and a few figures that were others."""
    shutil.copytree(place, out)
    manifest = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in manifest["resources"]:
        file = out / resource["path"]
        if resource["kind"] in ("indicator-register", "indicators") and file.suffix == ".csv":
            with file.open(encoding="utf-8", newline="") as opened:
                rows = list(csv.DictReader(opened))
            for row in rows:
                if resource["kind"] == "indicator-register" and random.random() < 0.5:
                    row["verified_by"] = random.choice(("", "internal audit", row["verified_by"]))
                elif row.get("numerator") and random.random() < 0.02:
                    row["numerator"] = str(max(0, int(row["numerator"]) - 1))
            _csv(resource["name"], resource["kind"], "", rows, out)
            resource.update(_sealed(file))
    (out / "datapackage.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return out


def drawn(count: int, out: Path, seed: str = "truth") -> Iterator[Path]:
    """That many bundles, always the same."""
    for number in range(count):
        yield bundle(Random(f"{seed}-{number}"), out / f"drawn-{number}")


def _written(draw: Draw, kind: str, rows: Rows, out: Path) -> Iterator[dict[str, Any]]:
    name = kind.replace("/", "-")
    nested = NESTED.get(kind, {})
    if nested and draw.random.random() < 0.5:
        path = f"{name}.json"
        kept = [{key: value for key, value in row.items() if value not in ("", [])} for row in rows]
        for row in kept:
            for part in nested:
                row[part] = [{k: v for k, v in one.items() if v != ""} for one in row.get(part, ())]
        (out / path).write_text(json.dumps(kept, indent=1, default=str), encoding="utf-8")
        yield {"name": name, "path": path, "kind": kind, "format": "json", **_sealed(out / path)}
        return
    kind, _, part = kind.partition("/")
    yield _csv(name, kind, part, [{key: value for key, value in row.items() if key not in nested} for row in rows], out)
    for inner, parent in nested.items():
        flat = [{parent: row["id"], **one} for row in rows for one in row.get(inner, ())]
        if flat:
            yield _csv(f"{name}-{inner}", kind, inner, flat, out)


def _csv(name: str, kind: str, part: str, rows: Rows, out: Path) -> dict[str, Any]:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, heads, restval="")
        table.writeheader()
        table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    told = {"name": name, "path": f"{name}.csv", "kind": kind, "format": "csv", **_sealed(out / f"{name}.csv")}
    return told | ({"part": part} if part else {})


def _sealed(file: Path) -> dict[str, Any]:
    data = file.read_bytes()
    return {"hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, list) else str(value)


def _log(draw: Draw, known: Rows) -> Rows:
    rows: Rows = []
    undated = draw.random.random() < 0.15
    for number in range(draw.lean(draw.many(40, 90), draw.many(0, 15, 30), draw.many(0, 1, 2, 5, 15, 40, 90))):
        raised = draw.day()
        row = {
            "id": f"t{number:03d}",
            "raised_on": raised,
            "raised_by_role": draw.random.choice(ROLES),
            "team": draw.random.choice(TEAMS),
            "origin": draw.of(draw.lean(ORIGINS[:3], ORIGINS[3:], ORIGINS)),
            "scale": draw.random.choice(draw.lean(SCALES[:5], SCALES[4:], SCALES[: draw.random.choice((3, 4, 6))])),
            "change_type": draw.of(SORTS[:8] if draw.trait("asks nothing") else SORTS),
            "aim": draw.text(7),
            "prediction": draw.maybe(draw.text(5), draw.lean(0.05, 0.9, None)),
            "indicator": draw.of([one["indicator"] for one in known], 0.4) if known else "",
            "follows": draw.of([one["id"] for one in rows], 0.3 if draw.trait("chains", 0.4) else 0.7) if rows else "",
            "questions_target": False
            if draw.trait("asks nothing")
            else draw.of(draw.lean((True, False), (False,), (True, False, False))),
        }
        at = raised
        if draw.trait("ideas wait") and draw.random.random() < 0.7:
            rows.append(row)
            continue
        for step in ("started_on", "tested_on", "studied_on", "decided_on"):
            at += timedelta(days=draw.random.randint(0, 25))
            row[step] = "" if undated else draw.maybe(at)
            if draw.random.random() < (0.5 if draw.trait("ideas wait") else 0.08):
                break
        else:
            row["decision"] = draw.of(
                draw.lean(("adopt", "adapt", "abandon"), ("adopt",), ("adopt", "adapt", "abandon"))
            )
            row["learned"] = draw.maybe(draw.lean(draw.text(8), "lessons were learned", draw.text(8)))
            row["spread_to"] = [one for one in TEAMS if draw.random.random() < 0.1]
        row["recorded_at"] = draw.maybe(
            f"{at + timedelta(days=draw.lean(draw.many(1, 3, 9, 20), 5, draw.many(1, 10, 40, 90, 200)))}T10:{number % 60:02d}:00Z"
        )
        rows.append(row)
    return rows


def _periods(draw: Draw) -> list[tuple[date, date]]:
    firsts = [_month(draw.start, place) for place in range(0, draw.months, 3)]
    return [(first, _month(first, 3) - timedelta(days=1)) for first in firsts]


def _participation(draw: Draw) -> Rows:
    rows: Rows = []
    if draw.random.random() < 0.4:
        return rows
    teams = TEAMS[: draw.many(1, 2, 4)]
    keen = draw.lean(0.9, 0.05, draw.random.choice((0.0, 0.2, 0.9)))
    for first, last in _periods(draw)[: draw.many(1, 4, 12, 12)]:
        for team in teams:
            for role in ROLES[:2]:
                heads = draw.random.randint(1, 9)
                took = sum(draw.random.random() < keen for _ in range(heads))
                row = {"period_start": first, "period_end": last, "team": team, "role": role, "headcount": heads}
                rows.append(
                    row | {"contributors": took, "days_to_hear_back": draw.maybe(draw.random.randint(1, 40), 0.4)}
                )
    return rows


def _voice(draw: Draw, log: Rows) -> Rows:
    rows: Rows = []
    for number in range(draw.lean(12, 12, draw.many(0, 0, 1, 4, 12))):
        first, last = draw.random.choice(_periods(draw))
        named = [draw.random.choice(log)["id"] for _ in range(draw.lean(2, 0, draw.many(0, 1, 2)))] if log else []
        rows.append(
            {
                "id": f"v{number:02d}",
                "period_start": first,
                "period_end": last,
                "group": draw.random.choice(("children", "families", "front-line", "front-line", "carers", "partners")),
                "theme": draw.random.choice(WORDS),
                "said": draw.maybe(draw.text()),
                "changed": sorted(set(named)),
                "told_back_on": draw.maybe(draw.day(last, 120), draw.lean(0.1, 0.9, 0.5)),
            }
        )
    return rows


def _promises(draw: Draw) -> Rows:
    rows: Rows = []
    for number in range(draw.lean(16, 8, draw.many(0, 0, 1, 3, 8, 16))):
        made = draw.day(draw.start - timedelta(days=90))
        one, other = draw.random.sample(AGENCIES, 2)
        rows.append(
            {
                "id": f"k{number:02d}",
                "from_agency": one,
                "to_agency": other,
                "commitment": draw.text(),
                "made_on": made,
                "joint": draw.of(draw.lean((True,), (False,), (True, False))),
                "due_on": draw.maybe(draw.day(made, 300)),
                "met_on": draw.maybe(draw.day(made, 300), draw.lean(0.05, 0.8, 0.4)),
                "agreed_measure": draw.maybe(draw.text(3), 0.5),
                "partner_says": draw.lean(
                    draw.of(("kept",), 0.1), "", draw.of(("kept", "kept", "partly-kept", "not-kept"), 0.4)
                ),
            }
        )
    return rows


def _hours(draw: Draw) -> Rows:
    rows: Rows = []
    ahead = draw.lean(200, 1, draw.random.choice((0, 5, 60)))
    improves, oversees = (1, 0) if draw.trait("hands on") else (1, 1)
    accounts = 1.0 if draw.trait("accounts to nobody") else draw.lean(0.0, 0.9, draw.random.choice((0.0, 0.5, 1.0)))
    leaders = draw.lean(2, 2, draw.many(0, 0, 1, 2, 3))
    for leader in ("director", "head of service", "principal social worker")[:leaders]:
        for first, last in _periods(draw):
            rows.append(
                {
                    "leader": leader,
                    "period_start": first,
                    "period_end": last,
                    "hours_delivering": draw.maybe(draw.random.randint(100, 400)),
                    "hours_improving": draw.maybe(improves * draw.random.randint(0, ahead)),
                    "hours_overseeing": draw.maybe(oversees * draw.random.randint(0, ahead)),
                    "accounts_to": draw.maybe("chief executive", accounts),
                    "accounted_on": draw.maybe(draw.day(first, 80), 1.0 if accounts == 1.0 else 0.5),
                }
            )
    return rows


def _answers(draw: Draw, leadership: Rows) -> Rows:
    rows: Rows = []
    for leader in sorted({row["leader"] for row in leadership}):
        for question in QUESTIONS[: draw.lean(8, 8, draw.many(0, 1, 4, 8))]:
            answered = draw.maybe(draw.day())
            later = [
                draw.maybe(draw.day(answered, 100), draw.lean(0.1, 1.0, 0.4)) if answered else "" for _ in range(2)
            ]
            rows.append({"leader": leader, "question": question, "answered_on": answered, "reviewed_on": later[0]})
            rows[-1]["acted_on"] = later[1]
    return rows


def _recommendations(draw: Draw, known: Rows) -> Rows:
    rows: Rows = []
    for number in range(draw.lean(20, 12, draw.many(0, 0, 1, 3, 6, 14))):
        made = draw.day(draw.start - timedelta(days=200))
        statuses, at = [], made
        for status in draw.lean(
            [one for one in STATUSES if one not in ("rejected", "stuck", "dropped")], STATUSES, STATUSES
        ):
            if draw.random.random() < 0.6:
                statuses.append({"on": at, "status": status})
            at += timedelta(days=draw.random.randint(1, 60))
        if draw.trait("tracker written late") and draw.told:
            statuses = [one | {"on": draw.told + timedelta(days=place)} for place, one in enumerate(statuses)]
        rows.append(
            {
                "id": f"r{number:02d}",
                "recommendation": draw.text(8),
                "source": draw.random.choice(SOURCES),
                "made_on": made,
                "owners": [one for one in AGENCIES[:2] if draw.random.random() < 0.6],
                "indicator": draw.of([one["indicator"] for one in known], 0.5) if known else "",
                "verified_by": draw.of(("internal audit", AGENCIES[0]), 1.0 if draw.trait("nobody looks") else 0.5),
                "verified_on": draw.maybe(draw.day(made, 400), 0.5),
                "actions": [_action(draw, place, made) for place in range(draw.lean(2, 1, draw.many(0, 1, 2)))],
                "statuses": statuses,
            }
        )
    return rows


def _action(draw: Draw, place: int, since: date) -> dict[str, Any]:
    return {
        "id": f"a{place}",
        "action": draw.text(),
        "strength": draw.of(
            draw.lean(("stronger", "intermediate"), ("weaker",), ("stronger", "intermediate", "weaker", "weaker"))
        ),
        "due_on": draw.maybe(draw.day(since, 200), 0.3),
        "done_on": draw.maybe(draw.day(since, 200), draw.lean(0.05, 0.8, 0.4)),
    }


def _reviews(draw: Draw, known: Rows) -> Rows:
    rows: Rows = []
    approach = draw.lean(
        ("systems",), ("individual",), draw.random.choice((("systems",), ("individual",), ("systems", "individual")))
    )
    levels = draw.lean(
        SORTS[:4], draw.random.choice((("procedure",), ("individual", "training"))), (*SORTS, "individual")
    )
    for number in range(draw.lean(8, 8, draw.many(0, 0, 1, 2, 5, 10))):
        on = draw.day()
        names = draw.random.sample(CONDITIONS, draw.many(0, 3, 9))
        rows.append(
            {
                "id": f"c{number:02d}",
                "reviewed_on": on,
                "went": draw.random.choice(
                    draw.lean(("badly", "well"), ("badly",), ("badly", "badly", "well", "mixed"))
                ),
                "approach": draw.random.choice(approach),
                "front_line_took_part": draw.of(draw.lean((True,), (False,), (True, False))),
                "family_took_part": draw.of((True, False)),
                "learned": draw.maybe(draw.text()),
                "shared_with": [one for one in TEAMS if draw.random.random() < 0.2],
                "factors": [_factor(draw, name, known, on) for name in names],
                "actions": [
                    _action(draw, place, on) | {"level": draw.random.choice(levels)}
                    for place in range(draw.many(0, 1, 3))
                ],
            }
        )
    return rows


def _factor(draw: Draw, name: str, known: Rows, on: date) -> dict[str, Any]:
    found = draw.of(("present", "absent", "not-looked-for"), draw.blank / 2)
    row = {"condition": name, "found": found}
    if found == "present" and known:
        row["tracked_by"] = draw.of([one["indicator"] for one in known], 0.4)
        row["tracked_since"] = draw.maybe(draw.day(on, 90), 0.5)
    return row


def _statements(draw: Draw, known: Rows) -> Rows:
    rows: Rows = []
    claims = 0
    for number in range(draw.lean(6, 4, draw.many(0, 0, 1, 3, 6))):
        row: dict[str, Any] = {
            "id": f"s{number:02d}",
            "area": draw.random.choice(WORDS),
            "what_we_know": draw.text(),
            "how_we_know": draw.maybe(draw.text(), draw.lean(0.0, 0.9, None)),
            "what_next": draw.maybe(draw.text()),
            "claims": [],
        }
        for _ in range(draw.lean(3, 3, draw.many(0, 1, 3))):
            claims += 1
            about = draw.random.choice(known) if known and draw.random.random() < 0.7 else {}
            told = draw.random.choice(("better", "better", "worse", "unchanged"))
            row["claims"].append(
                {
                    "id": f"m{claims:02d}",
                    "claim": draw.text(4),
                    "direction": draw.lean(draw.meant.get(about.get("indicator", ""), told), "better", told),
                    "indicator": about.get("indicator", ""),
                    "evidence": [draw.text(2)] if draw.random.random() < 0.5 else [],
                }
            )
        rows.append(row)
    return rows
