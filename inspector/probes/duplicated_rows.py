"""Figures, or whole tables of a period, that are those of another period again.

Tests:
    For every indicator: the longest block of figures that stands twice, against how often two of its figures are equal
    by chance. For participation: whether two periods have more rows in common, team by team and role by role, than
    other pairs of periods. For lists of children: how many rows are those of another child in everything but the number,
    beyond the four in a hundred that twins may account for; of children placed for adoption, those of another family, and
    of adopters three or more, not all of one. Children without a date of birth and adopters without a family are not
    compared: brothers and sisters, and couples, share all else.

Why it matters:
    A period that holds the numbers of another was not counted anew. What happened in it is not known.

Innocent explanations:
    A figure was carried forward because the new one came too late.
    Numbers are small, or change only once a year.
    A file was pasted twice by mistake.

Ask:
    What are these figures taken from, period by period?
    How does a reader see that a figure was carried forward?

Cannot tell:
    Which of the two was first, or right. Single figures that are equal say nothing, nor do blocks of small
    numbers; blocks with a digit changed are not seen.

Reference:
    Simonsohn (2013), Psychological Science 24(10), 1875-1888; Bonferroni's inequality.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, Figure, Participation
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, list_rows, series

ABOUT = About(id="duplicated-rows", title="The same figures again", fields=FIELDS, needs=("indicators",))
LOOKS_AT = "figures that come again"
STRIKES = True
ALPHA = 0.005
FEWEST_ROWS, FEWEST_PERIODS = 6, 4
NUMBERS = ("child_unique_id", "individual_adopter_identifier", "family_identifier")
LIST_ROWS, LIST_FIELDS, TWINS = 40, 4, 0.04
"""Rows and columns of a list worth comparing, and the share of rows that twins may make equal."""
ADOPTERS, PLACED_TOGETHER, BORN = "list-11", "list-10", "date_of_birth"
COUPLE = 2
"""Two adopters who share all dates are a couple, also where each has a number of a family."""
INNOCENT = (
    "A figure was carried forward because the new one came too late.",
    "Numbers are small, or change only once a year.",
    "A file was pasted twice by mistake.",
)
ASK = (
    "What are these figures taken from, period by period?",
    "How does a reader see that a figure was carried forward?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
Table = Mapping[tuple[str, str], Participation]


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each indicator with enough figures, one for participation, and one for all that was too little."""
    tested: list[Trace] = []
    few: list[str] = []
    for id, figures in series(evidence).items():
        trace = _figures(id, figures)
        tested, few = ([*tested, trace], few) if trace else (tested, [*few, id])
    if evidence.participation:
        trace = _participation(evidence.participation)
        tested, few = ([*tested, trace], few) if trace else (tested, [*few, "participation"])
    # A return names the same child in many rows, which this was not calibrated for.
    tested += [one for held in evidence.case_lists if "/" not in held.list and (one := _list(held)) is not None]
    short = f"More periods are needed of {', '.join(few[:4])}{' and others' if len(few) > 4 else ''}." if few else ""
    return TELL.settled(tested, "indicators", short, "There are no figures, no participation and no lists.")


def _figures(id: str, figures: Sequence[Figure]) -> Trace | None:
    import numpy as np

    from inspector.stats.repeats import block

    both = all(f.numerator is not None and f.denominator is not None for f in figures)
    parts = [[f.numerator for f in figures], [f.denominator for f in figures]] if both else [[f.value for f in figures]]
    if any(one is None or abs(one) > 1e12 for part in parts for one in part):
        return None
    found = block([np.array(part, dtype=np.float64) for part in parts])
    if found is None:
        return None
    n, asks = len(figures), found.p_value < ALPHA
    says = f"{n} figures; chance explains every block of them that stands twice."
    rows = list(figures)
    if asks:
        first, again = figures[found.first], figures[found.again]
        rows = [*figures[found.first : found.first + found.length], *figures[found.again : found.again + found.length]]
        says = (
            f"{found.length} figures in a row from {first.period_start.isoformat()} on stand again from "
            f"{again.period_start.isoformat()} on."
        )
    return TELL.tested(
        "question" if asks else "clear",
        f"indicator/{id}",
        says,
        n,
        p_value=found.p_value,
        effect=found.length / n if asks else 0.0,
        smallest=4 / n,
        rows=rows,
    )


