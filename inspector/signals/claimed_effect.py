"""Whether an indicator moved after the work that was meant to move it.

Measures:
    For each registered indicator that a test of the improvement log names, and each that has a gain: what came of the
    tests. What counts as a test, and when, is the same as in `improvement-pace`.
    `followed`: a test that was adopted or adapted began before the span in which a gain most likely (90 %) began, and no
    more than 6 months before it. `same-time`: one began within the span, so that nobody can tell which came first. Of
    several the nearest to the end of the likeliest period stands here, where days after it count double.
    `gain-came-first`: all tests began when the gain had (99 %). `not-kept`: the tests before it were abandoned;
    `undecided`: what was decided of some by the last day that counts is not stated; `long-before`: all began more than 6
    months earlier. `no-test`: a gain that no test names. `faded` and `worsened`: a gain that faded or a loss that began
    when the first test had begun, or cannot be told not to have; `moved-before`: one that began before. `no-gain`: nothing
    lasting. `cannot-tell`: too few points, or fewer than 3 figures since the first test.
    `chance` is the probability that a kept test would lie as near to a gain by chance, had it fallen on any of the
    measures that can be judged (at most halved for that) and begun at any time at which it could have been seen.
    `chance_among` is the number of matches as near that chance alone would bring among all gains, `as_near` the number
    that there are, `false_share` the share of false ones to be expected, and `chance_of_all` the probability that chance
    brings all gains together so near to kept tests.

Why it matters:
    A plan is not an improvement, and a gain that nobody worked for teaches nothing. What was tried and given up cannot
    have made a lasting gain. Work and change that line up in time tell a learning organisation from a lucky one.

Cannot tell:
    Whether the work caused the gain: something else may have begun at the same time. What tests that name no indicator
    aimed at. Gains that came together count as independent of each other. With yearly figures the order is known to a
    year at best.

Reference:
    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300; Fisher (1932), Statistical
    Methods for Research Workers, section 21.1; Diggle, Statistical Analysis of Spatial and Spatio-Temporal Point
    Patterns (2013), chapter 2; Langley and others, The Improvement Guide (2009), on temporality.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from inspector.evidence.aside import FIELDS
from inspector.evidence.effects import KEPT, WITHIN, Effects, Tested, began, effects
from inspector.evidence.effects_told import order, told, why
from inspector.evidence.onsets import Span
from inspector.evidence.series import add_months, whole_months
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry, Rows
from inspector.model.facts import About, Fact, Scalar
from inspector.model.rows import by_resource
from inspector.stats.rounding import round6
from inspector.stats.timing import expected

OUTCOMES = (
    "followed", "same-time", "gain-came-first", "not-kept", "undecided", "long-before", "no-test", "no-gain", "faded",
    "worsened", "moved-before", "cannot-tell",
)  # fmt: skip
MEASURES = ("outcome", "process", "structure", "balancing", "experience", "unstated")
SINCE = 3
LARGE = ("whole-service", "whole-authority")

ABOUT = About(
    id="claimed-effect",
    title="Whether an indicator moved after the work that was meant to move it",
    needs=("indicator-register", "indicators", "improvement-log"),
    fields=(
        describe.text("indicator", "The indicator.", "name", key=True, open=True),
        describe.text("title", "The name of the indicator in words.", "name", open=True),
        describe.choice("measure", "What sort of measure the indicator is.", MEASURES, "name"),
        describe.count(
            "tests",
            "Tests of change that count and name the indicator.",
            "activity",
            "tests",
            equals="recorded - set_aside",
            at_most="logged",
        ),
        describe.count(
            "kept",
            "Tests of the indicator that were adopted or adapted by the last day that counts.",
            "activity",
            "tests",
            at_most="tests",
        ),
        describe.count(
            "small",
            "Kept tests near the change of the indicator, with one case, one worker or some teams.",
            "activity",
            "tests",
            at_most="kept",
        ),
        describe.count(
            "abandoned",
            "Tests of the indicator that were abandoned by the last day that counts.",
            "activity",
            "tests",
            at_most="tests",
        ),
        describe.count(
            "undecided",
            "Tests of the indicator of which no decision by the last day that counts is stated.",
            "doubt",
            "tests",
            good="down",
            equals="tests - kept - abandoned",
            at_most="tests",
        ),
        *FIELDS,
        describe.count(
            "logged", "All tests of the log, whatever they name, those set aside included.", "declared", "tests"
        ),
        describe.count(
            "unnamed", "Tests of the log that do not state an indicator.", "doubt", "tests", at_most="logged"
        ),
        describe.choice(
            "outcome",
            "What came of the work.",
            OUTCOMES,
            "measured",
            better="followed same-time",
            worse="faded worsened moved-before",
        ),
        describe.probability("probability", "The probability of what the indicator is said to have done."),
        describe.text("began", "When the indicator began to change, in words.", "measured"),
        describe.day("onset", "When the indicator most likely began to change.", "measured", at_most="onset_high"),
        describe.day(
            "onset_low", "The first day of the span in which the change began, with 90 %.", "doubt", at_most="onset"
        ),
        describe.day("onset_high", "The last day of the span in which the change began, with 90 %.", "doubt"),
        describe.text("entry", "The id of the kept test that the gain followed or came with.", "name", open=True),
        describe.text(
            "order",
            "The kept test that the gain followed or came with, its decision and lesson, and which came first, in words.",
            "measured",
            open=True,
        ),
        describe.text("why", "Why no kept test lies near a gain, in words.", "doubt"),
        describe.day("started_on", "When the kept test began that the gain followed or came with.", "activity"),
        describe.day("decided_on", "When the test was decided on that the gain followed or came with.", "activity"),
        describe.choice(
            "decision", "What was decided of the test that the gain followed or came with.", KEPT, "activity"
        ),
        describe.text(
            "aim",
            "The aim of the test that the gain followed or came with, in the team's words.",
            "declared",
            open=True,
        ),
        describe.text("prediction", "What the team predicted of that test.", "declared", open=True),
        describe.text("lesson", "What the team learned from that test.", "declared", open=True),
        describe.count(
            "held_months", "Whole months since the likeliest onset of a gain.", "measured", "months", good="up"
        ),
        describe.count(
            "work_ended_months",
            "Whole months from the last step of any test that names the indicator to the last figure.",
            "activity",
            "months",
        ),
        describe.probability("chance", "Probability of a kept test as near to a gain by chance.", good="down"),
        describe.count("gains_among", "How many gains there are among all indicators.", "doubt", "gains", least=1),
        describe.count(
            "as_near",
            "Gains of which the chance is as small as of this one, this one included.",
            "doubt",
            "gains",
            least=1,
            at_most="gains_among",
        ),
        describe.amount(
            "chance_among",
            "Gains to which a kept test would lie as near by chance alone, of all there are.",
            "doubt",
            "gains",
            least=0,
            good="down",
            at_most="gains_among",
        ),
        describe.share(
            "false_share",
            "The share of false matches to be expected among the gains that lie as near to a kept test or nearer.",
            "doubt",
            good="down",
        ),
        describe.probability(
            "chance_of_all", "Probability that chance brings all gains so near to kept tests.", good="down"
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact per registered indicator with figures that a test names or that has a gain, sorted by indicator."""
    found = effects(evidence)
    if found is None:
        return ()
    kept: tuple[object, _Log] | None = evidence.worked_out.get("steps of the log")
    if kept is None or kept[0] is not evidence.log:
        kept = evidence.worked_out["steps of the log"] = (evidence.log, _Log.of(evidence.log))
    log = kept[1]
    return tuple(_known(one, found, log) for one in found.tested if one.tests or one.gained)


