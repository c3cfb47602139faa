"""What documents say in passing: commands and options that must exist, YAML, JSON and Python that must be what it says it is."""

import doctest
import json
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO

import click
import yaml

from inspector.cli import inspector

_BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.M | re.S)
_PROGRAM = re.compile(r"^```python title=\"([^\"]+)\"\n(.*?)^```$", re.M | re.S)
_INLINE = re.compile(r"(?<!`)`(inspector [^`|]+)`(?!`)")


def wrong(page: str) -> Iterator[str]:
    """What is wrong with the blocks and the commands of a page."""
    blocks = _BLOCK.findall(page)
    # A session that runs a program of the page shows what it prints, and is held to it.
    run = {body for name, body in _PROGRAM.findall(page) if f"\n$ python {name}\n" in page}
    for language, body in blocks:
        if body in run:
            continue
        yield from _CHECKS.get(language, _nothing)(body)
    yield from _session("\n".join(body for language, body in blocks if language == "pycon"))
    for command in _INLINE.findall(_BLOCK.sub("", page)):
        yield from _command(command)


def _nothing(body: str) -> Iterator[str]:  # noqa: ARG001
    yield from ()


def _lines(body: str) -> Iterator[str]:
    for line in body.replace("\\\n", " ").splitlines():
        yield from _command(line.removeprefix("$ ")) if re.match(r"(\$ )?inspector ", line) else ()


def _command(line: str) -> Iterator[str]:
    """Each word up to the first that names no command, then each option, against the command line itself."""
    command: click.Command = inspector
    context = click.Context(inspector, info_name="inspector")
    alone = re.split(r" [|>] ", line.replace("…", ""))[0]
    words = iter(shlex.split(alone, comments=True)[1:])
    for word in words:
        if word.startswith("-"):
            options = {name: one for one in command.get_params(context) for name in (*one.opts, *one.secondary_opts)}
            name, given, _ = word.partition("=")
            if name not in options:
                yield f"{line!r}: {context.command_path} has no option {word}"
            elif not given and not getattr(options[name], "is_flag", False):
                next(words, None)
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if found is None:
                # `inspector NAME` speaks of any command.
                if not word.isupper():
                    yield f"{line!r}: {context.command_path} has no command {word}"
                return
            command, context = found, click.Context(found, info_name=word, parent=context)


def _yaml(body: str) -> Iterator[str]:
    try:
        yaml.safe_load(body)
    except yaml.YAMLError as error:
        yield f"not YAML: {error}"


def _json(body: str) -> Iterator[str]:
    try:
        json.loads(body)
    except ValueError as error:
        yield f"not JSON: {error}"


def _python(body: str) -> Iterator[str]:
    try:
        with redirect_stdout(StringIO()):
            exec(compile(body, "a block of Python", "exec"), {"__name__": "__document__"})
    except Exception as error:
        yield f"Python that fails ({type(error).__name__}: {error}):\n{body}"


def _session(body: str) -> Iterator[str]:
    """The blocks of a page as one session of Python, what it prints included."""
    told = StringIO()
    test = doctest.DocTestParser().get_doctest(body, {}, "a session in Python", None, None)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.write)
    if runner.failures:
        yield told.getvalue()


_CHECKS = {"sh": _lines, "console": _lines, "yaml": _yaml, "json": _json, "python": _python}
