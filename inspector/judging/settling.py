"""Evidence judged: observed, concluded, and concluded again without the rows that questions are about."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import NamedTuple

from inspector import clock, probes, signals
from inspector.framework import shipped
from inspector.judging.concluding import Drawn, cited, draw, verdict_by
from inspector.judging.observing import measured, observe
from inspector.judging.rulebooks import Rulebook, taking_part
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.judged_from import Under
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.struck import Struck
from inspector.model.traces import Trace
from inspector.model.waivers import Waiver
from inspector.rules import engine
from inspector.rules.matching import Choice
from inspector.verdict import striking
from inspector.verdict import trust as trusting
from inspector.verdict.ceiling import NO_CEILING, Ceiling, ceiling, lowered, trusted
from inspector.verdict.declared import declared
from inspector.verdict.order import height, lower_verdict
from inspector.verdict.quotes import quoted
from inspector.verdict.score import score
from inspector.verdict.standings import FOUND_FALSE, NO_LIMIT, AtMost, held_to
from inspector.verdict.struck import Part, asked, struck
from inspector.verdict.unjudged import unjudged
from inspector.version import __version__


class Before(NamedTuple):
    """What was judged before, above which nothing may stand; `under` says how it is a bound."""

    workings: "Workings"
    under: Under


class Workings(NamedTuple):
    """Everything on the way to the answer, for those who ask why."""

    evidence: Evidence
    rulebook: Rulebook
    firings: engine.Firings
    inspection: Inspection
    at_most: AtMost = NO_LIMIT
    """The themes as they stand with nothing struck; empty where nothing is asked about rows."""
    submitted: Evidence | None = None
    """What was observed: `evidence` before the rows that questions are about were struck."""
    hide: Callable[[str], str] = str
    """Any text as it may be repeated beside this submission."""
    before: Before | None = None

    @property
    def note(self) -> str:
        """What the user should know about how the answer was found; mostly empty."""
        return self.firings.note

    def __repr__(self) -> str:
        return f"<Workings of {self.inspection!r}>"


def settle(
    rulebook: Rulebook,
    evidence: Evidence,
    problems: tuple[Problem, ...] = (),
    matcher: Choice = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """Observed, judged, and judged again without the rows that questions are about, where they are about rows.

    No verdict, standing or trust is higher than it would be had nothing been asked, nor than `under` has it.
    """
    return settle_observed(rulebook, evidence, *observe(evidence), problems, matcher, under)


def settle_observed(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    problems: tuple[Problem, ...] = (),
    matcher: Choice = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """As `settle`, of what was observed already."""
    parts = asked(evidence, traces)
    if not parts:
        return conclude(rulebook, evidence, facts, traces, problems, matcher, under)
    draw = partial(_again, rulebook, evidence, facts, traces, parts, matcher, under)
    found = striking.weighed(parts, draw)
    at_most = {theme.theme: theme for theme in found.submitted.themes}
    stands = _under(rulebook, _held(rulebook, found, at_most, matcher), matcher, under)
    told = striking.told(parts, found, stands.verdict.verdict)
    return _written(rulebook, stands, problems, told, at_most)._replace(submitted=evidence)


def conclude(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    problems: tuple[Problem, ...] = (),
    matcher: Choice = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """Rules, findings, standings and verdict from what was observed, nothing struck."""
    with clock.phase("weighing trust"):
        trust = trusted(trusting.trust_in(evidence, traces), under)
    drawn = _under(rulebook, draw(rulebook, evidence, facts, traces, trust, matcher), matcher, under)
    return _written(rulebook, drawn, problems)._replace(submitted=evidence)


def _again(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    parts: tuple[Part, ...],
    matcher: Choice,
    under: Ceiling,
    names: Collection[str],
    fell: Collection[str],
) -> Drawn:
    """What follows without the rows asked about in the pieces named, where those that fell are trusted less."""
    left = struck(evidence, parts, names)
    trust = trusted(trusting.trust_in(left, traces, parts, fell), under)
    return draw(rulebook, left, facts if left is evidence else measured(left), traces, trust, matcher)


def _held(rulebook: Rulebook, found: striking.Weighed[Drawn], at_most: AtMost, matcher: Choice) -> Drawn:
    """No theme above where it stands with nothing struck, and no verdict above that with nothing struck, or with all of it."""
    drawn = found.stands
    themes = held_to(drawn.themes, at_most)
    verdict = verdict_by(
        rulebook, drawn.firings, drawn.findings, themes, drawn.traces, drawn.trust, matcher, drawn.evidence
    )
    for other in (found.submitted.verdict, found.struck.verdict):
        if lower_verdict(verdict.verdict, other.verdict) != verdict.verdict:
            verdict = other.model_copy(update={"score": score(themes, other.verdict)})
    return drawn._replace(themes=themes, verdict=verdict)


def _under(rulebook: Rulebook, drawn: Drawn, matcher: Choice, under: Ceiling) -> Drawn:
    """The same, no theme and no verdict above the ceiling."""
    if under.verdict is None:
        return drawn
    themes = held_to(drawn.themes, under.themes, FOUND_FALSE)
    verdict = drawn.verdict
    if themes != drawn.themes:
        held = verdict_by(
            rulebook, drawn.firings, drawn.findings, themes, drawn.traces, drawn.trust, matcher, drawn.evidence
        )
        verdict = held if lower_verdict(verdict.verdict, held.verdict) == held.verdict else verdict
    return drawn._replace(themes=themes, verdict=lowered(verdict, themes, under))


def _waivers(rulebook: Rulebook) -> tuple[Waiver, ...]:
    """What the framework waives; of those whose day is past the result says so."""
    late = {one.where for one in rulebook.expired}
    return tuple(
        one.model_copy(update={"expired": True}) if one.where in late else one for one in rulebook.framework.waivers
    )


def _written(
    rulebook: Rulebook,
    drawn: Drawn,
    problems: tuple[Problem, ...] = (),
    told: Struck | None = None,
    at_most: AtMost = NO_LIMIT,
) -> Workings:
    evidence, observed = drawn.evidence, drawn.observed
    about = signals.abouts(), probes.abouts()
    inspection = Inspection(
        engine=__version__,
        framework_id=rulebook.framework.id,
        framework_version=rulebook.framework.version,
        framework_title=rulebook.framework.title,
        framework_question=rulebook.framework.question,
        framework_digest=rulebook.framework.digest,
        framework_shipped=shipped.is_shipped(rulebook.framework),
        framework_extends=rulebook.framework.extends,
        waivers=_waivers(rulebook),
        words=rulebook.framework.words,
        bundle_digest=evidence.digest,
        bundle_root=evidence.root,
        learning=evidence.learning,
        authority=evidence.authority,
        invented=evidence.invented,
        period_start=evidence.period_start.isoformat(),
        period_end=evidence.period_end.isoformat(),
        notified_on=evidence.notified_on.isoformat() if evidence.notified_on else None,
        verdict=drawn.verdict,
        themes=drawn.themes,
        findings=quoted(drawn.findings, observed, evidence),
        facts=tuple(sorted(observed, key=lambda fact: fact.id)),
        traces=drawn.traces,
        trust=drawn.trust,
        unjudged=unjudged(evidence, drawn.themes, drawn.facts, drawn.traces, *about),
        problems=problems,
        resources=evidence.resources,
        plugins=taking_part(rulebook.framework),
        declared=declared(evidence),
        struck=told,
        sources=cited(rulebook.framework, drawn.findings),
    )
    return Workings(evidence, rulebook, drawn.firings, inspection, at_most)


def judged_again(workings: Workings, evidence: Evidence, fell: Mapping[str, str] | None = None) -> Workings:
    """Judged anew by other evidence, and never higher than before. Pieces that `fell` are trusted less, for the reason given."""
    found = workings.inspection
    made = settle(workings.rulebook, evidence, found.problems, under=ceiling(found, fell))
    return made._replace(hide=workings.hide, before=Before(workings, Under(falls=tuple(sorted(fell or ())))))


def lower_of(first: Workings, second: Workings) -> Workings:
    """That with the lower verdict; of two alike that whose themes stand lower in all, else the first."""

    def place(one: Workings) -> tuple[int, int]:
        found = one.inspection
        return height(found.verdict.verdict), sum(rank(theme.standing) for theme in found.themes)

    return min(first, second, key=place)
