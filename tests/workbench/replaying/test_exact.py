"""A stored result judged anew is what the whole path makes of its evidence: by the rules of then always, by others as well."""

import json
import random
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from inspector import arguing, inspection
from inspector.bundle import read_bundle
from inspector.framework.vocabulary import extend
from inspector.judging import observing, settling
from inspector.judging.rulebooks import Rulebook
from inspector.judging.settling import Workings
from inspector.model import limits
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.replay import Replayed
from inspector.model.rules import Rule
from inspector.proof.found_wrong import set_aside
from inspector.report.document.make import document
from inspector.report.document.written import written
from inspector.simulate import moves
from inspector.simulate.conduct import authority
from inspector.simulate.records.all_kinds import all_kinds
from inspector.simulate.writing import write
from inspector.workbench.replaying.less import needed
from inspector.workbench.replaying.replay import Replayer
from tests.inspected import evidence, rulebook

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "exact.yaml").read_text("utf-8"))
NAMES = [" ".join(map(str, case.values())) for case in CASES]
STRANGE = 3
"""Frameworks far from munro, each with many rules and rows changed."""


@cache
def seen(name: str) -> tuple[Any, ...]:
    """The evidence of a case as munro knows its measures, and what was observed of it."""
    case = CASES[NAMES.index(name)]
    found = evidence(case["example"]) if "example" in case else simulated(case)
    known = observing.as_known(found, rulebook())
    return known, *observing.observe(known)


def simulated(case: dict[str, Any]) -> Evidence:
    made = all_kinds(authority(case["seed"], case["conduct"], 24))
    for move, dose in case.get("moves", {}).items():
        made = moves.play(made, move, dose)
    with TemporaryDirectory() as folder:
        write(made, Path(folder) / "one")
        found = read_bundle(Path(folder) / "one").evidence
    assert found is not None
    return found


def judged(name: str, book: Rulebook) -> Workings:
    """What a framework makes of a case the whole way."""
    known, facts, traces = seen(name)
    return settling.settle_observed(book, known, facts, traces, matcher="reference")


@cache
def by_munro(name: str) -> Workings:
    return judged(name, rulebook())


def stored(found: Workings) -> bytes:
    """The result as it is kept."""
    update = {"judged_from": arguing.judged_from_of(found)}
    return written(document(found.inspection.model_copy(update=update))).encode()


@cache
def kept(name: str) -> bytes:
    return stored(by_munro(name))


def changed(rule: Rule, how: int) -> Rule:
    """A rule that nothing takes away any more, or that concludes something else."""
    if how == 0:
        return rule.model_copy(update={"unless": ()})
    ends: dict[int, dict[str, Any]] = {1: {"standing": None}, 2: {"standing": "lasting"}, 3: {"limit": "stated"}}
    other = ends.get(how, {"limit": None, "direction": "better"})
    return rule.model_copy(update={"conclude": rule.conclude.model_copy(update=other)})


@cache
def strange(seed: int) -> Rulebook:
    """Munro with many of its rules, some of its rows, and what it expects of everybody changed by chance."""
    chance, old = random.Random(seed), rulebook().framework
    while True:
        rules, rows = list(old.rules), list(old.verdicts)
        for _ in range(chance.randrange(1, 25)):
            place = chance.randrange(len(rules))
            rules[place] = changed(rules[place], chance.randrange(5))
        one, other = chance.randrange(len(rows) - 1), chance.randrange(len(rows) - 1)
        rows[one], rows[other] = rows[other], rows[one]
        rows[one] = rows[one].model_copy(update={"verdict": chance.choice(["improving", "emerging", "slipping"])})
        core = tuple(measure for measure in old.core.measures if chance.random() < 0.7)
        update = {
            "rules": tuple(rules),
            "verdicts": tuple(rows),
            "core": old.core.model_copy(update={"measures": core}),
        }
        found = old.model_copy(update=update)
        return Rulebook(found, rulebook().known, extend(found, rulebook().known))


@cache
def replayer(new: int | None) -> Replayer:
    old = rulebook().framework
    return Replayer(old, old if new is None else strange(new).framework)


def anew(data: bytes, by: Replayer) -> Replayed:
    found = by.replay([("one", data)])
    assert not found.not_judged, found.not_judged
    (one,) = found.judged
    assert one.notes == ()
    return one


@cache
def replayed(name: str, new: int | None) -> Replayed:
    return anew(kept(name), replayer(new))


def same(one: Replayed, then: Inspection, now: Inspection) -> None:
    """Verdict, row, standings and the rules that fire are those of the whole path."""
    assert (one.then, one.then_row) == (then.verdict.verdict, then.verdict.row)
    assert (one.now, one.now_row) == (now.verdict.verdict, now.verdict.row)
    stood, stands = ({theme.theme: theme.standing for theme in each.themes} for each in (then, now))
    assert {theme.theme: theme.now for theme in one.themes} == {id: at for id, at in stands.items() if stood[id] != at}
    fired, fires = ({finding.rule for finding in each.findings} for each in (then, now))
    assert (set(one.new), set(one.gone)) == (fires - fired, fired - fires)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_judged_as_its_evidence_is(name: str) -> None:
    case, then = CASES[NAMES.index(name)], by_munro(name).inspection
    first = json.loads(kept(name))["judged_from"][0]
    assert (len(first["asked"]), sum(one["falls"] for one in first["asked"])) == (case["asked"], case["falls"])
    same(replayed(name, None), then, then)
    for seed in range(STRANGE):
        same(replayed(name, seed), then, judged(name, strange(seed)).inspection)


