"""The command line. One command a file; each is imported only when it is called."""

import gc
import importlib
import os
import signal
import sys
from typing import Any

import click

from inspector.cli import _streams
from inspector.cli._examples import with_examples
from inspector.version import __version__

COMMANDS = {
    "assess": "Give the verdict on a bundle, with everything it rests on.",
    "batch": "Give the verdict on many bundles at once, on all cores or a Dask cluster; what cannot be judged is reported.",
    "bundle": "Make, seal and compare evidence bundles.",
    "completion": "Let the shell complete commands, options and names: installed, or taken away, by one command.",
    "check": "Say what is wrong in a bundle, where, and how to mend it.",
    "compare": "Hold two inspections of one authority against each other: what changed, and what came of what was promised.",
    "contrast": "Put what an inspection by standards would have said beside what the question of improvement sees.",
    "explain": "Say what a finding, rule, probe, signal or problem means, and why it fired or did not.",
    "margin": "Say what a verdict hangs on, and how many rows would have to be wrong before it were lower.",
    "learn": "Say which small tests of others were followed by gains that held, how sure that is, and whom to ask.",
    "manipulability": "Say how open each indicator of a bundle is to being shaped, and what would make it harder.",
    "plugins": "List the plugins that are installed, and say what is wrong with them.",
    "schema": "Propose a row schema for a table of your own.",
    "report": "Write the report of a stored result: HTML to print or mail, Markdown, OSCAL.",
    "trend": "Say what the series of any CSV or workbook did, how surely, since when, and whether it held.",
    "serve": "Look at a bundle or a register in a browser on this machine; record a visit in forms.",
    "show": "Show one piece of a bundle: its rows, what was judged from them, which findings use them.",
    "receipt": "Verify a receipt of a register, offline, with its public key.",
    "register": "Enter submissions, inspections and replies in a log that nobody can alter unseen, and look them up.",
    "visit": "Plan a visit, draw its rows, record what was found on site, and say what that proves.",
    "simulate": "Write synthetic authorities, honest or gamed, with the truth beside them.",
    "framework": "Write, check, test and compare frameworks of rules.",
}


MOST_SAID = 1_000
"""Characters of a message that repeats an argument."""


class LateGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it, so that start-up stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"inspector.cli.{cmd_name}"), cmd_name)
        return with_examples(command, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in `--help`, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion where a command is misspelt."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(str(args[0]), COMMANDS, n=1)
            if not near or "Did you mean" in error.message:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None


FIRST = """\
Inspector asks a public service what it is doing to improve.

First, with files of your own:
  inspector bundle new our-bundle --from FOLDER make a bundle of what you have
  inspector check our-bundle                    what is wrong, how to mend it
  inspector assess our-bundle                   the verdict, what to ask first

Or with an authority that is made up:
  inspector simulate made-up --authorities 1 --conduct stream
  inspector assess made-up/authority-0001

Then:
  inspector assess our-bundle --format html -o report.html
  inspector explain improving                   what any printed word means
  inspector completion install                  let the shell complete words

`inspector --help` lists all commands; each has `--help` with an example."""


@click.group(
    cls=LateGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="inspector")
@click.option("--debug", is_flag=True, envvar="INSPECTOR_DEBUG", help="Show the traceback of a fault of ours.")
@click.option(
    "--limit",
    "limits",
    multiple=True,
    envvar="INSPECTOR_LIMIT",
    metavar="NAME=NUMBER",
    help="Raise a limit on what is read, as a message about one says.",
)
@click.pass_context
def inspector(context: click.Context, debug: bool, limits: tuple[str, ...]) -> None:  # noqa: ARG001
    """Ask a public service what it is doing to improve.

    Exit codes: 0 done; 1 findings or problems at or above --fail-on; 2 could not complete; 3 a fault of ours.
    """
    if limits:
        from inspector.model.limits import use

        try:
            use(limits)
        except ValueError as wrong:
            raise click.BadParameter(str(wrong), param_hint="--limit or INSPECTOR_LIMIT") from None
    if context.invoked_subcommand is None:
        click.echo(FIRST)


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit. Bad input never shows a traceback."""
    _prepare()
    code = _run(sys.argv[1:] if args is None else args)
    # The process is done and holds nothing that wants closing; taking its modules apart would cost a fifth of a run.
    os._exit(code)


def _prepare() -> None:
    """Settings for a short-lived process, before anything heavy is imported."""
    # Imports make few cycles and many objects; the default threshold collects hundreds of times for nothing.
    gc.set_threshold(500_000, 50, 50)
    # Small matrices gain nothing from threads, and one thread sums in one order on every machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _streams.prepare()
    signal.signal(signal.SIGTERM, _ended)


def _ended(number: int, _: object) -> None:
    """Told to end: what is half written is taken away on the way out, and then the process ends as it was told."""
    raise _streams.Ended(number)


def _run(arguments: list[str]) -> int:
    """The exit code. Whatever becomes of standard output, it is none that means something else."""
    try:
        code = _answered(arguments)
        sys.stdout.flush()
    except _streams.ReaderGone:
        # The reader of a pipe went away (`| head`): there is nobody to tell.
        code = 0
    except _streams.OutputFailed as failure:
        click.echo(str(failure), err=True)
        code = 2
    except _streams.Ended as told:
        signal.signal(told.number, signal.SIG_DFL)
        os.kill(os.getpid(), told.number)
        code = 2
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        code = 2
    sys.stderr.flush()
    return code


def _answered(arguments: list[str]) -> int:
    try:
        if sys.stdout is not None and sys.stdout.isatty():
            _fold(arguments)
        result: Any = inspector.main(args=arguments, prog_name="inspector", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Abort as stop:
        _let_go(stop)
        click.echo("Stopped.", err=True)
        return 2
    except click.ClickException as error:
        _harmless(error).show()
        return 2
    except _streams.OutputFailed:
        raise
    except BrokenPipeError:
        # Another pipe than standard output, as `-o /dev/fd/3`.
        return 0
    except Exception as error:
        debug = "--debug" in arguments or bool(os.environ.get("INSPECTOR_DEBUG"))
        return _not_ours(error, debug) or _failed(error, debug)


def _let_go(stop: BaseException) -> None:
    """Let what was half made when it was stopped be taken apart without a word: that is no fault of anybody's."""
    import traceback

    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        failure: BaseException | None = stop
        while failure is not None:
            traceback.clear_frames(failure.__traceback__)
            failure = failure.__cause__ or failure.__context__
    finally:
        sys.unraisablehook = hook


def _fold(arguments: list[str]) -> None:
    """On a terminal, text is folded as wide as that is: it would break words."""
    from inspector.cli._terminal import folds

    if (columns := folds(arguments)) is not None:
        from inspector.report.lines import no_wider_than

        no_wider_than(columns)


def _harmless(error: click.ClickException) -> click.ClickException:
    """The error with the arguments that it repeats made plain and short."""
    from inspector.model.words import short

    for name in ("message", "param_hint", "ui_filename", "option_name"):
        if isinstance(found := getattr(error, name, None), str):
            setattr(error, name, short(found, MOST_SAID))
    return error


def _not_ours(error: Exception, debug: bool) -> int | None:
    """The exit code where the machine or a path is at fault and not Inspector, which is said; else None."""
    if isinstance(error, MemoryError):
        said = "Not completed: there is not enough memory for what was given."
    elif isinstance(error, OSError) and error.filename is not None:
        from inspector.model.words import short

        said = f"Not completed: {short(str(error.filename), MOST_SAID)}: {error.strerror or 'it cannot be used'}"
    else:
        return None
    click.echo(said, err=True)
    if debug:
        import traceback

        traceback.print_exc()
    return 2


def _failed(error: Exception, debug: bool) -> int:
    import traceback

    from inspector.model.problems import CannotComplete

    if isinstance(error, CannotComplete):
        from inspector.report.lines import problem_lines

        for line in problem_lines(error.problems):
            click.echo(line, err=True)
        if debug and error.__cause__ is not None:
            traceback.print_exception(error.__cause__)
        return 2
    if debug:
        traceback.print_exc()
    else:
        click.echo(
            f"A fault of Inspector's own: {type(error).__name__}: {error}\n"
            "Nothing was judged. Run again with --debug and report what it prints.",
            err=True,
        )
    return 3
