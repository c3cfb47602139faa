"""Munro: learning from mistakes and successes."""

from tests.truth import log_truth as truth
from tests.truth import records_truth as records
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import inside, tests
from tests.truth.ledger import See, checks


@checks(
    "munro/lessons-written-down",
    "munro/predictions-compared",
    "munro/ideas-given-up",
    "munro/nothing-is-ever-given-up",
    "munro/nothing-is-predicted",
    "munro/lessons-repeat-themselves",
    "munro/cycles-follow-cycles",
)
def what_tests_teach(said: Said, case: Case, see: See) -> None:
    true, told = truth.loop(case.bundle), values(said, case, "loop")
    for name in (
        "tests",
        "lessons",
        "compared_share",
        "decided",
        "abandoned",
        "predicted_share",
        "distinct_share",
        "chained",
    ):
        see.number(name, told.get(name), true[name])
    see.claim("real tests" not in said.says, "that a test was real is more than rows can say")


@checks("munro/nothing-is-predicted")
def none_predicted(said: Said, case: Case, see: See) -> None:
    silent = [row for row in tests(case.bundle) if not row["prediction"]]
    told = values(said, case, "loop")["unpredicted"]
    see.none(len(silent) == told, f"{len(silent)} tests state no prediction, and not {told}")


@checks("munro/nothing-is-ever-given-up")
def none_given_up(said: Said, case: Case, see: See) -> None:
    given_up = [row["id"] for row in tests(case.bundle) if row["decision"] == "abandon"]
    see.none(not given_up, f"given up: {given_up[:3]}")


@checks("munro/cycles-follow-cycles")
def follow(said: Said, case: Case, see: See) -> None:
    true = truth.loop(case.bundle)
    see.number("longest_chain", values(said, case, "loop")["longest_chain"], true["longest_chain"])
    see.order(true["chained"] > 0, "no test follows an earlier one")


@checks("munro/targets-questioned")
def questioned(said: Said, case: Case, see: See) -> None:
    true, told = truth.questioned(case.bundle), values(said, case, "loops")
    for name in ("questioned", "teams", "acted"):
        see.number(name, told[name], true[name])


@checks("munro/nobody-questions-targets")
def not_questioned(said: Said, case: Case, see: See) -> None:
    true = truth.questioned(case.bundle)
    see.none(true["questioned"] == 0, "a test questions a target")
    told = values(said, case, "loops")
    silent = true["tests"] - sum(row.flag("questions_target") is not None for row in tests(case.bundle))
    if "not stated" not in said.says and "of those that say" not in said.says:
        see.none(
            silent == 0 or told.get("asked_known", 0) > 0,
            f"{silent} of {true['tests']} tests do not say whether they do",
        )


@checks("munro/successes-are-reviewed")
def successes(said: Said, case: Case, see: See) -> None:
    true, told = records.reviews(case.bundle, "well"), values(said, case, "well")
    see.number("reviews", told["reviews"], true["reviews"])
    see.number("acted", told["acted"], true["acted"])


@checks("munro/only-failures-are-reviewed")
def no_successes(said: Said, case: Case, see: See) -> None:
    some = [row for row in case.bundle.rows("case-reviews") if inside(row.day("reviewed_on"), case.bundle)]
    well = [row["id"] for row in some if row["went"] in ("well", "mixed")]
    see.none(not well, f"reviews of what went well, wholly or in part: {well[:3]}")


@checks("munro/what-was-learned-shows")
def shows(said: Said, case: Case, see: See) -> None:
    true = truth.loop(case.bundle)
    see.claim(true["abandoned"] > 0, "no idea was given up")
    see.claim(true["chained"] > 0, "no test goes on from another")
    see.claim((true["compared_share"] or 0) >= 0.5, "fewer than half compare")


@checks("munro/learning-lasts")
def lasts(said: Said, case: Case, see: See) -> None:
    true = truth.loop(case.bundle)
    if "still compare" in said.says:
        see.order((true["change"] or 0) >= -0.1, "fewer compare later than before")
    see.claim(truth.questioned(case.bundle)["questioned"] > 0, "no target is questioned")