def _known(one: Tested, found: Effects, log: "_Log") -> Fact:
    """The fact of an indicator, worked out once for the same tests, the same log and the same others that gained."""
    others = (found.gains, found.of_all) if one.entry else ()
    seen = one.match, one.chance, one.as_near, one.false_share, one.until, *others
    kept: _Kept | None = one.series.worked_out.get("claimed effect")
    if kept is None or kept[0] != seen or kept[1] is not one.apart or kept[2] is not log or kept[3] is not one.entry:
        kept = one.series.worked_out["claimed effect"] = (seen, one.apart, log, one.entry, _fact(one, found, log))
    return kept[4]


class _Log(NamedTuple):
    """What is the same of a log for every indicator, counted once: its rows, the tests that were tried, and their last steps."""

    rows: tuple[Rows, ...]
    logged: int
    unnamed: int
    last: Mapping[str, date]

    @classmethod
    def of(cls, log: Sequence[LogEntry]) -> "_Log":
        tried, last = [entry for entry in log if entry.tried], dict[str, date]()
        for entry in log:
            if entry.indicator and (steps := _steps(entry)):
                last[entry.indicator] = max([*steps, last.get(entry.indicator, date.min)])
        return cls(by_resource(log), len(tried), sum(entry.indicator is None for entry in tried), last)


