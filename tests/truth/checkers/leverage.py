"""Munro: changing the system rather than blaming people."""

from tests.truth import log_truth as log
from tests.truth import records_truth as truth
from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import by, inside
from tests.truth.ledger import See, checks
from tests.truth.sentences import share_holds


def _reviews(case: Case) -> list[Row]:
    return [row for row in case.bundle.rows("case-reviews") if inside(row.day("reviewed_on"), case.bundle)]


@checks("munro/reviews-held")
def held(said: Said, case: Case, see: See) -> None:
    see.number("reviews", values(said, case, "reviews")["reviews"], truth.reviews(case.bundle, "any")["reviews"])


@checks("munro/system-looked-at")
def system(said: Said, case: Case, see: See) -> None:
    done = [
        action
        for review in _reviews(case)
        for action in case.bundle.within(review, "actions")
        if by(action.day("done_on"), case.bundle)
    ]
    of_system = sum(action["level"] in truth.SYSTEM for action in done)
    if "mostly" in said.says:
        see.claim(
            2 * of_system > len(done), f"{of_system} of {len(done)} actions that are done change the work: not most"
        )
    see.number("acted", values(said, case, "reviews")["acted"], truth.reviews(case.bundle, "any")["acted"])


@checks("munro/individuals-looked-for")
def individuals(said: Said, case: Case, see: See) -> None:
    true = truth.reviews(case.bundle, "badly")
    others = true["reviews"] - round(true["systems_share"] * true["reviews"])
    see.number("looked at individuals", true["individual"], others)


@checks("munro/answered-with-training")
def training(said: Said, case: Case, see: See) -> None:
    true = truth.reviews(case.bundle, "any")
    see.number("actions", values(said, case, "reviews")["actions"], true["actions"])
    if "stays as it was" in said.says:
        changed = [
            action["id"]
            for review in _reviews(case)
            for action in case.bundle.within(review, "actions")
            if action["level"] in (*truth.SYSTEM, "procedure") and by(action.day("done_on"), case.bundle)
        ]
        see.none(not changed, f"{len(changed)} actions that change what surrounds people are done")


@checks("munro/answered-with-procedures")
def procedures(said: Said, case: Case, see: See) -> None:
    true = truth.reviews(case.bundle, "any")
    see.number("actions", values(said, case, "reviews")["actions"], true["actions"])
    see.claim(true["procedure_action_share"] >= 0.5, "fewer than half are procedures")


@checks("munro/lessons-without-change")
def lessons_alone(said: Said, case: Case, see: See) -> None:
    true, told = truth.reviews(case.bundle, "any"), values(said, case, "reviews")
    see.number("lessons_alone", told["lessons_alone"], true["lessons_alone"])
    late = [
        review["id"]
        for review in _reviews(case)
        if review["learned"]
        and any(action.day("done_on") for action in case.bundle.within(review, "actions"))
        and not any(by(action.day("done_on"), case.bundle) for action in case.bundle.within(review, "actions"))
    ]
    if late and "afterwards" not in said.says and "since" not in said.says and "set aside" not in said.says:
        see.none(False, f"something that came of {late[:3]} was done after the announcement")


@checks("munro/firm-actions-done")
def firm(said: Said, case: Case, see: See) -> None:
    true, told = truth.actions(case.bundle, "reviews"), values(said, case, "actions")
    see.number("firm_done", told["firm_done"], true["firm_done"])
    see.number("actions", told["actions"], true["actions"])
    if "that change tools" in said.says:
        done = [row for row in true["_rows"] if row["strength"] in truth.FIRM and by(row.day("done_on"), case.bundle)]
        other = [row["id"] for row in done if row["level"] not in truth.SYSTEM]
        see.claim(not other, f"{len(other)} of them are of another sort by their level")


@checks("munro/weak-actions")
def weak(said: Said, case: Case, see: See) -> None:
    true, told = truth.actions(case.bundle, "reviews"), values(said, case, "actions")
    see.number("known", told["known"], true["known"])
    see.number("firm", told["firm"], true["firm"])


