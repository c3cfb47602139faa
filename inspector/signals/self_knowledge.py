"""What the authority knows of itself: how it knows it, what it does next, and the bad news it brings itself.

Measures:
    The statements of the self-evaluation: how many say how it is known and what comes next. Its claims: how many name an
    indicator or other evidence, and how many say that something got worse or did not move. The indicators that got worse or
    went back by their own figures, how many of these the claims name as worse or unchanged, and how many they leave out.

Why it matters:
    Bad news that an authority brings itself is the best sign that it looks. What only the inspector finds was either not
    known or not said.

Cannot tell:
    Why something was left out. A self-evaluation cannot hold everything; small losses may not belong there.

Reference:
    Tate on inspection and false data; Edmondson (1999), Administrative Science Quarterly 44(2), 350-383 (teams that report
    more errors are often the better ones); definitions/inspection.csv.
"""

from inspector.evidence.records import Found, fact, share, shared
from inspector.evidence.series import all_series
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.rows import Located
from inspector.model.self_evaluation import Claim
from inspector.model.words import agree, plural

SURE = 0.8

ABOUT = About(
    id="self-knowledge",
    title="What the authority knows of itself",
    needs=("self-evaluation",),
    fields=(
        describe.count("statements", "Statements of the self-evaluation.", "declared", "statements", least=1),
        describe.share("known_share", "Share of the statements that say how it is known.", "declared", good="up"),
        describe.share("next_share", "Share of the statements that say what comes next.", "declared", good="up"),
        describe.count("claims", "Claims of the self-evaluation.", "declared", "claims"),
        describe.share(
            "backed_share",
            "Share of the claims that name an indicator of the register or evidence.",
            "declared",
            good="up",
        ),
        describe.count(
            "bad_news",
            "Claims that something got worse or did not move.",
            "declared",
            "claims",
            good="up",
            at_most="claims",
        ),
        describe.share(
            "bad_news_share",
            "Share of the claims that say that something got worse or did not move.",
            "declared",
            good="up",
            equals="bad_news / claims",
        ),
        describe.count(
            "losses",
            "Indicators that got worse or went back, by their own figures.",
            "measured",
            "indicators",
            good="down",
        ),
        describe.count(
            "losses_named",
            "Indicators that got worse or went back, and that a claim calls worse or unchanged.",
            "measured",
            "indicators",
            good="up",
            at_most="losses",
        ),
        describe.count(
            "bad_news_open",
            "Claims that something got worse or did not move which do not state of which indicator.",
            "doubt",
            "claims",
            at_most="bad_news",
        ),
        describe.count(
            "losses_untold",
            "Indicators that got worse or went back, and that no claim calls worse or unchanged.",
            "measured",
            "indicators",
            good="down",
            equals="losses - losses_named",
            at_most="losses",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a statement."""
    statements = evidence.self_evaluation
    if not statements:
        return ()
    claims = [claim for statement in statements for claim in statement.claims]
    registered = {one.indicator for one in evidence.indicators}
    lost = [one for one in all_series(evidence) if _lost(one.judgement().call, one.judgement().probability)]
    admitted = {claim.indicator for claim in claims if claim.direction != "better"}
    named = [one for one in lost if one.indicator.indicator in admitted]
    open_ = sum(claim.direction != "better" and not claim.indicator for claim in claims)
    bad = sum(claim.direction != "better" for claim in claims)
    found: Found = {
        "statements": len(statements),
        "known_share": shared(statements, lambda one: bool(one.how_we_know)),
        "next_share": shared(statements, lambda one: bool(one.what_next)),
        "claims": len(claims),
        "backed_share": shared(claims, lambda claim: _backed(claim, registered)),
        "bad_news": bad,
        "bad_news_share": share(bad, len(claims)),
        "losses": len(lost),
        "losses_named": len(named),
        "losses_untold": len(lost) - len(named),
        "bad_news_open": open_,
    }
    says = (
        f"{plural(len(statements), 'statement')} with {plural(len(claims), 'claim')}, {bad} of them bad news. "
        f"{plural(len(lost), 'indicator')} got worse or went back by {agree(len(lost), 'its', 'their')} own figures; "
        f"{len(named)} of these {agree(len(named), 'is', 'are')} named as worse or unchanged."
        f"{_open(open_)}"
    )
    records: list[Located] = [*statements, *claims, *(one.indicator for one in lost)]
    rests = ["self-evaluation", *(f"indicator/{one.indicator.indicator}" for one in lost)]
    return (fact(ABOUT, "all", found, says, rests, records),)


def _open(claims: int) -> str:
    """Bad news that may be about any of them: what it is about nobody states."""
    if not claims:
        return ""
    return f" Of which indicator it speaks is not stated by {claims} {agree(claims, 'claim', 'claims')} of bad news."


def _lost(call: str, probability: float) -> bool:
    return call in ("loss", "faded-gain") and probability >= SURE


def _backed(claim: Claim, registered: set[str]) -> bool:
    return claim.indicator in registered or bool(claim.evidence)
