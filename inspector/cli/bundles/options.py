"""What the commands of `inspector bundle` share: options, what a shell completes, and files that cannot be read or written."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from inspector.privacy.gate import Gate

Command = TypeVar("Command", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path, file_okay=False)
PATH = click.Path(path_type=Path)


@contextmanager
def files() -> Iterator[None]:
    """A file that cannot be read or written is said so, not shown as a fault of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise click.FileError(str(failure.filename or "file"), hint=failure.strerror or "unusable") from None


def loudness(command: Command) -> Command:
    """Add `--quiet` and `--verbose`; the command is given `loud`: 0, 1 or 2, in the place of both."""
    command = click.option("--verbose", "-v", is_flag=True, expose_value=False, callback=_louder, help="Say more.")(
        command
    )
    quiet = click.option(
        "--quiet", "-q", is_flag=True, expose_value=False, callback=_louder, help="Say nothing but what is wrong."
    )
    return quiet(command)


def _louder(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        if context.meta.get(LOUD) not in (None, option.name):
            raise click.UsageError("--quiet and --verbose are each other's opposite: say one.")
        context.meta[LOUD] = option.name


LOUD, GATES = "inspector.bundle.loud", "inspector.bundle.gates"


def quiet() -> bool:
    """Whether nothing is to be said but what is wrong."""
    return bool(click.get_current_context().meta.get(LOUD) == "quiet")


def verbose() -> bool:
    """Whether more is to be said than what matters to most."""
    return bool(click.get_current_context().meta.get(LOUD) == "verbose")


def say(line: str) -> None:
    """A line for people, unless they want none; what may not be repeated is hidden in it."""
    if not quiet():
        click.echo(hidden(line))


def complain(line: str) -> None:
    """A line on standard error; what may not be repeated is hidden in it."""
    click.echo(hidden(line), err=True)


def hide_by(*gates: "Gate") -> None:
    """From here on nothing is said that one of these gates does not let pass: values of every file of the bundle."""
    click.get_current_context().meta[GATES] = gates


def hidden(text: str) -> str:
    """The text without what may not be repeated."""
    for gate in click.get_current_context().meta.get(GATES, ()):
        text = gate.text(text)
    return text


def kinds(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The kinds that a shell may complete."""
    from inspector.bundle.kinds import KINDS

    return [one for one in sorted(KINDS) if one.startswith(begun)]


def parts(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The parts that a shell may complete: those of the kind that stands before, else all."""
    from inspector.bundle.kinds import PARTS

    of = [context.params["kind"]] if context.params.get("kind") in PARTS else sorted(PARTS)
    return [one for kind in of for one in PARTS[kind] if one.startswith(begun)]


def names(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The names of resources that a shell may complete: those of the bundle that is named, else of the folder one is in."""
    import json

    folder = context.params.get("folder") or Path()
    try:
        document = json.loads((Path(folder) / "datapackage.json").read_bytes())
        listed = [str(one["name"]) for one in document["resources"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [one for one in listed if one.startswith(begun)]


def kind(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A kind of evidence. Raises a usage error, with the nearest, for a word that is none."""
    from inspector.bundle.kinds import KINDS
    from inspector.model.remarks import did_you_mean

    if value is not None and value not in KINDS:
        near = did_you_mean(value, KINDS)
        raise click.UsageError(f"{value[:80]!r} is no kind of evidence. {near} One of: {', '.join(sorted(KINDS))}.")
    return value


def pairs(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> Mapping[str, str]:
    """`--map` or `--constant`, given several times, as one mapping."""
    from inspector.packing.given import constant, pair

    read = pair if option.name == "fields" else constant
    return _joined(read(one) for one in _readable(read, given))


def coded(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Mapping[str, Mapping[str, str]]:
    """`--codes`, given several times: our field to their code to ours."""
    from inspector.packing.given import code

    found: dict[str, dict[str, str]] = {}
    for text in _readable(code, given):
        name, theirs, ours = code(text)
        found.setdefault(name, {})[theirs] = ours
    return found


def _joined(found: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    joined: dict[str, str] = {}
    for name, value in found:
        if joined.setdefault(name, value) != value:
            raise click.BadParameter(f"{name[:80]!r} is said to be {joined[name][:80]!r} and {value[:80]!r}")
    return joined


def _readable(read: Callable[[str], object], given: tuple[str, ...]) -> tuple[str, ...]:
    for text in given:
        try:
            read(text)
        except ValueError as wrong:
            raise click.BadParameter(str(wrong)) from None
    return given


_MAPPING = (
    click.option(
        "--map",
        "fields",
        multiple=True,
        callback=pairs,
        metavar='"HEADING=FIELD"',
        help='Read the column with that heading as that field ("HEADING=": do not read it). May be said several times.',
    ),
    click.option(
        "--codes",
        multiple=True,
        callback=coded,
        metavar='"FIELD: THEIRS=OURS"',
        help="Read that code of that field as ours. May be said several times.",
    ),
    click.option(
        "--constant",
        "constants",
        multiple=True,
        callback=pairs,
        metavar='"FIELD=VALUE"',
        help="Fill a field that has no column with one value for all rows. May be said several times.",
    ),
    click.option("--sheet", help="The sheet of a workbook; without it the sheet is found by what is in it."),
)


def mapping_options(command: Command) -> Command:
    """Add `--map`, `--codes`, `--constant` and `--sheet`."""
    for option in reversed(_MAPPING):
        command = option(command)
    return command


def in_bundle(command: Command) -> Command:
    """Add `--bundle`; the command is given `folder`."""
    return click.option(
        "--bundle", "folder", type=FOLDER, default=Path(), help="The bundle; else the folder you are in."
    )(command)


def quoted(words: list[str]) -> str:
    """Words as they are typed in a shell of either sort, as far as one way suits both."""
    import re
    import shlex

    def one(word: str) -> str:
        if re.fullmatch(r"[\w./:@%+,-]+", word):
            return word
        return shlex.quote(word) if set(word) & set('"$`\\!') else f'"{word}"'

    return " ".join(map(one, words))
