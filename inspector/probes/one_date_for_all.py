"""One date for the children of a whole team, where the other teams have many.

Tests:
    For the date of the last visit on the lists of children in need, on a plan and in care (open cases alone): each team and
    the date that most of its children share, against how often the other teams share a date, and against that date's own
    share among them. Two children are taken as one visit: brothers and sisters are seen together.

Why it matters:
    A visit is made to one child, or to one family. The same day for all of a team was written for them together, and when
    each child was seen is not known.

Innocent explanations:
    The date was filled in from one report for all of them, and the visits are recorded elsewhere.
    The team holds a day on which it meets all its families together.
    The system stamps the day on which cases were carried over to it.

Ask:
    On which day was each of these children seen, and by whom?
    May we read the notes of five of these visits?

Cannot tell:
    When the children were seen. Nothing is said of teams with fewer than ten children, of fewer than three teams, or of a
    date that fewer than a third of a team's children share.

Reference:
    Skellam (1948), Journal of the Royal Statistical Society B 10(2), 257-261 (the beta-binomial); Bonferroni's inequality.
"""

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller, case_list, list_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

ABOUT = About(id="one-date-for-all", title="One date for a whole team", fields=FIELDS, needs=("case-records",))
LOOKS_AT = "when children were seen"
TEAM = "allocated_team"
DATES = (
    ("list-6", "date_child_was_last_seen", "cin_closure_date"),
    ("list-7", "date_of_the_last_statutory_visit", "child_protection_plan_end_date"),
    ("list-8", "date_of_last_social_work_visit", "date_ceased_to_be_looked_after"),
)
READS = {name: (TEAM, field, ended) for name, field, ended in DATES}
ALPHA, TEAMS, FEWEST, THIRD = 0.001, 3, 10, 1 / 3
FAMILY = 2
"""Children of one home are seen together: so many are taken as one visit."""
INNOCENT = (
    "The date was filled in from one report for all of them, and the visits are recorded elsewhere.",
    "The team holds a day on which it meets all its families together.",
    "The system stamps the day on which cases were carried over to it.",
)
ASK = (
    "On which day was each of these children seen, and by whom?",
    "May we read the notes of five of these visits?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Shared(NamedTuple):
    """A team, its date shared most, the places that share it, all its places, and the chance of so many."""

    chance: float
    team: str
    date: Any
    same: list[int]
    all: list[int]


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for each list with teams and visits: the team that stands out most. `n` counts open cases with a visit."""
    traces = []
    for name, field, ended in DATES:
        one = case_list(evidence, name, TEAM, field, ended)
        if one is not None:
            traces.append(_one(one, field, ended))
    return tuple(traces) or (
        TELL.not_applicable("case-records", "No list with teams and dates of visits was submitted."),
    )


def _one(one: CaseList, field: str, ended: str) -> Trace:
    import numpy as np

    subject = f"case-records/{one.list}"
    dates, names = one.columns[field], one.columns[TEAM]
    held = np.flatnonzero(~np.isnat(dates) & np.isnat(one.columns[ended])).tolist()
    teams: dict[str, list[int]] = {}
    for place in held:
        if names[place]:
            teams.setdefault(str(names[place]), []).append(place)
    teams = {name: places for name, places in sorted(teams.items()) if len(places) >= FEWEST}
    n = sum(map(len, teams.values()))
    if len(teams) < TEAMS:
        return TELL.too_little(subject, f"{TEAMS} teams with {FEWEST} open cases and a date each are needed.", n)
    found = _most(teams, dates)
    p_value = min(1.0, found.chance * len(teams))
    asks = p_value < ALPHA and len(found.same) >= max(FEWEST, THIRD * len(found.all))
    says = f"{n} open cases of {len(teams)} teams; no team has one date for more children than chance explains."
    if asks:
        says = (
            f"{len(found.same)} of {len(found.all)} open cases of {found.team} have the same date of the last visit, "
            f"{found.date}; in the other teams dates differ far more."
        )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        n,
        p_value=p_value,
        effect=len(found.same) / n if asks else 0.0,
        smallest=FEWEST / n,
        rows=list_rows(one, found.same if asks else held),
    )


def _most(teams: dict[str, list[int]], dates: "NDArray[Any]") -> _Shared:
    """The team whose most frequent date is the least likely by the shares that the other teams have of theirs."""
    from inspector.stats.tails import above_binomial

    counted = {name: Counter(dates[places].tolist()) for name, places in teams.items()}
    every: Counter[Any] = sum(counted.values(), Counter())
    n = sum(every.values())
    tops = {name: _top(counts) for name, counts in counted.items()}
    found = []
    for name, (date, many) in tops.items():
        of = len(teams[name])
        middle = sorted(tops[other][1] / len(teams[other]) for other in teams if other != name)
        usual = max(middle[len(middle) // 2], (every[date] - many + 1) / (n - of + 1))
        chance = above_binomial(many / FAMILY, of / FAMILY, min(0.95, usual))
        same = [place for place in teams[name] if dates[place].item() == date]
        found.append(_Shared(min(1.0, chance), name, date, same, teams[name]))
    return min(found, key=lambda one: (one.chance, one.team))


def _top(counts: "Counter[Any]") -> tuple[Any, int]:
    """The date that comes most often, the earliest of several."""
    many = max(counts.values())
    return min(date for date, count in counts.items() if count == many), many
