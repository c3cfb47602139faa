"""What fields say of themselves: that they say it, and that it is true of every fact that is measured."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import probes, signals
from inspector.bundle import read_bundle
from inspector.framework import vocabulary
from inspector.model import field_words, relations
from inspector.model.evidence import Evidence
from inspector.model.fact_kinds import FactKind
from inspector.model.facts import Fact, Field
from inspector.report.workbench import facts
from inspector.simulate import moves
from inspector.simulate.conduct import authority
from inspector.simulate.writing import write
from inspector.verdict.basis import table_facts
from inspector.verdict.expected import Expected
from inspector.verdict.movement import KIND, indicators, movement
from inspector.workbench.authoring import field_schema
from tests.inspected import evidence, inspected, rulebook
from tests.truth.random_bundles import bundle

from .cases import build
from .held_to import Held, held
from .test_cases import CASES

EXAMPLES = ("brackenshire", "good-on-paper", "quiet-improver")
DRAWN = 12
LEANING = re.compile(r"(Those|Their|They|Its?|That|Such|The same|These)\b", re.IGNORECASE)
KINDS = {f"signal/{id}": about.fields for id, about in signals.abouts().items()}
KINDS |= {
    "probe": probes.FIELDS,
    "finding": vocabulary.FINDING,
    "standing": vocabulary.STANDING,
    "basis": vocabulary.BASIS,
    "tally": vocabulary.TALLY,
}
ALL = [pytest.param(kind, field, id=f"{kind}.{field.name}") for kind, fields in KINDS.items() for field in fields]
OF_FINDINGS = {"finding", "standing", "tally"}


@pytest.mark.parametrize(("kind", "field"), ALL)
def test_a_field_says_what_others_rely_on(kind: str, field: Field) -> None:
    fellows = {one.name: one for one in KINDS[kind]}
    assert not LEANING.match(field.says), "what a field means must be clear where it stands alone, as in an editor"
    assert field.role or kind in OF_FINDINGS or field.name in vocabulary.OF_FINDINGS
    if field.type in ("number", "integer"):
        assert field.unit
        assert field.least is not None or field.unit in ("days", "standard deviations")
    else:
        assert (field.least, field.most, field.unit, field.equals) == (None, None, "", "")
    assert not field.key or field.role == "name"
    assert field.good is None or field.type in ("number", "integer", "boolean", "standing")
    assert set(field.better) | set(field.worse) <= set(field.choices)
    assert not set(field.better) & set(field.worse)
    named = relations.names(relations.read(field.equals)) if field.equals else set()
    assert field.name not in named | set(field.at_most)
    assert all(fellows[name].type in ("integer", "number") for name in named)
    comparable = ({"integer", "number"}, {"date"}, {"standing"})
    assert all(any({field.type, fellows[name].type} <= some for some in comparable) for name in field.at_most)


SIDES = {"gain": "for", "loss": "against"}
SURE = {
    "signal/trajectory.probability_gain": "gain", "signal/trajectory.probability_loss": "loss",
    "signal/trajectory.probability_faded": "loss", "signal/held.probability": "gain", "basis.more_better": "gain",
    "basis.more_better_at_worst": "gain", "basis.more_worse": "loss", "basis.more_lost": "loss",
    "basis.more_lost_at_worst": "loss",
}  # fmt: skip
"""Of all that is doubtful these alone are how probable a gain or a loss is; written down by hand."""
LIMITS = {
    "measured": "",
    "activity": "it shows no change by itself",
    "declared": "it shows nothing by itself",
    None: "",
}
"""By role, what has to stand beside every word that something speaks for improvement."""


@pytest.mark.parametrize(("kind", "field"), ALL)
def test_a_direction_is_told_with_what_its_role_can_show(kind: str, field: Field) -> None:
    told = field_words.speaks(field)
    shown = facts.render([FactKind(kind, ("signal", kind), "", (field,))], "text", one_by_one=True)
    assert bool(told) == bool(field.good or field.better or field.worse or field.sure_of)
    assert field.sure_of == SURE.get(f"{kind}.{field.name}")
    if field.role == "name":
        assert not told
    elif field.role == "doubt":
        for where in (told, " ".join(shown.split()), field_schema.described_as(field)):
            assert "for improvement" not in where or (
                field.sure_of == "gain" and "what speaks for improvement" in where
            )
            assert not re.search(r"\b(less|lower|more|higher|true|false) speaks", where)
        less = {
            "up": r"\b(the more, the less doubt|true leaves less doubt)",
            "down": r"\b(the less, the less doubt|false leaves less)",
        }
        assert not told or re.match(
            f"the more, the surer of what speaks {SIDES[field.sure_of]} improvement"
            if field.sure_of
            else less[field.good],
            told,
        )
        assert not told or re.search("nothing by itself|nothing has become better", told)
    elif told:
        assert "improvement" in told
        assert LIMITS[field.role] in told


def test_every_signal_that_may_give_many_facts_has_a_key() -> None:
    one = {
        "change-mix", "double-loop", "eight-questions", "harder-to-shape", "idea-flow", "leadership-time", "learning-loop",
        "learning-together", "self-knowledge", "step-pattern", "whole-cycles",
    }  # fmt: skip
    assert {id for id, about in signals.abouts().items() if not any(field.key for field in about.fields)} == one


def measured(some: Evidence, *ids: str) -> Iterator[Held]:
    for id in ids or signals.ids():
        module = signals.load(id)
        yield held(id, module.ABOUT.fields, module.measure(some))


@cache
def drawn(number: int) -> Evidence:
    with TemporaryDirectory() as folder:
        found = read_bundle(bundle(Random(f"fields-{number}"), Path(folder) / "drawn")).evidence
    assert found is not None
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_of_the_examples_it_is_true(name: str) -> None:
    assert [fault for one in measured(evidence(name)) for fault in one.faults] == []


@pytest.mark.parametrize(("id", "case"), [pytest.param(i, c, id=f"{i}: {c['name']}") for i, c in CASES])
def test_of_the_cases_of_signals_it_is_true(id: str, case: dict[str, Any]) -> None:
    assert [fault for one in measured(build(case["given"]), id) for fault in one.faults] == []


@pytest.mark.parametrize(("conduct", "game"), [("stream", None), ("decline", None), ("busy-decline", "paper-cycles")])
def test_of_simulated_authorities_it_is_true(conduct: str, game: str | None, tmp_path: Path) -> None:
    one = authority("fields", conduct, 24)
    write(moves.play(one, game, 1.0) if game else one, tmp_path / "one")
    found = read_bundle(tmp_path / "one").evidence
    assert found is not None
    assert [fault for one in measured(found) for fault in one.faults] == []


@settings(max_examples=DRAWN, deadline=None)
@given(number=st.integers(0, 10**6))
def test_of_bundles_drawn_at_random_it_is_true(number: int) -> None:
    assert [fault for one in measured(drawn(number)) for fault in one.faults] == []


def test_nothing_is_said_that_no_fact_was_ever_held_to() -> None:
    said = {
        f"{id}.{field.name} {what}"
        for id, about in signals.abouts().items()
        for field in about.fields
        for what in [*(f"at most {other}" for other in field.at_most), *(["equals"] if field.equals else [])]
    }
    sources = [measured(evidence(name)) for name in EXAMPLES] + [measured(build(c["given"]), id) for id, c in CASES]
    assert len(said) > 250
    assert said - {asked for source in sources for one in source for asked in one.asked} == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_of_what_the_decision_table_reads_it_is_true(name: str) -> None:
    found, some, munro = inspected(name), evidence(name), rulebook().framework
    moves = [fact for fact in found.facts if fact.kind == KIND]
    gaps = Expected(some, munro).gaps(indicators(moves))
    *standings, basis = table_facts(found.themes, found.findings, found.traces, found.trust, moves, gaps)
    assert held("basis", vocabulary.BASIS, [basis]).faults == []
    assert [fault for one in standings for fault in held(one.id, vocabulary.STANDING, [one]).faults] == []


@settings(max_examples=DRAWN, deadline=None)
@given(number=st.integers(0, 10**6))
def test_of_how_many_moved_it_is_true(number: int) -> None:
    some = drawn(number)
    facts = signals.load("trajectory").measure(some)
    gaps = Expected(some, rulebook().framework).gaps(indicators(facts))
    basis = Fact(id="basis", kind="basis", fields=movement(facts, {}, gaps))
    assert held("basis", vocabulary.BASIS, [basis]).faults == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_of_what_probes_see_it_is_true(name: str) -> None:
    by_probe: dict[str, list[Fact]] = {}
    for trace in inspected(name).traces:
        by_probe.setdefault(trace.probe, []).append(probes.fact_of(trace))
    assert by_probe
    assert [fault for id, facts in by_probe.items() for fault in held(id, probes.FIELDS, facts).faults] == []


def test_what_is_not_true_is_found() -> None:
    fields = signals.load("voice-answered").ABOUT.fields
    (fact, *_) = signals.load("voice-answered").measure(evidence("brackenshire"))

    def faults(**changed: object) -> list[str]:
        return held("voice-answered", fields, [fact.model_copy(update={"fields": {**fact.fields, **changed}})]).faults

    said = fact.fields["said"]
    assert isinstance(said, int)
    assert faults() == []
    assert faults(told=said + 1, told_share=(said + 1) / said) == [
        f"voice-answered.told is {said + 1}, more than said, {said}",
        f"voice-answered.told_share is {(said + 1) / said}, of 0.0 to 1.0",
    ]
    assert faults(told_since=-1) == ["voice-answered.told_since is -1, of 0.0 to None"]
    assert [fault.split(" is ")[0] for fault in faults(unanswered=fact.fields["unanswered"] - 1)] == [
        "voice-answered.unanswered"
    ]
    assert held("voice-answered", fields, [fact, fact]).faults == ["voice-answered: two facts of ('all',)"]
