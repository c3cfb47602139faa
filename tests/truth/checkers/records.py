"""Signals over reviews, recommendations, promises, leaders' records, self-evaluations and registers."""

from typing import Any

from tests.truth import records_truth as truth
from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks

SURE = 0.8
MOVED = {
    "gradual-gain": "better",
    "sudden-gain": "better",
    "loss": "worse",
    "faded-gain": "worse",
    "no-change": "unchanged",
}


def _told(see: See, true: dict[str, Any], *also: float) -> None:
    see.fields(true)
    see.explained(true, *also)
    see.cites(true.get("_rows", ()))


@checks("signal/response-to-failure")
def reviews(said: Said, case: Case, see: See) -> None:
    _told(see, truth.reviews(case.bundle, said.fields["went"]))


@checks("signal/action-strength")
def actions(said: Said, case: Case, see: See) -> None:
    _told(see, truth.actions(case.bundle, said.fields["of"]))


@checks("signal/systemic-conditions")
def conditions(said: Said, case: Case, see: See) -> None:
    true = truth.condition(case.bundle, said.fields["condition"])
    _told(see, true)
    see.claim(true["words"].casefold() in said.says.casefold(), f"does not say {true['words']}")


@checks("signal/commitments-kept")
def promises(said: Said, case: Case, see: See) -> None:
    _told(see, truth.promises(case.bundle, said.fields["of"]))


@checks("signal/leadership-time")
def hours(said: Said, case: Case, see: See) -> None:
    _told(see, truth.hours(case.bundle))


@checks("signal/eight-questions")
def questions(said: Said, case: Case, see: See) -> None:
    _told(see, truth.questions(case.bundle))


@checks("signal/recommendation-flow")
def flow(said: Said, case: Case, see: See) -> None:
    _told(see, truth.flow(case.bundle, said.fields["source"]))


def call_of(case: Case, indicator: str) -> tuple[str, float] | None:
    """What the result calls the trajectory of an indicator, and how surely; None where it has none."""
    found = case.signals("trajectory", indicator=indicator)
    if not found:
        return None
    probability = found[0].fields.get("probability")
    return found[0].fields["call"], probability if isinstance(probability, int | float) else 0.0


def lost(case: Case) -> list[str]:
    """The indicators that by their own figures got worse or went back, surely."""
    return [
        one.fields["indicator"]
        for one in case.signals("trajectory")
        if one.fields["call"] in ("loss", "faded-gain") and one.fields.get("probability", 0) >= SURE
    ]


def knowledge(case: Case) -> dict[str, Any]:
    """What the self-evaluation says, and which losses it names."""
    true = dict(truth.statements(case.bundle))
    admitted = {
        row["indicator"] for row in case.bundle.rows("self-evaluation", "claims") if row["direction"] != "better"
    }
    losses = lost(case)
    named = [one for one in losses if one in admitted]
    return true | {"losses": len(losses), "losses_named": len(named), "losses_untold": len(losses) - len(named)}


@checks("signal/self-knowledge")
def self_knowledge(said: Said, case: Case, see: See) -> None:
    _told(see, knowledge(case))


def outcome_of(case: Case, indicator: str, direction: str) -> str:
    """What the trajectories say of a claim."""
    call = call_of(case, indicator)
    if call is None:
        return "no-figures"
    moved = MOVED.get(call[0])
    if moved is None or call[1] < SURE:
        return "cannot-tell"
    if moved == direction:
        return "supported"
    return "not-shown" if moved == "unchanged" else "contradicted"


@checks("signal/self-claims")
def self_claims(said: Said, case: Case, see: See) -> None:
    bundle = case.bundle
    row = next(row for row in bundle.rows("self-evaluation", "claims") if row["id"] == said.fields["claim"])
    statement = next(one for one in bundle.rows("self-evaluation") if one["id"] == row.parent)
    figures = [one for one in bundle.rows("indicators") if one["indicator"] == row["indicator"]]
    title = next(
        (one["title"] for one in bundle.rows("indicator-register") if one["indicator"] == row["indicator"]), None
    )
    has = call_of(case, row["indicator"]) is not None
    true = {
        "claim": row["id"],
        "area": statement["area"],
        "direction": row["direction"],
        "outcome": outcome_of(case, row["indicator"], row["direction"]),
        "indicator": row["indicator"] if has else None,
        "title": title if has else None,
        "evidence": bool(row.many("evidence")),
    }
    see.fields(true)
    see.cites([row, statement])
    if has:
        see.claim(
            any((one.file, one.number) in said.cited for one in figures), "cites no figure of the indicator it names"
        )
    see.claim(row["direction"] in said.says, f"does not say {row['direction']}")
    call = call_of(case, row["indicator"])
    see.explained({"probability": call[1] if call else None}, 0.99, SURE)


@checks("signal/harder-to-shape")
def harder(said: Said, case: Case, see: See) -> None:
    """Entries of the register that were rewritten since the earlier submission, and which way each cell went."""
    assert case.earlier is not None
    before = {row["indicator"]: row for row in case.earlier.rows("indicator-register")}
    ways = []
    for row in case.bundle.rows("indicator-register"):
        old = before.get(row["indicator"])
        if old is None or all(old[field] == row[field] for field in {*old.cells, *row.cells}):
            continue
        mine = {_way(field, old[field], row[field]) for field in ("editable_by", "stakes")}
        named = _way("verified_by", old["verified_by"], row["verified_by"])
        # A name alone makes nothing harder.
        if named < 0 or truth.looked_again(case.bundle, "indicator", row["indicator"]):
            mine.add(named)
        ways.append(mine - {0})
        see.cites([row])
    true = {"compared": len(ways), "harder": sum(one == {1} for one in ways), "easier": sum(-1 in one for one in ways)}
    see.fields(true)
    see.explained(true)


def _way(field: str, old: str, new: str) -> int:
    """1 where a cell makes a measure harder to shape, -1 where easier: a check, or somebody who may edit or gain."""
    if bool(old) == bool(new):
        return 0
    return 1 if bool(new) == (field == "verified_by") else -1
