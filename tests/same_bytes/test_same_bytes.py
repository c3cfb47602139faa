"""The same answer wherever it is asked for: under another locale, in threads, and after another bundle in the same process."""

import csv
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector import inspection
from inspector.bundle.tables.csv_reader import failure, reader
from inspector.report.document.make import document
from inspector.report.document.written import written

HERE, FRENCH = Path(__file__).parent, "fr_FR.UTF-8"
BUNDLES = ("quiet-improver", "published-figures", "good-on-paper")


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a French locale, made here: machines seldom have one."""
    if shutil.which("localedef") is None:
        pytest.skip("no localedef here, so that no foreign locale can be made")
    folder = tmp_path_factory.mktemp("locale")
    made = ["localedef", "-i", "fr_FR", "-f", "UTF-8", "--no-archive", str(folder / FRENCH)]
    done = subprocess.run(made, capture_output=True, text=True, check=False)
    if not (folder / FRENCH).is_dir():
        pytest.skip(f"no foreign locale can be made here: {done.stderr.strip()}")
    return folder


def asked_under(locale: str, folder: Path | None, examples: Path) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(HERE.parents[1])} | ({"LOCPATH": str(folder)} if folder else {})
    command = [sys.executable, str(HERE / "answers.py"), locale, *(str(examples / name) for name in BUNDLES)]
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=True)


def test_under_another_locale(french: Path, examples: Path) -> None:
    here, there = asked_under("C", None, examples), asked_under(FRENCH, french, examples)
    assert ("May is called May" in here.stderr, "May is called mai" in there.stderr) == (True, True)
    assert here.stdout == there.stdout
    assert here.stdout.startswith("2024-02-05 2024-02-05\n")


def test_in_threads_and_after_other_bundles(examples: Path) -> None:
    """In turn, then all at once and the first of them again: each time the bytes of a fresh process's first answer."""
    limit = csv.field_size_limit()
    first = [answer(examples / name) for name in BUNDLES]
    assert answer(examples / BUNDLES[0]) == first[0]
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(answer, [examples / name for name in (*BUNDLES, BUNDLES[0])]))
    assert at_once == [*first, first[0]]
    assert csv.field_size_limit() == limit


def answer(bundle: Path) -> str:
    return written(document(inspection.assess(bundle)))


def test_a_long_cell_is_read_whatever_the_limit_of_the_process() -> None:
    before = csv.field_size_limit(10)
    try:
        assert [len(row[0]) for row in reader(["x" * 1000 + ",y"], 1000)] == [1000]
        with pytest.raises(failure(1000), match="larger than field limit"):
            list(reader(["x" * 1001], 1000))
        assert csv.field_size_limit() == 10
    finally:
        csv.field_size_limit(before)
