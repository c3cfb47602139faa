"""Munro: a stream of small improvements by everybody who does the work."""

from tests.truth import log_truth as truth
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import FRONT, calendar_month, tests, tried, until, when_tested
from tests.truth.ledger import See, checks


@checks("munro/ideas-without-tests")
def none_was_tried(said: Said, case: Case, see: See) -> None:
    shown = [row for row in case.bundle.rows("improvement-log") if tried(row)]
    see.none(not shown, f"{len(shown)} rows show that something was tried")
    see.number("untried", values(said, case, "pace").get("untried"), truth.pace(case.bundle, "any")["untried"])


@checks("munro/small-tests-recorded", "munro/small-steps-never-stop")
def small_tests(said: Said, case: Case, see: See) -> None:
    true, told = truth.pace(case.bundle, "small"), values(said, case, "pace")
    for name in ("count", "months", "active_months", "longest_gap_months"):
        see.number(name, told[name], true[name])
    if "never stopped" in said.says:
        see.none(true["longest_gap_months"] <= 2, "three months or more in a row are without a test")


@checks("munro/broad-stream")
def from_everywhere(said: Said, case: Case, see: See) -> None:
    teams, roles = truth.breadth(case.bundle, "teams"), truth.breadth(case.bundle, "roles")
    see.claim(teams["contributed"] > 0 and roles["contributed"] > 0, "nobody took part")
    see.number("teams", values(said, case, "teams")["contributed"], teams["contributed"])
    see.number("roles", values(said, case, "roles")["contributed"], roles["contributed"])
    if "most" in said.says:
        see.claim(teams["front_line_share"] > 0.5, f"no more than half of the ideas: {teams['front_line_share']}")


@checks("munro/stream-that-shows")
def shows(said: Said, case: Case, see: See) -> None:
    small, teams = truth.pace(case.bundle, "small"), truth.breadth(case.bundle, "teams")
    see.claim(small["longest_gap_months"] <= 2, "small tests do not go on: three months or more are without one")
    see.claim(
        teams["contributed"] * 2 > teams["out_of"], f"{teams['contributed']} of {teams['out_of']} teams are not many"
    )
    see.claim(bool(case.of_rule("gain-followed-tests")), "no measure got better after what was tried")


@checks("munro/stream-that-lasts")
def has_lasted(said: Said, case: Case, see: See) -> None:
    staff, pace = truth.breadth(case.bundle, "staff"), truth.pace(case.bundle, "small")
    see.order(staff["change"] >= 0, "a smaller share of staff took part later")
    see.number("active_months", values(said, case, "pace")["active_months"], pace["active_months"])


@checks("munro/ideas-come-from-above")
def from_above(said: Said, case: Case, see: See) -> None:
    true = truth.breadth(case.bundle, "teams")["front_line_share"]
    see.number("front_line_share", values(said, case, "teams").get("front_line_share"), true)
    origins = [row["origin"] for row in case.bundle.rows("improvement-log")]
    see.none(any(origins), "no row says where its idea came from")
    see.claim(
        (true is not None and true < 0.5) or any(one in FRONT for one in origins),
        "half or more came from the front line",
    )


@checks("munro/few-take-part")
def others_left_no_trace(said: Said, case: Case, see: See) -> None:
    table = case.bundle.rows("participation")
    active = {row["team"] for row in table if (row.number_of("contributors") or 0) > 0}
    quiet = {row["team"] for row in table} - active
    logged = {row["team"] for row in case.bundle.rows("improvement-log") if tried(row)}
    if "no trace" in said.says:
        see.none(not quiet & logged, f"the log has tests of {sorted(quiet & logged)}, which took no part by the table")


@checks("munro/burst-before-the-visit")
def burst(said: Said, case: Case, see: See) -> None:
    true, told = truth.pace(case.bundle, "any"), values(said, case, "pace")
    see.claim(case.bundle.since_when in said.says, "it says otherwise when the inspection was announced")
    for name in ("begun_since", "count", "since_notification_share"):
        if name in told:
            see.number(name, told[name], true[name])


