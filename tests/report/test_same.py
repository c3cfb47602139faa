"""Every format says the same, and the report of a stored result has the same bytes."""

import html
import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner

from inspector.cli.assess import assess
from inspector.cli.report import report
from inspector.report import FORMATS, render
from tests.conftest import EXAMPLES as EXAMPLE_BUNDLES
from tests.inspected import inspected
from tests.report.results import EXAMPLES, as_text, page, result


class Words(HTMLParser):
    """The text of a page, without its style sheet."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.styled = False
        self.feed(page)

    def handle_starttag(self, tag: str, *_: object) -> None:
        self.styled = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.styled:
            self.found.append(data)

    def __str__(self) -> str:
        return " ".join(" ".join(self.found).split())


def unmarked(markdown: str) -> str:
    return html.unescape(re.sub(r"\\([^\w\s]|_)", r"\1", markdown))


@pytest.mark.parametrize("example", EXAMPLES)
def test_verdict_standings_and_findings_are_the_same_in_every_format(example: str) -> None:
    document = result(example)
    shown, marked = str(Words(page(example))), unmarked(render(document, "markdown"))
    words = {
        "improving": "Improving",
        "not-evidenced": "Not enough evidence to say",
        "emerging": "Beginning to improve",
    }
    verdict = document["verdict"]["verdict"]
    oscal = json.loads(render(document, "oscal"))["assessment-results"]["results"][0]
    text = " ".join(as_text(inspected(example)).split())
    assert f"VERDICT: {verdict.upper().replace('-', ' ')}, on paper" in text
    assert f"(`{verdict}`, `on-paper`)" in marked
    assert words.get(verdict, "") in shown
    assert {"name": "verdict", "ns": "https://inspector.example/ns/oscal", "value": verdict} in oscal["props"]
    assert {"name": "assurance", "ns": "https://inspector.example/ns/oscal", "value": "on-paper"} in oscal["props"]
    spoken = {one["title"]: one for one in oscal.get("findings", ())}
    for theme in document["themes"]:
        word = theme["standing"] if theme["state"] == "stands" else theme["state"].replace("-", " ")
        assert f"{theme['title']} {word} " in shown
        assert f"| {theme['title']} | {theme['asks']} | {word} |" in marked
        assert (theme["title"] in spoken) == (theme["state"] == "stands")
        if theme["title"] in spoken:
            assert spoken[theme["title"]]["props"][0]["value"] == theme["standing"]
    for finding, drawn in zip(document["findings"], oscal["observations"], strict=False):
        assert drawn["title"] == finding["id"]
        assert finding["says"] in shown
        assert finding["says"] in marked
        assert f"[{finding['id']}]" in text
        assert f"[`{finding['id']}`]" in marked


def told(command: Command, *words: str | Path) -> None:
    done = CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False)
    assert done.exception is None, done.exception


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file into which `assess` wrote the result of an example, once for all formats."""

    @cache
    def of(example: str) -> Path:
        path = tmp_path_factory.mktemp("stored") / "result.json"
        told(assess, EXAMPLE_BUNDLES / example, "--format", "json", "-o", path)
        return path

    return of


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_report_of_a_stored_result_has_the_same_bytes(
    example: str, form: str, stored: Callable[[str], Path], tmp_path: Path
) -> None:
    direct, later = tmp_path / "direct", tmp_path / "later"
    told(assess, EXAMPLE_BUNDLES / example, "--format", form, "-o", direct)
    told(report, stored(example), "--format", form, "-o", later)
    assert direct.read_bytes() == later.read_bytes()


@pytest.mark.parametrize("form", ["html", "markdown", "oscal"])
def test_no_clock_but_the_one_that_was_set(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = result("brackenshire")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    without = render(document, form)
    assert render(document, form) == without
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert "2023-11-14" in render(document, form)
    assert "2023-11-14" not in without
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "not a number")
    assert render(document, form) == without


BROKEN = {
    "not JSON": (b"{", "result-unreadable"),
    "not UTF-8": (b'"\xff"', "result-unreadable"),
    "nested without end": (b"[" * 100_000, "result-unreadable"),
    "something else": (b"[]", "result-unknown"),
    "another version": (b'{"format": "inspector-inspection", "version": 7}', "result-unknown"),
    "nothing in it": (b'{"format": "inspector-inspection", "version": 1}', "result-unknown"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_result_is_refused_in_words(name: str, tmp_path: Path) -> None:
    from inspector.model.problems import CannotComplete
    from inspector.report.stored import read

    content, rule = BROKEN[name]
    (tmp_path / "result.json").write_bytes(content)
    with pytest.raises(CannotComplete) as caught:
        read(tmp_path / "result.json")
    assert {problem.rule for problem in caught.value.problems} == {rule}
    with pytest.raises(CannotComplete):
        read(tmp_path / "missing.json")
