"""What is filled in stands in the records as `inspector visit record` writes it, once, and nothing is lost or written over."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.model.visits import Entry
from inspector.proof import chain, folder
from tests.serve.making import Browser

Own = Callable[..., Browser]
ROW = "visit/row?key=improvement-log-1"
FILLED = {"by": "A. Inspector", "seen": "seen", "found-tested_on": "10 January 2025", "when": "2026-11-26"}


def entries(visit: Path) -> tuple[Entry, ...]:
    loaded = folder.load(visit)
    return chain.entries(chain.of_folder(visit, loaded.plan.seal))


def test_the_entry_is_the_one_that_the_command_writes(
    own: Own, made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = own().post(ROW, **FILLED, note="Two lines\r\nof a note")
    assert (answer.status_code, answer.headers["location"]) == (303, "/room/visit?recorded=improvement-log-1")
    (entry,) = entries(tmp_path / "visit")
    sheet = tmp_path / "sheet.csv"
    seal = folder.load(tmp_path / "visit").plan.seal
    sheet.write_text(
        "Key,Visit,Seen?,First tried on,Note,Looked at by,Looked on\n"
        f'improvement-log-1,{seal},seen,10 January 2025,"Two lines\nof a note",A. Inspector,2026-11-26\n',
        encoding="utf-8",
    )
    by_command = tmp_path / "other"
    folder.create(by_command, *_parts(made / "visit"))
    assert _run(["visit", "record", str(by_command), str(sheet)]) == 0, capsys.readouterr().err
    (other,) = entries(by_command)
    assert entry.model_dump(exclude={"hash", "says", "found"}) == other.model_dump(exclude={"hash", "says", "found"})
    assert dict(entry.found) == {"tested_on": "10 January 2025"}
    assert entry.says == "Two lines\nof a note"


def _parts(visit: Path) -> tuple[object, ...]:
    loaded = folder.load(visit)
    return loaded.plan, loaded.frame, loaded.rounds


def test_what_is_as_written_and_what_is_not_is_said_and_never_what_is_written(own: Own) -> None:
    page = own()
    page.post(ROW, **FILLED)
    assert "improvement-log-1 is recorded." in page.get("visit?recorded=improvement-log-1").text
    assert "Not as written" not in page.get("visit?recorded=improvement-log-1").text.replace("not as written", "")
    page.post("visit/row?key=improvement-log-2", **{**FILLED, "found-tested_on": "1 May 2024"})
    told = page.get("visit?recorded=improvement-log-2").text
    assert "Not as written: First tried on." in told
    assert "2025-02-07" not in told


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"seen": ""}, "Say what you saw"),
        ({"seen": "surely"}, "Say what you saw"),
        ({"by": ""}, "a name has 1 to 100 characters"),
        ({"by": "x" * 101}, "a name has 1 to 100 characters"),
        ({"when": "yesterday"}, "That is no day"),
        ({"found-tested_on": "some time ago"}, "That is no day or month that can be read"),
        ({"note": "x" * 10_001}, "10,000 characters"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_it_and_nothing_typed_is_lost(
    own: Own, tmp_path: Path, changed: dict[str, str], says: str
) -> None:
    filled = {**FILLED, "note": 'Kept <b>"as typed"</b>\n\n  and so', **changed}
    answer = own().post(ROW, **filled)
    assert answer.status_code == 422
    assert says in answer.text
    assert entries(tmp_path / "visit") == ()
    if "note" not in changed:
        assert "Kept &lt;b&gt;&#34;as typed&#34;&lt;/b&gt;&#10;&#10;  and so</textarea>" in answer.text
    assert 'value="some time ago"' in answer.text or "found-tested_on" not in changed


def test_twice_in_the_same_words_is_once_and_otherwise_needs_a_correction(own: Own, tmp_path: Path) -> None:
    page = own()
    for _ in range(2):
        assert page.post(ROW, **FILLED).status_code == 303
    assert len(entries(tmp_path / "visit")) == 1
    refused = page.post(ROW, **{**FILLED, "seen": "partly"})
    assert refused.status_code == 422
    assert "you wrote something else of it before" in refused.text
    assert 'name="correct"' in refused.text
    assert page.post(ROW, **{**FILLED, "seen": "partly"}, correct="yes").status_code == 303
    first, second = entries(tmp_path / "visit")
    assert second.corrects == first.hash
    assert 'value="partly" checked' in page.get(ROW).text


def test_what_was_seen_and_not_filled_in_is_completed_without_a_correction(own: Own, tmp_path: Path) -> None:
    page = own()
    page.post(ROW, **{**FILLED, "found-tested_on": ""})
    assert "No answer until this is filled in: First tried on." in page.get("visit?recorded=improvement-log-1").text
    assert page.post(ROW, **FILLED).status_code == 303
    assert len(entries(tmp_path / "visit")) == 2


def test_two_tabs_at_once_lose_nothing_and_keep_the_chain(own: Own, tmp_path: Path) -> None:
    page = own()
    jobs = [(f"visit/row?key=improvement-log-{n}", by) for n in (1, 2, 3) for by in ("A", "B", "A")]
    answers: list[int] = []
    posts = [
        threading.Thread(
            target=lambda path=path, by=by: answers.append(
                page.post(path, **{**FILLED, "by": by, "found-tested_on": ""}).status_code
            )
        )
        for path, by in jobs
    ]
    for one in posts:
        one.start()
    for one in posts:
        one.join()
    assert answers == [303] * len(jobs)
    found = entries(tmp_path / "visit")
    assert sorted((one.by, one.about) for one in found) == sorted({(by, path.rpartition("=")[2]) for path, by in jobs})


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("visit/row?key=improvement-log-99", 409, "the visit has no row"),
        ("visit/row", 404, "No row is named"),
        ("visit/question?id=q99", 404, "no such question"),
        ("visit/theme?id=nothing", 404, "no such theme"),
        ("visit/sheet?round=9&number=1", 404, "no such sheet"),
    ],
)
def test_what_the_visit_does_not_have(own: Own, tmp_path: Path, path: str, status: int, says: str) -> None:
    page = own()
    posted = page.post(path, **FILLED) if "sheet" not in path else page.get(path)
    for answer in (page.get(path), posted):
        assert answer.status_code == status
        assert says in answer.text
    assert entries(tmp_path / "visit") == ()


def test_questions_and_judgements_are_written_down_too(own: Own, tmp_path: Path) -> None:
    page = own("A. Inspector")
    question = folder.load(tmp_path / "visit").plan.questions[0].id
    assert page.post(f"visit/question?id={question}", by="A. Inspector", note=" ").status_code == 422
    assert page.post(f"visit/question?id={question}", by="A. Inspector", note="On a board.").status_code == 303
    assert page.post("visit/theme?id=trying", by="A. Inspector", note="Two of four teams.").status_code == 422
    assert (
        page.post("visit/theme?id=trying", by="A. Inspector", standing="showing", note="Two of four teams.").status_code
        == 303
    )
    answered, judged = entries(tmp_path / "visit")
    assert (answered.kind, answered.about, answered.says) == ("answered", question, "On a board.")
    assert (judged.kind, judged.about, judged.standing) == ("judged", "trying", "showing")
    assert "(answered)" in page.get("visit").text
    assert "Two of four teams." in page.get("visit/verdict").text


def test_records_that_cannot_be_written_are_said_and_the_visit_is_as_it_was(own: Own, tmp_path: Path) -> None:
    page = own()
    records = tmp_path / "visit/records"
    records.rmdir()
    records.symlink_to(tmp_path)
    answer = page.post(ROW, **FILLED)
    assert answer.status_code == 409
    assert "a link" in answer.text
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_disk_that_is_full_leaves_the_chain_whole(own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = own()
    page.post(ROW, **FILLED)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        answer = page.post("visit/row?key=improvement-log-2", **FILLED)
    assert answer.status_code == 409
    assert "No space left on device" in answer.text
    assert [one.about for one in entries(tmp_path / "visit")] == ["improvement-log-1"]
    assert page.post("visit/row?key=improvement-log-2", **FILLED).status_code == 303


def test_altered_records_are_refused_on_every_page_of_the_visit(own: Own, tmp_path: Path) -> None:
    page = own()
    page.post(ROW, **FILLED)
    (file,) = (tmp_path / "visit/records").glob("*.jsonl")
    file.write_bytes(file.read_bytes().replace(b'"seen":"seen"', b'"seen":"part"'))
    for path in ("visit", "visit/verdict", ROW):
        assert page.get(path).status_code == 409 or path == ROW
    assert page.post("visit/row?key=improvement-log-2", **FILLED).status_code == 409


def test_the_verdict_before_and_since(own: Own) -> None:
    page = own()
    for n in (1, 2, 3):
        before = page.get("visit/verdict").text
        assert page.post(f"visit/row?key=improvement-log-{n}", **{**FILLED, "seen": "not-seen"}).status_code == 303
    after = page.get("visit/verdict").text
    assert before != after
    assert 'id="verdict-before">Beginning to improve, on paper' in after
    assert "Not enough evidence to say, on paper" in after
    assert "The visit changed what the verdict is." in after


def test_a_visit_to_another_bundle_is_not_served(tmp_path: Path, made: Path) -> None:
    from inspector.model.problems import CannotComplete
    from tests.bundle.builder import build
    from tests.serve.making import submission

    with pytest.raises(CannotComplete, match="other"):
        submission(build(tmp_path), made / "visit")
