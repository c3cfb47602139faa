"""`framework replay`: stored results judged anew are what the evidence itself makes of the new rules; the rest is said."""

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.make_schemas import schema
from inspector import framework as frameworks
from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.framework.vocabulary import extend
from inspector.judging import observing, settling
from inspector.judging.rulebooks import Rulebook
from inspector.model.again import Part
from inspector.model.inspection import Inspection
from inspector.model.problems import CannotComplete
from inspector.model.replay import Replay
from inspector.model.rules import Rule
from inspector.report.document.make import document
from inspector.report.document.written import written
from inspector.report.workbench.replay import render
from inspector.rules import vocabulary
from inspector.simulate.conduct import authority
from inspector.simulate.records.all_kinds import all_kinds
from inspector.simulate.writing import write
from inspector.workbench.form import NotAResult
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.other_rules import between
from inspector.workbench.replaying.anew import together
from inspector.workbench.replaying.case import NOTHING, Case, Other
from inspector.workbench.replaying.replay import Replayer
from inspector.workbench.replaying.stored import kinds_read, read
from tests.inspected import evidence, rulebook

EDITS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text("utf-8"))
MUNRO = Path(__file__).parents[3] / "frameworks" / "munro"
EXAMPLES = ("good-on-paper",)
SIMULATED = (("stream", "f"), ("plans", "k"), ("decline", "b"), ("young-stream", "h"))
Capture = pytest.CaptureFixture[str]


@cache
def observed(name: str, place: str = "") -> tuple[Any, ...]:
    """Evidence as submitted, and what was observed of it as munro knows its measures."""
    if place:
        found = read_bundle(Path(place) / name).evidence
        assert found is not None
    else:
        found = evidence(name)
    known = observing.as_known(found, rulebook())
    return known, *observing.observe(known)


def judged(name: str, book: Rulebook, place: str = "") -> Inspection:
    """What a framework makes of it the whole way."""
    known, facts, traces = observed(name, place)
    return settling.settle_observed(book, known, facts, traces, matcher="reference").inspection


@cache
def before(name: str, place: str = "") -> Inspection:
    """What munro makes of it."""
    return judged(name, rulebook(), place)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bytes]]:
    """Results by munro, as they are stored, of examples and of simulated services: the place of the bundle and the bytes."""
    folder = tmp_path_factory.mktemp("simulated")
    places = dict.fromkeys(EXAMPLES, "")
    for conduct, seed in SIMULATED:
        write(all_kinds(authority(seed, conduct, 24)), folder / conduct)
        places[conduct] = str(folder)
    return {name: (place, written(document(before(name, place))).encode()) for name, place in places.items()}


