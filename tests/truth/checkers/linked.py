"""What is said of linked measures and of the authority's own claims: `balancing`, `self-claims`, `self-knowledge`."""

from tests.truth.case import Case, Said
from tests.truth.figures import GAINS, SURE, call, day_of, months_on, registered, span, spans, sure_said, surely
from tests.truth.ledger import See, checks
from tests.truth.sentences import numbers, value


@checks("signal/balancing")
def balancing(said: Said, case: Case, see: See) -> None:
    """The two are linked in the register or the log, and the linked one did what its own trajectory says."""
    told = said.fields
    one, other = told["indicator"], told["balancing"]
    linked = registered(case, one)["balancing_indicator"] == other
    linked = linked or any(
        r["indicator"] == one and r["balancing_indicator"] == other for r in case.bundle.left("improvement-log")
    )
    see.claim(linked, f"nothing links {other} to {one}")
    move, sure = call(case, other)
    gain = call(case, one)
    true = (
        "not-measured"
        if not move
        else "cannot-tell"
        if move == "too-few-points"
        else "worsened"
        if move == "loss"
        else "not-worse"
    )
    see.same("outcome", told["outcome"], true)
    see.same("gained", told["gained"], gain[0] in GAINS)
    if "probability" in told:
        see.number("probability", told["probability"], sure)
        mine = said.says.replace(registered(case, one)["title"], "").partition("it has a gain")[0]
        see.claim(sure_said(mine, sure), f"the probability is {sure}")
    if told["outcome"] == "worsened":
        low, high = span(case, other)
        see.claim((low, high) in spans(said.says), f"it began to get worse from {low} to {high}")
    if "it has a gain itself" in said.says:
        see.claim(span(case, one) in spans(said.says), f"its own gain began from {span(case, one)}")
    if "after_gain" in told and told["gained"]:
        begins, gained = day_of(told["onset"]), day_of(case.facts[f"signal/trajectory/{one}"].fields["onset"])
        see.order(
            not told["after_gain"] or begins >= months_on(gained, -3),
            f"it got worse on {begins}, before the gain on {gained}",
        )


@checks("signal/self-claims")
def claim(said: Said, case: Case, see: See) -> None:
    """The claim is made, of that measure, and its figures say of it what is said."""
    told = said.fields
    made = next((row for row in case.bundle.rows("self-evaluation", "claims") if row["id"] == told["claim"]), None)
    if not see.row(made is not None, f"there is no claim {told['claim']}") or made is None:
        return
    see.same("direction", told["direction"], made["direction"])
    see.same("evidence", told["evidence"], bool(made["evidence"]))
    move, sure = call(case, made["indicator"])
    if not move:
        see.same("outcome", told["outcome"], "no-figures")
        return
    see.same("indicator", told["indicator"], made["indicator"])
    see.claim(sure_said(said.says, sure), f"the probability is {sure}")
    ways = {
        "gradual-gain": "better",
        "sudden-gain": "better",
        "loss": "worse",
        "faded-gain": "worse",
        "no-change": "unchanged",
    }
    if told["outcome"] == "supported":
        see.claim(ways.get(move) == made["direction"] and sure >= SURE, f"the figures say {move}, {sure}")
    if told["outcome"] == "contradicted":
        see.claim(
            ways.get(move) not in (None, "unchanged", made["direction"]) and sure >= SURE,
            f"the figures say {move}, {sure}",
        )
    if told["outcome"] == "not-shown":
        see.claim(
            move == "no-change" and made["direction"] != "unchanged" and sure >= SURE, f"the figures say {move}, {sure}"
        )
    if told["outcome"] == "cannot-tell":
        see.claim(move == "too-few-points" or sure < SURE, f"the figures say {move}, {sure}")
        for text in numbers(said.says.rpartition(":")[2].partition(", below")[0].partition("just below")[0]):
            see.claim(value(text) < SURE, f"cannot tell, and the probability is said to be {text}")


@checks("signal/self-knowledge")
def knowledge(said: Said, case: Case, see: See) -> None:
    """Statements, claims and bad news counted; losses are those of the trajectories."""
    told = said.fields
    statements = case.bundle.rows("self-evaluation")
    claims = case.bundle.rows("self-evaluation", "claims")
    see.number("statements", told["statements"], len(statements))
    see.number("claims", told["claims"], len(claims))
    bad = [row for row in claims if row["direction"] != "better"]
    see.number("bad_news", told["bad_news"], len(bad))
    known = [row for row in statements if row["how_we_know"]]
    see.number("known_share", told["known_share"], len(known) / len(statements))
    see.number("next_share", told["next_share"], len([row for row in statements if row["what_next"]]) / len(statements))
    lost = {fact.fields["indicator"] for fact in surely(case, ("loss", "faded-gain"))}
    named = lost & {row["indicator"] for row in bad}
    see.number("losses", told["losses"], len(lost))
    see.number("losses_named", told["losses_named"], len(named))
    see.number("losses_untold", told["losses_untold"], len(lost - named))
    for true in (len(statements), len(claims), len(bad)):
        see.claim(str(true) in numbers(said.says) or (true == 0 and "none" in said.says), f"does not say {true}")