@checks("munro/actions-overdue")
def overdue(said: Said, case: Case, see: See) -> None:
    true = truth.actions(case.bundle, "all" if values(said, case, "actions")["of"] == "all" else "reviews")
    see.number("overdue", values(said, case, "actions")["overdue"], true["overdue"])
    since = [
        row["id"]
        for row in true["_rows"]
        if by(row.day("due_on"), case.bundle) and row.day("done_on") and not by(row.day("done_on"), case.bundle)
    ]
    if "and are not" in said.says:
        see.none(not since, f"{len(since)} of them are done, after the announcement")


@checks("munro/work-made-easier")
def easier(said: Said, case: Case, see: See) -> None:
    true, told = log.mix(case.bundle), values(said, case, "mix")
    see.number("known", told["known"], true["known"])
    see.number("system_share", told["system_share"], true["system_share"])


@checks("munro/front-line-in-the-room", "munro/reviewed-without-those-who-were-there")
def in_the_room(said: Said, case: Case, see: See) -> None:
    some = _reviews(case)
    say = [row for row in some if row.flag("front_line_took_part") is not None]
    took = sum(bool(row.flag("front_line_took_part")) for row in say)
    spoken = case.spoken(said)
    share = spoken.get("reviews.front_line_share", "")
    counted = next(
        (int(text) for name, text in spoken.items() if text.isdigit() and name != "reviews.without_front_line"), None
    )
    if share:
        see.claim(share_holds(share, took, counted or len(say)), f"{took} of {counted or len(say)} is not {share}")
        if "that say" not in said.says:
            see.none(len(say) == len(some), f"{len(some) - len(say)} of {len(some)} reviews do not say who took part")


@checks("munro/condition-found-and-followed")
def followed(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "cond")
    true = truth.condition(case.bundle, told["condition"])
    see.claim(true["tracked"] > 0, "nothing follows it")
    see.number("present", told["present"], true["present"])
    see.number("looked_for", told["looked_for"], true["looked_for"])


@checks("munro/condition-found-and-left")
def left(said: Said, case: Case, see: See) -> None:
    """That nothing follows it is not so where something follows it later: then the sentence says so."""
    true = truth.condition(case.bundle, values(said, case, "cond")["condition"])
    see.claim(true["tracked"] == 0, "something follows it")
    if "nothing follows" in said.says:
        see.none(
            true["tracked_since_then"] == 0,
            f"in {true['tracked_since_then']} reviews something follows it, if only later",
        )


@checks("munro/conditions-not-looked-for")
def not_looked_for(said: Said, case: Case, see: See) -> None:
    some = _reviews(case)
    for which in truth.CONDITIONS:
        rows = [one for row in some for one in case.bundle.within(row, "factors") if one["condition"] == which]
        if any(row["found"] in ("present", "absent") for row in rows):
            continue
        stated = {row.parent for row in rows if row["found"]}
        if not any(words in said.says for words in ("not said to", "do not say", "not stated", "says that it looked")):
            see.none(len(stated) == len(some), f"{which}: {len(some) - len(stated)} of {len(some)} reviews do not say")


@checks("munro/condition-got-better", "munro/condition-got-worse")
def moved(said: Said, case: Case, see: See) -> None:
    told = next(one.fields for one in said.of("signal/systemic-conditions"))
    true = truth.condition(case.bundle, told["condition"])
    see.claim(true["tracked"] > 0, "nothing follows the condition")
    onset = next(iter(case.signals("trajectory", indicator=told["indicator"]))).fields.get("onset", "")
    if "began" in said.says:
        see.order(
            onset[:7] >= str(true["found_from"])[:7], f"a review found it in {true['found_from']}, it began on {onset}"
        )
    calls = ("gradual-gain", "sudden-gain") if "better" in said.says else ("loss",)
    move = case.signals("trajectory", indicator=told["indicator"])
    see.claim(bool(move) and move[0].fields["call"] in calls, "its figures are not called so")


@checks("munro/leverage-lasts")
def lasts(said: Said, case: Case, see: See) -> None:
    told = next(one.fields for one in said.of("signal/systemic-conditions"))
    true = truth.condition(case.bundle, told["condition"])
    see.claim(true["present"] > 0, "no review found the condition")
    see.same("what follows it", told.get("indicator"), true["indicator"])
    held = [one for one in case.of_rule("gain-that-lasted") if one.id.split("/")[1] == told["indicator"]]
    see.claim(bool(held), "its gain is not said to have lasted")
