"""How far each recommendation has come: from made to lasting, or to where it stuck.

Measures:
    For each recommendation made before the announcement: the stage its tracker claims and the stage that is borne out.
    `acted` needs an action that is done, `measured` an indicator besides, `verified` somebody who is not an owner, `lasting`
    a status that says so after that. One that nobody has acted on and nobody has touched for half a year is `stuck`.

Why it matters:
    Recommendations are accepted readily and followed seldom. Haringey's review in 2009 found earlier recommendations about
    written records not followed.

Cannot tell:
    Whether the recommendation was a good one, or the action the right answer. One rejected for good reasons is not stuck.

Reference:
    Munro (2011), A child-centred system; Laming (2009), The Protection of Children in England: A Progress Report.
"""

from inspector.evidence.recommendations import STAGES, Path, paths
from inspector.evidence.records import Found, fact
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.recommendations import Recommendation

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
        Field(name="recommendation", type="string", says="Its id."),
        Field(name="source", type="string", says="Where it came from.", choices=SOURCES),
        Field(name="claimed", type="string", says="The stage its tracker names last.", choices=STAGES),
        Field(name="stage", type="string", says="The stage that is borne out.", choices=STAGES),
        Field(name="on_paper", type="boolean", says="Called done or further while no action of it is done."),
        Field(name="idle_months", type="integer", says="Whole months since anything happened to it."),
        Field(name="owners", type="integer", says="Agencies or people who own it."),
        Field(name="strength", type="string", says="Its strongest action that is known.", choices=STRENGTHS),
        Field(name="indicator", type="string", says="The indicator of the register that is to show its effect."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact a recommendation, sorted by id; of two with one id the first."""
    registered = {one.indicator for one in evidence.indicators}
    by_id: dict[str, Path] = {}
    for path in paths(evidence):
        by_id.setdefault(path.recommendation.id, path)
    return tuple(_fact(by_id[id], registered) for id in sorted(by_id))


def _fact(path: Path, registered: set[str]) -> Fact:
    one = path.recommendation
    indicator = one.indicator if one.indicator in registered else None
    found: Found = {
        "recommendation": one.id,
        "source": one.source,
        "claimed": path.claimed,
        "stage": path.stage,
        "on_paper": path.on_paper,
        "idle_months": path.idle_days // 30,
        "owners": len(one.owners),
        "strength": _strongest(one),
        "indicator": indicator,
    }
    claims = "" if path.claimed == path.stage else f" (its tracker says {path.claimed})"
    says = f"Recommendation {one.id}, from {one.source.replace('-', ' ')}, made {one.made_on}: {path.stage}{claims}."
    rests = ["recommendations", *([f"indicator/{indicator}"] if indicator else [])]
    return fact(ABOUT, one.id, found, says, rests, [one, *one.actions, *one.statuses])


def _strongest(one: Recommendation) -> str:
    known = [action.strength for action in one.actions if action.strength]
    return min(known, key=STRENGTHS.index, default="unstated")