def edited(case: dict[str, Any], folder: Path) -> Path:
    made = Path(shutil.copytree(MUNRO, folder / "munro"))
    for one in (case, case.get("also")):
        if one and "old" in one:
            path = made / one["file"]
            text = path.read_text("utf-8")
            assert one["old"] in text or one["old"] == one["new"]
            path.write_text(text.replace(one["old"], one["new"]), encoding="utf-8")
    if swap := case.get("swap"):
        path = made / case["file"]
        found = yaml.safe_load(path.read_text("utf-8"))
        places = [next(n for n, row in enumerate(found["verdicts"]) if row["id"] == id) for id in swap]
        rows = found["verdicts"]
        rows[places[0]], rows[places[1]] = rows[places[1]], rows[places[0]]
        path.write_text(yaml.safe_dump(found, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return made


def book(place: Path) -> Rulebook:
    """The framework at a place, read and not linted: that takes seconds, and is no matter here."""
    framework, known = frameworks.read(place), vocabulary.base()
    return Rulebook(framework, known, extend(framework, known))


def replayed(new: Rulebook, stored: dict[str, tuple[str, bytes]]) -> Replay:
    replayer = Replayer(rulebook().framework, new.framework)
    return replayer.replay((name, data) for name, (_, data) in stored.items())


@pytest.mark.parametrize("case", EDITS, ids=[case["name"] for case in EDITS])
def test_what_is_replayed_is_what_the_evidence_itself_makes_of_the_new_rules(
    case: dict[str, Any], stored: dict[str, tuple[str, bytes]], tmp_path: Path
) -> None:
    new = book(edited(case, tmp_path))
    found = replayed(new, stored)
    assert [(f"{part.sort} {part.id} {part.differs}") for part in found.parts or ()] == case["parts"]
    assert len(found.judged) >= 4, found.not_judged
    for one in found.judged:
        place = stored[one.name][0]
        then, now = before(one.name, place), judged(one.name, new, place)
        assert (one.then, one.then_row) == (then.verdict.verdict, then.verdict.row)
        if not one.notes:
            assert (one.now, one.now_row) == (now.verdict.verdict, now.verdict.row), one.name
            stood, stand = ({theme.theme: theme.standing for theme in each.themes} for each in (then, now))
            assert {theme.theme: theme.now for theme in one.themes} == {
                id: stands for id, stands in stand.items() if stood[id] != stands
            }
    causes = {part.id for one in found.judged for part in (*one.cause.parts, *one.cause.others)}
    assert causes == set(case["cause"]), render(found, "text")


def test_facts_made_ready_for_each_framework_alone_come_to_the_same(
    stored: dict[str, tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two frameworks take a field for two types, nothing of one can be used for the other."""
    assert together({"finding/x": {"a": "string"}}, {"finding/x": {"a": "number"}, "signal/y": {}}) is None
    new = book(edited(EDITS[0], tmp_path))
    found = replayed(new, stored)
    monkeypatch.setattr("inspector.workbench.replaying.replay.together", lambda *_: None)
    assert replayed(new, stored) == found


def test_the_edit_that_is_named_does_it_alone(stored: dict[str, tuple[str, bytes]], tmp_path: Path) -> None:
    """Two edits: with the one named, and the other as it was, the evidence itself is judged so."""
    one, other = EDITS[0], EDITS[2]
    place = edited(one, tmp_path)
    path = place / other["file"]
    path.write_text(path.read_text("utf-8").replace(other["old"], other["new"]), encoding="utf-8")
    new = book(place)
    found = [each for each in replayed(new, stored).judged if each.otherwise and not each.notes]
    assert found
    for each in found:
        (part,) = each.cause.parts
        mixed = between(rulebook().framework, new.framework, frozenset((part,)))
        alone = judged(each.name, Rulebook(mixed, new.known, new.vocabulary), stored[each.name][0]).verdict
        assert alone.verdict == each.now


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "cut": (lambda text: text[: len(text) // 2], "not JSON"),
    "nothing": (lambda _: "", "not JSON"),
    "another": (lambda _: "{}", "not a result of Inspector"),
    "version": (lambda text: text.replace('"version": 1\n}', '"version": 2\n}'), "of version '2'"),
    "deep": (lambda _: "[" * 5000 + "]" * 5000, "not JSON"),
    "number": (lambda text: text.replace('"weight": 3.0', '"weight": NaN', 1), "not JSON"),
    "verdict": (lambda text: _with(text, lambda d: d["verdict"].update(verdict="improving")), "its facts make"),
    "word": (lambda text: _with(text, lambda d: d["verdict"].update(verdict="splendid")), "'splendid' is none of"),
    "standing": (lambda text: _with(text, lambda d: d["themes"][0].update(standing="lasting")), "stands at lasting"),
    "finding": (lambda text: _with(text, lambda d: d["findings"].pop()), "are not what its facts make"),
    "fact": (lambda text: _with(text, lambda d: d["facts"].clear()), "are not what its facts make"),
    "field": (lambda text: _with(text, lambda d: _fields(d).update(call=["loss"])), "the field 'call'"),
    "type": (lambda text: _with(text, lambda d: _fields(d).update(probability="much")), "its facts cannot be judged"),
    "day": (lambda text: _with(text, lambda d: _fields(d).update(onset="yesterday")), "a part of it is not of the form"),
    "twice": (lambda text: _with(text, lambda d: d["facts"].append({**_moved(d)})), "two facts have the id"),
    "huge": (lambda text: _with(text, lambda d: _fields(d).update(points=10**40)), "its facts cannot be judged"),
    "endless": (lambda text: _with(text, lambda d: _fields(d).update(probability="@")).replace('"@"', "1e999"), "not finite"),
    "surrogate": (lambda text: _with(text, lambda d: _fields(d).update(title="\ud800")), "not JSON"),
    "lacks": (lambda text: _with(text, lambda d: d.pop("trust")), "it has no 'trust'"),
    "shape": (lambda text: _with(text, lambda d: d.update(facts=7)), "a part of it is not of the form"),
    "text": (lambda text: _with(text, lambda d: d["bundle"].update(authority=7)), "'7' stands where a text does"),
    "rules": (lambda text: _with(text, lambda d: d["framework"].update(digest="0" * 64)), "other rules of munro 0."),
    "framework": (lambda text: _with(text, lambda d: d["framework"].update(id="mine", digest="0" * 64)), "judged by mine 0."),
}  # fmt: skip


def _with(text: str, change: Any) -> str:
    found = json.loads(text)
    change(found)
    return json.dumps(found, indent=2)


def _moved(d: dict[str, Any]) -> Any:
    return next(fact for fact in d["facts"] if fact["kind"] == "signal/trajectory")


def _fields(d: dict[str, Any]) -> Any:
    return _moved(d)["fields"]


def test_what_is_damaged_or_altered_is_refused_by_name_and_the_rest_goes_on(
    stored: dict[str, tuple[str, bytes]], tmp_path: Path, capsys: Capture
) -> None:
    text = stored["decline"][1].decode()
    folder = tmp_path / "results"
    (folder / "more").mkdir(parents=True)
    (folder / "more" / "good.json").write_text(text, encoding="utf-8")
    for name, (change, _) in BROKEN.items():
        (folder / f"{name}.json").write_text(change(text), encoding="utf-8")
    assert _run(["framework", "replay", "munro", "munro", "--results", str(folder), "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in made["judged"]] == ["more/good.json"]
    why = {one["name"].removesuffix(".json"): one["why"] for one in made["not_judged"]}
    assert why.keys() == BROKEN.keys()
    assert {name: why[name] for name, (_, told) in BROKEN.items() if told not in why[name]} == {}
    jsonschema.validate(made, schema("framework-replay"))


def test_where_none_can_be_judged_the_exit_code_says_so(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "one.json").write_text("{}", encoding="utf-8")
    words = ["framework", "replay", "munro", "munro"]
    assert _run([*words, "--results", str(tmp_path)]) == 1
    assert "NOT JUDGED ANEW" in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    assert _run([*words, "--results", str(tmp_path / "empty")]) == 2
    assert "no file whose name ends in .json" in capsys.readouterr().err
    assert _run([*words]) == 2
    assert "one of the two" in capsys.readouterr().err
    assert _run([*words[:3], "nothing-here", "--results", str(tmp_path)]) == 2


def test_a_register_is_replayed_as_the_same_results_in_a_folder(tmp_path: Path, capsys: Capture) -> None:
    """Submissions with a result by OLD, and one without; the result of another framework is named and left out."""
    from tests.bundle.builder import build

    place, tiny = str(tmp_path / "memory.db"), Path(__file__).parents[2] / "frameworks" / "tiny"
    bundle = build(tmp_path)
    assert _run(["bundle", "seal", str(bundle)]) == 0
    assert _run(["register", "key", "new", "--register", place, "--name", "council.example/register"]) == 0
    assert _run(["register", "add", str(bundle), "--register", place, "--keep"]) == 0
    (tmp_path / "results").mkdir()
    result = tmp_path / "results" / "one.json"
    assert _run(["assess", str(bundle), "--framework", str(tiny), "--format", "json", "-o", str(result)]) in (0, 1)
    new = Path(shutil.copytree(tiny, tmp_path / "new"))
    words = ["framework", "replay", str(tiny), str(new), "--format", "json"]
    capsys.readouterr()
    assert _run([*words, "--register", place]) == 1
    assert "no result of it is in the register" in capsys.readouterr().out
    assert _run(["register", "result", "add", str(result), "--framework", str(tiny), "--register", place]) == 0
    capsys.readouterr()
    assert _run([*words, "--register", place]) == 0
    by_register = json.loads(capsys.readouterr().out)
    assert _run([*words, "--results", str(result.parent)]) == 0
    in_folder = json.loads(capsys.readouterr().out)
    assert [one | {"name": ""} for one in by_register["judged"]] == [one | {"name": ""} for one in in_folder["judged"]]
    assert [one["name"] for one in by_register["judged"]] == ["entry 1"]
    assert _run(["framework", "replay", "munro", "munro", "--register", place]) == 1
    assert "it was judged by tiny" in " ".join(capsys.readouterr().out.split())


def changed(rule: Rule, how: int) -> Rule | None:
    """The rule changed in one way, or None for one that is gone."""
    if how == 0:
        return None
    if how == 1 and len(rule.when) > 1 and not rule.conclude.carry:
        return rule.model_copy(update={"when": rule.when[1:], "unless": ()})
    if how == 2:
        return rule.model_copy(update={"unless": ()})
    standing = {"doing": "stated", "showing": "doing", "lasting": "showing"}.get(rule.conclude.standing or "")
    conclude = rule.conclude.model_copy(update={"standing": standing or "doing", "limit": None, "direction": "better"})
    return rule.model_copy(update={"conclude": conclude})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 3)), min_size=1, max_size=4), st.integers(0, 5))
def test_judged_where_it_can_differ_is_judged_in_full(
    stored: dict[str, tuple[str, bytes]], changes: list[tuple[int, int]], which: int
) -> None:
    old = rulebook().framework
    rules: dict[str, Rule | None] = {rule.id: rule for rule in old.rules}
    for place, how in changes:
        rule = old.rules[place % len(old.rules)]
        rules[rule.id] = changed(rule, how)
    new = old.model_copy(
        update={"rules": tuple(rule for rule in rules.values() if rule is not None), "digest": "1" * 64}
    )
    try:
        compiled = Compiled(new)
    except CannotComplete:
        return
    replayer = Replayer(old, new)
    data = [data for _, data in stored.values()][which % len(stored)]
    one = read(data, kinds_read(compiled.fields.keys() | replayer.kinds.keys(), vocabulary.base()))
    try:
        found = replayer.one("one", one)
    except NotAResult:
        return
    full = Case(one, compiled, old).judged(Other(compiled, NOTHING, rules_alone=False), shared=False)
    assert (found.now, found.now_row) == (full.verdict, full.row)
    said = {drawn["rule"] for drawn in json.loads(data)["findings"]}
    assert set(found.new) == set(full.findings) - said
    assert set(found.gone) == said - set(full.findings)


def test_trust_is_read_back_as_it_was_weighed(stored: dict[str, tuple[str, bytes]]) -> None:
    """Which pieces a probe asks about is not written by itself: it is read from the reasons, and has to be the same."""
    kinds = kinds_read((), vocabulary.base())
    asked = 0
    for name, (place, data) in stored.items():
        weighed = {(one.evidence, one.trust, one.asked) for one in before(name, place).trust}
        assert {(one.evidence, one.trust, one.asked) for one in read(data, kinds).trust} == weighed
        asked += sum(one for *_, one in weighed)
    assert asked


def test_two_frameworks_are_told_apart_without_naming_parts(stored: dict[str, tuple[str, bytes]]) -> None:
    found = replayed(rulebook("patient-safety-learning"), stored)
    assert found.parts is None
    assert all(one.cause.parts == () for one in found.judged)
    text = render(found, "text")
    assert "It is not known which edit does it." in text
    assert any(note.startswith("The frameworks differ in") for note in found.notes)


def test_parts_are_named_in_words() -> None:
    from inspector.report.workbench.replay import named

    assert named(Part(sort="rest", id="rest", differs="other", what=("core", "fields"))) == (
        "what is neither a rule nor a row (core and fields): changed"
    )
