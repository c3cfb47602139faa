"""A visit brought back: rows found wrong are struck, nothing rises, what is refuted supports less, and every format says so."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inspector
from inspector import arguing, visiting
from inspector.cli import _run
from inspector.judging.settling import Workings
from inspector.model.inspection import Inspection
from inspector.model.ladder import TRUSTS, rank
from inspector.model.problems import CannotComplete
from inspector.model.rows import by_resource
from inspector.model.visits import Framed, Seen
from inspector.proof import folder
from inspector.proof.appending import appending
from inspector.proof.recording import Draft, record
from inspector.report import FORMATS, render
from inspector.report.document.make import document
from inspector.stats.looking_after_every_row import rows_needed
from inspector.verdict.order import height
from tests.conftest import EXAMPLES
from tests.proof import brought_back as back
from tests.report.test_assurance import bare
from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.inspected import as_told, gone
from tests.truth.laws import consistent
from tests.truth.ledger import Ledger, look

pytestmark = pytest.mark.usefixtures("once")
SEEN: tuple[Seen, ...] = ("seen", "partly", "not-seen", "could-not-look")


@pytest.fixture(autouse=True)
def margins_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguing, "margins", lambda *_, **__: back.margins(back.LOG, back.FIGURES))


def after(wrong: int = 0, seen: Seen = "not-seen") -> Inspection:
    """The example once a visit found so many of the rows drawn from its log wrong, and all else as written."""
    return worked_after(wrong, seen).inspection


@cache
def worked_after(wrong: int, seen: Seen) -> Workings:
    """As `after`, with what it was worked out from."""
    with TemporaryDirectory() as where:
        there = back.visit(Path(where) / "v")
        bad = set(there.drawn_of("improvement-log")[:wrong])
        back.found(there, lambda row: seen if row.key in bad else "seen")
        return visiting.visited(back.workings(), there.folder)


def told_after(wrong: int) -> Inspection:
    """As `after`, with what a reader is told beside the judgement."""
    worked = worked_after(wrong, "not-seen")
    return worked.inspection.model_copy(update={"told": arguing.told_of(worked)})


def test_all_as_written_is_verified_and_nothing_else_changes() -> None:
    paper, found = back.workings().inspection, after()
    assert found.verdict.said == "IMPROVING, verified"
    assert found.visit is not None
    assert not found.visit.aside
    assert not found.visit.less
    assert found.model_copy(update={"verdict": paper.verdict, "visit": None}) == paper
    assert found.verdict.model_copy(update={"assurance": "on-paper", "assured": paper.verdict.assured}) == paper.verdict


def test_not_found_partly_found_and_not_looked_at_are_all_wrong(tmp_path: Path) -> None:
    there = back.visit(tmp_path / "v")
    told = dict(zip(there.drawn_of("improvement-log"), SEEN[1:], strict=False))
    back.found(there, lambda row: told.get(row.key, "seen"))
    found = visiting.visited(back.workings(), there.folder).inspection
    assert found.verdict.said == "IMPROVING, on paper"
    assert found.visit is not None
    (aside,) = found.visit.aside
    assert (aside.count, aside.partly, aside.not_seen, aside.could_not_look) == (3, 1, 1, 1)
    assert found.verdict.assured.for_next is not None
    (wanted,) = found.verdict.assured.for_next.wanted
    assert wanted.evidence == "improvement-log"
    more = rows_needed(230, 23, 0.95, 3, 31)
    assert more is not None
    assert wanted.rows == more - 31


def test_rows_found_wrong_are_set_aside_where_tests_are_counted() -> None:
    found = after(4)
    stream = next(fact for fact in found.facts if any(one.reason == "not-as-written" for one in fact.aside))
    told = [one for one in stream.aside if one.reason == "not-as-written"]
    assert [one.count for one in told] == [4]
    assert found.visit is not None
    assert told[0].rows == found.visit.aside[0].rows


def test_what_is_refuted_is_trusted_less_or_falls_out() -> None:
    paper, found = back.workings().inspection, after(12)
    assert found.visit is not None
    (less,) = found.visit.less
    assert (less.evidence, less.rows) == ("improvement-log", 158)
    assert height(found.verdict.verdict) < height(paper.verdict.verdict)
    assert found.visit.on_paper == paper.verdict.verdict


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.sampled_from([0.02, 0.3, 1.0]))
def test_a_visit_raises_nothing(tmp_path_factory: pytest.TempPathFactory, draw: Any, share: float) -> None:
    where = tmp_path_factory.mktemp("v")
    there = back.visit(where / "v", sizes={"improvement-log": 40, "indicators": 20})
    told: dict[str, Seen] = {key: draw.choice(SEEN[1:]) if draw.random() < share else "seen" for key in there.drawn}
    back.found(there, lambda row: told[row.key])
    paper, found = back.workings().inspection, visiting.visited(back.workings(), where / "v").inspection
    assert height(found.verdict.verdict) <= height(paper.verdict.verdict)
    for before, now in zip(paper.themes, found.themes, strict=True):
        assert rank(now.standing) <= rank(before.standing), before.theme
    trust = {one.evidence: one.trust for one in paper.trust}
    assert all(TRUSTS.index(one.trust) <= TRUSTS.index(trust[one.evidence]) for one in found.trust)


def test_no_order_of_looking_changes_what_comes_back(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        there = back.visit(tmp_path / name)
        keys = list(there.drawn)
        first, rest = (keys, []) if name == "a" else (keys[:9], keys[9:])
        bad = set(keys[3:5])

        def says(row: Framed, bad: set[str] = bad) -> Seen:
            return "not-seen" if row.key in bad else "seen"

        back.found(there, says, only=first)
        back.found(there, says, only=rest)
        made.append(document(visiting.visited(back.workings(), tmp_path / name).inspection))
    made[1]["visit"]["inspectors"] = made[0]["visit"]["inspectors"]
    assert made[0] == made[1]


def test_judgements_and_answers_stand_beside_and_overwrite_nothing(tmp_path: Path) -> None:
    there = back.visit(tmp_path / "v")
    back.found(there, back.right)
    with appending(there.folder, "B", there.plan.seal) as file:
        judged = Draft("judged", "stream", "2026-12-02", standing="doing", says="Two of five teams knew of no test.")
        assert not record(file, there, [judged]).refused
    found = visiting.visited(back.workings(), tmp_path / "v").inspection
    assert found.themes == back.workings().inspection.themes
    for form in set(FORMATS) - {"gsn"}:
        shown = render(document(found), form)
        assert "Two of five teams knew of no test." in shown.replace("\\", ""), form
        assert there.plan.seal in shown.replace("\\", ""), form
    told = json.loads(render(document(found), "json"))["visit"]
    stream = next(one for one in told["themes"] if one["theme"] == "stream")
    assert (stream["on_paper"], stream["after"], stream["judged"][0]["standing"]) == ("lasting", "lasting", "doing")


def test_no_format_says_a_verdict_bare() -> None:
    for wrong in (0, 12):
        found = document(after(wrong))
        assert {form: bare(render(found, form)) for form in FORMATS if bare(render(found, form))} == {}
        assert found["verdict"]["assurance"] == ("on-paper" if wrong else "verified")


def test_every_sentence_is_worked_out_again() -> None:
    """Of what was refuted everything; of what is verified, and of what is open yet, what the visit proves."""
    ledger, asked = Ledger(), Ledger()
    for wrong in (0, 4, 12):
        case = as_told(EXAMPLES / "quiet-improver", json.loads(json.dumps(document(told_after(wrong)))))
        consistent(case, ledger)
    look(case, ledger)
    look(gone(case), asked)
    faults = [one for one in ledger.faults if not one.about.startswith("probe/")]
    assert [str(one) for one in (*faults, *(one for one in asked.faults if one.about.startswith("probe/")))] == []


def test_without_a_guarantee_nothing_is_verified(tmp_path: Path) -> None:
    there = back.visit(tmp_path / "v", guarantee=False)
    back.found(there, back.right)
    found = visiting.visited(back.workings(), tmp_path / "v").inspection
    assert found.verdict.said == "IMPROVING, on paper"
    assert "guarantee" in found.verdict.assured.says


def test_a_piece_that_no_claim_is_about_keeps_the_verdict_on_paper(tmp_path: Path) -> None:
    there = back.visit(tmp_path / "v", [back.LOG])
    back.found(there, back.right)
    found = visiting.visited(back.workings(), tmp_path / "v").inspection
    assert found.verdict.assurance == "on-paper"
    assert [one.assurance for one in found.verdict.assured.pieces] == ["verified", "on-paper"]
    assert "plan another" in found.verdict.assured.for_next.wanted[0].says  # type: ignore[union-attr]
    assert "Every claim of the plan is confirmed, but these are fewer or weaker" in found.verdict.assured.says


def test_where_a_claim_is_refuted_and_the_verdict_stands_it_is_said_why(tmp_path: Path) -> None:
    log = back.workings().evidence.log[:5]
    key = back.LOG.model_copy(update={"part": "key", "key": by_resource(log), "together": 0, "rows": 1})
    there = back.visit(tmp_path / "v", [key, back.FIGURES])
    assert len(there.drawn_of("improvement-log-key")) == 5
    bad = there.drawn_of("improvement-log-key")[0]
    back.found(there, lambda row: "not-seen" if row.key == bad else "seen")
    found = visiting.visited(back.workings(), tmp_path / "v").inspection
    assert found.verdict.said == "IMPROVING, on paper"
    assert (
        "Without the rows found wrong, and as many more as can be, it is still IMPROVING, on paper: it turned out to need less "
        "than the claim refuted asked for." in found.verdict.assured.says
    )


def test_the_door_and_the_command_line_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = back.visit(tmp_path / "v")
    back.found(there, back.right)
    bundle = EXAMPLES / "quiet-improver"
    assert _run(["assess", str(bundle), "--visit", str(there.folder), "--format", "json"]) == 0
    told = capsys.readouterr().out
    assert inspector.assess(bundle, visit=there.folder).to_json() == told
    assert json.loads(told)["verdict"]["assurance"] == "verified"
    (tmp_path / "result.json").write_text(told, encoding="utf-8")
    assert _run(["report", str(tmp_path / "result.json"), "--format", "markdown"]) == 0
    assert "Improving, verified on site" in capsys.readouterr().out


def _no_visit(there: folder.Visit) -> str:
    return str(there.folder.parent / "nowhere")


def _not_a_folder(there: folder.Visit) -> str:
    return str(there.folder / "plan.json")


def _altered_plan(there: folder.Visit) -> str:
    plan = there.folder / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace('"fewer_than": 23', '"fewer_than": 99'), encoding="utf-8")
    return str(there.folder)


def _altered_round(there: folder.Visit) -> str:
    plan = there.folder / "round-1.json"
    plan.write_text(plan.read_text("utf-8").replace("5 1 6 2", "5 1 6 3", 1), encoding="utf-8")
    return str(there.folder)


def _altered_record(there: folder.Visit) -> str:
    (record_,) = (there.folder / "records").glob("*.jsonl")
    record_.write_text(record_.read_text("utf-8").replace('"not-seen"', '"seen"', 1), encoding="utf-8")
    return str(there.folder)


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (_no_visit, "no-such-visit"),
        (_not_a_folder, "no-such-visit"),
        (_altered_plan, "visit-altered"),
        (_altered_round, "visit-altered"),
        (_altered_record, "record-altered"),
    ],
)
def test_what_is_no_visit_or_was_altered_is_refused(tmp_path: Path, spoil: Any, rule: str) -> None:
    there = back.visit(tmp_path / "v", sizes={"improvement-log": 2, "indicators": 1})
    back.found(there, lambda _: "not-seen")
    with pytest.raises(CannotComplete) as refused:
        visiting.visited(back.workings(), Path(spoil(there)))
    assert {one.rule for one in refused.value.problems} == {rule}


def test_a_visit_to_another_bundle_or_by_another_framework_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = back.visit(tmp_path / "v", sizes={"improvement-log": 2, "indicators": 1})
    paper = back.workings()
    other = paper.inspection.model_copy(update={"framework_digest": "0" * 64})
    with pytest.raises(CannotComplete) as refused:
        visiting.visited(paper._replace(inspection=other), there.folder)
    assert "the framework" in refused.value.problems[0].message
    assert _run(["assess", str(EXAMPLES / "good-on-paper"), "--visit", str(there.folder)]) == 2
    told = capsys.readouterr()
    assert "[visit-of-another]" in told.err
    assert not told.out


def test_no_word_of_a_row_or_note_on_it_is_told(tmp_path: Path) -> None:
    there = back.visit(tmp_path / "v")
    keys = there.drawn_of("improvement-log")
    with appending(there.folder, "B", there.plan.seal) as file:
        note = Draft("found", keys[0], "2026-12-02", "not-seen", (), says="Asked Mrs Tapley-Quill.")
        assert not record(file, there, [note]).refused
    found = document(visiting.visited(back.workings(), tmp_path / "v").inspection)
    rows = {row.key: row for row in there.frame}
    aims = {text for row in rows.values() for field, text in row.find.items() if field == "aim" and len(text) > 20}
    told = json.dumps(found["visit"], ensure_ascii=False)
    assert "Tapley" not in json.dumps(found)
    assert not [aim for aim in aims if aim in told]
