"""What is done to the books of the second generator: by rows or by teams, with the rows it was done to as truth."""

import numpy as np
from second import A_END, A_START, BACK, E_HELD, E_START, FREE, ahead, lasting

NAT = np.datetime64("NaT")
PLACES, COUNT = "number_of_placements_in_the_last_12_months", "number_of_referrals_in_last_12_months"
PLAN_END, VISIT, ALONE = (
    "child_protection_plan_end_date",
    "date_of_the_last_statutory_visit",
    "was_the_child_seen_alone",
)


def some(rng, mask, dose):
    """A share of the places that could be chosen."""
    at = np.flatnonzero(mask)
    return np.sort(rng.choice(at, min(len(at), round(dose * len(at))), replace=False))


def inside(book, rng, dose, n=4, start=A_START, end=A_END, limit=45, spread=4):
    """Late ones, the nearest first: the last date is put back to one of the last few days allowed."""
    c = book.columns[n]
    days = np.zeros(len(c[end]), dtype=int)
    ok = ~np.isnat(c[end])
    days[ok] = lasting(c[start][ok], c[end][ok])
    at = some(rng, days > limit, dose)
    c[end][at] = ahead(c[start][at], limit - rng.binomial(spread, 0.3, len(at)))
    return n, at, None


def conferences(book, rng, dose):
    return inside(book, rng, dose, 5, E_START, E_HELD, 15, 2)


def later_start(book, rng, dose):
    """The clock of late ones is started anew some weeks after the referral, so that it just reaches."""
    c = book.columns[4]
    referred = set(book.columns[3]["child_unique_id"])
    ok = ~np.isnat(c[A_END])
    days = np.zeros(len(ok), dtype=int)
    days[ok] = lasting(c[A_START][ok], c[A_END][ok])
    at = some(rng, (days > 45) & np.array([w in referred for w in c["child_unique_id"]]), dose)
    c[A_START][at] = ahead(c[A_START][at], days[at] - rng.integers(28, 46, len(at)))
    return 4, at, None


def begun_anew(book, rng, dose):
    c = book.columns[4]
    ok = ~np.isnat(c[A_END])
    days = np.zeros(len(ok), dtype=int)
    days[ok] = lasting(c[A_START][ok], c[A_END][ok])
    at = some(rng, (days > 45) & (days < 88), dose)
    middle = ahead(c[A_START][at], np.minimum(44, days[at] - rng.integers(5, 30, len(at))))
    middle = np.minimum(middle, c[A_END][at])
    more = {key: column[at].copy() for key, column in c.items()}
    more[A_START] = np.minimum(
        np.busday_offset(middle, rng.integers(0, 3, len(at)), roll="forward", holidays=FREE), c[A_END][at]
    )
    c[A_END][at] = middle
    n = len(ok)
    book.columns[4] = {key: np.concatenate([column, more[key]]) for key, column in c.items()}
    return 4, np.concatenate([at, n + np.arange(len(at))]), None


def nought(book, rng, dose):
    c = book.columns[3][COUNT]
    at = some(rng, c > 0, dose)
    c[at] = 0
    return 3, at, None


def nought_team(book, rng, dose):
    """One team counts nobody as referred before."""
    c = book.columns[3]
    team = biggest(c["allocated_team"], rng)
    at = some(rng, (c[COUNT] > 0) & (c["allocated_team"] == team), dose)
    c[COUNT][at] = 0
    return 3, at, team


def gone(book, rng, dose):
    """Taken off list 7, left on list 6 with a plan."""
    c = book.columns[7]
    at = some(rng, np.isnat(c[PLAN_END]), dose)
    who = set(c["child_unique_id"][at])
    mask = np.zeros(len(c[PLAN_END]), dtype=bool)
    mask[at] = True
    book._drop(7, mask)
    here = np.flatnonzero(np.array([w in who for w in book.columns[6]["child_unique_id"]]))
    return 6, here, None


def closed(book, rng, dose):
    """Open needs are closed on two days of one week."""
    c = book.columns[6]
    at = some(rng, (c["case_status"] == "c) Child in need plan") & np.isnat(c["cin_closure_date"]), dose)
    day = ahead(np.array([book.day - np.timedelta64(int(rng.integers(9, BACK - 20)), "D")]), 0)[0]
    c["cin_closure_date"][at] = np.array([day, ahead(np.array([day]), 1)[0]])[rng.integers(0, 2, len(at))]
    c["case_status"][at] = "e) Closed episode"
    c["reason_for_closure"][at] = "RC7 - Services ceased for any other reason, including child no longer in need"
    return 6, at, None


def biggest(teams, rng):
    names, counts = np.unique(teams.astype(str), return_counts=True)
    return str(rng.choice(names[counts >= np.median(counts)]))


def one_day(book, rng, dose):
    c = book.columns[7]
    ok = np.isnat(c[PLAN_END]) & ~np.isnat(c[VISIT])
    team = biggest(c["allocated_team"][ok], rng)
    at = some(rng, ok & (c["allocated_team"] == team), dose)
    c[VISIT][at] = ahead(np.array([book.day - np.timedelta64(int(rng.integers(3, 14)), "D")]), 0)[0]
    return 7, at, team


def always(book, rng, dose):
    c = book.columns[7]
    ok = np.isnat(c[PLAN_END])
    team = biggest(c["allocated_team"][ok], rng)
    at = some(rng, ok & (c["allocated_team"] == team), dose)
    c[ALONE][at] = "a) Yes"
    return 7, at, team


def capped(book, rng, dose):
    c = book.columns[8][PLACES]
    at = some(rng, c > 2, dose)
    c[at] = 2
    return 8, at, None


KINDS = {
    "a dates inside 45": (inside, "deadline-bunching", 4, (0.05, 0.1, 0.15, 0.25, 0.5)),
    "b dates inside 15": (conferences, "deadline-bunching", 5, (0.25, 0.5, 0.75, 1.0)),
    "c later start": (later_start, "clock-restarts", 4, (0.05, 0.1, 0.2, 0.4)),
    "c begun anew": (begun_anew, "clock-restarts", 4, (0.02, 0.05, 0.1, 0.3)),
    "d counts nought": (nought, "re-referrals-as-new", 3, (0.05, 0.1, 0.2, 0.5)),
    "d one team's nought": (nought_team, "re-referrals-as-new", 3, (0.25, 0.5, 1.0)),
    "e gone from list 7": (gone, "vanished-cases", 6, (0.01, 0.02, 0.04, 0.08)),
    "f closed at once": (closed, "mass-closures", 6, (0.02, 0.05, 0.1, 0.2)),
    "g one visit day": (one_day, "one-date-for-all", 7, (0.15, 0.3, 0.5, 1.0)),
    "h always yes": (always, "uniform-answers", 7, (1.0,)),
    "i capped at two": (capped, "capped-counts", 8, (0.5, 1.0)),
}
