"""The rules of patient-safety-learning about learning responses, safety actions and oversight, counted from the rows."""

from datetime import date

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import begun, last_counted, late_written, surely
from tests.truth.ledger import See, checks
from tests.truth.sentences import numbers, share_holds, without_aside

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
    told = [int(text) for text in numbers(without_aside(said.says)) if text.isdigit()]
    see.claim(told[: len(true)] == list(true), f"the rows give {', '.join(map(str, true))}")


@checks(f"{PSL}/responses-held", f"{PSL}/learning-stated")
def held(said: Said, case: Case, see: See) -> None:
    """Learning responses of the period."""
    _counts(said, see, len(_reviews(case)))


@checks(f"{PSL}/families-take-part", f"{PSL}/families-left-out", f"{PSL}/staff-take-part")
def took_part(said: Said, case: Case, see: See) -> None:
    """Those that took part, of the responses that say whether they did."""
    field = "front_line_took_part" if said.about.endswith("staff-take-part") else "family_took_part"
    told = [row for row in _reviews(case) if row.flag(field) is not None]
    see.none(bool(told), "none says who took part")
    _counts(said, see, sum(bool(row.flag(field)) for row in told), len(told))


@checks(f"{PSL}/involved-and-answered")
def felt(said: Said, case: Case, see: See) -> None:
    """A measure of what those affected report got better, surely."""
    gains = {fact.fields["indicator"]: fact.fields for fact in surely(case, ("gradual-gain", "sudden-gain"))}
    named = [told["title"] for told in gains.values() if told["measure"] == "experience"]
    see.claim(any(title in said.says for title in named), f"of these got better: {named}")


@checks(f"{PSL}/system-looked-at", f"{PSL}/individuals-looked-for")
def looked_at(said: Said, case: Case, see: See) -> None:
    """Reviews by what they looked at."""
    badly = said.about.endswith("individuals-looked-for")
    reviews = _reviews(case, "badly" if badly else "")
    some = [row for row in reviews if row["approach"] == ("individual" if badly else "systems")]
    _counts(said, see, len(some), len(reviews))


@checks(f"{PSL}/successes-looked-into")
def successes(said: Said, case: Case, see: See) -> None:
    """Reviews of what went well."""
    _counts(said, see, len(_reviews(case, "well")))


@checks(f"{PSL}/learning-shared")
def shared(said: Said, case: Case, see: See) -> None:
    """Reviews that name somebody they were shared with."""
    reviews = _reviews(case)
    _counts(said, see, sum(bool(row["shared_with"]) for row in reviews), len(reviews))