@checks("munro/only-a-large-programme")
def large_alone(said: Said, case: Case, see: See) -> None:
    small = [row for row in case.bundle.rows("improvement-log") if row["scale"] in truth.SMALL and tried(row)]
    see.none(not small, f"the log has {len(small)} small tests")


@checks("munro/long-silence")
def silence(said: Said, case: Case, see: See) -> None:
    gap = values(said, case, "pace")["longest_gap_months"]
    active = {calendar_month(day) for row in tests(case.bundle) if (day := when_tested(row))}
    months = range(calendar_month(case.bundle.starts), calendar_month(until(case.bundle)) + 1)
    empty = [all(month + place not in active for place in range(gap)) for month in months[: len(months) - gap + 1]]
    see.none(any(empty), f"no {gap} months in a row are without a test")


@checks("munro/ideas-are-answered")
def answered(said: Said, case: Case, see: See) -> None:
    true = truth.ideas(case.bundle)
    see.order(true["days_to_hear_change"] <= 0, "people hear back later than before")
    see.claim(true["waiting_share"] <= 0.25, "more than a quarter wait")
    see.number("tested", values(said, case, "flow")["tested"], true["tested"])


@checks("munro/ideas-are-left-waiting")
def waiting(said: Said, case: Case, see: See) -> None:
    true = truth.ideas(case.bundle)
    see.number("waiting", values(said, case, "flow")["waiting"], true["waiting"])
    if "nobody has" in said.says:
        see.none(true["answered_since"] == 0, f"{true['answered_since']} were tried or decided on since")


@checks("munro/people-hear-back-later")
def later(said: Said, case: Case, see: See) -> None:
    true = truth.ideas(case.bundle)["days_to_hear_change"]
    see.number("days_to_hear_change", values(said, case, "flow")["days_to_hear_change"], true)
    see.order(true > 0, "people hear back no later")


@checks("munro/nothing-travels-up")
def nothing_up(said: Said, case: Case, see: See) -> None:
    see.none(truth.learned_together(case.bundle)["upward"] == 0, "a wide test grew from a small one")
    stated = any(row["follows"] for row in tests(case.bundle))
    if "not stated" not in said.says:
        see.none(stated, "no test says which it follows: it is not stated, and not none")


@checks("munro/front-line-teaches-the-top")
def up(said: Said, case: Case, see: See) -> None:
    see.number("upward", values(said, case, "learned")["upward"], truth.learned_together(case.bundle)["upward"])


@checks("munro/teams-learn-from-teams")
def sideways(said: Said, case: Case, see: See) -> None:
    true, told = truth.learned_together(case.bundle), values(said, case, "learned")
    see.number("spread", told["spread"], true["spread"])
    see.number("teams_reached", told["teams_reached"], true["teams_reached"])


@checks("munro/agencies-learn-from-each-other")
def agencies(said: Said, case: Case, see: See) -> None:
    true, told = truth.learned_together(case.bundle), values(said, case, "learned")
    for name in ("shared_reviews", "shared_with", "partner_ideas"):
        see.number(name, told[name], true[name])


TOLD = (
    "tests-told-to-the-end",
    "few-lessons-for-so-many",
    "few-lessons-for-nobody-knows-how-many",
    "numbers-are-missing",
)


@checks(*(f"{framework}/{rule}" for framework in ("munro", "patient-safety-learning") for rule in TOLD))
def told_to_the_end(said: Said, case: Case, see: See) -> None:
    true, told = truth.told(case.bundle), values(said, case, "cycles")
    for name in (
        "count",
        "months",
        "active_months",
        "latest_active",
        "different",
        "staff",
        "numbers",
        "numbers_missing",
    ):
        if name in told:
            see.number(name, told[name], true[name])
    if "told to the end, with a day" in said.says:
        see.order(true["active_share"] > 0.5, "not in most months")
    if "fewer than one a year for each ten" in said.says:
        see.order(true["yearly_per_ten"] < 1, "one a year or more for each ten")
    if "is not stated" in said.says:
        see.none(not true["staff_stated"], "the table of who took part says how many staff there are")
