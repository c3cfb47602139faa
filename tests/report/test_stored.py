"""A stored result that was changed is refused, each fault at its place; one that Inspector wrote is read."""

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector.model import limits
from inspector.model.problems import CannotComplete
from inspector.report.coherent import SIDE_BY_SIDE
from inspector.report.stored import read
from tests.report.results import EXAMPLES, argued_result, result

Change = Callable[[dict[str, Any]], object]


def refused(tmp_path: Path, text: str | bytes) -> list[tuple[str | None, str]]:
    file = tmp_path / "r.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CannotComplete) as caught:
        read(file)
    return [(problem.where.path, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_inspector_wrote_is_read(example: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(result(example)), encoding="utf-8")
    assert read(tmp_path / "r.json") == result(example)


def test_a_result_whose_objections_refer_by_name_alone_is_read(tmp_path: Path) -> None:
    old = copy.deepcopy(argued_result())
    for objection in old["case_against"]:
        del objection["refers"]
    (tmp_path / "r.json").write_text(json.dumps(old), encoding="utf-8")
    assert read(tmp_path / "r.json") == old


@pytest.mark.parametrize("column", SIDE_BY_SIDE)
def test_the_columns_of_a_line_are_as_long_as_one_another(column: str, tmp_path: Path) -> None:
    made = copy.deepcopy(argued_result())
    made["pictures"]["lines"][1][column].pop()
    assert [at for at, _ in refused(tmp_path, json.dumps(made))] == [f"pictures.lines[1].{column}"]


@pytest.mark.parametrize(("change", "at", "told"), [
    (lambda d: d["pictures"]["stream"]["counts"].pop(), "pictures.stream.counts", "teams"),
    (lambda d: d["pictures"]["stream"]["counts"][0].pop(), "pictures.stream.counts[0]", "months"),
    (lambda d: d["pictures"]["heaps"][0]["expected"].pop(), "pictures.heaps[0].expected", "days"),
    (lambda d: d["pictures"]["lines"][0]["starts"].__setitem__(0, "20240101"), "pictures.lines[0].starts[0]", "'date'"),
    (lambda d: d["pictures"]["lines"][0]["starts"].__setitem__(0, "9999-01-01"), "pictures.lines[0].ends[0]", "before it starts"),
    (lambda d: d["pictures"]["lines"][0]["values"].__setitem__(0, 10**400), "pictures.lines[0].values[0]", "no number"),
    (lambda d: d["bundle"]["period"].update(start="2024-W01-1"), "bundle.period.start", "'date'"),
    (lambda d: d["findings"][0]["facts"].append("x"), "findings[0].facts", "no fact 'x'"),
    (lambda d: d["findings"][0].update(theme="x"), "findings[0].theme", "no theme 'x'"),
    (lambda d: d["themes"][0]["findings"].append("x"), "themes[0].findings", "no finding"),
    (lambda d: d["case_against"][0]["refers"].append({"sort": "finding", "id": "x"}), "case_against[0].refers", "no finding"),
    (lambda d: d["case_against"][0]["refers"].append({"sort": "evidence", "id": "x"}), "case_against[0].refers", "no evidence"),
    (lambda d: d["case_against"][0]["refers"].append({"sort": "probe", "id": "x/y"}), "case_against[0].refers", "no question"),
    (lambda d: d["case_against"][0]["refers"].append({"sort": "voice", "id": "x"}), "case_against[0].refers[1].sort", "voice"),
    (lambda d: d["framework"].update(digest=f"{'0' * 64}\n"), "framework.digest", "form"),
    (lambda d: d.update(verdict=[]), "verdict", "not of type"),
    (lambda d: d.update(facts=None), "facts", "not of type"),
])  # fmt: skip
def test_what_does_not_hold_together_is_told_where(change: Change, at: str, told: str, tmp_path: Path) -> None:
    made = copy.deepcopy(argued_result())
    change(made)
    found = refused(tmp_path, json.dumps(made))
    assert any(path == at and told in message for path, message in found), found


@pytest.mark.parametrize("text", [
    "", "x", "[]", "{}", "null", '{"format": "inspector-inspection", "version": 2}',
    '{"format": "inspector-inspection", "version": NaN}',
    '{"a": 1, "a": 2}', "[" * 100_000, "[" * 900 + "]" * 900, "1" * 5000, b"\xff", b"\xff\xfe{\x00}\x00",
], ids=lambda text: repr(text[:20]))  # fmt: skip
def test_what_is_no_result(text: str | bytes, tmp_path: Path) -> None:
    assert len(refused(tmp_path, text)) == 1


def test_pipes_devices_and_folders_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    for path in (tmp_path / "p", Path("/dev/zero"), tmp_path, tmp_path / "none"):
        with pytest.raises(CannotComplete):
            read(path)


def test_a_result_that_is_too_large(tmp_path: Path) -> None:
    limits.use(["result-bytes=2"])
    try:
        assert "2 bytes in a stored result" in refused(tmp_path, "{} ")[0][1]
        assert "not a result" in refused(tmp_path, "{}")[0][1]
    finally:
        limits.use([])