@checks(f"{PSL}/learning-shows", f"{PSL}/actions-made-care-safer", f"{PSL}/verdict/actions-and-safer-care")
def shows(said: Said, case: Case, see: See) -> None:
    """Gains near kept tests, counted; each is sure."""
    made = case.of_rule("safer-after-tests")
    _counts(said, see, len(made))
    gains = {fact.fields["indicator"] for fact in surely(case, ("gradual-gain", "sudden-gain"))}
    for one in made:
        see.claim(
            {fact.fields["indicator"] for fact in one.of("signal/trajectory")} <= gains, f"{one.id} is no sure gain"
        )
    see.claim(
        "irm actions are done" not in said.says or bool(case.of_rule("firm-actions-done")), "no firm action is done"
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
    if said.about.endswith("something"):
        _counts(said, see, len(acted), len(reviews))
        return
    since = [row for row in alone if any(action["done_on"] for action in case.bundle.within(row, "actions"))]
    see.none(not [row for row in alone if row in acted], "something that came of one was done")
    _counts(said, see, len(alone), len(reviews), len(since))


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
    first, last = case.bundle.starts, last_counted(case)
    _counts(
        said,
        see,
        len(_reviews(case)),
        len(tests),
        len(active),
        (last.year - first.year) * 12 + last.month - first.month + 1,
    )


def _counted(row: Row, case: Case) -> bool:
    day, start = row.day("tested_on") or begun(row), begun(row)
    return not late_written(row) and _in_time(day, case) and start is not None and start <= last_counted(case)


@checks(f"{PSL}/actions-named", f"{PSL}/firm-actions-done", f"{PSL}/weak-actions", f"{PSL}/actions-overdue")
def actions(said: Said, case: Case, see: See) -> None:
    """Actions of reviews, by strength, and whether they are done."""
    held = [
        row for row in case.bundle.rows("case-reviews") if (day := row.day("reviewed_on")) and day <= last_counted(case)
    ]
    every = _actions(case, held)
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
        late = [row for row in due if not _done(row, case)]
        _counts(said, see, len(late), len(due), sum(bool(row["done_on"]) for row in late))


@checks(f"{PSL}/actions-tried-out")
def tried(said: Said, case: Case, see: See) -> None:
    """Tests, and those of them with a prediction and a lesson."""
    tests = [row for row in case.bundle.left("improvement-log") if _counted(row, case)]
    _counts(said, see, len(tests), sum(bool(row["prediction"] and row["learned"]) for row in tests))


@checks(f"{PSL}/leaders-keep-track", f"{PSL}/oversight-has-time")
def leaders(said: Said, case: Case, see: See) -> None:
    """Leaders with hours of all three sorts written down; the share of overseeing."""
    sorts, until = ("delivering", "improving", "overseeing"), last_counted(case)
    rows = [row for row in case.bundle.rows("leadership") if (day := row.day("period_end")) and day <= until]
    rows = [row for row in rows if all(row[f"hours_{name}"] for name in sorts)]
    hours = {name: sum(row.number_of(f"hours_{name}") or 0.0 for row in rows) for name in sorts}
    total = sum(hours.values())
    with_hours = {row["leader"] for row in rows}
    if said.about.endswith("leaders-keep-track"):
        _counts(said, see, len(with_hours))
        return
    see.claim(share_holds(said.says, hours["overseeing"], total), f"{hours['overseeing']:.0f} of {total:.0f} hours")
    told = {
        row["leader"]
        for row in rows
        if row["accounts_to"] and (day := row.day("accounted_on")) and day <= last_counted(case)
    }
    _counts(said, see, len(told & with_hours), len(with_hours))


@checks(f"{PSL}/promises-kept", f"{PSL}/promises-not-kept")
def promises(said: Said, case: Case, see: See) -> None:
    """Promises that were due, and those of them that were kept and not disputed."""
    until = last_counted(case)
    made = [row for row in case.bundle.rows("partnership") if (day := row.day("made_on")) and day <= until]
    due = [row for row in made if (day := row.day("due_on")) and day <= until]
    denied = ("partly-kept", "not-kept")
    kept = [row for row in due if (day := row.day("met_on")) and day <= until and row["partner_says"] not in denied]
    if said.about.endswith("promises-kept"):
        _counts(said, see, len(kept), len(due))
        see.none(not [row for row in kept if row["partner_says"] in denied], "a partner says otherwise of one")
        return
    undated = [row for row in due if not row["met_on"] and row["partner_says"] == "kept"]
    since = [row for row in due if (day := row.day("met_on")) and day > until]
    _counts(said, see, len(due) - len(kept) - len(undated), len(due), len(since))


@checks(f"{PSL}/recommendations-stick")
def stuck(said: Said, case: Case, see: See) -> None:
    """Those that stick, of all; each has stood still for half a year, or says that it is stuck."""
    paths = case.signals("recommendation-path")
    some = [one for one in paths if one.fields["stage"] == "stuck"]
    _counts(said, see, len(some), len(paths))
    for one in some:
        if one.fields.get("claimed") == "stuck":
            continue
        row = next(r for r in case.bundle.rows("recommendations") if r["id"] == one.fields["recommendation"])
        done = [a["id"] for a in case.bundle.within(row, "actions") if _done(a, case)]
        see.none(not done, f"action {', '.join(done[:2])} of {row['id']} is done")
        newest = max(
            [d for s in case.bundle.within(row, "statuses") if (d := s.day("on")) and d <= last_counted(case)],
            default=None,
        )
        quiet = newest is None or (last_counted(case) - newest).days >= 183
        see.none(quiet, f"something was written of {row['id']} on {newest}")


@checks(
    f"{PSL}/verdict/too-much-in-question", f"{PSL}/verdict/cannot-say", f"{PSL}/verdict/actions-without-safer-care-yet"
)
@checks(f"{PSL}/verdict/learning-without-actions-yet", f"{PSL}/verdict/learning-and-figures-left-out")
def plain(said: Said, case: Case, see: See) -> None:
    """A verdict without numbers stands on themes that stand so, and on evidence in question where it says so."""
    order = ("silent", "stated", "doing", "showing", "lasting")
    stands = {theme["theme"]: order.index(theme["standing"]) for theme in case.result["themes"]}
    row = said.about.rpartition("/")[2]
    if row == "too-much-in-question":
        trust = [one["trust"] for one in case.result["trust"]]
        see.claim(
            2 * trust.count("compromised") >= len(trust),
            f"{trust.count('compromised')} of {len(trust)} are in question",
        )
    if row == "actions-without-safer-care-yet":
        see.claim(stands["safety-actions"] >= 2, "no actions are shown")
        see.none(not case.of_rule("safer-after-tests") or said.fields["verdict"] == "emerging", "care became safer")
    if row in ("learning-without-actions-yet", "learning-and-figures-left-out"):
        see.claim(stands["learning-responses"] >= 2 and stands["involvement"] >= 2, "learning is not shown")
        see.none(stands["safety-actions"] < 2, "actions are shown")


@checks(
    f"{PSL}/verdict/less-safe-in-most", f"{PSL}/verdict/gains-did-not-last", f"{PSL}/verdict/safer-without-known-work"
)
@checks(f"{PSL}/verdict/losses-alone", f"{PSL}/verdict/hardly-anything-moved")
@checks(f"{PSL}/verdict/less-safe-in-three", f"{PSL}/verdict/three-did-not-last")
def counted_verdict(said: Said, case: Case, see: See) -> None:
    """Measures by what they did, counted over the trajectories."""
    moves = [f.fields for f in case.signals("trajectory")]
    judged = [one for one in moves if one["call"] != "too-few-points"]
    calls = [one["call"] for one in judged]
    lost, faded = calls.count("loss"), calls.count("faded-gain")
    gains = calls.count("gradual-gain") + calls.count("sudden-gain")
    row = said.about.rpartition("/")[2]
    if row in ("less-safe-in-most", "less-safe-in-three"):
        _counts(said, see, len(judged), lost, gains)
    if row == "gains-did-not-last":
        _counts(said, see, lost + faded, gains, len(judged))
    if row in ("less-safe-in-most", "gains-did-not-last"):
        see.order(len(judged) - gains >= 5, f"{len(judged) - gains} did not become safer")
    if row == "three-did-not-last":
        _counts(said, see, len(judged), lost + faded, gains)
        see.order(lost + faded >= 3, f"{lost + faded} were lost")
    if row == "safer-without-known-work":
        plain_ = {one["evidence"] for one in case.result["trust"] if one["trust"] in ("plain", "corroborated")}
        sure = [
            f for f in surely(case, ("gradual-gain", "sudden-gain")) if f"indicator/{f.fields['indicator']}" in plain_
        ]
        _counts(said, see, len(sure))
    if row == "losses-alone":
        _counts(said, see, len(surely(case, ("loss",))), len(judged))
        see.none(gains == 0, f"{gains} got better")
    if row == "hardly-anything-moved":
        _counts(said, see, calls.count("no-change"), len(judged))
