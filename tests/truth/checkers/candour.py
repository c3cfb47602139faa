"""Munro: what the authority knows about itself."""

from tests.truth import records_truth as truth
from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.records import MOVED, SURE, call_of, knowledge, lost, outcome_of
from tests.truth.checkers.rules import values
from tests.truth.ledger import See, checks


def _claims(case: Case) -> list[Row]:
    found: dict[str, Row] = {}
    for row in case.bundle.rows("self-evaluation", "claims"):
        found.setdefault(row["id"], row)
    return list(found.values())


@checks("munro/self-described", "munro/knows-how-it-knows", "munro/knows-without-saying-how", "munro/only-good-news")
def described(said: Said, case: Case, see: See) -> None:
    true, told = truth.statements(case.bundle), values(said, case, "self")
    for name in ("statements", "known_share", "next_share", "claims", "bad_news"):
        see.number(name, told[name], true[name])


@checks("munro/bad-news-brought")
def bad_news(said: Said, case: Case, see: See) -> None:
    true = knowledge(case)
    told = next(one.fields for one in said.of("signal/self-knowledge"))
    for name in ("bad_news", "claims", "losses", "losses_named"):
        see.number(name, told[name], true[name])
    borne = sum(
        row["direction"] != "better" and outcome_of(case, row["indicator"], row["direction"]) == "supported"
        for row in _claims(case)
    )
    see.claim(borne > 0, "its own figures bear out none")


@checks("munro/losses-left-out")
def left_out(said: Said, case: Case, see: See) -> None:
    losses = set(lost(case))
    named = [row["id"] for row in _claims(case) if row["indicator"] in losses and row["direction"] != "better"]
    see.none(not named, f"claims name them: {named[:3]}")
    unnamed = [row["id"] for row in _claims(case) if row["direction"] != "better" and not row["indicator"]]
    if "name no" not in said.says and "no measure" not in said.says:
        see.none(not unnamed, f"{len(unnamed)} claims of bad news say not of which measure")


@checks("munro/only-good-news")
def all_good(said: Said, case: Case, see: See) -> None:
    bad = [row["id"] for row in _claims(case) if row["direction"] != "better"]
    see.none(not bad, f"no good news: {bad[:3]}")


@checks("munro/claim-contradicted", "munro/claim-too-modest")
def contradicted(said: Said, case: Case, see: See) -> None:
    spoken = case.spoken(said)
    row = next(row for row in _claims(case) if row["id"] == spoken["claim.claim"])
    see.same("direction", spoken["claim.direction"], row["direction"])
    call = call_of(case, row["indicator"])
    moved = MOVED.get(call[0]) if call else None
    wanted = "better" if "it got better" in said.says else "worse"
    see.same("moved", moved, wanted)
    see.claim(call is not None and call[1] >= SURE, "that is not sure enough")


@checks("munro/claims-not-shown")
def not_shown(said: Said, case: Case, see: See) -> None:
    good = [row for row in _claims(case) if row["direction"] == "better"]
    unshown = sum(outcome_of(case, row["indicator"], "better") in ("not-shown", "no-figures") for row in good)
    spoken = case.spoken(said)
    see.number("not shown", float(spoken["unshown.n"]), unshown)
    see.number("claims", float(spoken["share.out_of"]), len(good))


@checks("munro/records-give-the-same", "munro/records-give-otherwise")
def recomputed(said: Said, case: Case, see: See) -> None:
    told = [one for one in said.facts if one.about == "probe/claimed-against-recomputed"]
    wanted = ("clear",) if "the same" in said.says else ("question", "strong-question")
    see.claim(any(one.fields["outcome"] in wanted for one in told), "the probe did not find so")


@checks("munro/harder-to-shape", "munro/easier-to-shape")
def shape(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "hard")
    see.claim(told["harder"] + told["easier"] <= told["compared"], "more moved than were compared")


@checks("munro/claims-borne-out")
def borne_out(said: Said, case: Case, see: See) -> None:
    outcomes = [(row["direction"], outcome_of(case, row["indicator"], row["direction"])) for row in _claims(case)]
    spoken = case.spoken(said)
    see.number("borne out", float(spoken["right.n"]), sum(outcome == "supported" for _, outcome in outcomes))
    told = sum(outcome in ("supported", "contradicted", "not-shown") for _, outcome in outcomes)
    see.number("that figures speak to", float(spoken["right.out_of"]), told)
    if "bad news among them" in said.says:
        see.claim(
            any(way != "better" and outcome == "supported" for way, outcome in outcomes), "no bad news is among them"
        )


@checks("munro/candour-lasts")
def candour_lasts(said: Said, case: Case, see: See) -> None:
    rows = _claims(case)
    spoken = case.spoken(said)
    see.number("no good news", float(spoken["told.n"]), sum(row["direction"] != "better" for row in rows))
    see.number("claims", float(spoken["told.out_of"]), len(rows))
