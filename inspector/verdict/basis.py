"""The facts that the decision table reads: every theme's standing, and what the verdict would rest on."""

from collections.abc import Iterable, Mapping, Sequence

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import Finding, ThemeResult, TrustIn
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.verdict.expected import Gaps
from inspector.verdict.movement import movement


def table_facts(
    themes: Sequence[ThemeResult],
    findings: Sequence[Finding],
    traces: Sequence[Trace],
    trust: Sequence[TrustIn],
    facts: Iterable[Fact] = (),
    gaps: Gaps | None = None,
) -> tuple[Fact, ...]:
    """One `standing/THEME` fact a theme and one `basis` fact; `facts` are those that were observed, `gaps` what is missing."""
    standings = (
        Fact(
            id=f"standing/{t.theme}",
            kind=f"standing/{t.theme}",
            fields={"standing": t.standing, "low": t.low, "high": t.high},
            says=f"{t.title}: {t.standing}.",
        )
        for t in themes
    )
    return (*standings, _basis(themes, findings, traces, trust, facts, gaps))


def stating(table: tuple[Fact, ...], stated: Mapping[str, Scalar]) -> tuple[Fact, ...]:
    """The facts of the table where somebody has stated some fields of the basis: what a test case cannot say by facts."""
    if not stated:
        return table
    return tuple(
        fact.model_copy(update={"fields": {**fact.fields, **stated}}) if fact.kind == "basis" else fact
        for fact in table
    )


def _basis(
    themes: Sequence[ThemeResult],
    findings: Sequence[Finding],
    traces: Sequence[Trace],
    trust: Sequence[TrustIn],
    facts: Iterable[Fact],
    gaps: Gaps | None,
) -> Fact:
    heard = [f for f in findings if not f.withdrawn]
    compromised = sum(t.trust == "compromised" for t in trust)
    return Fact(
        id="basis",
        kind="basis",
        fields={
            "judged_themes": sum(t.standing != "silent" for t in themes),
            "findings": len(heard),
            "better": sum(f.direction == "better" for f in heard),
            "worse": sum(f.direction == "worse" for f in heard),
            "withdrawn": len(findings) - len(heard),
            "compromised_share": round(compromised / len(trust), 6) if trust else 0.0,
            "questions": sum(t.outcome in ("question", "strong-question") for t in traces),
            **movement(facts, {one.evidence: one.trust for one in trust}, gaps),
        },
        says=_says(len(heard), len(findings) - len(heard)),
    )


def _says(heard: int, withdrawn: int) -> str:
    return f"{plural(heard, 'finding')} {agree(heard, 'was', 'were')} heard and {withdrawn} withdrawn."
