"""What a reader is told leaves nothing out: whatever moved, was recommended, said, claimed or asked is told once."""

from collections.abc import Mapping
from typing import Any

from tests.truth.case import Case
from tests.truth.figures import MOVED
from tests.truth.laws import law
from tests.truth.ledger import See

ASKS = ("question", "strong-question")


@law
def nothing_is_left_untold(case: Case, see: See) -> None:
    """Every measure that moved has one story; recommendations, voices, claims and questions are all told, each once."""
    told: Mapping[str, list[Mapping[str, Any]]] = case.result["told"]
    moved = [f.fields["indicator"] for f in case.signals("trajectory") if f.fields["call"] in MOVED]
    see.same("stories", sorted(one["indicator"] for one in told["stories"]), sorted(moved))
    recommended = [one["recommendation"] for one in told["recommendations"]]
    see.same("recommendations", recommended, _ids(case, "recommendations"))
    claimed = [one["claim"] for one in told["claims"]]
    see.same("claims", sorted(claimed), sorted(_ids(case, "self-evaluation", "claims")))
    see.number("voices", len(told["voices"]), len(case.bundle.rows("voice")))
    asking = sorted(f"{t['probe']}/{t['subject']}" for t in case.result["traces"] if t["outcome"] in ASKS)
    see.same("questions", sorted(one["asked"] for one in told["doubts"] if one["asked"]), asking)


@law
def what_got_worse_is_told_first(case: Case, see: See) -> None:
    """Losses and gains that faded come before gains, and gains with a test before those without."""
    stories = case.result["told"]["stories"]
    places = [
        (one["call"] not in ("loss", "faded-gain"), not any(t["claimed"] for t in one["tests"])) for one in stories
    ]
    see.order(places == sorted(places), "stories do not stand in their order")


def _ids(case: Case, kind: str, part: str = "") -> list[str]:
    return list(dict.fromkeys(row["id"] for row in case.bundle.rows(kind, part)))
