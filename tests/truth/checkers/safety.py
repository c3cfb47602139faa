"""The rules of patient-safety-learning about learning responses, safety actions and oversight, counted from the rows."""

from datetime import date

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import begun, last_counted, late_written, surely
from tests.truth.ledger import See, checks
from tests.truth.sentences import numbers, share_holds

PSL = "patient-safety-learning"
FIRM = ("stronger", "intermediate")


def _in_time(day: date | None, case: Case) -> bool:
    return day is not None and case.bundle.starts <= day <= last_counted(case)


def _reviews(case: Case, went: str = "") -> list[Row]:
    return [
        r
        for r in case.bundle.rows("case-reviews")
        if _in_time(r.day("reviewed_on"), case) and (not went or r["went"] == went)
    ]


def _done(row: Row, case: Case) -> bool:
    day = row.day("done_on")
    return day is not None and day <= last_counted(case)


def _actions(case: Case, reviews: list[Row]) -> list[Row]:
    return [action for review in reviews for action in case.bundle.within(review, "actions")]


def _counts(said: Said, see: See, *true: int) -> None:
    """The numbers of a sentence, in order, are these."""
    told = [int(text) for text in numbers(said.says) if text.isdigit()]
    see.claim(told[: len(true)] == list(true), f"the rows give {', '.join(map(str, true))}")


@checks(f"{PSL}/responses-held", f"{PSL}/learning-stated")
def held(said: Said, case: Case, see: See) -> None:
    """Learning responses of the period."""
    _counts(said, see, len(_reviews(case)))


@checks(f"{PSL}/families-take-part", f"{PSL}/families-left-out", f"{PSL}/staff-take-part")
def took_part(said: Said, case: Case, see: See) -> None:
    """The share of those that say so."""
    field = "front_line_took_part" if said.about.endswith("staff-take-part") else "family_took_part"
    told = [row for row in _reviews(case) if row.flag(field) is not None]
    yes = [row for row in told if row.flag(field)]
    see.none(bool(told), "none says who took part")
    shares = [text for text in numbers(said.says) if text.endswith("%")]
    whole = [int(text) for text in numbers(said.says) if text.isdigit()]
    see.claim(all(share_holds(said.says, len(yes), len(told)) for _ in shares), f"{len(yes)} of {len(told)} took part")
    see.claim(
        all(number in (len(yes), len(told), len(_reviews(case))) for number in whole),
        f"{len(yes)} of {len(told)} of {len(_reviews(case))}",
    )


@checks(f"{PSL}/system-looked-at", f"{PSL}/individuals-looked-for")
def looked_at(said: Said, case: Case, see: See) -> None:
    """Reviews by what they looked at."""
    badly = said.about.endswith("individuals-looked-for")
    reviews = _reviews(case, "badly" if badly else "")
    some = [row for row in reviews if row["approach"] == ("individual" if badly else "systems")]
    see.claim(str(len(reviews)) in numbers(said.says), f"there are {len(reviews)} reviews")
    if badly:
        _counts(said, see, len(some), len(reviews))
    else:
        see.claim(
            share_holds(said.says, len(some), len(reviews)) or str(len(some)) in numbers(said.says),
            f"{len(some)} of {len(reviews)}",
        )


@checks(f"{PSL}/successes-looked-into")
def successes(said: Said, case: Case, see: See) -> None:
    """Reviews of what went well."""
    _counts(said, see, len(_reviews(case, "well")))


@checks(f"{PSL}/learning-shared")
def shared(said: Said, case: Case, see: See) -> None:
    """Reviews that name somebody they were shared with; the system looked at no less often in the later half."""
    reviews = _reviews(case)
    _counts(said, see, sum(bool(row["shared_with"]) for row in reviews))
    middle = case.bundle.starts + (last_counted(case) - case.bundle.starts) / 2
    halves = [
        [r["approach"] == "systems" for r in reviews if ((r.day("reviewed_on") or middle) >= middle) == late]
        for late in (False, True)
    ]
    see.none(all(halves), "one half of the period has no reviews")
    if all(halves) and "no less" in said.says:
        see.claim(
            sum(halves[1]) / len(halves[1]) >= sum(halves[0]) / len(halves[0]),
            "the system was looked at less often later",
        )


@checks(f"{PSL}/effort-spent")
def effort(said: Said, case: Case, see: See) -> None:
    """Reviews and their actions."""
    _counts(said, see, len(_reviews(case)), len(_actions(case, _reviews(case))))


@checks(f"{PSL}/responses-lead-to-something", f"{PSL}/reports-without-change")
def led(said: Said, case: Case, see: See) -> None:
    """Reviews with an action that is done, or with a lesson alone."""
    reviews = _reviews(case)
    acted = [row for row in reviews if any(_done(action, case) for action in case.bundle.within(row, "actions"))]
    alone = [row for row in reviews if row["learned"] and row not in acted]
    _counts(said, see, len(acted) if said.about.endswith("something") else len(alone), len(reviews))


@checks(f"{PSL}/small-tests-beside-responses")
def beside(said: Said, case: Case, see: See) -> None:
    """Reviews, small tests, and months with a small test."""
    pace = said.of("signal/improvement-pace")[0]
    tests = [row for row in case.rows(pace) if row.kind == "improvement-log" and _counted(row, case)]
    see.claim(
        all(row["scale"] not in ("whole-service", "whole-authority") for row in tests),
        "some of the tests are not small",
    )
    active = {(day.year, day.month) for row in tests if (day := row.day("tested_on") or begun(row))}
    _counts(said, see, len(_reviews(case)), len(tests), len(active))


