"""A register looked at: its authorities, each over time, every result as it was entered, and two of them compared."""

import re
from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.model.problems import CannotComplete
from inspector.serve.of_register import RegisterSite
from inspector.serve.sorts import is_register
from tests.cli.test_compare import BEGUN, DONE, EARLIER, write
from tests.serve.making import TINY, Browser, keys
from tests.serve.test_pages import links


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    register = folder / "inspections.db"
    for name, manifest, log in (("earlier", EARLIER, BEGUN), ("later", None, DONE)):
        bundle = write(folder / name, manifest, log)
        result = folder / f"{name}.json"
        assert _run(["bundle", "seal", str(bundle)]) == 0
        assert _run(["assess", str(bundle), "--framework", str(TINY), "--format", "json", "-o", str(result)]) == 0
        words = ["--register", str(register), "-o", str(folder / f"{name}.receipt")]
        assert _run(["register", "add", str(bundle), *words]) == 0
        assert (
            _run(["register", "result", "add", str(result), "--framework", str(TINY), "--register", str(register)]) == 0
        )
    return register


@pytest.fixture(scope="module")
def browser(place: Path) -> Browser:
    return Browser(RegisterSite(str(place), keys(), "en-GB"))


def test_every_page_leads_on_and_nothing_is_written(browser: Browser, place: Path) -> None:
    before = place.read_bytes()
    seen, left = set[str](), [keys().base]
    while left:
        path = left.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = browser.get(path.removeprefix(keys().base))
        if path.endswith("/compare"):
            continue
        assert answer.status_code == 200, (path, answer.text)
        assert re.search(r"<a [^>]*></a>", answer.text) is None
        left += [link for link in links(answer.text) if link]
    assert {
        "/room/authority?name=Nowhere%20Council",
        "/room/history?name=Nowhere%20Council",
        "/room/report?entry=1",
    } <= seen
    assert place.read_bytes() == before


def test_two_results_are_compared(browser: Browser) -> None:
    page = browser.get("compare?old=1&new=3")
    assert page.status_code == 200
    assert "Nowhere Council" in page.text


def test_findings_of_all_results_are_searched(browser: Browser) -> None:
    page = browser.get("find?q=tried")
    assert "2 findings" in page.text
    assert 'href="/room/report?entry=3"' in page.text
    assert "0 findings" in browser.get("find?q=never-said").text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("report?entry=99", 409, "no entry"),
        ("report?entry=<script>", 409, "neither the number of an entry nor"),
        ("report", 409, "neither the number of an entry nor"),
        ("authority?name=Nobody", 404, "There is nothing of Nobody"),
        ("authority", 404, "There is nothing of"),
        ("history?name=Nowhere Counci", 409, "did you mean"),
        ("compare?old=3&new=1", 409, "what is older comes first"),
        ("compare?old=1", 409, "neither the number of an entry nor"),
        ("show?what=t1", 404, "There is no such page"),
        ("visit", 404, "There is no such page"),
    ],
)
def test_what_there_is_not(browser: Browser, path: str, status: int, says: str) -> None:
    answer = browser.get(path)
    assert (answer.status_code, says in answer.text) == (status, True), answer.text
    assert "<script" not in answer.text


def test_what_is_a_register_and_what_is_none(place: Path, tmp_path: Path) -> None:
    assert is_register(str(place))
    assert is_register("postgresql://me@host/name")
    (tmp_path / "bundle.zip").write_bytes(b"PK\3\4")
    for other in (tmp_path, tmp_path / "bundle.zip", tmp_path / "nothing", place.with_suffix(".key")):
        assert not is_register(str(other))
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\0" + bytes(1000))
    with pytest.raises(CannotComplete):
        RegisterSite(str(tmp_path / "other.db"), keys(), "en-GB")
