"""One page of every kind in one browser: axe-core finds nothing at 320 and 1280 pixels, light, dark and as printed; nothing
sticks out; and the first pages of a report are two on paper.

Needs Chromium, and axe-core besides (`npm install` in `tests/report/browser`). Pages of `inspector serve` have tests of their
own, which go through them as a user does.
"""

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from inspector.bundle.reading import read_bundle
from inspector.bundle.told_rows import shown
from inspector.inspection import work_on
from inspector.overtime import compared
from inspector.report import exposure_page
from inspector.report.comparison import render as comparison
from inspector.report.history import render as over_time
from inspector.report.problems.as_html import render as check_page
from inspector.report.sheets.as_html import rows_page
from inspector.showing.as_html import page as show_page
from inspector.showing.target import target
from inspector.showing.values import values
from tests.bundle.builder import build
from tests.proof.test_sheets_browser import sheet
from tests.register.test_history import told, year
from tests.report.results import page, result
from tests.report.test_html_browser import AXE, TAGS, chromium, series_page
from tests.report.test_html_check import PROFILE, problem

__all__ = ["chromium"]
LOOKS = [("screen", "light", 320), ("screen", "dark", 1280), ("print", "light", 700)]
AXE_RUN = """
([tags, off]) => axe.run(document, {runOnly: tags, rules: Object.fromEntries(off.map(id => [id, {enabled: false}]))})
    .then(r => r.violations.map(v => [v.id, v.help, v.nodes[0].html]))
"""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
        made = playwright.chromium.launch(executable_path=chromium, args=options)
        yield made
        made.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    place = tmp_path_factory.mktemp("pages")
    reading = read_bundle(build(place), as_written=True)
    tables, workings = shown(reading), work_on(reading)
    problems = [problem(rule) for rule in ("wrong-hash", "wrong-type", "date-order")]
    then = result("harrowmere")
    return {
        "report": page("harrowmere"),
        "check": check_page(problems, None, profiles=[PROFILE], name="Somewhere").decode(),
        "manipulability": exposure_page.render([PROFILE], "Somewhere", "d" * 64),
        "comparison": comparison(compared(then, then, ("result", "result")), "html"),
        "history": over_time(told(year()), "html"),
        "record": show_page(values(target("a1", tables, workings), tables, workings)),
        "rows": show_page(values(target("improvement-log.csv", tables, workings), tables, workings)),
        "trend": series_page(place),
        "sheet": rows_page(sheet()),
    }


def opened(browser: Browser, text: str) -> Page:
    at = browser.new_context(bypass_csp=True).new_page()
    at.set_content(text)
    at.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return at


def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, pages: dict[str, str]) -> None:
    axe = AXE.read_text(encoding="utf-8") if AXE.is_file() else ""
    for name, text in pages.items():
        at = opened(browser, text)
        at.evaluate(axe)
        # What a report is on a screen is looked at beside this file.
        for media, scheme, width in LOOKS[2:] if name == "report" else LOOKS:
            at.set_viewport_size({"width": width, "height": 900})
            at.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
            if media == "screen":
                assert at.evaluate("document.documentElement.scrollWidth") == width, (name, width)
            # Nobody presses what is on paper.
            off = ["target-size"] if media == "print" else []
            assert not axe or at.evaluate(AXE_RUN, [TAGS, off]) == [], (name, media, scheme, width)
        at.context.close()


def test_the_first_two_pages_are_two_on_paper(browser: Browser) -> None:
    """With the contents: of the example that has most to say there, and without what follows, which takes long to print."""
    at = browser.new_page()
    at.set_content(page("good-on-paper"))
    at.evaluate("document.querySelectorAll('main > section:not(#summary)').forEach(one => one.remove())")
    at.evaluate("document.querySelector('footer').remove()")
    printed = pypdf.PdfReader(io.BytesIO(at.pdf(prefer_css_page_size=True)))
    at.close()
    assert len(printed.pages) == 2
