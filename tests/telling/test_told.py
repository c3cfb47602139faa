"""What a reader is told, case by case; then what holds whatever the case."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import arguing, inspection, signals
from inspector.argument.doubtful_gains import doubtful_gains
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.evidence.records import asides
from inspector.judging import settling
from inspector.model.evidence import Doubted, Evidence, LogEntry, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.stories import Told
from inspector.model.traces import Trace
from inspector.report.document.make import document
from inspector.report.document.told import told_values
from inspector.telling import tell
from inspector.telling.stories import PAIR, _speaking
from inspector.telling.texts import LONGEST, stated, told
from inspector.telling.tried import GIVEN_UP, MOST, chosen
from tests.inspected import evidence as example
from tests.inspected import inspected, rulebook
from tests.privacy import outputs
from tests.signals.cases import build
from tests.telling.private import bundle

CASES = yaml.safe_load((Path(__file__).parent / "told.yaml").read_text(encoding="utf-8"))
READ = ("trajectory", "claimed-effect", "recommendation-path", "self-claims")


def tell_of(given: dict[str, Any]) -> dict[str, Any]:
    """What is told of a case, as the document has it."""
    evidence = build(given)
    facts = tuple(fact for name in READ for fact in signals.load(name).measure(evidence))
    found = settling.conclude(rulebook(), evidence, facts, tuple(map(_trace, given.get("asked", ())))).inspection
    return told_values(tell(evidence, found, doubtful_gains(found)))  # type: ignore[return-value]


def _trace(one: dict[str, Any]) -> Trace:
    rows = tuple(Rows(resource=name, rows=tuple(numbers)) for name, numbers in one.get("rows", {}).items())
    return Trace(**({"outcome": "question", "n": 1, "innocent": ("habit",)} | one | {"rows": rows}))


def faults(actual: Any, wanted: Any, at: str) -> list[str]:
    """What is not as it is wanted, each with its place."""
    if isinstance(wanted, dict):
        lacks = [f"{at}: says {words!r}" for words in wanted.get("unsaid", ()) if words in actual["says"]]
        return lacks + [
            fault for key in wanted if key != "unsaid" for fault in _key(actual[key], wanted[key], f"{at}.{key}")
        ]
    if isinstance(wanted, list):
        if len(actual) != len(wanted):
            return [f"{at}: {len(actual)} and not {len(wanted)}: {actual}"]
        return [f for place, one in enumerate(wanted) for f in faults(actual[place], one, f"{at}[{place}]")]
    actual = actual["entry"] if isinstance(actual, dict) and isinstance(wanted, str) else actual
    return [] if actual == wanted else [f"{at}: {actual!r} and not {wanted!r}"]


def _key(actual: Any, wanted: Any, at: str) -> list[str]:
    if isinstance(actual, str) and isinstance(wanted, list):
        return [f"{at} lacks {words!r}: {actual!r}" for words in wanted if words not in actual]
    return faults(actual, wanted, at)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert faults(tell_of(case["given"]), case["expect"], "told") == []


def test_nothing_is_told_of_nothing() -> None:
    assert tell_of({}) == {"stories": [], "recommendations": [], "voices": [], "claims": [], "doubts": []}


def test_texts_are_cut_at_their_bound_and_harmless() -> None:
    assert told("a" * LONGEST) == "a" * LONGEST
    assert told("a" * (LONGEST + 1)) == "a" * (LONGEST - 1) + "…"
    assert stated("red \x1b[31m\u202e") == "red \\x1b[31m\\u202e"
    assert stated("\n ") is None


ENTRIES = st.builds(
    lambda days, decision, row: LogEntry(
        resource="log", row=row, id=f"t{row % 7}", raised_on=date(2024, 1, 1), raised_by_role="worker", team="North",
        scale="one-case", aim="try", indicator="visits", decision=decision,
        started_on=None if days is None else date(2024, 1, 1) + timedelta(days=days),
    ),
    days=st.none() | st.integers(0, 700),
    decision=st.sampled_from([None, "adopt", "adapt", "abandon"]),
    row=st.integers(2, 99),
)  # fmt: skip


@settings(max_examples=40)
@given(log=st.lists(ENTRIES, max_size=12), first=st.booleans(), days=st.none() | st.integers(0, 700))
def test_of_any_tests_the_claimed_one_stands_first_and_some_given_up_are_among_them(
    log: list[LogEntry], first: bool, days: int | None
) -> None:
    claimed = log[0] if first and log else None
    onset = None if days is None else date(2024, 1, 1) + timedelta(days=days)
    why = asides(Evidence(authority="A", digest="0", period_start=date(2024, 1, 1), period_end=date(2025, 12, 31)))
    some = chosen(log, claimed, onset, why)
    assert len(some) == min(MOST, len(log))
    assert all(any(one is entry for entry in log) for one in some)
    assert len({id(one) for one in some}) == len(some)
    assert claimed is None or some[0] is claimed
    up = sum(one.decision == "abandon" for one in log if one is not claimed)
    assert sum(one.decision == "abandon" for one in some if one is not claimed) >= min(GIVEN_UP, up)
    rest = [one.started_on or date.max for one in some if one is not claimed]
    assert rest == sorted(rest)


def test_a_finding_about_two_measures_speaks_of_both_and_one_about_three_of_none() -> None:
    facts = tuple(Fact(id=f"f{name}", kind="signal/trajectory", fields={"indicator": name}) for name in "abc")
    plain: dict[str, Any] = {
        "rule": "r",
        "theme": "t",
        "says": "So.",
        "direction": "worse",
        "reached": None,
        "standing": None,
    }
    plain |= {"limit": None, "trust": "plain", "withdrawn": False, "ask": (), "cites": ()}
    pair = Finding(id="pair", facts=("fa", "fb", "elsewhere"), **plain)
    three = Finding(id="three", facts=("fa", "fb", "fc"), **plain)
    found = inspected("harrowmere").model_copy(update={"facts": facts, "findings": (pair, three)})
    assert PAIR == 2
    assert {name: [one.id for one in some] for name, some in _speaking(found).items()} == {"a": ["pair"], "b": ["pair"]}


def test_rows_struck_are_told_and_do_not_count() -> None:
    found, sound = inspected("brackenshire"), example("brackenshire")
    some = {test.entry for story in (found.told or Told()).stories for test in story.tests}
    struck = tuple(one for one in sound.log if one.id in some)
    doubted = tuple(Doubted(resource=one.resource, row=one.row, probes=("late-entries",)) for one in struck)
    left = tuple(one for one in sound.log if one.id not in some)
    made = tell(sound.model_copy(update={"log": left, "struck_log": struck, "doubted": doubted}), found)
    tests = [test for story in made.stories for test in story.tests if test.doubtful]
    assert tests
    assert {test.aside for test in tests} == {"asked about by late-entries"}
    assert not any(test.claimed for test in tests)
    came = [one for voice in made.voices for one in voice.came if one.entry in some]
    assert came
    assert all(one.aside for one in came)
    assert not any(voice.missing for voice in made.voices)


def test_what_judges_has_not_seen_what_is_told() -> None:
    found = inspected("brackenshire")
    without = found.model_copy(update={"told": None})
    left = document(found)
    assert left.pop("told")
    assert left == document(without)


def test_every_story_can_be_found_by_its_rows() -> None:
    found = inspected("brackenshire")
    assert found.told is not None
    log = {(one.resource, one.row): one for one in example("brackenshire").log}
    for story in found.told.stories:
        rows = {(part.resource, row) for part in story.rows for row in part.rows}
        for test in story.tests:
            (place,) = [(part.resource, row) for part in test.rows for row in part.rows]
            assert log[place].id == test.entry
            assert place in rows


@pytest.mark.parametrize("ids", [False, True])
def test_nobody_is_named(ids: bool, tmp_path: Path) -> None:
    secret = bundle(tmp_path / "bundle")
    names = Pseudonyms(outputs.KEY) if ids else None
    workings = inspection.work(tmp_path / "bundle", despite_problems=True, pseudonyms=names)
    made = document(arguing.with_argument(workings))["told"]
    assert made["stories"][0]["tests"]
    assert made["voices"][0]["came"]
    assert made["recommendations"]
    assert made["claims"]
    assert outputs.seen(json.dumps(made, ensure_ascii=False), secret.spellings(ids=ids)) == []
