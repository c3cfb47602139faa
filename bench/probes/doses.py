"""What each probe sees of a dose put into a whole honest bundle: `doses.py [RUNS]`.

Prints how often the probe asks by itself, and how often the question survives false discovery among everything tested there.
"""

import sys
from datetime import date, datetime, timedelta

import numpy as np
from bundles import NOTIFIED, TEAMS, bundle, month

from inspector import probes
from inspector.model.case_lists import CaseList
from inspector.model.evidence import LogEntry
from inspector.verdict.false_discovery import hold

ASKS = ("question", "strong-question")
SKIPPED = ("claimed-against-recomputed", "rewritten-history")
ID = "measure-0"


def of(given, id=ID):
    return [f for f in given.figures if f.indicator == id]


def swap(given, new, id=ID):
    return given.model_copy(update={"figures": tuple(f for f in given.figures if f.indicator != id) + tuple(new)})


def late_entries(rng, given, dose):
    log = list(given.log)
    for place in rng.choice(len(log) - 20, round(dose * len(log)), replace=False):
        day = datetime(2026, 4, 14, 9, 5) + timedelta(days=int(rng.integers(0, 10)))
        log[place] = log[place].model_copy(update={"recorded_at": day})
    return given.model_copy(update={"log": tuple(log)})


def bulk_edits(rng, given, dose):
    log = list(given.log)
    for place in rng.choice(len(log), round(dose * len(log)), replace=False):
        log[place] = log[place].model_copy(update={"recorded_at": datetime(2026, 4, 14, 9, 5)})
    return given.model_copy(update={"log": tuple(log)})


def integer_percentages(rng, given, dose):
    figures = of(given)
    for place in rng.choice(len(figures), round(dose * len(figures)), replace=False):
        size = round(rng.normal(400, 20))
        top = round(round(100 * figures[place].numerator / figures[place].denominator) * size / 100)
        figures[place] = figures[place].model_copy(update={"numerator": top, "denominator": size})
    rest = [f.model_copy(update={"numerator": rng.binomial(400, 0.5), "denominator": 400}) for f in figures]
    return swap(given, [f if f.denominator > 340 else r for f, r in zip(figures, rest, strict=True)])


def duplicated_rows(rng, given, dose):
    figures = of(given)
    length = round(dose * len(figures))
    first = int(rng.integers(0, len(figures) - 2 * length))
    for k in range(first, first + length):
        part = {name: getattr(figures[k], name) for name in ("numerator", "denominator", "value")}
        figures[k + length] = figures[k + length].model_copy(update=part)
    return swap(given, figures)


def uniform_answers(rng, given, dose):
    team = TEAMS[int(rng.integers(len(TEAMS)))]
    log = [
        e.model_copy(update={"decision": "adopt"}) if e.team == team and rng.random() < dose else e for e in given.log
    ]
    return given.model_copy(update={"log": tuple(log)})


def capped_counts(rng, given, dose):
    limit, rows = 45, []
    for one in given.durations:
        kept = one.count if one.days <= limit else int(rng.binomial(one.count, 1 - dose))
        rows += [one.model_copy(update={"count": kept})] if kept else []
        rows += [one.model_copy(update={"count": one.count - kept, "days": limit})] if kept < one.count else []
    return given.model_copy(update={"durations": tuple(rows)})


def last_minute_improvement(rng, given, dose):
    late = tuple(
        LogEntry(
            resource="l", row=900 + k, id=f"n{k}", raised_on=NOTIFIED + timedelta(days=int(rng.integers(0, 14))),
            raised_by_role="worker", team="North", scale="one-case", aim="try",
        )
        for k in range(round(dose * len(given.log)))
    )  # fmt: skip
    return given.model_copy(update={"log": given.log + late})


def selective_evidence(_rng, given, dose):
    figures = of(given)
    ranked = sorted(range(1, len(figures) - 1), key=lambda k: figures[k].numerator / figures[k].denominator)
    gone = set(ranked[: round(dose * len(figures))])
    return swap(given, [f for k, f in enumerate(figures) if k not in gone])


def shrinking_denominator(rng, given, dose):
    figures = of(given)
    changed = []
    for k, f in enumerate(figures):
        size, share = rng.poisson(90), 0.6
        good = rng.binomial(size, share)
        bad = size - good
        bad = rng.binomial(bad, 1 - dose) if k >= 18 else bad
        changed.append(f.model_copy(update={"numerator": int(good), "denominator": int(good + bad)}))
    return swap(given, changed)


