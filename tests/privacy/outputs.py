"""Every output of every command on a submission, as text in which nothing is hidden by how it was written."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import inspector as front
from inspector import arguing, contrast, inspection
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading, read_bundle
from inspector.cli import inspector
from inspector.contrast.document import contrasted
from inspector.contrast.text import render as contrast_text
from inspector.model.problems import CannotComplete
from inspector.report import problems as problem_reports
from inspector.report import render
from inspector.report.document.make import document
from inspector.report.explained import explained
from inspector.report.lines import problem_lines
from inspector.report.manipulability import manipulability_text
from inspector.report.screen.lines import text_of
from inspector.report.screen.look import Look
from inspector.report.screen.render import screen
from inspector.report.text import render as verdict_text
from inspector.report.wording import phrases
from inspector.verdict.manipulability import manipulability

Output = tuple[str, str]
KEY = b"0123456789abcdef0123456789abcdef"


def read(bundle: Path, *, ids: bool) -> BundleReading:
    """The bundle read, ids replaced where they are to be hidden."""
    return read_bundle(bundle, Pseudonyms(KEY) if ids else None)


def plain(text: str) -> str:
    """The text with entities and escapes resolved and its spaces made one, in lower case."""
    text = html.unescape(text)
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return " ".join(text.split()).casefold()


def seen(text: str, spellings: set[str]) -> list[str]:
    """Which of the spellings stand in a text as words of their own."""
    said = plain(text)
    return sorted(s for s in spellings if s in said and re.search(rf"(?<![a-z0-9]){re.escape(s)}(?![a-z0-9])", said))


def checks(reading: BundleReading) -> Iterator[Output]:
    """What `check` prints in each format, each problem by itself."""
    for form in problem_reports.FORMATS:
        data = problem_reports.render(form, reading.problems, reading.digest, everything=True)
        if form == "xlsx":
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                data = b"\n".join(parts.read(name) for name in parts.namelist())
        yield f"check {form}", data.decode("utf-8", "replace")


def verdicts(bundle: Path, *, ids: bool) -> Iterator[Output]:
    """What the commands print that judge, in each format."""
    names = Pseudonyms(KEY) if ids else None
    workings = inspection.work(bundle, despite_problems=True, pseudonyms=names, earlier=bundle)
    found = arguing.with_pictures(workings)
    whole = document(found)
    yield "assess text", verdict_text(whole, problem_lines(found.problems))
    yield "assess screen", "\n".join(map(text_of, screen(whole, Look(), phrases())))
    for form in ("html", "json", "markdown", "oscal", "gsn"):
        yield f"assess {form}", render(whole, form, "en-GB")
    left, right = contrast.standards(workings.evidence), contrast.improvement(whole)
    yield "contrast text", contrast_text(whole, left, right)
    yield "contrast json", json.dumps(contrasted(whole, left, right), default=str)
    for name in ("uniform-answers", "duplicated-rows", "copied-entries", "trajectory", "breadth"):
        yield f"explain {name}", explained(name, workings.rulebook.framework, workings)
    yield "manipulability", manipulability_text(manipulability(workings.evidence))
    try:
        inspection.work(bundle, pseudonyms=names)
    except CannotComplete as refused:
        yield "assess, refused", str(refused)


def door(bundle: Path, *, ids: bool) -> Iterator[Output]:
    """What the Python door shows: texts, notebook pages and frames."""
    found: Any = front.check(bundle, pseudonymise=ids, probes=True)
    yield "door problems", f"{found}{found!r}{found._repr_html_()}{found.problems_frame().to_dicts()}"
    result: Any = front.assess(bundle, despite_problems=True, pseudonymise=ids)
    frames = [getattr(result, name)() for name in dir(result) if name.endswith("_frame")]
    yield "door result", f"{result}{result!r}{result._repr_html_()}{[frame.to_dicts() for frame in frames]}"


def command(words: list[str]) -> str:
    """What a command prints, on both streams, and what it refuses with."""
    ran = CliRunner().invoke(inspector, words)
    if isinstance(ran.exception, CannotComplete):
        return f"{ran.output}\n{ran.exception}"
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return ran.output


def packing(bundle: Path, earlier: Path, files: list[Path], scratch: Path, *, ids: bool) -> Iterator[Output]:
    """What comparing, verifying, adding and drawing series print."""
    names = ["--pseudonymise"] if ids else []
    for form in ("text", "json"):
        yield f"diff {form}", command(["bundle", "diff", str(earlier), str(bundle), "--all", "--format", form, *names])
    yield "verify", command(["bundle", "verify", str(bundle), *names])
    for file in files:
        yield f"trend {file.name}", command(["trend", str(file), *names])
        yield (
            f"add {file.name}",
            command(["bundle", "add", str(file), "--bundle", str(scratch), "--replace", "--yes", *names]),
        )
        kinds = ("case-records", "voice", "improvement-log")
        yield from (
            (
                f"add {file.name} as {kind}",
                command(["bundle", "add", str(file), "--bundle", str(scratch), *words, *names]),
            )
            for kind in kinds
            for words in (["--kind", kind, "--dry-run", "--verbose"], ["--kind", kind, "--map", "No such=team"])
        )
    yield "list", command(["bundle", "list", str(scratch), *names])


def gathering(folder: Path, made: Path) -> Iterator[Output]:
    """What making a bundle from a folder prints, and what it writes for somebody to answer."""
    answers = made.with_name("answers.yaml")
    words = ["bundle", "new", str(made), "--from", str(folder)]
    yield "new", command(words)
    yield "new with answers", command([*words, "--answers", str(answers)])
    yield "answers", answers.read_text(encoding="utf-8") if answers.exists() else ""
    yield "new by itself", command([*words, "--authority", "X", "--yes"])
    if made.is_dir():
        yield "map", "".join(command(["bundle", "map", name, "--bundle", str(made)]) for name in _names(made))


def _names(made: Path) -> list[str]:
    import json

    return [one["name"] for one in json.loads((made / "datapackage.json").read_text("utf-8"))["resources"]]
