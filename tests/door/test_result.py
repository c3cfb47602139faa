"""What `inspector.assess` gives: the inspection itself, in a line, in frames and in files."""

import copy
import json
import os
import pickle
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest

import inspector
from inspector.inspection import assess as plainly
from inspector.model.ladder import STANDINGS

HOSTILE = "</td><script>alert(1)</script><b onload=x>&amp; \x1b[31m \u202e {{7*7}} \"'"
ALLOWED = {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code"}


class Tags(HTMLParser):
    """The tags of a fragment with the names of their attributes, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_is_the_inspection(found: inspector.Result, examples: Path) -> None:
    assert isinstance(found, inspector.Inspection)
    plain = plainly(examples / "brackenshire")
    assert {name: getattr(found, name) for name in type(plain).model_fields} == dict(plain)
    assert inspector.assess(examples / "brackenshire") == found


def test_it_can_be_kept_and_sent_to_another_process(found: inspector.Result) -> None:
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.deepcopy(found) == found
    assert isinstance(found.model_copy(update={"authority": "Elsewhere"}), inspector.Result)


def test_it_prints_as_one_line(found: inspector.Result) -> None:
    line = "<Inspection of Brackenshire County Council, 2023-04-01 to 2026-03-31: improving, on paper (munro 0.1.0)>"
    assert re.sub(r"munro [\d.]+", "munro 0.1.0", repr(found)) == line
    assert str(found) == repr(found)
    hostile = found.model_copy(update={"authority": HOSTILE * 9})
    assert repr(hostile).isprintable()
    assert len(repr(hostile)) < 250


def test_every_theme_and_finding_has_a_row(found: inspector.Result) -> None:
    findings = found.findings_frame()
    assert findings["finding"].to_list() == [one.id for one in found.findings]
    assert findings["facts"].to_list() == [list(one.facts) for one in found.findings]
    assert findings.schema["standing"] == pl.Enum(STANDINGS)
    high = findings.filter(pl.col("standing") >= "showing")["finding"].to_list()
    assert high == [one.id for one in found.findings if one.standing in ("showing", "lasting")]
    themes = found.themes_frame()
    assert themes["standing"].to_list() == [one.standing for one in found.themes]
    assert (
        themes.select((pl.col("low") <= pl.col("standing")) & (pl.col("standing") <= pl.col("high"))).to_series().all()
    )


def test_facts_have_a_row_each_and_columns_of_their_own(found: inspector.Result) -> None:
    facts = found.facts_frame()
    assert facts["fact"].to_list() == [one.id for one in found.facts]
    assert facts["rows"].to_list() == [sum(len(part.rows) for part in one.rows) for one in found.facts]
    assert all(isinstance(json.loads(text), dict) for text in facts["fields"])
    assert facts["plugin"].null_count() == facts.height
    moved = found.facts_frame("trajectory")
    assert moved.equals(found.facts_frame("signal/trajectory"))
    mine = [one for one in found.facts if one.kind == "signal/trajectory"]
    assert moved["call"].to_list() == [one.fields["call"] for one in mine]
    assert moved["onset"].to_list() == [one.fields.get("onset") for one in mine]
    assert (moved.schema["onset"], moved.schema["probability"]) == (pl.Date, pl.Float64)
    assert found.facts_frame("vanished-cases").height == 1
    assert found.facts_frame("rewritten-history").columns[:3] == ["fact", "outcome", "subject"]


def test_every_kind_of_fact_can_be_looked_at(found: inspector.Result) -> None:
    from inspector.rules.vocabulary import base

    counts = {kind: found.facts_frame(kind).height for kind in base()}
    assert sum(counts.values()) == len(found.facts)


def test_traces_have_a_row_each(found: inspector.Result) -> None:
    traces = found.traces_frame()
    assert traces["outcome"].to_list() == [one.outcome for one in found.traces]
    assert traces["p_value"].to_list() == [one.p_value for one in found.traces]


def test_figures_have_a_row_each_with_what_is_drawn(found: inspector.Result) -> None:
    assert found.pictures is not None
    series = found.series_frame()
    assert series.height == sum(len(line.values) for line in found.pictures.lines)
    (line,) = [line for line in found.pictures.lines if line.indicator == "agency-workers"]
    mine = series.filter(indicator="agency-workers")
    assert mine["value"].to_list() == list(line.values)
    assert mine["upper"].to_list() == list(line.upper)
    assert mine["period_start"][0] == date(2023, 4, 1)
    assert mine["period_end"][0] == date(2023, 4, 30)
    assert set(mine["call"]) == {"loss"}
    assert series.filter(cause="common")["rule"].null_count() == series.filter(cause="common").height > 0
    assert series.filter(pl.col("cause") != "common")["rule"].null_count() == 0
    shares = series.filter(pl.col("numerator").is_not_null())
    assert shares.height > 0
    off = (shares["numerator"] / shares["denominator"] - shares["value"]).abs() / shares["value"].abs()
    assert off.drop_nans().max() < 1e-5  # type: ignore[operator]


def test_frames_have_the_same_columns_where_there_is_nothing(found: inspector.Result) -> None:
    empty = found.model_copy(
        update={"findings": (), "facts": (), "traces": (), "pictures": None, "themes": (), "problems": ()}
    )
    for name in ("findings_frame", "themes_frame", "facts_frame", "traces_frame", "series_frame", "problems_frame"):
        made = getattr(empty, name)()
        assert made.height == 0
        assert made.schema == getattr(found, name)().schema
    assert empty.facts_frame("trajectory").schema == found.facts_frame("trajectory").schema


def test_the_docstrings_name_every_column(found: inspector.Result) -> None:
    for name in ("findings_frame", "themes_frame", "facts_frame", "traces_frame", "series_frame"):
        method = getattr(found, name)
        told = set(re.findall(r"`(\w+)`", method.__doc__))
        assert set(method().columns) <= told, name


def test_a_kind_of_fact_that_is_not_there(found: inspector.Result) -> None:
    with pytest.raises(inspector.CannotComplete, match=r"no signal or probe 'trajectroy'.*did you mean 'trajectory'"):
        found.facts_frame("trajectroy")


def test_the_notebook_shows_a_safe_fragment(found: inspector.Result) -> None:
    text = found._repr_html_()
    parsed = Tags(text)
    assert parsed.open == []
    assert parsed.tags <= ALLOWED
    assert parsed.attributes <= {"style", "scope"}
    assert len(text) < 20_000
    for words in ("Brackenshire County Council", "Improving", "Knowing oneself", "stated to showing", "ranks nobody"):
        assert words in text
    assert text.count("<li>") == 10


def test_text_from_data_stays_text_in_a_notebook(found: inspector.Result) -> None:
    verdict = found.verdict.model_copy(update={"says": HOSTILE})
    theme = found.themes[0].model_copy(update={"title": HOSTILE})
    finding = found.findings[2].model_copy(update={"says": HOSTILE, "id": HOSTILE})
    hostile = found.model_copy(
        update={"authority": HOSTILE, "verdict": verdict, "themes": (theme,), "findings": (finding,)}
    )
    parsed = Tags(hostile._repr_html_())
    assert parsed.open == []
    assert parsed.tags <= ALLOWED
    assert parsed.attributes <= {"style", "scope"}
    assert "{{7*7}}" in hostile._repr_html_()
    assert "\x1b" not in hostile._repr_html_()
    assert "\u202e" not in hostile._repr_html_()


def test_json_is_that_of_the_command_line(
    found: inspector.Result, examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from inspector.cli import _run

    assert _run(["assess", str(examples / "brackenshire"), "--format", "json"]) == 0
    assert found.to_json() == capsys.readouterr().out
    assert found.write_json(tmp_path / "result.json").read_text(encoding="utf-8") == found.to_json()


def test_html_is_written_whole(found: inspector.Result, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("what was there before", encoding="utf-8")
    assert found.write_html(str(path)) == path
    text = path.read_text(encoding="utf-8")
    assert text == found.to_html()
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>\n")
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_a_link_stays_a_link(found: inspector.Result, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "kept" / "result.json")
    found.write_json(link)
    assert link.is_symlink()
    assert (tmp_path / "kept" / "result.json").is_file()


def test_a_file_is_as_open_as_others_of_its_maker(found: inspector.Result, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("", encoding="utf-8")
    assert found.write_json(tmp_path / "result.json").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("folder", "this is a folder. Expected: the path of a file"),
        ("absent/report.html", "it cannot be written: No such file or directory"),
        ("pipe", "this is no ordinary file"),
        ("file/report.html", "it cannot be written: Not a directory"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    found: inspector.Result, tmp_path: Path, place: str, told: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(inspector.CannotComplete, match=r"\[cannot-write\]") as caught:
        found.write_html(tmp_path / place)
    assert told in str(caught.value)
    assert sorted(one.name for one in tmp_path.iterdir()) == before
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_where_the_disk_is_full_what_was_there_stays(
    found: inspector.Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("before", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(inspector.CannotComplete, match="No space left on device"):
        found.write_html(path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_a_language_without_phrases(found: inspector.Result, tmp_path: Path) -> None:
    with pytest.raises(inspector.CannotComplete, match="there are no phrases in 'xx'"):
        found.write_html(tmp_path / "report.html", language="xx")
    assert list(tmp_path.iterdir()) == []
