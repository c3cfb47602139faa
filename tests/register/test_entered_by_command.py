"""Results and visits as a person enters them: what is refused, what is kept, and what the history then has."""

import json
from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.model.register import SubmissionBody
from inspector.proof import chain, folder
from inspector.proof.recording import record
from inspector.proof.sealing import digest
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft
from tests.proof import making
from tests.proof.recorded import InMemory, draft
from tests.report.results import result

pytestmark = pytest.mark.usefixtures("once")


def register(place: Path, *bodies: SubmissionBody, authority: str) -> list[str]:
    """A register with submissions, and how it is named on the command line."""
    with opened(str(place), make=True) as book:
        book.append([Draft("submission", authority, body) for body in bodies], keys.new(place.with_suffix(".key")))
    return ["--register", str(place)]


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    """A visit on which one inspector recorded two rows, with a note."""
    rows = making.frame()
    plan = making.plan(rows)
    sizes = {"reviews-on-time": 9, "improvement-log": 14}
    made = folder.create(tmp_path / "v", plan, rows, [making.drawn(plan, rows, sizes, seed="4 1 6 2 3 5 2 1 6 4")])
    records = InMemory("A. Inspector", made.plan.seal)
    first, second, *_ = made.drawn_of("improvement-log")
    drafts = [draft(first, "seen", note="Behind the blue door."), draft(second, "not-seen")]
    record(records, made, drafts)  # type: ignore[arg-type]
    file = made.folder / "records" / "a-inspector.jsonl"
    file.write_bytes(b"".join(map(chain.line, records.entries)))
    return made.folder


def of_visit() -> SubmissionBody:
    root, bundle = digest(b"root"), digest(b"bundle").removeprefix("sha256:")
    return SubmissionBody(root=root, digest=bundle, period_start="2024-01-01", period_end="2025-12-31")


def test_a_visit_is_entered_without_a_word_or_an_identifier(
    visit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = register(tmp_path / "r.db", of_visit(), authority="Brackenshire")
    assert _run(["register", "visit", "add", str(visit), *where]) == 0
    assert "a visit to Brackenshire for submission 0, 1 round and 2 records of 1 inspector" in " ".join(
        capsys.readouterr().out.split()
    )
    with opened(where[1]) as book:
        entry = book.entry(1)
        assert (entry.about, entry.body.day) == ((0,), "2026-03-05")  # type: ignore[union-attr]
        kept = {one.name: book.content(one.sha256) for one in entry.contents}
    assert set(kept) == {"plan.json", "round-1.json", "found.json"}
    assert b"blue door" not in b"".join(kept.values())
    assert b"T001" not in b"".join(kept.values())
    (records,) = json.loads(kept["found.json"])["records"]
    assert records["last"].encode() in (visit / "records" / "a-inspector.jsonl").read_bytes()
    assert _run(["register", "visit", "add", str(visit), *where]) == 2
    assert "[entered-already]" in capsys.readouterr().err
    assert _run(["register", "visit", "add", str(visit), "--keep", *where]) == 0
    with opened(where[1]) as book:
        assert {one.name for one in book.entry(2).contents} >= {"frame.json", "records/a-inspector.jsonl"}


def test_a_visit_that_was_altered_or_is_of_no_submission_is_refused(
    visit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = of_visit().model_copy(update={"root": f"sha256:{1:064x}"})
    where = register(tmp_path / "r.db", other, authority="Brackenshire")
    assert _run(["register", "visit", "add", str(visit), *where]) == 2
    assert "[not-of-a-submission]" in capsys.readouterr().err
    file = visit / "records" / "a-inspector.jsonl"
    file.write_bytes(file.read_bytes().replace(b"not-seen", b"seen"))
    assert _run(["register", "visit", "add", str(visit), *where]) == 2
    assert "[record-altered]" in capsys.readouterr().err
    with opened(where[1]) as book:
        assert book.size == 1


def test_a_result_is_entered_as_it_was_written_and_not_when_it_was_improved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = f"sha256:{5:064x}"
    found = json.loads(json.dumps(result("published-figures")))
    found["bundle"]["root"] = root
    bundle = found["bundle"]
    body = SubmissionBody(
        root=root,
        digest=bundle["digest"],
        period_start=bundle["period"]["start"],
        period_end=bundle["period"]["end"],
    )
    where = register(tmp_path / "r.db", body, authority=bundle["authority"])
    file = tmp_path / "result.json"
    file.write_text(json.dumps(found | {"verdict": found["verdict"] | {"verdict": "improving"}}), encoding="utf-8")
    assert _run(["register", "result", "add", str(file), *where]) == 2
    assert "[result-altered]" in capsys.readouterr().err
    file.write_text(json.dumps(found), encoding="utf-8")
    assert _run(["register", "result", "add", str(file), *where]) == 0
    out = tmp_path / "history.json"
    words = ["register", "history", bundle["authority"].upper(), "--format", "json", "-o", str(out)]
    assert _run([*words, *where]) == 0
    (one,) = json.loads(out.read_text(encoding="utf-8"))["inspections"]
    assert (one["entry"], one["submission"], one["verdict"], one["held"]) == (1, 0, found["verdict"]["verdict"], True)
    found["framework"]["digest"] = "a" * 64
    file.write_text(json.dumps(found), encoding="utf-8")
    assert _run(["register", "result", "add", str(file), "--framework", "munro", *where]) == 2
    assert "[another-framework]" in capsys.readouterr().err
    assert _run(["register", "result", "add", str(file), *where]) == 0
    assert "not held to its own rules" in capsys.readouterr().err
    with opened(where[1]) as book:
        assert [one.body.held for one in book.entries(kind="result")] == [True, False]  # type: ignore[union-attr]
    assert _run(["register", "history", bundle["authority"][:-2], *where]) == 2
    assert f"did you mean '{bundle['authority']}'?" in capsys.readouterr().err
    assert _run(["register", "judge", *where]) == 1
    assert "its files were not kept" in capsys.readouterr().out
