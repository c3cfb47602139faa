"""`inspector trend`: what it prints, its JSON, its exit codes, and how it bears bad input."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from inspector.cli import inspector

HEAD = "series,period,numerator,denominator,better\n"


def rows(name: str, before: float, after: float, count: int = 36, better: str = "up") -> str:
    """A proportion out of 100 that steps halfway through."""
    made = random.Random(7)
    lines = []
    for i in range(count):
        share = before if i < count // 2 else after
        hits = sum(made.random() < share for _ in range(100))
        lines.append(f"{name},{2022 + i // 12}-{i % 12 + 1:02d},{hits},100,{better}\n")
    return "".join(lines)


def run(folder: Path, text: str, *words: str) -> Result:
    path = folder / "some.csv"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(inspector, ["trend", str(path), *words], standalone_mode=False)
    assert done.exception is None, done.exception
    return done


def series(done: Result) -> list[dict[str, Any]]:
    return list(json.loads(done.stdout)["series"])


def test_a_gain_in_words_with_its_chart(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD + rows("Visits", 0.55, 0.8))
    assert done.return_value == 0
    for words in ("Visits: 36 points, Jan 2022 to Dec 2024, higher is better", "A gain that began", "held for",
                  "probability", "upper limit", "mean", "XmR chart: ", "rules that fired"):  # fmt: skip
        assert words in done.stdout
    assert "▲" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_ascii(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD + rows("Besök", 0.55, 0.8), "--ascii")
    assert done.stdout.isascii()
    assert "^" in done.stdout


def test_json_has_an_object_for_each_series(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD + rows("gain", 0.55, 0.8) + rows("loss", 0.55, 0.8, better="down"), "--format", "json")
    document = json.loads(done.stdout)
    assert (document["format"], document["version"]) == ("inspector-trend", 1)
    gain, loss = document["series"]
    assert {"series", "n", "call", "probabilities", "onset", "held_for", "faded", "effect", "xmr"} <= set(gain)
    assert (gain["series"], gain["n"], gain["call"]) == ("gain", 36, "sudden-gain")
    assert (loss["call"], loss["held_for"]) == ("loss", None)
    assert sum(gain["probabilities"].values()) == pytest.approx(1, abs=1e-4)
    assert gain["onset"]["low"] <= gain["onset"]["period"] <= gain["onset"]["high"]


def test_which_way_is_better(tmp_path: Path) -> None:
    text = rows("x", 0.55, 0.8).replace(",up", "")
    head = "series,period,numerator,denominator\n"
    assumed = run(tmp_path, head + text)
    assert "higher is better (assumed" in assumed.stdout
    (down,) = series(run(tmp_path, head + text, "--better", "down", "--format", "json"))
    assert (down["call"], down["better_assumed"]) == ("loss", False)
    (own,) = series(run(tmp_path, HEAD + rows("x", 0.55, 0.8), "--better", "down", "--format", "json"))
    assert own["better"] == "up"


def test_errors_leave_the_good_series_standing(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD + rows("good", 0.55, 0.8) + "bad,2022-01,11,10,up\nbad,2022-02,1,10,up\n", "--full")
    assert done.return_value == 1
    assert "sudden rather than gradual" in done.stdout
    assert "some.csv, row 38, column C numerator (" not in done.stdout
    assert "some.csv, row 38, column C numerator: error [numerator-above-denominator]" in done.stdout
    assert "Too few points to tell: 1 point. About 12 points would be needed." in done.stdout


def test_queries_alone_are_no_failure(tmp_path: Path) -> None:
    lines = rows("x", 0.5, 0.5).splitlines(keepends=True)
    done = run(tmp_path, HEAD + "".join(reversed(lines)))
    assert done.return_value == 0
    assert "[unsorted-periods]" in done.stdout


@pytest.mark.parametrize("points", [0, 1, 2, 5])
def test_hardly_any_points(tmp_path: Path, points: int) -> None:
    text = "period,value\n" + "".join(f"2024-{i + 1:02d},{i}\n" for i in range(points))
    done = run(tmp_path, text, "--format", "json")
    assert done.return_value == 0
    assert [one["call"] for one in series(done)] == ["too-few-points"] * min(points, 1)
    assert run(tmp_path, text).return_value == 0


YEARS = (68, 70, 67, 71, 69, 72, 70, 71, 73)


def test_of_a_few_years_what_is_probable_is_said_and_nothing_called(tmp_path: Path) -> None:
    text = "period,value\n" + "".join(f"{2016 + i},{value}\n" for i, value in enumerate(YEARS))
    (one,) = series(run(tmp_path, text, "--format", "json"))
    assert (one["call"], one["probability"], one["kind_probability"], one["onset"]) == ("too-few-points",) + (None,) * 3
    assert one["leaning"]["to"] == "gain"
    assert 0.6 < one["leaning"]["probability"] < 0.7
    assert "Too few points to be sure: 9 points. Probably a gain (probability 64%)." in run(tmp_path, text).stdout
    steady = "period,value\n" + "".join(f"{2016 + i},{71 + i % 2}\n" for i in range(9))
    (one,) = series(run(tmp_path, steady, "--format", "json"))
    assert one["leaning"] is None
    assert "Too few points to tell: 9 points. About" in run(tmp_path, steady).stdout


def test_a_gain_says_of_which_kind_with_the_probability_of_that(tmp_path: Path) -> None:
    text = "period,value\n" + "".join(f"{2022 + i // 12}-{i % 12 + 1:02d},{i * 2 + 9 * (i % 3)}\n" for i in range(36))
    (one,) = series(run(tmp_path, text, "--format", "json"))
    both = one["probabilities"]["gradual-gain"] + one["probabilities"]["sudden-gain"]
    assert one["probability"] == pytest.approx(both, abs=1e-5)
    assert one["kind_probability"] == pytest.approx(one["probabilities"]["gradual-gain"] / both, abs=1e-5)
    assert one["onset"]["low"] <= one["onset"]["period"] <= one["onset"]["high"]
    said = " ".join(run(tmp_path, text).stdout.split())
    assert "A gain that began about " in said
    assert "; if it is one, gradual rather than sudden (probability over 99%);" in said


def test_a_gain_that_faded_says_by_when_half_had_gone(tmp_path: Path) -> None:
    text = HEAD + rows("Visits", 0.55, 0.8, 24) + rows("Visits", 0.55, 0.55, 12).replace("2022", "2024")
    (one,) = series(run(tmp_path, text, "--format", "json"))
    assert (one["call"], one["fell"]) == ("faded-gain", "2024-01-01")


def test_all_equal(tmp_path: Path) -> None:
    text = "period,value\n" + "".join(f"2024-{i + 1:02d},0.1\n" for i in range(12))
    (one,) = series(run(tmp_path, text, "--format", "json"))
    assert (one["call"], one["xmr"]["lower"], one["xmr"]["upper"]) == ("no-change", 0.1, 0.1)
    assert "No change" in run(tmp_path, text).stdout


def test_numbers_near_the_end_of_what_a_number_can_be(tmp_path: Path) -> None:
    text = "period,value\n" + "".join(f"2024-{i + 1:02d},{(-1) ** i * 9}e99\n" for i in range(12))
    assert run(tmp_path, text).return_value == 0


def test_the_options_of_the_chart_change_no_call(tmp_path: Path) -> None:
    text = HEAD + rows("x", 0.55, 0.8)
    (plain,) = series(run(tmp_path, text, "--format", "json"))
    words = ("--rebase", "2023-07-01", "--baseline", "12", "--two-in-three", "making-data-count", "--no-screen")
    done = run(tmp_path, text, "--format", "json", *words)
    (asked,) = series(done)
    chart = ("xmr", "drawn")
    assert {k: v for k, v in asked.items() if k not in chart} == {k: v for k, v in plain.items() if k not in chart}
    # Whoever asks for limits of their own gets no others.
    assert asked["drawn"] is None
    assert [one["basis"] for one in plain["drawn"]["segments"]] == ["before", "since"]
    assert plain["drawn"]["recalculated"] == plain["onset"]["period"]
    assert asked["xmr"]["rebased"] == ["2023-07-01"]
    assert asked["xmr"]["centre"] > plain["xmr"]["centre"]
    assert json.loads(done.stdout)["chart"] == {
        "screen": False, "baseline": 12, "rebase": ["2023-07-01"], "two_in_three": "making-data-count",
    }  # fmt: skip


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD + rows("x", 0.55, 0.8), "--output", str(tmp_path / "out.txt"))
    assert done.stdout == ""
    assert "sudden rather than gradual" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_names_cannot_drive_a_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in run(tmp_path, HEAD + rows("\x1b[31mred", 0.5, 0.5, 6)).stdout


def test_a_series_is_judged_without_an_impossible_row_and_says_so(tmp_path: Path) -> None:
    lines = [f"x,2023-{i + 1:02d},{50 + i % 3},96" for i in range(12)]
    head = "series,period,numerator,denominator\n"
    odd = "\n".join([head.strip(), *lines[:6], "x,2023-07,160,96", *lines[7:], ""])
    gone = "\n".join([head.strip(), *lines[:6], *lines[7:], ""])
    done, without = run(tmp_path, odd, "--format", "json"), run(tmp_path, gone, "--format", "json")
    assert (done.return_value, without.return_value) == (1, 0)
    ((left,), (right,)) = series(done), series(without)
    assert (left.pop("left_out"), right.pop("left_out")) == ([8], [])
    assert left == right
    said = " ".join(run(tmp_path, odd).stdout.split())
    assert "Judged without 1 row that cannot be read as meant: row 8, 160 out of 96." in said


@pytest.mark.parametrize(
    ("figure", "exit_code"),
    [("1e12,1e12", 0), ("1,1.1e12", 1), ("1e12,", 0), ("1.1e12,", 1), ("9" * 90 + ",", 1), ("9" * 400 + ",", 1)],
)
def test_counts_are_read_up_to_a_million_million(tmp_path: Path, figure: str, exit_code: int) -> None:
    head = "period,numerator,denominator\n" if not figure.endswith(",") else "period,numerator,note\n"
    done = run(tmp_path, head + "".join(f"2024-{i + 1:02d},{figure}\n" for i in range(12)))
    assert done.return_value == exit_code
    assert ("[number-too-large]" in done.stdout) == bool(exit_code)
