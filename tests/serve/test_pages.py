"""Every page leads on to pages that are there, fetches nothing, runs nothing, and tells nothing that is hidden."""

import html
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import read_bundle
from inspector.bundle.told_rows import shown
from inspector.serve.searching import AT_ONCE, Index, findings
from tests.privacy import pasted
from tests.serve import making
from tests.serve.making import HOSTILE, Browser, keys

LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(r"<(?:script|iframe|object|embed|img|link|base)\b|\son\w+\s*=|javascript:", re.IGNORECASE)


def links(page: str) -> Iterator[str]:
    for found in LINK.findall(page):
        yield html.unescape(found).partition("#")[0]


def test_every_link_leads_to_a_page_that_is_there_and_fetches_nothing(browser: Browser) -> None:
    seen, left = set[str](), [keys().base]
    while left:
        path = left.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = browser.get(path.removeprefix(keys().base))
        assert answer.status_code == 200, path
        assert re.search(r"<a [^>]*></a>", answer.text) is None, path
        inside = STYLE.sub("", answer.text)
        assert SCRIPT.search(re.sub(r">[^<]*<", "><", inside)) is None, path
        assert " style=" not in re.sub(r">[^<]*<", "><", inside), path
        policy = answer.headers["content-security-policy"]
        assert all(b64encode(sha256(one.encode()).digest()).decode() in policy for one in STYLE.findall(answer.text))
        assert "unsafe" not in policy
        for link in links(answer.text):
            assert link == "" or link.startswith(keys().base), (path, link)
            left += [link] if link else []
    shown = [path for path in seen if "show?what=" in path]
    assert len(shown) > 30
    assert {"/room/visit", "/room/visit/verdict", "/room/report", "/room/find"} <= seen


AT = (
    "find?q=",
    "show?what=",
    "visit?whom=",
    "visit?recorded=",
    "visit/row?key=",
    "visit/question?id=",
    "visit/theme?id=",
)
WITH_THE_CELL = (
    "find?q=alert",
    "show?what=a3",
    "show?what=improvement-log.csv",
    "visit",
    "visit/row?key=improvement-log-3",
)


@pytest.mark.parametrize("path", [*WITH_THE_CELL, *(f"{one}{HOSTILE}" for one in AT)])
def test_what_somebody_wrote_is_shown_and_never_run(browser: Browser, path: str) -> None:
    text = STYLE.sub("", browser.get(path).text)
    assert "<script" not in text
    assert "<img" not in text
    assert "49" not in re.sub(r"\d{3,}|-49-", "", text) or "{{ 7*7 }}" in html.unescape(text)


def test_the_cell_of_strangers_is_there_to_be_read(browser: Browser) -> None:
    assert "<script>alert(1)</script>" in html.unescape(browser.get("show?what=a3").text)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("FEWER forms", ["improvement-log.csv:2"]),
        ("sooner  forms", ["improvement-log.csv:2"]),
        ("forms families", []),
        ("Ｎorth a1", ["improvement-log.csv:2"]),
        ("nothing of the kind", []),
        ("", []),
        (".*", []),
    ],
)
def test_rows_that_hold_every_word(held: making.Submission, query: str, rows: list[str]) -> None:
    assert [hit.what for hit in held.index.rows(query).some] == rows


def test_what_is_found_can_be_asked_for(held: making.Submission, browser: Browser) -> None:
    found = held.index.rows("north")
    assert found.total == len(found.some) > 2
    for hit in found.some:
        assert browser.ask("GET", "/room/show", params={"what": hit.what}).status_code == 200


def test_findings_by_what_they_say_and_all_for_no_word(held: making.Submission) -> None:
    every = findings(held.paper, "")
    assert every.total == len(held.paper["findings"]) > 0
    assert [one.what for one in findings(held.paper, "things TRIED").some] == ["somebody-tried"]
    assert findings(held.paper, "things tried never").total == 0


def test_pages_of_what_was_found(held: making.Submission) -> None:
    index = Index(held.tables * (AT_ONCE - 1))
    first, second = index.rows("a1"), index.rows("a1", AT_ONCE)
    assert (len(first.some), first.total) == (AT_ONCE, second.total)
    assert 0 < len(second.some) < AT_ONCE


def test_rows_past_the_limit_are_counted_and_said(held: making.Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector.model import limits

    every = sum(len(one.every()) for one in held.tables)
    for limit, left in ((every, 0), (every - 1, 1), (1, every - 1)):
        monkeypatch.setattr(
            limits, "LIMITS", {**limits.LIMITS, "searched-rows": limits.Limit("searched-rows", limit, "rows", "")}
        )
        assert Index(held.tables).left_out == left


@pytest.mark.parametrize("ids", [False, True])
def test_what_is_hidden_is_not_found_either(tmp_path: Path, ids: bool) -> None:
    """Whoever may not read a cell cannot try words until one is found."""
    secret = pasted.bundle(tmp_path / "bundle")
    index = Index(shown(read_bundle(tmp_path / "bundle", Pseudonyms(b"k" * 16) if ids else None, as_written=True)))
    spellings = secret.spellings(ids=ids)
    assert len(spellings) > 100
    assert [one for one in spellings if index.rows(one).total] == []
    assert index.rows("put off").total > 0


def test_a_fault_of_ours_is_said_without_its_inside(
    browser: Browser, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr("inspector.serve.of_bundle.target", broken)
    answer = browser.get("show?what=a1")
    assert answer.status_code == 500
    assert "the inside" not in answer.text
    assert "Traceback" not in answer.text
    assert "RuntimeError: the inside" in capsys.readouterr().err


def test_what_is_not_there_can_be_looked_for(browser: Browser) -> None:
    answer = browser.get("show?what=forms sooner")
    assert answer.status_code == 404
    assert 'href="/room/find?q=forms%20sooner"' in answer.text
    assert "1 row of the submission" in browser.get("find?q=forms%20sooner").text
