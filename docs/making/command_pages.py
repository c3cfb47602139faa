"""A page for each command of the command line, from what `--help` prints."""

import inspect
from collections.abc import Iterator

import click

from inspector.cli import COMMANDS, inspector
from making.markdown import block, code, link, page, section, table, text

_INDEX = (
    "Results go to standard output, everything else to standard error. `INSPECTOR_DEBUG=1` or `inspector --debug COMMAND` shows "
    "the traceback of a fault of Inspector's own."
)
_EXITS = (
    ("0", "done, nothing at or above `--fail-on`"),
    ("1", "findings or problems at or above `--fail-on`"),
    ("2", "could not complete: usage, an unreadable bundle or framework"),
    ("3", "a fault of Inspector's own"),
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on commands."""
    here = "commands/index.md"
    rows = [
        [link(code(f"inspector {name}"), f"commands/{name}.md", here), text(COMMANDS[name])]
        for name in sorted(COMMANDS)
    ]
    exits = table(["exit code", "meaning"], _EXITS)
    yield here, page("Commands", _INDEX, table(["command", "what it does"], rows), section("Exit codes", exits))
    for name in sorted(COMMANDS):
        yield f"commands/{name}.md", _page(name)


def _page(name: str) -> str:
    parent = click.Context(inspector, info_name="inspector")
    command = inspector.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent)
    parts = [_told(command, context)]
    if isinstance(command, click.Group):
        for one in command.list_commands(context):
            within = command.get_command(context, one)
            assert within is not None
            told = _told(within, click.Context(within, info_name=one, parent=context))
            parts.append(section(f"inspector {name} {one}", told))
    return page(f"inspector {name}", *parts)


def _told(command: click.Command, context: click.Context) -> str:
    usage = block(f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}")
    words = [text(one) for one in inspect.cleandoc(command.help or "").split("\n\n")]
    rows = [
        _row(one, context) for one in command.get_params(context) if isinstance(one, click.Option) and not _help(one)
    ]
    return "\n\n".join([usage, *words, table(["option", "meaning"], rows) if rows else ""]).rstrip()


def _help(option: click.Option) -> bool:
    return "--help" in option.opts


def _row(option: click.Option, context: click.Context) -> list[str]:
    kind = "" if option.is_flag else f" {option.make_metavar(context)}"
    names = ", ".join(code(f"{name}{kind}") for name in option.opts)
    meaning = [text(option.help or "")]
    if isinstance(option.type, click.Choice) and option.default is not None and not option.is_flag:
        meaning.append(f"Default {code(option.default)}.")
    if option.envvar:
        meaning.append(f"Environment: {code(option.envvar)}.")
    return [names, " ".join(part for part in meaning if part)]