_Kept = tuple[tuple[object, ...], object, _Log, LogEntry | None, Fact]


def _outcome(one: Tested) -> str:
    """What came of the tests of an indicator."""
    found, starts = one.series.judgement(), _starts(one)
    if not starts:
        return "no-test"
    if found.call == "too-few-points":
        return "cannot-tell"
    if one.span is None:
        seen = sum(figure.period_end >= starts[0] for figure in one.series.figures)
        return "no-gain" if seen >= SINCE else "cannot-tell"
    first = one.span.order(starts[0])
    if one.gained:
        return one.match or ("gain-came-first" if first == "after" else _without_match(one, one.span))
    if first == "after":
        return "moved-before"
    return "worsened" if found.call == "loss" else "faded"


def _without_match(one: Tested, span: Span) -> str:
    """Why no kept test lies near enough to a gain that some test came before."""
    reach = add_months(span.low, -WITHIN)
    if any(one.decision(entry) is None for entry in one.near):
        return "undecided"
    if one.near:
        return "not-kept"
    return "long-before" if any(start < reach for start in _starts(one)) else "cannot-tell"


def _starts(one: Tested) -> list[date]:
    return [start for start in map(began, one.tests) if start]


def _fact(one: Tested, found: Effects, log: _Log) -> Fact:
    id, series = one.series.indicator.indicator, one.series
    decided = [one.decision(entry) for entry in one.tests]
    outcome = _outcome(one)
    fields: dict[str, Scalar] = {
        "indicator": id,
        "title": series.indicator.title,
        "measure": series.indicator.measure or "unstated",
        "tests": len(one.tests),
        "kept": len(one.kept),
        "small": sum(entry.scale not in LARGE for entry in one.near if one.decision(entry) in KEPT),
        "abandoned": decided.count("abandon"),
        "undecided": decided.count(None),
        "logged": log.logged,
        "unnamed": log.unnamed,
        "outcome": outcome,
    }
    fields |= {name: number for name, number in one.apart.fields.items() if number is not None}
    if series.judgement().call != "too-few-points":
        fields["probability"] = round6(series.judgement().probability)
    fields |= _times(one, log) | (_nearest(one, one.span, one.entry, found) if one.span and one.entry else {})
    if one.gained and not one.entry and outcome != "cannot-tell":
        fields["why"] = why(one, outcome, fields)
    return Fact(
        id=f"signal/claimed-effect/{id}",
        kind="signal/claimed-effect",
        fields=fields,
        says=f"{told(one, outcome, fields)} {one.apart.says}".rstrip(),
        rests_on=(f"indicator/{id}", "improvement-log"),
        rows=(*series.rows(), *(one.apart.rows if one.tests else log.rows)),
        aside=one.apart.aside,
        aside_says=one.apart.says,
    )


def _times(one: Tested, log: _Log) -> dict[str, Scalar]:
    """When it changed, for how long a gain has held and how long ago the last step of a test was."""
    fields: dict[str, Scalar] = {}
    if one.span:
        fields |= {
            "began": one.span.words,
            "onset": one.span.on,
            "onset_low": one.span.low,
            "onset_high": one.span.high,
        }
        if one.gained:
            fields["held_months"] = max(0, whole_months(one.span.on, one.series.last))
    if last := log.last.get(one.series.indicator.indicator):
        fields["work_ended_months"] = max(0, whole_months(last, one.series.last))
    return fields


def _steps(entry: LogEntry) -> list[date]:
    return [day for day in (entry.started_on, entry.tested_on, entry.studied_on, entry.decided_on) if day]


def _nearest(one: Tested, span: Span, entry: LogEntry, found: Effects) -> dict[str, Scalar]:
    """The test that a gain followed or came with, and what chance would do."""
    chance = one.chance if one.chance is not None else 1.0
    stated: dict[str, Scalar | None] = {
        "entry": entry.id,
        "order": order(entry, span),
        "started_on": began(entry),
        "decided_on": entry.decided_on,
        "decision": entry.decision,
        "aim": entry.aim,
        "prediction": entry.prediction,
        "lesson": entry.learned,
        "chance": round6(chance),
        "gains_among": found.gains,
        "as_near": one.as_near,
        "chance_among": expected(found.gains, chance),
        "false_share": round6(one.false_share),
        "chance_of_all": round6(found.of_all),
    }
    return {name: value for name, value in stated.items() if value is not None}