def definition_break(rng, given, dose):
    figures = [
        f.model_copy(update={"numerator": int(rng.binomial(90, 0.6 + dose * (k >= 18))), "denominator": 90})
        for k, f in enumerate(of(given))
    ]
    register = (given.indicators[0].model_copy(update={"definition_changes": (figures[18].period_start,)}),)
    return swap(given.model_copy(update={"indicators": register + given.indicators[1:]}), figures)


def output_distortion(rng, given, dose):
    def drift(way):
        return [int(rng.binomial(90, 0.5 + way * dose * k / 36)) for k in range(36)]

    for id, way in ((ID, 1), ("measure-1", -1)):
        figures = of(given, id)
        given = swap(
            given,
            [
                f.model_copy(update={"numerator": n, "denominator": 90})
                for f, n in zip(figures, drift(way), strict=False)
            ],
            id,
        )
    register = (given.indicators[0].model_copy(update={"balancing_indicator": "measure-1"}),)
    return given.model_copy(update={"indicators": register + given.indicators[1:]})


def target_hugging(rng, given, dose):
    changed = []
    for f in of(given):
        size = int(rng.poisson(90))
        top, need = int(rng.binomial(size, 0.58)), int(np.ceil(0.6 * size))
        top = need if top < need and rng.random() < dose else top
        changed.append(f.model_copy(update={"numerator": top, "denominator": size}))
    return swap(given, changed)


def columns(given, name, **more):
    lists = []
    for one in given.case_lists:
        held = (
            dict(one.columns) | {field: make(one) for field, make in more.items()} if one.list == name else one.columns
        )
        lists.append(CaseList(one.list, one.resource, one.rows, held))
    return given.model_copy(update={"case_lists": tuple(lists)})


def mass_closures(rng, given, dose):
    def closed(one):
        days = one.columns["cin_closure_date"].copy()
        days[rng.choice(len(days), round(dose * len(days)), replace=False)] = np.datetime64("2026-04-02")
        return days

    return columns(given, "list-6", cin_closure_date=closed)


def vanished_cases(rng, given, dose):
    lists = []
    for one in given.case_lists:
        keep = rng.random(len(one)) >= (dose if one.list == "list-6" else 0)
        held = {name: column[keep] for name, column in one.columns.items()}
        lists.append(CaseList(one.list, one.resource, one.rows[keep], held))
    return given.model_copy(update={"case_lists": tuple(lists)})


MOVES = (
    (late_entries, "of the log recorded after the announcement", (0.05, 0.1)),
    (bulk_edits, "of the log touched in one minute", (0.05, 0.1, 0.2)),
    (integer_percentages, "of figures (n=400) from whole percentages", (0.2, 0.4)),
    (duplicated_rows, "of a series copied on", (0.06, 0.12)),
    (uniform_answers, "of a team's answers made alike", (1.0,)),
    (capped_counts, "of late cases counted at the limit", (1.0,)),
    (last_minute_improvement, "more entries after the announcement", (0.1, 0.2)),
    (selective_evidence, "of figures (the worst) left out", (0.1, 0.2)),
    (shrinking_denominator, "of those against it no longer counted", (0.3, 0.5)),
    (definition_break, "points of a gain at the change", (0.1, 0.15)),
    (output_distortion, "points better here and worse there", (0.1, 0.2)),
    (target_hugging, "of misses counted up to the target", (0.5, 0.8)),
    (mass_closures, "of cases closed in one day", (0.05, 0.1, 0.2)),
    (vanished_cases, "of children gone from a list", (0.08, 0.15)),
)


def main(runs):
    names = [id for id in probes.ids() if id not in SKIPPED]
    print("| probe | dose | asks | survives |\n|---|---|---|---|")
    assert month(0) == date(2023, 4, 1)
    for move, words, doses in MOVES:
        id = move.__name__.replace("_", "-")
        for dose in doses:
            rng, alone, kept = np.random.default_rng(20_260_801), [], []
            for _ in range(runs):
                given = move(rng, bundle(rng), dose)
                traces = tuple(trace for name in names for trace in probes.load(name).examine(given))
                alone.append(any(t.probe == id and t.outcome in ASKS for t in traces))
                kept.append(any(t.probe == id and t.outcome in ASKS for t in hold(traces)))
            print(f"| {id} | {dose:.0%} {words} | {np.mean(alone):.2f} | {np.mean(kept):.2f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
