"""The page in a real browser: axe-core finds nothing, nothing sticks out, and pictures are made for a person to look at.

Needs Chromium; axe-core besides (`npm install` in `tests/report/browser`). Without them these tests are skipped.
`INSPECTOR_PICTURES=FOLDER` keeps the pictures.
"""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from inspector.report import render
from inspector.trends.as_html import render as trend_page
from inspector.trends.facts import Drawing, trends
from inspector.trends.series_file import read_series
from tests.report.results import EXAMPLES, HOSTILE, argued_result, hostile, page

WIDTHS = (320, 768, 1280)
ARGUED = "with-an-argument"
AXE = Path(os.environ.get("INSPECTOR_AXE", Path(__file__).parent / "browser/node_modules/axe-core/axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHECK = """
document.querySelectorAll('details').forEach(d => d.open = true);
const wide = [document.documentElement.scrollWidth, innerWidth];
const tell = found => parent.postMessage(JSON.stringify({wide: wide, found: found}), '*');
if (window.axe) axe.run(document, {runOnly: TAGS}).then(r => tell(r.violations.map(v => [v.id, v.help, v.nodes.length])));
else tell([]);
"""
TOLD = "addEventListener('message', e => { document.getElementById('told').textContent += e.data + '\\n' })"


@pytest.fixture(scope="module")
def chromium() -> str:
    names = [os.environ.get("INSPECTOR_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium")
    return found


def page_of(example: str) -> str:
    return render(argued_result(), "html") if example == ARGUED else page(example)


def run(chromium: str, folder: Path, page: Path, *options: str) -> str:
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", profile, *options]
    done = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


def framed(page: str | Sequence[str], widths: Sequence[int], script: str = "", height: int = 5000) -> str:
    """The page, or each of several, in a frame of each width, for a browser whose own window cannot be so narrow."""
    frames = "".join(
        f'<iframe style="border:0;width:{width}px;height:{height}px" srcdoc="{html.escape(_told_by(one, script))}"></iframe>'
        for one in _pages(page)
        for width in widths
    )
    told = f'<pre id="told"></pre><script>{TOLD}</script>' if script else ""
    return f'<!DOCTYPE html><html><body style="margin:0">{told}{frames}</body></html>'


def _pages(page: str | Sequence[str]) -> Sequence[str]:
    return [page] if isinstance(page, str) else page


def _told_by(page: str, script: str) -> str:
    if not script:
        return page
    inside = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    return inside.replace("</body>", f"<script>{script}</script></body>")


def checked(
    chromium: str, folder: Path, page: str | Sequence[str], widths: Sequence[int], axe: str = "", *options: str
) -> list[dict[str, Any]]:
    """What was found in the page at each width, in no order."""
    file = folder / "check.html"
    file.write_text(framed(page, widths, axe + CHECK.replace("TAGS", json.dumps(TAGS))), encoding="utf-8")
    dom = run(chromium, folder, file, "--dump-dom", "--virtual-time-budget=30000", *options)
    told = re.search(r'<pre id="told">(.*?)</pre>', dom, re.DOTALL)
    assert told is not None
    found = [json.loads(line) for line in html.unescape(told.group(1)).splitlines() if line]
    assert len(found) == len(widths) * len(_pages(page))
    return found


EVERY = "INSPECTOR_PICTURES" in os.environ
"""Whether every page is looked at, and a picture of each is kept: it takes minutes."""
FEW = (("light", ARGUED), ("light", "published-figures"), ("dark", "harrowmere"))
"""The page with the most on it, the one with the least, and one in the dark scheme, which changes colours alone."""


@pytest.mark.parametrize(
    ("scheme", "example"),
    [(scheme, one) for scheme in ("light", "dark") for one in (*EXAMPLES, ARGUED)] if EVERY else FEW,
)
def test_axe_finds_nothing(chromium: str, tmp_path: Path, example: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("needs axe-core: npm install in tests/report/browser")
    options = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    (found,) = checked(chromium, tmp_path, page_of(example), [1280], axe, *options)
    assert found["found"] == []


def series_page(folder: Path) -> str:
    """The page of `inspector trend` for a gain, a loss and a series with a name that is too long."""
    file = folder / "series.csv"
    shares = {"Seen alone": (55, 80), "Re-referrals": (70, 40), "W" * 300: (50, 50)}
    rows = [
        f"{name},{2022 + k // 12}-{k % 12 + 1:02d},{levels[k >= 18] + k * 7 % 5},100"
        for name, levels in shares.items()
        for k in range(36)
    ]
    file.write_text("\n".join(["series,period,numerator,denominator", *rows]) + "\n", encoding="utf-8")
    found = read_series(file, None)
    return trend_page(trends(found.series, "up", Drawing()), found.problems, file.name)


@pytest.mark.parametrize("text", [None, HOSTILE[9]], ids=["as it is", "words of 10,000 letters"])
def test_nothing_sticks_out_at_any_width(chromium: str, tmp_path: Path, text: str | None) -> None:
    """How wide the page is drawn in windows of each width, for all of which the browser is started once."""
    document = argued_result() if text is None else hostile(text)
    found = checked(chromium, tmp_path, render(document, "html"), WIDTHS)
    drawn = {window: wide for wide, window in (one["wide"] for one in found)}
    assert drawn == {width: width for width in WIDTHS}


@pytest.mark.skipif(not EVERY, reason="pictures are made where INSPECTOR_PICTURES names a folder")
@pytest.mark.parametrize("example", [*EXAMPLES, ARGUED])
def test_pictures_for_a_person_to_look_at(chromium: str, tmp_path: Path, example: str) -> None:
    folder = Path(os.environ.get("INSPECTOR_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    page = page_of(example)
    file = tmp_path / "widths.html"
    file.write_text(framed(page, WIDTHS), encoding="utf-8")
    picture = folder / f"{example}.png"
    # All widths side by side: the browser takes most of its time to start.
    run(chromium, tmp_path, file, f"--screenshot={picture}", f"--window-size={sum(WIDTHS) + 40},5000")
    assert picture.stat().st_size > 60_000
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    run(chromium, tmp_path, file, f"--print-to-pdf={folder / f'{example}.pdf'}", "--no-pdf-header-footer")
    assert (folder / f"{example}.pdf").read_bytes().startswith(b"%PDF")
