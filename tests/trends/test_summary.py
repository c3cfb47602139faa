"""Many series on one screen, and as a page of charts."""

import random
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from inspector.cli import inspector

HEAD = "series,period,numerator,denominator,better\n"
WORDS = (
    "Seen alone",
    "児童を一人で見た",
    "זמן עם משפחות",
    "A very long name that goes on and on and never seems to come to its end",
)


def rows(name: str, before: float, after: float, seed: int, count: int = 36) -> str:
    made = random.Random(seed)
    shares = [before if place < count // 2 else after for place in range(count)]
    return "".join(
        f"{name},{2022 + place // 12}-{place % 12 + 1:02d},{sum(made.random() < share for _ in range(100))},100,up\n"
        for place, share in enumerate(shares)
    )


def many(count: int) -> str:
    """Losses, gains and series without change in turn."""
    after = (0.55, 0.85, 0.3)
    return HEAD + "".join(rows(f"{WORDS[k % 4]} {k}", 0.55, after[k % 3], k) for k in range(count))


def printed(folder: Path, text: str, *words: str) -> str:
    path = folder / "some.csv"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(inspector, ["trend", str(path), *words], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.stdout


def wide(line: str) -> int:
    return sum(2 if re.match(r"[\u3040-\u9fff]", one) else 1 for one in line)


@pytest.mark.parametrize(("first", "second", "says"), [
    ("up", "up", ""),
    ("up", "", "For 1 of these the file does not say which way is better: higher is taken to be."),
    ("", "", "The file does not say which way is better: higher is taken to be."),
])  # fmt: skip
def test_a_direction_that_nobody_stated_is_said_to_be_taken(tmp_path: Path, first: str, second: str, says: str) -> None:
    text = (
        HEAD
        + rows("A", 0.55, 0.85, 1).replace(",up", f",{first}")
        + rows("B", 0.55, 0.85, 2).replace(",up", f",{second}")
    )
    told = " ".join(printed(tmp_path, text).split())
    assert says in told
    assert ("taken to be" in told) == bool(says)
    assert "taken to be" not in printed(tmp_path, text, "--better", "up")
    assert ("higher is taken to be" in printed(tmp_path, text, "--format", "html")) == bool(says)


@pytest.mark.parametrize("count", [2, 17, 40])
def test_it_is_one_screen_and_what_got_worse_stands_first(tmp_path: Path, count: int) -> None:
    lines = printed(tmp_path, many(count)).splitlines()
    assert len(lines) <= 24
    assert max(map(wide, lines)) <= 80
    told = [line for line in lines if re.search(r"over 0\.99|0\.\d\d ", line)]
    kinds = [next(kind for kind in ("a loss", "a gain", "no change") if kind in line) for line in told]
    assert kinds == sorted(kinds, key=["a loss", "a gain", "no change"].index)
    assert lines[0].startswith(f"{count} series: ")
    shown = len(told)
    assert any(re.fullmatch(rf"and {count - shown} more", line) for line in lines) == (shown < count)
    assert "--full" in " ".join(lines)


def test_icons_are_marks_that_ascii_has_too(tmp_path: Path) -> None:
    text = printed(tmp_path, many(6))
    assert re.search(r"^■L .*a loss", text, re.MULTILINE)
    assert re.search(r"^◆H .*a gain, at once", text, re.MULTILINE)
    plain = printed(tmp_path, many(6), "--ascii")
    assert plain.isascii()
    assert re.search(r"^!L .*a loss", plain, re.MULTILINE)
    assert max(map(len, plain.splitlines())) <= 80


def test_one_series_and_full_have_their_charts(tmp_path: Path) -> None:
    for text in (printed(tmp_path, HEAD + rows("x", 0.55, 0.8, 1)), printed(tmp_path, many(4), "--full")):
        assert "upper limit" in text
        assert "Key: " in text


def test_an_error_in_the_file_is_told_on_the_screen(tmp_path: Path) -> None:
    text = printed(tmp_path, many(2) + "bad,2022-01,11,10,up\n")
    assert "In the file: " in text
    assert "row " in text


def test_the_page_has_a_row_and_a_chart_for_each_series(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    printed(tmp_path, many(5) + "<b>&,2022-01,1,10,up\n<b>&,2022-02,x,10,up\n", "--format", "html", "-o", str(out))
    text = out.read_text(encoding="utf-8")
    assert text.count("<figure") == 6
    assert len(re.findall(r'<td class="with-icon">', text)) == 6
    assert "<script" not in text
    assert "<b>&" not in text
    assert not re.search("https?:", text)
    for picture in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        ElementTree.fromstring(picture)
    ids = re.findall(r'id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_a_page_of_nothing_says_so(tmp_path: Path) -> None:
    assert "No series could be read." in printed(tmp_path, HEAD, "--format", "html")


def test_a_step_is_drawn_against_what_was_before_it(tmp_path: Path) -> None:
    text = printed(tmp_path, HEAD + rows("x", 0.55, 0.85, 1))
    assert "Each is held against the first 18 points, from before the change." in text.replace("\n    ", " ")
    assert "limits are worked out again from Jul 2023" in text.replace("\n    ", " ")
    assert "▼" not in text.split("Key: ")[0]
    # Whoever asks for limits gets those.
    asked = printed(tmp_path, HEAD + rows("x", 0.55, 0.85, 1), "--two-in-three", "making-data-count")
    assert "before the change" not in asked
    assert "▼" in asked.split("Key: ")[0]
