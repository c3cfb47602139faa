"""The runner, which alone knows Inspector: a bundle through the command line, and what it says as JSON and as text."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from tests.truth.bundle import Bundle, Row, as_declared, read
from tests.truth.case import Case
from tests.truth.formats import blocks, unmarked
from tests.truth.sentences import ROOT

EXAMPLES = ROOT / "evidence" / "examples"


@cache
def example(name: str, framework: str = "munro", text: bool = True) -> Case:
    """An example that ships, inspected."""
    return inspected(EXAMPLES / name, framework, text, pages=text)


def examples() -> list[str]:
    """The names of all examples that ship."""
    return sorted(one.parent.name for one in EXAMPLES.glob("*/datapackage.json"))


def inspected(
    place: Path,
    framework: str = "munro",
    text: bool = True,
    earlier: Path | Sequence[Path] | None = None,
    *,
    pages: bool = False,
) -> Case:
    """The bundle assessed by `inspector assess`, as JSON and, with `text`, as text; with `pages` in every format that is read.

    Raises AssertionError where it is refused.
    """
    with _once():
        paths = [earlier] if isinstance(earlier, Path) else list(earlier or ())
        more = [word for path in paths for word in ("--earlier", str(path))]
        result = json.loads(_said(place, framework, "json", *more))
        printed = _said(place, framework, "text", "--full", *more) if text else ""
        read_in = _formats(place, framework, more, pages) if text else {}
    before = sorted((as_known(read(path), framework) for path in paths), key=lambda one: one.received)
    case = as_told(place, result, printed, framework)
    return replace(case, history=tuple(before), formats={"full": printed, **read_in} if text else {})


def _formats(place: Path, framework: str, more: Sequence[str], pages: bool) -> dict[str, str]:
    """What a reader has of each format: one screen, and the page and Markdown."""
    screen = {"screen": _said(place, framework, "text", *more)}
    if not pages:
        return screen
    page, marked = (_said(place, framework, form, *more) for form in ("html", "markdown"))
    return {**screen, "html": blocks(page), "markdown": unmarked(marked)}


def margins(place: Path) -> dict[str, Any]:
    """What `inspector margin` says of the bundle, as JSON."""
    told: dict[str, Any] = json.loads(_call("margin", [str(place), "--format", "json"]))
    return told


def verdict(place: Path) -> str:
    """The verdict alone, without the argument for it, whatever is wrong with the bundle besides."""
    from inspector import inspection

    return inspection.work(place).inspection.verdict.verdict


def as_told(place: Path, result: dict[str, Any], text: str = "", framework: str = "munro") -> Case:
    """The bundle beside a result that is there already."""
    bundle = as_known(as_declared(read(place), result).without(struck(result)), framework)
    return Case(f"{place.name} ({framework})", framework, bundle, result, text, captions=captions(result))


def captions(result: dict[str, Any]) -> dict[str, str]:
    """The caption of every chart of a result, by its indicator."""
    from inspector.report.html.captions import caption
    from inspector.report.wording import phrases

    lines = (result.get("pictures") or {}).get("lines", ())
    # What the fact says is checked where it is said.
    return {line["indicator"]: caption(line, "", phrases()["chart"]) for line in lines}


def gone(case: Case) -> Case:
    """The same beside the bundle as if nobody had written the rows that a visit struck: what probes looked at."""
    rows = struck({"visit": case.result["visit"]})
    left = tuple(row for row in case.bundle.every if (row.file, row.number) not in rows)
    return replace(case, bundle=Bundle(case.bundle.name, case.bundle.manifest, left))


def as_known(bundle: Bundle, framework: str) -> Bundle:
    """The sort of a measure that the register leaves blank is the framework's, where it knows the measure by name."""
    listed = yaml.safe_load((ROOT / "frameworks" / framework / "indicators.yaml").read_text(encoding="utf-8"))
    sorts = {one["id"]: one.get("measure", "") for one in listed}

    def told(row: Row) -> Row:
        if row.kind != "indicator-register" or row.part or row["measure"]:
            return row
        sort = sorts.get(row["same_as"]) or sorts.get(row["indicator"])
        return replace(row, cells={**row.cells, "measure": sort}) if sort else row

    return replace(bundle, every=tuple(told(row) for row in bundle.every))


def struck(result: dict[str, Any]) -> set[tuple[str, int]]:
    """The rows that a result says are set aside because probes ask about them, or because a visit found them otherwise."""
    parts = [part for part in result.get("struck", {}).get("parts", ()) if part["set_aside"]]
    return {
        (rows["resource"], row)
        for part in (*parts, *result.get("visit", {}).get("aside", ()))
        for rows in part["rows"]
        for first, last in rows["rows"]
        for row in range(first, last + 1)
    }


def simulated(out: Path, conduct: str, seed: str, months: int = 36, game: str = "", count: int = 1) -> list[Path]:
    """Authorities of `inspector simulate`, as bundles."""
    words = ["--conduct", conduct, "--seed", seed, "--months", str(months), "--authorities", str(count)]
    _call("simulate", [str(out), *words, *(["--game", game] if game else [])])
    # What another body gave bears a manifest of its own, within the bundle.
    return sorted(one.parent for one in out.glob("*/datapackage.json") if "given" not in one.relative_to(out).parts)


def monthly(out: Path, conduct: str, seed: str, months: int, submissions: int) -> list[Path]:
    """What one authority of `inspector simulate` handed in at the end of each of its last months, the oldest first."""
    words = ["--conduct", conduct, "--seed", seed, "--months", str(months), "--submissions", str(submissions)]
    _call("simulate", [str(out), *words])
    (folder,) = [one for one in out.iterdir() if one.is_dir()]
    return sorted(one for one in folder.iterdir() if one.is_dir())


def played(out: Path, conduct: str, ids: Sequence[str]) -> tuple[list[Path], set[str]]:
    """The last three months that one authority handed in, habits and lies played into them, and the probes that see those."""
    from inspector.simulate.conduct import authority
    from inspector.simulate.monthly import handed_in, playing, writing
    from inspector.simulate.monthly.habits import HABITS
    from inspector.simulate.monthly.lies import LIES

    series = handed_in.submissions(authority(f"history {conduct}", conduct, 15), 3)
    for id in ids or HABITS:
        series = playing.play(series, id, (HABITS | LIES)[id], 0.7)
    return list(writing.write(series, out)), {probe for id in ids for probe in LIES[id].seen_by}


def assessed(place: Path, *more: str) -> dict[str, Any]:
    """What `inspector assess` says of the bundle with further options, as JSON."""
    told: dict[str, Any] = json.loads(_said(place, "munro", "json", *more))
    return told


def _said(place: Path, framework: str, form: str, *more: str) -> str:
    return _call("assess", [str(place), "--framework", framework, "--format", form, *more])


def _call(command: str, words: list[str]) -> str:
    import importlib

    asked = getattr(importlib.import_module(f"inspector.cli.{command}"), command)
    done = CliRunner().invoke(asked, words, standalone_mode=False)
    if done.exception:
        raise done.exception
    assert done.return_value in (0, None), done.output
    return done.stdout


@contextmanager
def _once() -> Iterator[None]:
    """Within it a bundle is worked out once, whatever formats are asked for, and frameworks are read once."""
    from inspector import inspection

    work, kept = inspection.work, {}

    def worked(path: Any, framework: Any = None, **more: Any) -> Any:
        key = (str(path), str(framework))
        if key not in kept:
            kept[key] = work(path, framework, **more)
        return kept[key]

    inspection.work = worked  # type: ignore[assignment]
    try:
        yield
    finally:
        inspection.work = work  # type: ignore[assignment]
