"""A stored result held to its own facts: what its framework makes of them is what it says, or it is not as it was judged.

Findings follow from the facts and from the trust in what they rest on, and both stand in a result. Standings and verdict can be
lower than that, since rows that were asked about are struck, and a visit brings down; they can never be higher. A fact that was
altered together with everything that follows from it is not found here: for that the bundle is judged again.
"""

from collections.abc import Iterator
from datetime import date
from typing import cast

from inspector.judging import concluding
from inspector.judging.rulebooks import Rulebook
from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import Finding as Found
from inspector.model.inspection import TrustIn, Verdict
from inspector.model.ladder import VERDICTS, VerdictWord, rank
from inspector.model.problems import shown
from inspector.model.traces import Trace
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Finding

SAME = ("rule", "theme", "direction", "reached", "limit", "trust", "withdrawn", "facts", "builds_on", "cites", "ask")


def faults(document: Document, rulebook: Rulebook) -> list[str]:
    """What does not follow from its facts, in words; none of a result as Inspector wrote it by this framework and engine."""
    return list(_faults(document, rulebook))


def _faults(d: Document, rulebook: Rulebook) -> Iterator[str]:
    facts = tuple(_facts(d, rulebook))
    trust = tuple(TrustIn(evidence=t["evidence"], trust=t["trust"], reasons=tuple(t["reasons"])) for t in d["trust"])
    firings, found, themes = concluding.findings_and_standings(rulebook, facts, trust, "reference")
    said = {one["id"]: one for one in d["findings"]}
    more = {fact["id"] for fact in d["facts"] if "aside" in fact or "beside" in fact}
    for one in found:
        if one.id not in said:
            yield f"its facts make the finding {one.id}, which it does not have"
        else:
            yield from _finding(one, said[one.id], bool(more.intersection(one.facts)))
    made = {one.id for one in found}
    yield from (f"its facts do not make the finding {shown(name)}" for name in said if name not in made)
    stood = {theme.theme: theme.standing for theme in themes}
    for theme in d["themes"]:
        if theme["theme"] not in stood:
            yield f"its framework has no theme {shown(theme['theme'])}"
        elif rank(theme["standing"]) > rank(stood[theme["theme"]]):
            yield f"the theme {theme['theme']} stands at {theme['standing']}, and its facts leave it at {stood[theme['theme']]}"
    yield from _verdict(d, rulebook)
    as_said = tuple(theme.model_copy(update=_stands(d, theme.theme)) for theme in themes)
    verdict = concluding.verdict_by(rulebook, firings, found, as_said, _traces(d), trust, "reference")
    yield from _follows(d, verdict)


def _stands(d: Document, theme: str) -> dict[str, object]:
    """Standing and range of a theme as the result has them."""
    one = next((one for one in d["themes"] if one["theme"] == theme), None)
    return {} if one is None else {"standing": one["standing"], "low": one["range"][0], "high": one["range"][1]}


def _traces(d: Document) -> tuple[Trace, ...]:
    names = ("probe", "subject", "outcome", "says", "n", "p_value", "effect", "smallest_dose")
    return tuple(Trace(**{name: one[name] for name in names}) for one in d["traces"])  # type: ignore[literal-required]


def _follows(d: Document, made: Verdict) -> Iterator[str]:
    """Whether the verdict is what its standings and findings make, or lower where something can have lowered it."""
    said = d["verdict"]
    assured = said.get("assured", {})
    lowers = "struck" in d or "visit" in d or "missing" in said or "commitment" in assured
    if said["verdict"] == made.verdict:
        score = made.score
        if (said["score"]["value"], said["score"]["low"], said["score"]["high"]) != (
            score.value,
            score.low,
            score.high,
        ):
            yield "its improvement score is not that of its standings"
    elif not lowers or _height(said["verdict"]) > _height(made.verdict):
        yield f"it says {said['verdict']}, and its standings and findings make {made.verdict} (row {made.row})"


def _height(verdict: VerdictWord) -> int:
    """The place of a verdict among the others; what leaves open how things move stands with `static`."""
    return -VERDICTS.index("static" if verdict.startswith("not-") else verdict)


def _finding(one: Found, said: Finding, more: bool) -> Iterator[str]:
    for name in SAME:
        mine = getattr(one, name)
        theirs = said[name]  # type: ignore[literal-required]
        if (list(mine) if isinstance(mine, tuple) else mine) != theirs:
            yield f"of the finding {one.id} its facts make {name} {shown(mine)}, and it says {shown(theirs)}"
    # What was set aside is said behind the sentence of the rule.
    if not (said["says"].startswith(one.says) if more else said["says"] == one.says):
        yield f"the finding {one.id} says other words than its rule makes of its facts: {shown(one.says, 120)}"
    if said["standing"] is not None and (one.standing is None or rank(said["standing"]) > rank(one.standing)):
        yield f"the finding {one.id} supports {said['standing']}, and its facts leave it {one.standing or 'nothing'}"


def _verdict(d: Document, rulebook: Rulebook) -> Iterator[str]:
    verdict = d["verdict"]
    proof = {"verified": "visit" in d, "committed": "commitment" in verdict.get("assured", {})}
    if not proof.get(word := verdict.get("assurance", "on-paper"), True):
        yield f"it says {word}, and nothing in it does"
    row = next((row for row in rulebook.framework.verdicts if row.id == verdict["row"]), None)
    if row is None:
        yield f"its framework has no row {shown(verdict['row'])} in the decision table"
    elif row.verdict != verdict["verdict"]:
        yield f"the row {row.id} of the decision table gives {row.verdict}, and it says {verdict['verdict']}"


def _facts(d: Document, rulebook: Rulebook) -> Iterator[Fact]:
    for fact in d["facts"]:
        dates = {field.name for field in rulebook.known.get(fact["kind"], ()) if field.type == "date"}
        fields = {name: _value(value, name in dates) for name, value in fact["fields"].items()}
        yield Fact(id=fact["id"], kind=fact["kind"], says=fact["says"], rests_on=tuple(fact["rests_on"]), fields=fields)


def _value(value: object, dated: bool) -> Scalar:
    try:
        return date.fromisoformat(value) if dated and isinstance(value, str) else cast(Scalar, value)
    except ValueError:
        return cast(Scalar, value)
