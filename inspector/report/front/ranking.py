"""Which findings come first, where only some can: the strongest, and one a measure.

Findings that speak for improvement are ordered by the standing that they support after trust, then by the trust in their
evidence, then by the number of facts they rest on. Those that speak against it: losses and faded gains of a measure before all
else, those that say nothing besides first, then by trust; then the others by how low they hold their theme, trust and number of
facts. What is equal stays in the order of the document. Withdrawn findings are left out. Of the findings about one measure the
first one stays.
"""

from collections.abc import Iterable, Iterator

from inspector.model.ladder import STANDINGS, TRUSTS
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding

LOST = ("loss", "faded-gain")
Facts = dict[str, Fact]


def facts_of(document: Document) -> Facts:
    """The facts of a document by their ids."""
    return {fact["id"]: fact for fact in document["facts"]}


def strongest(found: Iterable[Finding], facts: Facts) -> list[Finding]:
    """The findings that speak for improvement and stand, the strongest first, one a measure."""
    return list(_one_a_measure(sorted(_standing(found, "better"), key=_for), facts))


def gravest(found: Iterable[Finding], facts: Facts) -> list[Finding]:
    """The findings that speak against improvement and stand, the gravest first, one a measure."""
    return list(_one_a_measure(sorted(_standing(found, "worse"), key=lambda f: _against(f, facts)), facts))


def indicator_of(finding: Finding, facts: Facts) -> str:
    """The measure that a finding is about; empty where it is about none, or about several."""
    parts = finding["id"].split("/")[1:]
    rests = {name for fact in finding["facts"] if fact in facts for name in facts[fact]["rests_on"]}
    return next((part for part in parts if f"indicator/{part}" in rests), "")


def is_loss(finding: Finding, facts: Facts) -> bool:
    """Whether it says of one measure that it got worse, or that its gain has faded."""
    own = indicator_of(finding, facts)
    return bool(own) and any(
        facts[name]["kind"] == "signal/trajectory"
        and facts[name]["fields"].get("call") in LOST
        and facts[name]["fields"].get("indicator") == own
        for name in finding["facts"]
        if name in facts
    )


def _standing(found: Iterable[Finding], direction: str) -> list[Finding]:
    return [one for one in found if one["direction"] == direction and not one["withdrawn"]]


def _for(finding: Finding) -> tuple[int, ...]:
    supports = finding["standing"]
    return (-STANDINGS.index(supports) if supports else 1, *_borne_out(finding))


def _against(finding: Finding, facts: Facts) -> tuple[int, ...]:
    if is_loss(finding, facts):
        return (0, len(finding["facts"]) - 1, *_borne_out(finding))
    limit = finding["limit"]
    return (1, STANDINGS.index(limit) if limit else len(STANDINGS), *_borne_out(finding))


def _borne_out(finding: Finding) -> tuple[int, int]:
    return -TRUSTS.index(finding["trust"]), -len(finding["facts"])


def _one_a_measure(found: Iterable[Finding], facts: Facts) -> Iterator[Finding]:
    seen: set[str] = set()
    for finding in found:
        own = indicator_of(finding, facts)
        if own not in seen:
            yield finding
        seen |= {own} if own else set()
