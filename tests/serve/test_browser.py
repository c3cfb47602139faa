"""As a user does it, in Chromium: open, find, record three rows by keyboard alone and without scripts, see the verdict change.

Needs Chromium and, for `axe`, axe-core (`npm install` in `tests/report/browser`). Without them these tests are skipped.
`INSPECTOR_PICTURES=FOLDER` keeps pictures.
"""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from inspector.proof import chain, folder
from tests.report.test_html_browser import AXE, TAGS
from tests.serve.making import HOSTILE
from tests.serve.running import Running, of_tiny, served

PAGES = (
    "", "report", "find?q=north", "show?what=a3", "show?what=improvement-log.csv", "show?what=nothing", "visit",
    "visit/row?key=improvement-log-1", "visit/theme?id=trying", "visit/verdict", "visit/report",
)  # fmt: skip
SHUT = "This is for whoever opened the address that `inspector serve` printed in its terminal. Open that address again."
ROWS = ("improvement-log-3", "improvement-log-2", "improvement-log-1")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    names = [os.environ.get("INSPECTOR_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium")
    options = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def one(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    visit = tmp_path_factory.mktemp("looked") / "visit"
    shutil.copytree(made / "visit", visit)
    with served(*of_tiny(made, visit)) as running:
        running.visit = visit  # type: ignore[attr-defined]
        yield running
        assert running.end(signal.SIGTERM)[0] == -signal.SIGTERM


@pytest.fixture
def person(chromium: Browser) -> Iterator[BrowserContext]:
    """Somebody with the address, in a browser that runs no scripts."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 820, "height": 1180})
    context.set_default_timeout(15_000)
    yield context
    context.close()


def keep(page: Page, name: str) -> None:
    if "INSPECTOR_PICTURES" in os.environ:
        page.screenshot(path=Path(os.environ["INSPECTOR_PICTURES"]) / f"serve-{name}.png", full_page=True)


def test_open_find_and_read_the_rows(person: BrowserContext, one: Running) -> None:
    page = person.new_page()
    page.goto(one.address)
    assert page.url == one.base
    expect(page.get_by_role("heading", level=1)).to_contain_text("What did you try for your readers?")
    page.get_by_label("Look for").fill("north alert")
    page.get_by_label("Look for").press("Enter")
    expect(page.get_by_role("heading", name="1 row of the submission")).to_be_visible()
    keep(page, "find")
    page.get_by_role("link", name="improvement-log.csv row 4").click()
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    page.get_by_role("link", name="somebody-tried").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("somebody-tried")
    page.get_by_role("link", name="Report").click()
    expect(page.get_by_role("navigation", name="Inspector")).to_be_visible()


def test_three_rows_by_keyboard_alone_and_the_verdict_changes(person: BrowserContext, one: Running) -> None:
    page = person.new_page()
    page.goto(one.address)
    _onto(page, "Since the visit")
    expect(page.locator("#verdict-now")).to_have_text("Beginning to improve, on paper")
    _onto(page, "Visit")
    for number, key in enumerate(ROWS):
        _onto(page, "Record the next row")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Row {key}")
        _tab_to(page, "input[name=seen]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        if number == 0:
            page.keyboard.press("Enter")
            expect(page.get_by_role("alert")).to_contain_text("a name has 1 to 100 characters")
            expect(page.locator("input[value=not-seen]")).to_be_checked()
            keep(page, "refused")
            _tab_to(page, "#by")
            page.keyboard.type("A. Inspector")
        else:
            expect(page.get_by_label("Who looked")).to_have_value("A. Inspector")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"{key} is recorded.")
    keep(page, "visit")
    _onto(page, "See the verdict before and since")
    expect(page.locator("#verdict-before")).to_have_text("Beginning to improve, on paper")
    expect(page.locator("#verdict-now")).to_have_text("Not enough evidence to say, on paper")
    keep(page, "since")
    found = folder.load(one.visit)  # type: ignore[attr-defined]
    written = chain.entries(chain.of_folder(found.folder, found.plan.seal))
    assert [(entry.about, entry.by, entry.seen) for entry in written] == [
        (key, "A. Inspector", "not-seen") for key in ROWS
    ]


def _onto(page: Page, link: str) -> None:
    """Go to a link by Tab, and through it by Enter."""
    _tab_to(page, f'a:text-is("{link}")')
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(f"{wanted}:focus").count():
            return
    raise AssertionError(f"Tab never comes to {wanted}")


class _Elsewhere(BaseHTTPRequestHandler):
    """What somebody else serves on another port of this machine."""

    page = ""
    cookies: list[str]

    def do_GET(self) -> None:
        self.cookies.append(self.headers.get("Cookie", ""))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.page.encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_a_page_on_another_port_of_the_machine_gets_nothing(chromium: Browser, one: Running) -> None:
    """It knows the port and even the room; the browser holds the cookie, and both are one site to it."""
    _Elsewhere.cookies = []
    target = f"{one.base}visit/theme?id=trying"
    _Elsewhere.page = f"""<!DOCTYPE html><title>Elsewhere</title>
        <img src="{one.base}report"><iframe src="{one.base}"></iframe>
        <form id="f" method="post" target="_top" action="{target}">
        <input name="standing" value="lasting"><input name="note" value="x"><input name="by" value="Mallory"></form>
        <script>
        window.done = fetch("{one.base}", {{credentials: "include"}}).then(r => r.text(), () => "refused")
        </script>"""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context()
    try:
        page = context.new_page()
        page.goto(one.address)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        assert page.evaluate("window.done") == "refused"
        assert (
            page.frames[1].url.startswith(("chrome-error", "about:blank")) or "Only pages" in page.frames[1].content()
        )
        page.evaluate("document.getElementById('f').submit()")
        page.wait_for_url("**/visit/theme?id=trying")
        assert "Only pages of this very address may ask." in page.content()
    finally:
        server.shutdown()
        context.close()
    assert _Elsewhere.cookies
    assert set(_Elsewhere.cookies) == {""}
    found = folder.load(one.visit)  # type: ignore[attr-defined]
    assert "Mallory" not in {entry.by for entry in chain.entries(chain.of_folder(found.folder, found.plan.seal))}


def test_who_has_not_opened_the_address_gets_nothing(person: BrowserContext, one: Running) -> None:
    page = person.new_page()
    page.goto(one.base)
    expect(page.locator("body")).to_have_text(SHUT)


@pytest.mark.parametrize(("scheme", "pages"), [("light", PAGES), ("dark", ("", "visit/row?key=improvement-log-1"))])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, one: Running, scheme: str, pages: tuple[str, ...]
) -> None:
    if not AXE.is_file():
        pytest.skip("needs axe-core: npm install in tests/report/browser")
    axe = AXE.read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844})  # type: ignore[arg-type]
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(one.address)
    for path in pages:
        page.goto(one.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path
        page.evaluate(axe)
        run = "tags => axe.run(document, {runOnly: tags}).then(r => r.violations.map(v => [v.id, v.help, v.nodes[0].html]))"
        assert page.evaluate(run, TAGS) == [], path
    context.close()
    assert [url for url in fetched if not url.startswith(one.base)] == []
