"""Why something fired in a bundle, or did not: the facts, the traces, and what the nearest fact lacked."""

from collections.abc import Iterable, Sequence

from inspector.judging.settling import Workings
from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.traces import Trace
from inspector.report.document.rows import rows_values
from inspector.report.harmless import plain
from inspector.report.places import places
from inspector.rules.why_not import Account, Lack, why_not
from inspector.rules.words import say


def signal(workings: Workings, name: str) -> str:
    """The facts of a signal in this bundle, with their fields and rows; or why there are none."""
    facts = [fact for fact in workings.inspection.facts if fact.kind == f"signal/{name}"]
    if not facts:
        return "In this bundle it measures nothing: the evidence it needs is not there."
    return "\n".join(["In this bundle:", *(line for fact in facts for line in _fact(fact))])


def probe(workings: Workings, name: str) -> str:
    """The traces of a probe in this bundle."""
    traces = [trace for trace in workings.inspection.traces if trace.probe == name]
    if not traces:
        return "In this bundle there is nothing for it to look at."
    return "\n".join(["In this bundle:", *(line for trace in traces for line in _trace(trace))])


def rule(workings: Workings, name: str) -> str:
    """The findings that a rule drew; or, part by part, what kept it from firing."""
    drawn = [finding for finding in workings.inspection.findings if finding.rule == name]
    if drawn:
        return "\n\n".join(["In this bundle it fired.", *(finding(workings, one.id) for one in drawn)])
    found = next(rule for rule in workings.rulebook.framework.rules if rule.id == name)
    accounts = why_not(workings.rulebook.framework, found, workings.firings.facts, workings.rulebook.known)
    return "\n".join(["In this bundle it did not fire.", *(line for account in accounts for line in _account(account))])


def finding(workings: Workings, name: str) -> str:
    """A finding with every fact behind it and the rows behind those."""
    found: Finding = next(finding for finding in workings.inspection.findings if finding.id == name)
    facts = {fact.id: fact for fact in workings.inspection.facts}
    lines = [f"[{found.id}] {found.says}", f"  Trust in its evidence: {found.trust}{_trust_words(found)}."]
    if found.builds_on:
        lines.append(f"  It builds on the findings {', '.join(found.builds_on)}.")
    return "\n".join([*lines, *(line for name in found.facts if name in facts for line in _fact(facts[name]))])


def theme(workings: Workings, name: str) -> str:
    """Where a theme stands in this bundle, and the findings that put it there."""
    found = next(theme for theme in workings.inspection.themes if theme.theme == name)
    word = found.standing if found.state == "stands" else found.state.replace("-", " ")
    lines = [f"In this bundle: {word} (could be {found.low} to {found.high}). {found.says}".rstrip()]
    said = {finding.id: finding.says for finding in workings.inspection.findings}
    return "\n".join([*lines, *(f"  - [{one}] {said[one]}" for one in found.findings)])


def _trust_words(found: Finding) -> str:
    if found.withdrawn:
        return ", so it is withdrawn"
    if found.reached is not None and found.standing != found.reached:
        return f", so it supports {found.standing} and not {found.reached}"
    return ""


def _fact(fact: Fact) -> list[str]:
    fields = ", ".join(f"{name} {say(value)}" for name, value in sorted(fact.fields.items()))
    rows = [f"    rows: {_rows(fact.rows)}"] if fact.rows else []
    return [f"  - {fact.says} [{fact.id}]", f"    fields: {fields}", *rows]


def _trace(trace: Trace) -> list[str]:
    lines = [f"  - {trace.subject}: {trace.outcome}. {trace.says}"]
    measured: Iterable[tuple[str, float | None]] = (
        ("p-value", trace.p_value),
        ("share concerned", trace.effect),
        ("smallest share it could have seen", trace.smallest_dose),
    )
    numbers = "; ".join(f"{words} {say(value)}" for words, value in measured if value is not None)
    lines.append(f"    n {trace.n}" + (f"; {numbers}" if numbers else ""))
    return [*lines, *([f"    rows: {_rows(trace.rows)}"] if trace.rows else [])]


def _rows(rows: Sequence[Rows]) -> str:
    return plain(places(rows_values(rows)))


def _account(account: Account) -> list[str]:
    if account.part == "unless":
        return [f"  - unless {account.alias}: {_taken(account)}"]
    if account.held:
        return [f"  - {account.alias} ({account.kind}): held"]
    if not account.nearest:
        return [f"  - {account.alias} ({account.kind}): did not hold, there is no such fact in this bundle"]
    lines = [f"  - {account.alias} ({account.kind}): did not hold; what came nearest"]
    return [*lines, *(f"      {near.fact}: {_lacks(near.lacks)}" for near in account.nearest)]


def _taken(account: Account) -> str:
    if not account.held:
        return "did not stand in the way"
    return f"stood in the way ({', '.join(near.fact for near in account.nearest)})"


def _lacks(lacks: Sequence[Lack]) -> str:
    return "; ".join(
        f"{lack.field} is {'not stated' if lack.found is None else say(lack.found)}, wanted {lack.operator} "
        f"{' or '.join(say(value) for value in lack.wanted) or 'a value that is not there'}"
        for lack in lacks
    )
