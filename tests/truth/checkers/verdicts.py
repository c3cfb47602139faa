"""The rows of decision tables: beside their terms, what their words claim."""

from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks
from tests.truth.needed import verdicts

GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("loss", "faded-gain")


@checks(*verdicts())
def verdict(said: Said, case: Case, see: See) -> None:
    """What is said of more and fewer, of nothing and of everything holds of what the measures are called."""
    calls = [one.fields["call"] for one in case.signals("trajectory")]
    gains, losses = sum(call in GAINS for call in calls), sum(call in LOSSES for call in calls)
    sure = [one.fields["call"] for one in case.signals("trajectory") if one.fields.get("probability", 0) >= 0.8]
    if "nothing got better" in said.says.casefold() or "nothing else has got better" in said.says:
        see.none(not any(call in GAINS for call in sure), "a measure surely got better")
    if said.says.startswith("Nothing got better or worse"):
        see.none(gains + losses == 0, "a measure moved")
    if "no improvement work was shown" in said.says:
        stream = next((one for one in case.result["themes"] if one["theme"] == "stream"), None)
        shown = stream is not None and stream["standing"] in ("doing", "showing", "lasting")
        see.none(not shown, "the stream of improvements is doing or more")
    if "More has got worse than better" in said.says:
        see.order(losses > gains, f"{losses} got worse or went back, {gains} better")
    if "As much was lost or faded as was gained" in said.says:
        see.order(losses >= gains, f"{losses} got worse or went back, {gains} better")
    for id in said.raw.get("because", ()):
        known = id.removeprefix("finding/") in case.findings or id in case.facts
        see.claim(known or id == "basis" or id.startswith("standing/"), f"{id} is nowhere in the result")
