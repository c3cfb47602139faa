"""The argument about a verdict: exact where it asks what if, honest whatever the verdict, and never a word against anybody."""

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from inspector import arguing, signals
from inspector import inspection as path
from inspector.argument.argue import argument, measured
from inspector.argument.case_against import case_against
from inspector.argument.fieldwork import fieldwork
from inspector.argument.not_performance import not_performance
from inspector.argument.rematch import Gone
from inspector.argument.sampling import ordered
from inspector.argument.without_evidence import left_without, of_facts, of_traces, touched, without
from inspector.judging import observing, settling
from inspector.model.argument import Argument
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.ladder import VerdictWord, rank
from inspector.report.coherent import named
from inspector.report.document.make import document
from inspector.simulate.conduct import authority
from inspector.simulate.writing import write
from tests.inspected import evidence, rulebook
from tests.probes.accusing import ACCUSING

EXAMPLES = ("brackenshire", "good-on-paper", "quiet-improver", "published-figures")
RULEBOOK = rulebook()


@cache
def workings(name: str) -> settling.Workings:
    given = evidence(name)
    return settling.conclude(RULEBOOK, given, *observing.observe(given), matcher="reference")


@cache
def argument_of(name: str) -> Argument:
    done = workings(name)
    return argument(done.inspection, RULEBOOK.framework, RULEBOOK.known, done.evidence, done.firings)


def sentences(one: Argument) -> list[str]:
    plan = one.fieldwork
    return [
        *(objection.says for objection in one.case_against),
        *(flip.says for flip in one.would_change.flips),
        *(step.says for step in one.would_change.steps),
        *(reason.says for reason in one.not_performance),
        *(field.says for field in one.fields),
        *(text for enquiry in plan.enquiries for text in (enquiry.question, enquiry.moves)),
        *(sample.says for sample in plan.samples),
    ]


@pytest.mark.parametrize("name", ["good-on-paper", "published-figures"])
def test_what_if_is_what_the_whole_path_would_say(name: str) -> None:
    """Each piece of evidence really taken away, all signals measured again, all rules matched again."""
    done = workings(name)
    found = done.inspection
    pieces = sorted({piece for fact in found.facts for piece in fact.rests_on})
    flips = {flip.removed: flip.verdict for flip in argument_of(name).would_change.flips}
    really = {}
    for piece in pieces:
        rest = without(done.evidence, {piece})
        facts = tuple(fact for signal in signals.ids() for fact in measured(rest, {f"signal/{signal}"}))
        traces = tuple(
            trace for trace in found.traces if trace.subject != piece and not trace.subject.startswith(f"{piece}/")
        )
        verdict = settling.conclude(RULEBOOK, rest, facts, traces, matcher="reference").inspection.verdict.verdict
        if verdict != found.verdict.verdict:
            really[(piece,)] = verdict
    assert {removed: verdict for removed, verdict in flips.items() if len(removed) == 1} == really


def test_a_stream_of_improvement_rests_on_its_log() -> None:
    for name in ("brackenshire", "quiet-improver"):
        assert [flip.removed for flip in argument_of(name).would_change.flips] == [("improvement-log",)]


def test_pairs_are_named_where_no_single_piece_will_do(tmp_path: Path) -> None:
    write(authority("pairs-3", "programme-that-held"), tmp_path / "held")
    argued = arguing.with_argument(path.work(tmp_path / "held", matcher="reference")).argument
    assert argued is not None
    change = argued.would_change
    assert change.flips
    assert {len(flip.removed) for flip in change.flips} == {2}


def test_where_nothing_flips_it_says_so() -> None:
    change = argument_of("published-figures").would_change
    assert change.flips == ()
    assert "it would be the same" in change.settled


def test_taking_away_touches_what_rests_on_it_and_nothing_else() -> None:
    done = workings("quiet-improver")
    name = "participation"
    rest = left_without(
        done.evidence,
        of_facts(done.inspection.facts),
        of_traces(done.inspection.traces),
        done.inspection.trust,
        {name},
        measured,
        {"signal/breadth"},
    )
    gone: Gone = rest.gone
    every = {fact.id for fact in done.inspection.facts if touched(fact, {name})}
    assert gone.removed | set(gone.placed) == every
    assert "signal/breadth/teams" in gone.placed
    assert "signal/breadth/staff" in gone.removed
    assert all(one.evidence != name for one in rest.trust)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_next_step_is_one_step_and_in_practice(name: str) -> None:
    rules = {rule.id: rule for rule in RULEBOOK.framework.rules}
    change = argument_of(name).would_change
    standing = {theme.theme: theme.standing for theme in workings(name).inspection.themes}
    assert {step.theme for step in change.steps} <= {theme for theme, now in standing.items() if now != "lasting"}
    for step in change.steps:
        assert step.now == standing[step.theme]
        assert rank(step.then) > rank(step.now)
        assert rules[step.rule].theme == step.theme
        assert not re.search(r"\b(raise|increase|lower|reduce|reach|hit|meet|percent|per cent|score)\b|%", step.says), (
            step.says
        )


