"""How far each recommendation has come: from made to lasting, or to where it stuck.

Measures:
    For each recommendation made before the announcement: the stage its tracker claims and the stage that is borne out.
    `acted` needs an action that is done, `measured` an indicator besides, `verified` somebody who is not an owner, `lasting`
    a status that says so after that. One that nobody has acted on and nobody has touched for half a year is `stuck`.
    Of one that was acted on and names an indicator with figures, what followed. `followed`: an action was done within 12
    months before the span in which a gain most likely (90 %) began. `same-time`: one was done within the span, so that
    nobody can tell which came first. `gain-came-first`: all were done when the gain had begun. `long-before`: all that were
    done before it were so more than 12 months earlier. `no-change`, `worse`: what the indicator did instead. `chance` is the
    probability that an action would lie as near to a gain by chance, as in `claimed-effect`.

Why it matters:
    Recommendations are accepted readily and followed seldom. Haringey's review in 2009 found earlier recommendations about
    written records not followed.

Cannot tell:
    Whether the recommendation was a good one, or the action the right answer. One rejected for good reasons is not stuck.

Reference:
    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300, on false matches among many;
    Munro (2011), A child-centred system; Laming (2009), The Protection of Children in England: A Progress Report.
"""

from datetime import timedelta

from inspector.evidence.recommendation_effects import EFFECTS, Followed, followed
from inspector.evidence.recommendations import STAGES, Path, paths
from inspector.evidence.records import Found, fact, last_day
from inspector.evidence.series import whole_months
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.recommendations import Recommendation
from inspector.stats.timing import expected

SOURCES = (
    "munro", "case-review", "inspection", "government", "front-line", "reflective-practice", "project-board",
    "systems-change-board", "cabinet", "other",
)  # fmt: skip
STRENGTHS = ("stronger", "intermediate", "weaker", "unstated")

ABOUT = About(
    id="recommendation-path",
    title="How far each recommendation has come",
    needs=("recommendations",),
    fields=(
        describe.text("recommendation", "The id of the recommendation.", "name", key=True, open=True),
        describe.choice("source", "Where the recommendation came from.", SOURCES, "name"),
        describe.choice("claimed", "The stage that the tracker of the recommendation names last.", STAGES, "declared"),
        describe.choice(
            "stage",
            "How far the recommendation has come, as far as that is borne out.",
            STAGES,
            "activity",
            better="acted measured verified lasting",
            worse="stuck dropped",
        ),
        describe.flag(
            "on_paper",
            "Whether the recommendation is called done or further while no action of it is done.",
            "doubt",
            good="down",
        ),
        describe.count(
            "idle_months",
            "Whole months since anything happened to the recommendation.",
            "activity",
            "months",
            good="down",
        ),
        describe.count("owners", "Agencies or people who own the recommendation.", "declared", "owners"),
        describe.choice(
            "strength",
            "The strongest action known that answers the recommendation.",
            STRENGTHS,
            "declared",
            better="stronger intermediate",
            worse="weaker",
        ),
        describe.text(
            "indicator",
            "The indicator of the register that is to show the effect of the recommendation.",
            "name",
            open=True,
        ),
        describe.choice(
            "effect",
            "What followed when the recommendation was acted on.",
            EFFECTS,
            "measured",
            better="followed same-time",
            worse="worse",
        ),
        describe.day("done_on", "When the action was done that is nearest to a gain, else the first.", "activity"),
        describe.text("began", "When the indicator of the recommendation began to change, in words.", "measured"),
        describe.text(
            "order", "The action that is nearest to a gain, else the first, and which came first, in words.", "measured"
        ),
        describe.probability("chance", "Probability of an action as near to a gain by chance.", good="down"),
        describe.count(
            "gains_among", "Recommendations acted on whose indicator has a gain.", "doubt", "recommendations", least=1
        ),
        describe.count(
            "as_near",
            "Recommendations of which the chance is as small as of this one, this one included.",
            "doubt",
            "recommendations",
            least=1,
            at_most="gains_among",
        ),
        describe.amount(
            "chance_among",
            "Recommendations of which an action would lie as near to a gain by chance alone.",
            "doubt",
            "recommendations",
            least=0,
            good="down",
            at_most="gains_among",
        ),
        describe.share(
            "false_share",
            "The share of false matches to be expected among the recommendations as near or nearer.",
            "doubt",
            good="down",
        ),
        describe.day(
            "looked_on",
            "When another body that does not own the recommendation looked, after the gain had begun.",
            "measured",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact a recommendation, sorted by id; of two with one id the first."""
    registered = {one.indicator for one in evidence.indicators}
    by_id: dict[str, Path] = {}
    every = paths(evidence)
    for path in every:
        by_id.setdefault(path.recommendation.id, path)
    effects = followed(evidence, every)
    return tuple(_fact(by_id[id], registered, effects.get(id), evidence) for id in sorted(by_id))


def _fact(path: Path, registered: set[str], effect: Followed | None, evidence: Evidence) -> Fact:
    one = path.recommendation
    indicator = one.indicator if one.indicator in registered else None
    found: Found = {
        "recommendation": one.id,
        "source": one.source,
        "claimed": path.claimed,
        "stage": path.stage,
        "on_paper": path.on_paper,
        "idle_months": max(0, whole_months(last_day(evidence) - timedelta(days=path.idle_days), last_day(evidence))),
        "owners": len(one.owners),
        "strength": _strongest(one),
        "indicator": indicator,
        **_effect(path, effect),
    }
    claims = "" if path.claimed == path.stage else f" (its tracker says {path.tracker})"
    says = f"Recommendation {one.id}, from {one.source.replace('-', ' ')}, made {one.made_on}: {path.stage}{claims}."
    rests = ["recommendations", *([f"indicator/{indicator}"] if indicator else [])]
    return fact(ABOUT, one.id, found, says, rests, [one, *one.actions, *one.statuses])


def _effect(path: Path, effect: Followed | None) -> Found:
    """What followed, as far as there is anything to say."""
    if effect is None:
        return {}
    looked, span = path.looked_on, effect.span
    matched = effect.effect in ("followed", "same-time") and effect.chance is not None
    return {
        "effect": effect.effect,
        "done_on": effect.done_on,
        "began": span.words if span else None,
        "order": effect.order,
        "chance": effect.chance if matched else None,
        "gains_among": effect.among if matched else None,
        "as_near": effect.as_near if matched else None,
        "chance_among": expected(effect.among, effect.chance or 0.0) if matched else None,
        "false_share": effect.false_share if matched else None,
        "looked_on": looked if looked and path.verified and span and span.order(looked) == "after" else None,
    }


def _strongest(one: Recommendation) -> str:
    known = [action.strength for action in one.actions if action.strength]
    return min(known, key=STRENGTHS.index, default="unstated")
