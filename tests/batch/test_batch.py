"""`inspector batch` as a person gives it: the same bytes as one by one, what fails told at the end, and nothing that ranks."""

import csv
import io
import re
from pathlib import Path

import pytest

from inspector.batch.found import bundles
from inspector.cli import _run
from inspector.cli.batch import _known, _options, batch
from inspector.judging.rulebooks import load
from tests.conftest import EXAMPLES

Capture = pytest.CaptureFixture[str]


def test_the_same_bytes_as_one_by_one_and_one_that_fails_stops_nothing(tmp_path: Path, capsys: Capture) -> None:
    one = EXAMPLES / "published-figures"
    assert _run(["assess", str(one), "--framework", "munro", "--format", "json", "-o", str(tmp_path / "one.json")]) == 0
    words = [
        "batch",
        str(one),
        str(tmp_path / "missing"),
        "--jobs",
        "1",
        "-o",
        str(tmp_path / "out"),
    ]
    assert _run(words) == 1
    told = capsys.readouterr()
    assert (tmp_path / "out" / "published-figures.json").read_bytes() == (tmp_path / "one.json").read_bytes()
    assert told.out.startswith("1 of 2 judged.")
    assert "missing: not judged, unreadable: " in told.err
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "summary.csv").read_text("utf-8-sig"))))
    assert [(row["authority"], row["bundle"], row["not_judged"]) for row in rows] == [
        ("Blackpool", "published-figures", ""), ("", "missing", "unreadable"),
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), [
    (["--jobs", "0"], "--jobs"),
    (["--jobs", "2", "--dask", "tcp://nowhere:1"], "do not go together"),
    (["--tls-cert", str(EXAMPLES / "harrowmere" / "datapackage.json")], "are for --dask"),
    (["--pseudonymise"], "needs --key-file"),
    (["--framework", "munroe"], "munro"),
    (["-o", str(EXAMPLES / "harrowmere" / "out")], "which is read"),
])  # fmt: skip
def test_what_cannot_be_is_refused_before_anything_is_done(
    words: list[str], told: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    assert _run(["batch", str(EXAMPLES / "harrowmere"), "--framework", "munro", "-o", str(out), *words]) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()
    assert not (EXAMPLES / "harrowmere" / "out").exists()


def test_a_bundle_is_known_by_the_framework_that_it_names(tmp_path: Path) -> None:
    """Where none is given for all, each has its own; one that is given is by what all are judged."""
    for name, asks in (("a", ""), ("b", ', "framework": "patient-safety-learning"'), ("c", ', "framework": "../own"')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "datapackage.json").write_text(f'{{"name": "x"{asks}}}')
    found = bundles([tmp_path / name for name in "abc"])
    munro, own = _options(None, False, "auto", "", None, None), _options("munro", False, "auto", "", None, None)
    digest = load("patient-safety-learning").framework.digest
    assert [_known(munro)(one).framework for one in found] == ["", digest, ""]
    assert {_known(own)(one).framework for one in found} == {""}
    assert munro.framework is None
    assert munro.framework_digest == own.framework_digest == load("munro").framework.digest


def test_two_runs_do_not_share_a_folder(tmp_path: Path, capsys: Capture) -> None:
    from inspector.writing.turns import held

    with held(tmp_path, 0):
        assert _run(["batch", str(EXAMPLES / "harrowmere"), "--framework", "munro", "-o", str(tmp_path)]) == 2
    assert "another run is writing" in capsys.readouterr().err


RANKING = re.compile(r"\b(sort\w*|order\w*|rank\w*|scor\w+|best|worst|top|league|compare\w*)\b", re.IGNORECASE)


def test_nothing_ranks() -> None:
    """No option sorts, compares or scores, and no help speaks of it."""
    told = [batch.help or "", *(f"{' '.join(one.opts)} {getattr(one, 'help', None) or ''}" for one in batch.params)]
    assert len(told) > 10
    assert [words for words in told if RANKING.search(words)] == []
