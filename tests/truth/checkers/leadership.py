"""Munro: leading improvement."""

from tests.truth import records_truth as truth
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import by
from tests.truth.ledger import See, checks


@checks(
    "munro/leaders-keep-track",
    "munro/time-for-improving",
    "munro/all-time-goes-into-today",
    "munro/less-time-for-improving",
    "munro/hands-on-without-overseeing",
    "munro/leaders-account-for-improving",
    "munro/nobody-asks-leaders",
    "munro/leaders-have-more-time-and-it-shows",
)
def hours(said: Said, case: Case, see: See) -> None:
    true = truth.hours(case.bundle)
    told = next(one.fields for one in said.of("signal/leadership-time"))
    for name in (
        "leaders",
        "periods",
        "both_share",
        "improving_share",
        "overseeing_share",
        "change",
        "accounted_share",
    ):
        see.number(name, told.get(name), true[name])


@checks("munro/nobody-asks-leaders")
def nobody(said: Said, case: Case, see: See) -> None:
    """Nobody states a day; that nobody accounts would be said only where all say that they do not, and no field can."""
    ever = {row["leader"] for row in case.bundle.rows("leadership") if row.day("accounted_on")}
    see.none(not ever, f"{sorted(ever)} state a day")
    see.none("state" in said.says, "that none is stated is not that there is none")
    see.number("accountable", values(said, case, "time")["accountable"], truth.hours(case.bundle)["accountable"])


@checks("munro/questions-answered-and-forgotten")
def forgotten(said: Said, case: Case, see: See) -> None:
    told, true = values(said, case, "eight"), truth.questions(case.bundle)
    acted = [
        row for row in true["_rows"] if by(row.day("acted_on"), case.bundle) and by(row.day("answered_on"), case.bundle)
    ]
    see.none(
        told["answered"] - told["not_acted"] == len(acted), f"{len(acted)} state a day on which they were acted upon"
    )


@checks("munro/leaders-have-more-time-and-it-shows")
def shows(said: Said, case: Case, see: See) -> None:
    see.order(truth.hours(case.bundle)["change"] >= 0, "leaders give less time later than earlier")


@checks(
    "munro/questions-kept-alive",
    "munro/questions-answered-and-forgotten",
    "munro/questions-answered-for-the-visit",
    "munro/leadership-lasts",
)
def questions(said: Said, case: Case, see: See) -> None:
    true = truth.questions(case.bundle)
    told = next(one.fields for one in said.of("signal/eight-questions"))
    for name in ("leaders", "answered_share", "reviewed_share", "acted_share", "not_acted", "since_notification_share"):
        see.number(name, told.get(name), true[name])
