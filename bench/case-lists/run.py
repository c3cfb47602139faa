"""What the probes make of honest and of changed case lists: `run.py [first|second] [BOOKS] [ROWS] [KIND]`.

`first` is `inspector simulate --case-lists`, on which the probes were tuned; `second` is the generator beside this file.
Questions count after false discoveries are held. Precision and recall are of the rows named against those changed.
"""

import sys
import time
from collections import Counter, defaultdict

import numpy as np
from done import KINDS
from second import Second, evidence

from inspector.judging.observing import questions

ASKS = ("question", "strong-question")
FIRST = {
    "a dates inside 45": "assessments-in-time", "b dates inside 15": "conferences-in-time", "c later start": "later-start",
    "c begun anew": "begun-anew", "d counts nought": "referrals-nought", "e gone from list 7": "off-the-list",
    "f closed at once": "closed-at-once", "g one visit day": "one-visit-day", "h always yes": "always-yes",
    "i capped at two": "capped-at-two",
}  # fmt: skip


def first_book(seed, rows, kind=None, dose=0.0):
    """A book of the first generator, as the probes see it, with the rows that were changed."""
    from types import SimpleNamespace

    from inspector.simulate.case_lists import moves
    from inspector.simulate.case_lists.made import book

    one = book(f"bench {seed}", rows)
    where = None
    if kind:
        moves.play(one, FIRST[kind], dose)
        planted = one.planted[0]
        where = planted.list, np.array(planted.rows) - 2, planted.team or None
    columns = {n: columns_of(rows) for n, rows in one.lists.items()}
    return evidence(SimpleNamespace(columns=columns, day=np.datetime64(one.day))), where


def columns_of(rows):
    """Rows as columns of the kinds that the reader makes of them."""
    from datetime import date

    found = {}
    for field in sorted({key for row in rows for key in row if not key.startswith("_")}):
        values = [row.get(field) for row in rows]
        given = next((v for v in values if v is not None), None)
        if isinstance(given, date):
            found[field] = np.array([v or "NaT" for v in values], dtype="datetime64[D]")
        elif isinstance(given, int | float):
            found[field] = np.array([np.nan if v is None else v for v in values], dtype=float)
        else:
            found[field] = np.array([*values, None], dtype=object)[:-1]
    return found


def second_book(seed, rows, kind=None, dose=0.0):
    one = Second(seed, rows)
    where = KINDS[kind][0](one, np.random.default_rng([seed, 5]), dose) if kind else None
    return evidence(one), where


def asked(given):
    return [t for t in questions(given) if t.outcome in ASKS]


def main():
    which = sys.argv[1] if len(sys.argv) > 1 else "second"
    books, rows = (int(sys.argv[k]) if len(sys.argv) > k else d for k, d in ((2, 10), (3, 20_000)))
    only = sys.argv[4] if len(sys.argv) > 4 else ""
    make, base = (first_book, 1000) if which == "first" else (second_book, 5000)
    began = time.time()
    if only in ("", "honest"):
        honest(make, base, books, rows)
    for kind, (_, probe, number, doses) in KINDS.items():
        if only not in ("", kind[: len(only)]) or (which == "first" and kind not in FIRST):
            continue
        for dose in doses:
            one_dose(make, base, books, rows, kind, probe, number, dose)
    print(f"{time.time() - began:.0f} s", file=sys.stderr)


def honest(make, base, books, rows):
    seen = Counter()
    for k in range(books):
        for t in asked(make(base + k, rows)[0]):
            seen[t.probe, t.subject, t.outcome] += 1
            if "-v" in sys.argv:
                print("   ", t.probe, t.subject, t.says, t.p_value)
    print(f"honest: {sum(seen.values())} questions in {books} books", dict(seen), flush=True)


def one_dose(make, base, books, rows, kind, probe, number, dose):
    found, others, scores, many = 0, Counter(), defaultdict(list), []
    for k in range(books):
        given, (_, at, team) = make(base + 100 + k, rows, kind, dose)
        truth = {int(place) + 2 for place in at}
        many.append(len(truth))
        every = asked(given)
        mine = [t for t in every if t.probe == probe and t.subject == f"case-records/list-{number}"]
        for t in every:
            if t not in mine:
                others[t.probe, t.subject] += 1
        if not mine:
            continue
        found += 1
        if "-v" in sys.argv:
            print("   ", mine[0].says, mine[0].p_value)
        named = {row for t in mine for one in t.rows for row in one.rows}
        scores["precision"].append(len(named & truth) / max(1, len(named)))
        scores["recall"].append(len(named & truth) / max(1, len(truth)))
        scores["team"].append(team is None or any(team in t.says for t in mine))
    means = "  ".join(f"{name} {np.mean(score):.2f}" for name, score in scores.items())
    print(
        f"{kind:22} dose {dose:4.2f} ({np.mean(many):6.1f} rows): found {found}/{books}  {means}  {dict(others) or ''}",
        flush=True,
    )


if __name__ == "__main__":
    main()