@cache
def there_is(name: str) -> dict[str, set[str]]:
    """What an objection can refer to in an example's result, by sort."""
    return named(document(workings(name).inspection))


SORTS = {
    "contradicts": {"finding"},
    "weakest-evidence": {"evidence", "signal"},
    "not-submitted": {"theme", "unjudged"},
    "innocent": {"probe"},
    "worthless-gain": {"signal"},
}


@pytest.mark.parametrize("word", get_args(VerdictWord))
@pytest.mark.parametrize("name", EXAMPLES)
def test_there_is_a_case_against_every_verdict(name: str, word: VerdictWord) -> None:
    found = workings(name).inspection
    other = found.model_copy(update={"verdict": found.verdict.model_copy(update={"verdict": word})})
    objections = case_against(other)
    assert objections
    assert len(objections) == len({one.says for one in objections})
    known = there_is(name)
    for one in objections:
        assert one.refers
        assert all(ref.id in known[ref.sort] for ref in one.refers), one
        assert {ref.sort for ref in one.refers} <= SORTS[one.kind]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_sentence_accuses_and_every_one_ends(name: str) -> None:
    for text in sentences(argument_of(name)):
        assert not ACCUSING.search(text), text
        assert text == "" or text.rstrip()[-1] in ".?", text
        assert ".." not in text


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_five_reasons_are_weighed(name: str) -> None:
    done = workings(name)
    reasons = not_performance(done.inspection, done.evidence)
    names = ["limited-range", "measurable-only", "one-party", "interpretation", "selective"]
    assert [reason.reason for reason in reasons] == names


def test_figures_alone_show_four_of_the_five_reasons() -> None:
    reasons = {reason.reason: reason for reason in argument_of("published-figures").not_performance}
    assert all(reason.applies for reason in reasons.values())
    assert "other agencies is in the bundle" in reasons["one-party"].says
    quiet = {reason.reason: reason.applies for reason in argument_of("quiet-improver").not_performance}
    assert not quiet["measurable-only"]


def test_the_map_counts_what_was_done_and_names_where_nothing_is() -> None:
    parts = {part.part: part for field in argument_of("good-on-paper").fields for part in field.parts}
    assert parts["trying-things-out"].activities == 0
    assert parts["acting-on-reviews-and-inspections"].activities > 0
    assert len(argument_of("good-on-paper").fields) == 4
    whole = {part.part: part.activities for field in argument_of("brackenshire").fields for part in field.parts}
    assert whole["trying-things-out"] > 300
    assert whole["waste-in-leadership"] == 0
    assert "Waste in leadership" in argument_of("brackenshire").fields[0].says


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_plan_asks_for_every_rule_and_probe_and_the_front_line_first(name: str) -> None:
    found, plan = workings(name).inspection, argument_of(name).fieldwork
    rules = {finding.rule for finding in found.findings if finding.ask}
    assert rules <= {because.partition("/")[0] for e in plan.enquiries for because in e.because}
    asked = {q for finding in found.findings for q in finding.ask}
    asked |= {q for t in found.traces if t.outcome in ("question", "strong-question") for q in t.ask}
    asked |= {theme.asks for theme in found.themes if theme.standing == "silent"}
    assert [e.question for e in plan.enquiries] == list(dict.fromkeys(e.question for e in plan.enquiries))
    assert {e.question for e in plan.enquiries} <= asked
    order = ("front-line", "families", "partners", "managers", "leaders")
    assert all(e.whom == tuple(sorted(e.whom, key=order.index)) for e in plan.enquiries)


def test_what_carries_the_verdict_is_asked_about_first() -> None:
    plan = argument_of("good-on-paper").fieldwork
    assert "care-leavers-in-touch" in plan.enquiries[0].because[0]


def drawn(name: str, seed: str, evidence: Evidence | None = None) -> dict[tuple[str, str], tuple[str, ...]]:
    done = workings(name)
    found: Inspection = done.inspection
    plan = fieldwork(found, evidence or done.evidence, argument_of(name).would_change, seed)
    return {(sample.what, sample.how): sample.ids for sample in plan.samples}


def test_the_same_seed_draws_the_same_records_in_any_order_of_rows() -> None:
    evidence = workings("brackenshire").evidence
    turned = evidence.model_copy(update={"log": evidence.log[::-1], "case_reviews": evidence.case_reviews[::-1]})
    assert drawn("brackenshire", "a") == drawn("brackenshire", "a", turned)
    assert drawn("brackenshire", "a") != drawn("brackenshire", "b")


def test_samples_are_of_records_that_are_there() -> None:
    evidence = workings("brackenshire").evidence
    ids = (
        {e.id for e in evidence.log} | {r.id for r in evidence.case_reviews} | {r.id for r in evidence.recommendations}
    )
    for some in drawn("brackenshire", "a").values():
        assert set(some) <= ids
        assert len(set(some)) == len(some)


def test_one_record_more_does_not_reshuffle_the_others() -> None:
    names = [f"e{n}" for n in range(40)]
    before, after = ordered(names, "seed"), ordered([*names, "new"], "seed")
    assert [name for name in after if name != "new"] == before