def test_the_frameworks_judge_these_otherwise() -> None:
    """Else the test above would hold nothing."""
    moved = [replayed(name, seed) for name in NAMES for seed in range(STRANGE)]
    assert sum(one.verdict_moved for one in moved) >= STRANGE
    assert any(not one.otherwise for one in moved)


def test_what_a_visit_found_false_is_no_gain_by_other_rules_either() -> None:
    """Rows are set aside, then a piece is trusted less as a whole: nothing stands higher than on paper, by whatever rules."""
    (name,) = (name for name in NAMES if "copied-entries" in name)

    def visited(paper: Workings) -> Workings:
        known = seen(name)[0]
        left = set_aside(known, frozenset((one.resource, one.row) for one in known.log[:3]))
        after = settling.judged_again(paper, left)
        return settling.judged_again(after, left, {"improvement-log": "a visit found rows of it not as written"})

    then = visited(by_munro(name))
    data = stored(then)
    assert [len(one.get("under", {}).get("falls", "-")) for one in json.loads(data)["judged_from"]] == [1, 0, 1]
    for seed in (None, 0):
        now = visited(by_munro(name) if seed is None else judged(name, strange(seed)))
        same(anew(data, replayer(seed)), then.inspection, now.inspection)


def test_what_earlier_submissions_hold_raises_nothing_by_other_rules_either() -> None:
    """The register counts as it was: by either rules the verdict is no higher than by the register as it is."""
    (name,) = (name for name in NAMES if "decline" in name)
    known = seen(name)[0]
    turned = tuple(
        one.model_copy(update={"better": {"up": "down", "down": "up"}.get(one.better, one.better)})
        for one in known.indicators
    )
    before = known.model_copy(update={"indicators": turned})

    def with_earlier(book: Rulebook) -> Workings:
        return inspection._no_higher(settling.settle(book, before), known, "reference")

    then = with_earlier(rulebook())
    assert [one.get("under") for one in json.loads(stored(then))["judged_from"]] == [
        {"falls": [], "where_higher": True},
        None,
    ]
    assert then.inspection.verdict.verdict != settling.settle(rulebook(), before).inspection.verdict.verdict
    for seed in (None, 2):
        now = then if seed is None else with_earlier(strange(seed))
        same(anew(stored(then), replayer(seed)), then.inspection, now.inspection)


def test_without_what_is_kept_now_it_is_judged_as_results_were() -> None:
    """An older result says less; where rows were struck it can come to something else, and a note says so."""
    data = json.loads(kept(next(name for name in NAMES if "good-on-paper" in name)))
    del data["judged_from"]
    for one in data["trust"]:
        one.pop("asked", None)
    found = replayer(None).replay([("one", json.dumps(data, indent=2).encode())])
    assert [len(found.judged), len(found.not_judged)] in ([1, 0], [0, 1])
    told = found.judged[0].notes if found.judged else (found.not_judged[0].why,)
    assert "rows that were asked about were set aside" in told[0]


def why_not(changed: Any) -> str:
    """Why a result whose `judged_from` is this is not judged anew."""
    data = json.loads(kept(NAMES[0])) | {"judged_from": changed}
    found = replayer(None).replay([("one", json.dumps(data).encode())])
    return found.not_judged[0].why if found.not_judged else ""


def test_what_is_observed_with_every_row_has_to_be_there() -> None:
    """Its lack is a fault of the result, not of the new rules."""
    (first,) = json.loads(kept(NAMES[0]))["judged_from"]
    assert not why_not([first])
    assert "says nothing of what is observed where no row is set aside" in why_not([first | {"as_if": []}])


@pytest.mark.parametrize("changed", [None, [], {}, "x", 3, [None], [[]]], ids=repr)
def test_what_is_there_and_says_nothing_is_no_older_result(changed: Any) -> None:
    assert "it was changed, or was cut off" in why_not(changed)


def test_so_many_judgements_stand_above_one_another_and_no_more() -> None:
    (first,) = json.loads(kept(NAMES[0]))["judged_from"]
    under = first | {"under": {"falls": [], "where_higher": True}}
    limits.use(["result-judgements=3"])
    try:
        assert not why_not([under, under, first])
        assert "judged from 4 judgements, and no more than 3 are read" in why_not([under, under, under, first])
    finally:
        limits.use([])


def test_parts_that_are_not_read_are_left_out_before_it_is_read() -> None:
    data = kept(NAMES[0])
    less, whole = json.loads(needed(data)), json.loads(data)
    assert less == {name: whole[name] for name in less}
    assert {"facts", "findings", "judged_from", "trust", "verdict"} <= less.keys() < whole.keys()
    for other in (json.dumps(whole).encode(), data[:-3], data.replace(b'\n  "', b'\n   "'), b"[]", b""):
        assert needed(other) == other
