"""Words of a framework's own in rows: who spoke, what a test changed, what reviews looked for.

A fire and rescue service is judged by a framework that nobody ships. Its rows are read, counted and told where that framework
judges, and refused where another does.
"""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import framework as frameworks
from inspector.arguing import with_argument
from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.evidence.held import held
from inspector.framework.own_words import OURS
from inspector.framework.read_by import read_by
from inspector.inspection import Workings, work
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.workbench.authoring.kinds import kinds
from inspector.workbench.authoring.typed import schema as typed
from inspector.workbench.calibrating import plan
from inspector.workbench.calibrating.characteristics import Seen, characteristics
from inspector.workbench.check import check
from inspector.workbench.replaying.replay import Replayer

FIRE = Path(__file__).parent / "fire"
STATION, BRIGADE = FIRE / "station", FIRE / "brigade"
TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
BROKEN = yaml.safe_load((Path(__file__).parent / "words_of_evidence.yaml").read_text(encoding="utf-8"))
CELLS = {
    "group": ("voice", "group"),
    "change_type": ("improvement-log", "change_type"),
    "conditions": ("case-review-factors", "condition"),
}
OF_WORDS = ("signal/voice-answered", "signal/change-mix", "signal/systemic-conditions")


@pytest.fixture(scope="module")
def judged() -> Workings:
    return work(BRIGADE, STATION)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The framework and the bundle, to be changed; the bundle is not sealed any more."""
    return Path(shutil.copytree(FIRE, tmp_path / "fire"))


def run(*args: str | Path) -> int:
    return _run(list(map(str, args)))


def evidence(bundle: Path, framework: Path | None = STATION) -> Evidence:
    found = read_bundle(bundle, by=read_by(framework)).evidence
    assert found is not None
    return found


def rewritten(place: Path, *pairs: tuple[str, str], name: str = "voice.csv") -> None:
    """A file of the bundle with words in place of others, sealed anew."""
    text = (place / name).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (place / name).write_text(text, encoding="utf-8")
    assert run("bundle", "seal", place, "--despite-problems", "--quiet") == 0


def facts(workings: Workings, kind: str) -> list[Fact]:
    return [one for one in workings.inspection.facts if one.kind == kind]


def fields(workings: Workings) -> dict[str, dict[str, Any]]:
    return {one.id: dict(one.fields) for one in workings.inspection.facts if one.kind in OF_WORDS}


def test_ours_are_the_words_of_the_published_row_schemas() -> None:
    for sort, (name, field) in CELLS.items():
        schema = json.loads((schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
        assert OURS[sort] == tuple(schema["properties"][field]["enum"])  # type: ignore[index]


def test_the_framework_is_right_and_its_case_on_a_bundle_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert [one for one in check([STATION]) if one.level == "error"] == []
    assert run("framework", "test", STATION) == 0
    assert "5 of 5 cases passed" in capsys.readouterr().out


@pytest.mark.parametrize("case", BROKEN, ids=[case["name"] for case in BROKEN])
def test_a_mistake_is_one_remark_where_it_is(case: dict[str, Any], copied: Path) -> None:
    shutil.rmtree(copied / "brigade")  # its case would have a remark of its own, and so would what chooses by the word
    if case["file"] != "fields.yaml":
        (copied / "station" / "fields.yaml").unlink()
    cases = copied / "station" / "tests" / "cases.yaml"
    cases.write_text(cases.read_text(encoding="utf-8").partition("- name: a brigade")[0], encoding="utf-8")
    file = copied / "station" / case["file"]
    text = file.read_text(encoding="utf-8")
    assert case["old"] in text
    file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    found = [one for one in check([copied / "station"]) if one.level == "error"]
    assert [one.rule for one in found] == [case["rule"]]
    said = " ".join([found[0].message, found[0].expected, found[0].fix])
    assert [words for words in case["told"] if words not in said] == [], said
    assert (found[0].where.file.endswith(case["file"]), found[0].where.line) == (True, case["line"])


def test_each_group_of_its_own_is_counted_as_its_rows_say(judged: Workings) -> None:
    with (BRIGADE / "voice.csv").open(encoding="utf-8", newline="") as file:
        rows = Counter("front-line" if row["group"] == "crews" else row["group"] for row in csv.DictReader(file))
    found = {one.fields["group"]: one.fields["said"] for one in facts(judged, "signal/voice-answered")}
    assert found == {"all": rows.total(), **rows} == {"all": 4, "front-line": 2, "householders": 2}
    (householders,) = [one for one in facts(judged, "signal/voice-answered") if one.fields["group"] == "householders"]
    assert householders.fields["words"] == "householders"


def test_a_change_that_counts_as_none_of_ours_is_known_and_a_sort_of_its_own(judged: Workings) -> None:
    (mix,) = facts(judged, "signal/change-mix")
    told = {name: mix.fields[name] for name in ("known", "unknown", "sorts", "system", "procedures", "trainings")}
    # appliance counts as tool, water as none of ours, training is ours.
    assert told == {"known": 3, "unknown": 0, "sorts": 3, "system": 1, "procedures": 0, "trainings": 1}


def test_a_condition_of_its_own_is_a_fact_and_one_that_counts_is_that_of_ours(judged: Workings) -> None:
    found = {str(one.fields["condition"]): one.fields for one in facts(judged, "signal/systemic-conditions")}
    assert (found["water-supply"]["state"], found["water-supply"]["words"]) == (
        "present-untracked",
        "water that ran short",
    )
    assert (found["caseload"]["looked_for"], found["caseload"]["present"]) == (2, 1)
    assert "thin-crew" not in found
    assert len(found) == 10


def test_a_word_that_counts_as_ours_counts_just_as_that(judged: Workings, copied: Path) -> None:
    brigade = copied / "brigade"
    rewritten(brigade, ("crews", "front-line"))
    rewritten(brigade, (",appliance,", ",tool,"), name="log.csv")
    rewritten(brigade, ("thin-crew", "caseload"), name="factors.csv")
    assert fields(work(brigade, STATION)) == fields(judged)


def test_the_word_of_the_row_stands_beside_what_it_counts_as(judged: Workings) -> None:
    said = judged.evidence
    assert [(one.group, one.own_word) for one in said.voice[:2]] == [("front-line", "crews"), ("householders", None)]
    assert [(one.change_type, one.own_word) for one in said.log] == [
        ("tool", "appliance"),
        ("water", None),
        ("training", None),
    ]
    factors = [(one.condition, one.own_word) for review in said.case_reviews for one in review.factors]
    assert factors[:2] == [("water-supply", None), ("caseload", "thin-crew")]


def test_rows_in_json_are_read_alike(judged: Workings, copied: Path) -> None:
    brigade = copied / "brigade"
    manifest = json.loads((brigade / "datapackage.json").read_text(encoding="utf-8"))
    with (brigade / "voice.csv").open(encoding="utf-8", newline="") as file:
        rows = [{name: value for name, value in row.items() if value} for row in csv.DictReader(file)]
    for row in rows:
        row |= {"people": int(row["people"]), **({"changed": [row["changed"]]} if "changed" in row else {})}
    (brigade / "voice.json").write_text(json.dumps(rows), encoding="utf-8")
    for one in manifest["resources"]:
        one["path"] = one["path"].replace("voice.csv", "voice.json")
    (brigade / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert run("bundle", "seal", brigade, "--framework", STATION, "--quiet") == 0
    assert fields(work(brigade, STATION)) == fields(judged)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "v1: the crews, on hose, 7 people"),
        ("markdown", "the crews, on hose, 7 people"),
        ("html", "the crews: hose, 7 people"),
    ],
)
def test_reports_say_titles(form: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    full = ["--full"] if form == "text" else []
    assert run("assess", BRIGADE, "--framework", STATION, "--format", form, *full) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert told in said
    assert "(words of v1, the crews; voice.csv row 2)" in said
    assert "Reviews found water that ran short in 1 of 2" in said


def test_the_document_has_ids_and_titles_and_obeys_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    assert run("assess", BRIGADE, "--framework", STATION, "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["framework"]["words"] == {
        "whom": {"watch-managers": "watch managers"},
        "group": {"crews": "the crews", "householders": "householders"},
        "change_type": {"appliance": "appliances and their kit", "water": "where water comes from"},
        "conditions": {"water-supply": "water that ran short", "thin-crew": "a crew that was too thin"},
    }
    voices = [(one["group"], one.get("counts_as")) for one in document["told"]["voices"]]
    assert voices == [("crews", "front-line"), ("householders", None), ("householders", None), ("front-line", None)]
    assert document["problems"] == []
    jsonschema.validate(document, json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8")))


def test_check_reads_them_by_the_framework_and_refuses_them_by_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", BRIGADE, "--framework", STATION) == 0
    assert "No problems found" in capsys.readouterr().out
    for framework, named in ((None, "munro"), (TINY, "tiny")):
        assert run("check", BRIGADE, *(["--framework", framework] if framework else []), "--format", "json") == 1
        said = [one for one in json.loads(capsys.readouterr().out)["problems"] if one["rule"] == "unknown-code"]
        assert len(said) == 8
        assert all(one["expected"].endswith(f"; {named} has no words of its own for it") for one in said)


def test_a_bundle_that_no_framework_is_asked_about_is_refused_as_ever() -> None:
    found = [one for one in read_bundle(BRIGADE).problems if one.rule == "unknown-code"]
    assert found[-1].expected == "one of children, families, carers, front-line, partners"


def test_the_environment_names_the_framework(monkeypatch: pytest.MonkeyPatch, copied: Path) -> None:
    monkeypatch.setenv("INSPECTOR_FRAMEWORK", str(STATION))
    assert run("check", BRIGADE) == 0
    assert run("bundle", "seal", copied / "brigade", "--quiet") == 0
    assert run("bundle", "diff", BRIGADE, copied / "brigade") == 0


def test_a_word_that_nobody_has_is_told_with_all_that_there_are(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewritten(copied / "brigade", (",householders,hydrants", ",housholders,hydrants"))
    rewritten(copied / "brigade", ("c1,thin-crew", "c1,thin-crews"), name="factors.csv")
    assert run("assess", copied / "brigade", "--framework", STATION) != 0
    said = capsys.readouterr()
    told = " ".join(f"{said.out} {said.err}".split())
    assert (
        "'housholders' is not a known code. Expected: one of children, families, carers, front-line, partners, "
        "or of station crews, householders. Fix: did you mean 'householders'?"
    ) in told
    assert "individual-error, other, or of station water-supply, thin-crew. Fix: did you mean 'thin-crew'?" in told
    kept = evidence(copied / "brigade")
    assert [one.id for one in kept.voice] == ["v1", "v3", "v4"]


def test_a_word_in_capitals_is_told_as_that_word_and_not_as_one_that_looks_like_it(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewritten(copied / "brigade", (",crews,hose", ",CREWS,hose"))
    assert run("check", copied / "brigade", "--framework", STATION) != 0
    told = " ".join(capsys.readouterr().out.split())
    assert "'CREWS' is not a known code" in told
    assert "did you mean 'crews'?" in told


def test_who_names_a_framework_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", BRIGADE, "--framework", "nowhere") == 2
    assert "no such framework" in capsys.readouterr().out


def test_a_variant_has_the_words_of_its_base_and_its_own(copied: Path) -> None:
    branch = copied / "branch"
    branch.mkdir()
    main = "id: branch\nversion: 0.1.0\ntitle: A station on an island\nextends: ../station@0.1\n"
    own = "words: {group: [{id: islanders, title: islanders}], change_type: [{id: boat, title: the boat, as: tool}]}\n"
    (branch / "framework.yaml").write_text(f"{main}{own}", encoding="utf-8")
    found = frameworks.read(branch)
    assert list(found.words.titles("group")) == ["crews", "householders", "islanders"]
    assert [(one.sort, one.id) for one in found.extends[0].changes] == [("word", "islanders"), ("word", "boat")]
    rewritten(copied / "brigade", (",householders,visits", ",islanders,visits"))
    (islanders,) = [
        one
        for one in facts(work(copied / "brigade", branch), "signal/voice-answered")
        if one.fields["group"] == "islanders"
    ]
    assert islanders.fields["said"] == 1
    (branch / "framework.yaml").write_text(f"{main}words: {{group: [{{id: crews, title: all}}]}}\n", encoding="utf-8")
    (problem,) = [one for one in check([branch]) if one.level == "error"]
    assert "station has the word 'crews' already" in problem.message


def test_what_a_row_said_is_held_in_its_own_word(copied: Path) -> None:
    main = copied / "station" / "framework.yaml"
    before = held(evidence(BRIGADE), "salt")
    main.write_text(
        main.read_text(encoding="utf-8").replace("as: front-line", "as: partners").replace("as: tool", "as: task"),
        "utf-8",
    )
    other = evidence(BRIGADE, copied / "station")
    assert (other.voice[0].group, other.log[0].change_type) == ("partners", "task")
    after = held(other, "salt")
    assert (after.others, after.tests) == (before.others, before.tests)
    rewritten(copied / "brigade", (",crews,", ",front-line,"))
    assert held(evidence(copied / "brigade"), "salt").others != before.others


def test_fields_are_covered_by_what_rows_say_in_its_words(judged: Workings) -> None:
    found = with_argument(judged).argument
    assert found is not None
    pieces = {part.part: part.examples for field in found.fields for part in field.parts}
    assert pieces == {"visited": ("v1", "v2"), "kit": ("t1",), "water": ("t2",)}


def test_show_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("framework", "show", STATION) == 0
    assert (
        "It also hears of the crews [crews] (counts as front-line), householders [householders]."
        in capsys.readouterr().out
    )
    assert run("framework", "show", STATION, "--format", "json") == 0
    words = json.loads(capsys.readouterr().out)["words"]
    assert words["group"] == [
        {"id": "crews", "title": "the crews", "counts_as": "front-line"},
        {"id": "householders", "title": "householders"},
    ]


def test_replay_says_that_stored_facts_are_of_the_old_words_where_they_count_as_others(copied: Path) -> None:
    old = frameworks.read(STATION)
    main = copied / "station" / "framework.yaml"
    text = main.read_text(encoding="utf-8")
    # Another title and another to ask count as nothing: what is measured is as it was.
    main.write_text(text.replace("title: householders", "title: who lives there"), encoding="utf-8")
    assert Replayer(old, frameworks.read(copied / "station")).replay([]).notes == ()
    main.write_text(text.replace("as: front-line", "as: families"), encoding="utf-8")
    (note,) = Replayer(old, frameworks.read(copied / "station")).replay([]).notes
    assert note.startswith("The frameworks differ in what words in rows count as.")


def test_calibrate_says_which_rules_ask_for_words_that_no_simulated_service_writes() -> None:
    services = plan.honest(1, "s", 12)
    seen = {one.name: Seen(one.name, frozenset(), "static", "none", frozenset(OF_WORDS)) for one in services}
    found = characteristics(frameworks.read(STATION), services, seen, ())
    said = [one.partition(": no simulated service writes ")[::2] for one in found.cannot_tell]
    assert [one for one in said if one[1]] == [
        (
            "householders-answered",
            "householders, a word of the framework's own: how often it fires here says nothing of it.",
        ),
        (
            "water-unfollowed",
            "water-supply, a word of the framework's own: how often it fires here says nothing of it.",
        ),
    ]
    assert {one.rule for one in found.remarks} == {"front-line-answered", "kit-is-changed"}


@pytest.mark.parametrize(("many", "errors"), [(98, []), (99, ["there are 101 entries"])])
def test_a_hundred_words_of_a_sort_and_no_more(many: int, errors: list[str], copied: Path) -> None:
    main = copied / "station" / "framework.yaml"
    more = "".join(f"    - {{id: watch-{n}, title: watch {n}}}\n" for n in range(many))
    main.write_text(main.read_text(encoding="utf-8").replace("  group:\n", f"  group:\n{more}", 1), encoding="utf-8")
    assert [one.message for one in check([copied / "station"]) if one.level == "error"] == errors


def test_editors_take_them_wherever_the_check_does() -> None:
    from jsonschema import Draft7Validator

    schema = Draft7Validator(typed("rules", kinds()))
    rules = yaml.safe_load((STATION / "rules" / "rules.yaml").read_text(encoding="utf-8"))
    assert [one.message for one in schema.iter_errors(rules)] == []
    cases = yaml.safe_load((STATION / "tests" / "cases.yaml").read_text(encoding="utf-8"))
    assert [one.message for one in Draft7Validator(typed("rule-tests", kinds())).iter_errors(cases)] == []
    main = yaml.safe_load((STATION / "framework.yaml").read_text(encoding="utf-8"))
    assert [one.message for one in Draft7Validator(typed("framework", kinds())).iter_errors(main)] == []


def test_diff_tells_every_word_that_is_another(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main = copied / "station" / "framework.yaml"
    text = main.read_text(encoding="utf-8").replace("as: front-line", "as: families")
    text = text.replace("title: water that ran short", "title: too little water")
    text = text.replace(
        "    - {id: water, title: where water comes from}\n", "    - {id: radio, title: the radio, as: tool}\n"
    )
    main.write_text(text, encoding="utf-8")
    (copied / "station" / "fields.yaml").unlink()
    assert run("framework", "diff", STATION, copied / "station", "--format", "json") == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    found = [(one["differs"], one["says"][0]) for one in changes if one["id"] == "words"]
    assert found == [
        ("other", "crews of group counts as families, and counted as front-line"),
        ("new", "radio is a new word for change_type, which counts as tool"),
        ("gone", "water is no word for change_type any more"),
        ("words", "water-supply of conditions is called 'too little water', before 'water that ran short'"),
    ]


def test_a_bundle_is_made_of_files_with_such_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for one in BRIGADE.glob("*.csv"):
        shutil.copy(one, files)
    monkeypatch.setenv("INSPECTOR_FRAMEWORK", str(STATION))
    assert run("bundle", "new", tmp_path / "made", "--from", files, "--authority", "Saltmarsh Fire", "--yes") == 0
    assert "with 4 files" in capsys.readouterr().out
    assert fields(work(tmp_path / "made", STATION)).keys() == fields(work(BRIGADE, STATION)).keys()


def test_a_register_holds_the_rows_that_the_framework_reads(tmp_path: Path) -> None:
    from inspector.register.book import opened

    receipt = ["--output", tmp_path / "receipt.json"]
    for place, more, kept in (("read", ["--framework", STATION], 4), ("unread", [], 1)):
        assert run("register", "add", BRIGADE, "--register", tmp_path / place, *receipt, *more) == 0
        with opened(str(tmp_path / place)) as book:
            (entry,) = book.entries(kind="submission")
            held_there = book.held(entry)
        assert held_there is not None
        assert sum(one.kind == "voice" for one in held_there.others) == kept
