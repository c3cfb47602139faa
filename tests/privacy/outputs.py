"""Every output of every command on a submission, as text in which nothing is hidden by how it was written."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from inspector.cli import inspector

Output = tuple[str, str]
KEY = "0123456789abcdef0123456789abcdef"


def run(words: list[str]) -> str:
    """What a command prints, on both streams."""
    result = CliRunner().invoke(inspector, words, standalone_mode=True)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        from inspector.model.problems import CannotComplete
        from inspector.report.lines import problem_lines

        if isinstance(result.exception, CannotComplete):
            return result.output + "\n".join(problem_lines(result.exception.problems))
        raise result.exception
    return result.output


def plain(text: str) -> str:
    """The text with entities and escapes resolved and its spaces made one, in lower case."""
    text = html.unescape(text)
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return " ".join(text.split()).casefold()


def checks(bundle: Path, scratch: Path, names: list[str]) -> Iterator[Output]:
    """Every format of `check`, each problem by itself."""
    for form in ("text", "json", "csv", "sarif", "junit", "html"):
        yield f"check {form}", run(["check", str(bundle), "--all", "--format", form, *names])
    book = scratch / "problems.xlsx"
    run(["check", str(bundle), "--all", "--format", "xlsx", "-o", str(book), *names])
    with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as parts:
        yield "check xlsx", "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def verdicts(bundle: Path, names: list[str]) -> Iterator[Output]:
    """Every format of the commands that judge."""
    for form in ("text", "json", "html", "markdown", "oscal"):
        yield f"assess {form}", run(["assess", str(bundle), "--format", form, "--despite-problems", *names])
    yield "assess, refused", run(["assess", str(bundle), *names])
    for form in ("text", "json"):
        yield f"contrast {form}", run(["contrast", str(bundle), "--format", form, "--despite-problems", *names])
    for name in ("uniform-answers", "duplicated-rows", "trajectory"):
        yield f"explain {name}", run(["explain", name, "--bundle", str(bundle), "--despite-problems", *names])
    yield "manipulability", run(["manipulability", str(bundle), *names])
    yield "probes", run(["check", str(bundle), "--all", "--probes", *names])


def packing(bundle: Path, earlier: Path, names: list[str]) -> Iterator[Output]:
    """What comparing, verifying and adding print."""
    for form in ("text", "json"):
        yield f"bundle diff {form}", run(["bundle", "diff", str(earlier), str(bundle), "--all", "--format", form, *names])
    yield "bundle verify", run(["bundle", "verify", str(bundle), *names])


def door(bundle: Path, *, pseudonymise: bool) -> Iterator[Output]:
    """What the Python door shows: frames, notebook pages, what a result prints."""
    import inspector as front
    from inspector.model.problems import CannotComplete

    try:
        found = front.check(bundle, pseudonymise=pseudonymise)
        yield "door problems", f"{found}{found!r}{found._repr_html_()}{json.dumps(found.frame().to_dicts(), default=str)}"
    except CannotComplete as refused:
        yield "door refused", str(refused)
