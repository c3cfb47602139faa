"""Where each theme stands, and the range that doubt leaves it."""

from collections.abc import Callable, Mapping, Sequence

from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult
from inspector.model.ladder import STANDINGS, Standing, State, lower, rank
from inspector.model.rules import Framework, Theme
from inspector.model.words import agree, plural
from inspector.verdict.aside import counts, places, read_by, sentences, telling

SURE = 0.9
"""A call made with less probability than this counts as doubtful when the range of a standing is worked out."""


def standings(
    framework: Framework, findings: Sequence[Finding], facts: Mapping[str, Fact], *, told: bool = True
) -> tuple[ThemeResult, ...]:
    """One result a theme, in the framework's order.

    The standing is the highest that a finding supports, no higher than the lowest limit that a finding sets. `low` is
    what remains without findings that rest on exposed evidence or on a call less sure than `SURE`; `high` is what it
    would be had trust taken nothing away. A theme that nobody gave evidence for could stand anywhere. Where nobody will be
    `told`, the results do without words.
    """
    judged = {rule.theme for rule in framework.rules}
    read = read_by(framework) if told else {}
    results = []
    for theme in framework.themes:
        mine = [f for f in findings if f.theme == theme.id]
        result = _theme(theme, mine, facts)
        if told:
            result = _in_words(result, mine, facts, read.get(theme.id, []), theme.id in judged)
        results.append(result)
    return tuple(results)


AtMost = Mapping[str, ThemeResult]
"""By the id of a theme the result above which it may not stand."""
NO_LIMIT: AtMost = {}


ASKED = "the rows asked about", "As submitted"
FOUND_FALSE = "the rows that a visit did not find as written", "On paper"


def held_to(themes: Sequence[ThemeResult], at_most: AtMost, words: tuple[str, str] = ASKED) -> tuple[ThemeResult, ...]:
    """The same results, none above the standing it had with nothing struck: striking bad rows buys nothing.

    `words` say without what, and how it was before.
    """
    return tuple(_held(theme, at_most.get(theme.theme, theme), words) for theme in themes)


def _held(theme: ThemeResult, most: ThemeResult, words: tuple[str, str]) -> ThemeResult:
    if rank(theme.standing) <= rank(most.standing):
        return theme
    says = (
        f"Without {words[0]} it would be {theme.standing}. {words[1]} it is {most.standing}, and the lower "
        f"stands. {most.says}"
    )
    low = lower(theme.low, most.standing)
    changed = {"standing": most.standing, "low": low, "says": says.rstrip(), "state": most.state, "wanted": most.wanted}
    return theme.model_copy(update=changed)


def _theme(theme: Theme, findings: list[Finding], facts: Mapping[str, Fact]) -> ThemeResult:
    heard = [f for f in findings if not f.withdrawn]
    sure = [f for f in heard if f.trust != "exposed" and _least_probability(f, facts) >= SURE]
    standing = _settle(heard, heard, lambda f: f.standing)
    low = _settle(sure, heard, lambda f: f.standing)
    high = _settle(findings, sure, lambda f: f.reached)
    if not findings:
        high = STANDINGS[-1]
    return ThemeResult(
        theme=theme.id,
        title=theme.title,
        brief=theme.brief,
        asks=theme.asks,
        weight=theme.weight,
        standing=standing,
        low=lower(low, standing),
        high=max(high, standing, key=rank),
        says="",
        findings=tuple(f.id for f in findings),
        wanted=theme.evidence if standing == "silent" else (),
    )


def _in_words(
    theme: ThemeResult,
    findings: Sequence[Finding],
    facts: Mapping[str, Fact],
    asked: Sequence[frozenset[str]],
    judged: bool,
) -> ThemeResult:
    """The result with what is said of silence, and of the rows set aside; `asked` are the kinds that each rule asks for."""
    mine = [fact for fact in facts.values() if any(fact.kind in kinds for kinds in asked)]
    there = {fact.kind for fact in mine if fact.kind.startswith("signal/") and counts(fact)}
    apart = telling(mine)
    aside_says = sentences(apart)
    records = any("recorded" in fact.fields and counts(fact) for fact in mine)
    state = _state(theme.standing, findings, bool(apart), records or any(kinds and kinds <= there for kinds in asked))
    says = "" if state == "stands" else f"{_words(state, findings, judged)} {aside_says}".strip()
    return theme.model_copy(
        update={"says": says, "aside": len(places(apart)), "aside_says": aside_says, "state": state}
    )


def _state(standing: Standing, findings: Sequence[Finding], apart: bool, counted: bool) -> State:
    """`counted`: there are records that some rule of the theme reads, or all else that one asks for, and they count."""
    if standing != "silent":
        return "stands"
    if any(not finding.withdrawn for finding in findings):
        return "nothing-shown"
    if findings or apart:
        return "set-aside"
    return "nothing-shown" if counted else "silent"


def _settle(
    raising: Sequence[Finding], limiting: Sequence[Finding], reads: Callable[[Finding], Standing | None]
) -> Standing:
    silent: Standing = "silent"
    top: Standing = "lasting"
    reached = max((s for f in raising if (s := reads(f)) is not None), key=rank, default=silent)
    limit = min((f.limit for f in limiting if f.limit is not None), key=rank, default=top)
    return lower(reached, limit)


def _least_probability(finding: Finding, facts: Mapping[str, Fact]) -> float:
    found = [facts[name].fields.get("probability") for name in finding.facts if name in facts]
    return min((float(p) for p in found if isinstance(p, int | float)), default=1.0)


def _words(state: State, findings: Sequence[Finding], judged: bool) -> str:
    """Why a theme stands nowhere."""
    if not judged:
        return "This framework has no rule for this theme yet, so whatever was submitted on it was not read."
    if state == "silent":
        return "Nothing submitted speaks on this theme."
    if state == "set-aside" and findings:
        some = f"{plural(len(findings), 'finding')} {agree(len(findings), 'is', 'are')} withdrawn"
        return f"What was submitted cannot be relied on until the questions about it are answered; {some}."
    if state == "set-aside":
        return "What was submitted on this theme is set aside."
    if findings:
        return "Evidence was submitted and heard, and none of it shows improvement at work here."
    return "Of what was submitted too little counts for any rule to speak on this theme."