def _list(one: CaseList) -> Trace | None:
    """Rows of a list that are those of another child in everything but the number of the child."""
    import numpy as np

    from inspector.stats.tails import above_binomial

    adopters = one.list == ADOPTERS
    child = one.columns.get("family_identifier") if adopters else one.columns.get("child_unique_id", one.rows)
    if child is None:
        return None
    if one.list == PLACED_TOGETHER and "family_identifier" in one.columns:
        homes = one.columns["family_identifier"]
        child = np.array([who if home is None else home for home, who in zip(homes, child, strict=True)], dtype=object)
    fields = [field for field in sorted(one.columns) if field not in NUMBERS]
    dates = [field for field in fields if one.columns[field].dtype.kind == "M"]
    if len(one) < LIST_ROWS or len(dates) < 2 or len(fields) < LIST_FIELDS:
        return None
    days = np.stack([one.columns[field].astype("datetime64[D]").astype(np.int64) for field in dates], axis=1)
    full = sum((~np.isnat(one.columns[field])).astype(np.int64) for field in dates) >= 2
    if adopters:
        full &= np.array([who is not None for who in child])
    elif BORN in dates:
        full &= ~np.isnat(one.columns[BORN])
    _, kind, times = np.unique(days, axis=0, return_inverse=True, return_counts=True)
    keys: dict[tuple[str, ...], list[int]] = {}
    # Only rows that share every date with another are worth comparing in full.
    for place in np.flatnonzero(full & (times[kind.ravel()] > 1)).tolist():
        keys.setdefault(tuple(str(one.columns[field][place]) for field in fields), []).append(place)
    again = sorted(
        place
        for places in keys.values()
        if len({str(child[held]) for held in places}) > 1 and len(places) > (COUPLE if adopters else 1)
        for place in places
    )
    n = int(np.sum(full))
    p_value = above_binomial(len(again), n, TWINS) if n else 1.0
    asks, who = p_value < ALPHA, "family" if adopters else "child"
    return TELL.tested(
        "question" if asks else "clear",
        f"case-records/{one.list}",
        f"{len(again)} of {n} rows {agree(len(again), 'is that', 'are those')} of another {who} in "
        f"everything but the number of the {who}{', couples left out' if adopters else ''}.",
        n,
        p_value=p_value,
        effect=len(again) / max(1, n),
        smallest=TWINS + 3.2 * (TWINS / max(1, n)) ** 0.5,
        rows=list_rows(one, again if asks else range(len(one))),
    )


def _participation(rows: Sequence[Participation]) -> Trace | None:
    tables: dict[date, dict[tuple[str, str], Participation]] = {}
    for one in sorted(rows, key=lambda one: (one.period_start, one.resource, one.row)):
        tables.setdefault(one.period_start, {}).setdefault((one.team, one.role), one)
    if len(tables) < FEWEST_PERIODS or min(len(table) for table in tables.values()) < FEWEST_ROWS:
        return None
    periods = sorted(tables)
    usual = _usual([tables[day] for day in periods])
    from inspector.stats.repeats import same_table

    found = []
    for first, then in pairwise(periods):
        keys = sorted(set(tables[first]) & set(tables[then]))
        same = [_said(tables[first][key]) == _said(tables[then][key]) for key in keys]
        found.append((same_table(same, [usual[key] for key in keys]), first, then, sum(same), len(keys)))
    chance, first, then, many, of = min(found)
    p_value, n = chance * len(found), len(rows)
    asks = p_value < ALPHA
    says = f"{len(periods)} periods; no two in a row have more rows in common than chance explains."
    if asks:
        says = (
            f"{many} of {of} teams and roles {agree(many, 'has', 'have')} the same numbers in the "
            f"periods from {first.isoformat()} and from "
            f"{then.isoformat()}."
        )
    return TELL.tested(
        "question" if asks else "clear",
        "participation",
        says,
        n,
        p_value=p_value,
        effect=many / n if asks else 0.0,
        smallest=1 / len(periods),
        rows=[*tables[first].values(), *tables[then].values()] if asks else rows,
    )


def _said(one: Participation) -> tuple[object, ...]:
    return one.headcount, one.contributors, one.ideas_raised, one.ideas_tested, one.ideas_adopted, one.days_to_hear_back


def _usual(tables: Sequence[Table]) -> dict[tuple[str, str], float]:
    """How often the row of each team and role is the same in two periods in a row, doubt leaning towards often."""
    same: dict[tuple[str, str], list[bool]] = {}
    for first, then in pairwise(tables):
        for key in sorted(set(first) & set(then)):
            same.setdefault(key, []).append(_said(first[key]) == _said(then[key]))
    everywhere = sum(sum(found) for found in same.values()) / max(1, sum(len(found) for found in same.values()))
    return {key: (sum(found) + everywhere) / (len(found) + 1) for key, found in same.items()}