def _counted(row: Row, case: Case) -> bool:
    day, start = row.day("tested_on") or begun(row), begun(row)
    return not late_written(row) and _in_time(day, case) and start is not None and start <= last_counted(case)


@checks(f"{PSL}/actions-named", f"{PSL}/firm-actions-done", f"{PSL}/weak-actions", f"{PSL}/actions-overdue")
def actions(said: Said, case: Case, see: See) -> None:
    """Actions of reviews, by strength, and whether they are done."""
    every = _actions(case, case.bundle.rows("case-reviews"))
    known = [row for row in every if row["strength"]]
    firm = [row for row in known if row["strength"] in FIRM]
    rule = said.about.partition("/")[2]
    if rule == "actions-named":
        _counts(said, see, len(every))
    if rule == "firm-actions-done":
        _counts(said, see, sum(_done(row, case) for row in firm), len(every))
    if rule == "weak-actions":
        _counts(said, see, len(known), len(firm))
        see.none(bool(known), "no strength is stated")
    if rule == "actions-overdue":
        due = [row for row in every if (day := row.day("due_on")) and day <= last_counted(case)]
        _counts(said, see, sum(not _done(row, case) for row in due))


@checks(f"{PSL}/actions-tried-out")
def tried(said: Said, case: Case, see: See) -> None:
    """Small is small; a prediction and a lesson each."""
    loop = said.of("signal/learning-loop")[0]
    tests = [row for row in case.rows(loop) if row.kind == "improvement-log" and _counted(row, case)]
    both = [row for row in tests if row["prediction"] and row["learned"]]
    see.claim(str(len(tests)) in numbers(said.says), f"there are {len(tests)} tests")
    see.claim(share_holds(said.says, len(both), len(tests)), f"{len(both)} of {len(tests)} have both")
    large = [row for row in tests if row["scale"] in ("whole-service", "whole-authority")]
    see.claim("small" not in said.says or not large, f"{len(large)} of them are of a whole service or authority")


@checks(f"{PSL}/actions-made-care-safer")
def safer(said: Said, case: Case, see: See) -> None:
    """Gains that followed tests, counted."""
    made = case.of_rule("safer-after-tests")
    _counts(said, see, len(made))
    gains = {fact.fields["indicator"] for fact in surely(case, ("gradual-gain", "sudden-gain"))}
    for one in made:
        see.claim({f.fields["indicator"] for f in one.of("signal/trajectory")} <= gains, f"{one.id} is no sure gain")


@checks(f"{PSL}/leaders-keep-track", f"{PSL}/oversight-has-time")
def leaders(said: Said, case: Case, see: See) -> None:
    """Leaders with hours written down; the share of overseeing."""
    rows = [
        row for row in case.bundle.rows("leadership") if (day := row.day("period_end")) and day <= last_counted(case)
    ]
    hours = {
        name: sum(row.number_of(f"hours_{name}") or 0.0 for row in rows)
        for name in ("delivering", "improving", "overseeing")
    }
    total = sum(hours.values())
    with_hours = {row["leader"] for row in rows if any(row.number_of(f"hours_{name}") for name in hours)}
    if said.about.endswith("leaders-keep-track"):
        _counts(said, see, len(with_hours))
        return
    see.claim(share_holds(said.says, hours["overseeing"], total), f"{hours['overseeing']:.0f} of {total:.0f} hours")
    told = {
        row["leader"]
        for row in rows
        if row["accounts_to"] and (day := row.day("accounted_on")) and day <= last_counted(case)
    }
    whole = len(with_hours)
    see.claim(2 * len(told & with_hours) >= whole, f"{len(told)} of {whole} accounted for it")
    all_said = "and account for it" in said.says and len(told & with_hours) < whole
    see.claim(not all_said, f"{len(told)} of {whole} leaders accounted for it, not all")


@checks(f"{PSL}/promises-kept", f"{PSL}/promises-not-kept")
def promises(said: Said, case: Case, see: See) -> None:
    """Promises that were due, and those of them that were kept and not disputed."""
    until = last_counted(case)
    made = [row for row in case.bundle.rows("partnership") if (day := row.day("made_on")) and day <= until]
    due = [row for row in made if (day := row.day("due_on")) and day <= until]
    kept = [
        r
        for r in due
        if (day := r.day("met_on")) and day <= until and r["partner_says"] not in ("partly-kept", "not-kept")
    ]
    _counts(said, see, len(kept), len(due))


@checks(f"{PSL}/recommendations-stick")
def stuck(said: Said, case: Case, see: See) -> None:
    """Those that stick, of all; each has stood still for half a year, or says that it is stuck."""
    paths = case.signals("recommendation-path")
    some = [one for one in paths if one.fields["stage"] == "stuck"]
    _counts(said, see, len(some), len(paths))
    if "nothing done" not in said.says:
        return
    for one in some:
        row = next(r for r in case.bundle.rows("recommendations") if r["id"] == one.fields["recommendation"])
        done = [a["id"] for a in case.bundle.within(row, "actions") if _done(a, case)]
        see.none(not done, f"action {', '.join(done[:2])} of {row['id']} is done")
        newest = max(
            [d for s in case.bundle.within(row, "statuses") if (d := s.day("on")) and d <= last_counted(case)],
            default=None,
        )
        quiet = newest is None or (last_counted(case) - newest).days >= 183
        see.none(quiet, f"something was written of {row['id']} on {newest}")
