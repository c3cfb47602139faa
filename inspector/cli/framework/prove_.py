"""`inspector framework prove`: what holds of all evidence that a framework could be given, with a witness where it does not."""

import click


@click.command("prove")
@click.argument("name", metavar="ID|PATH")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1, max=3600),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Stop asking after so many seconds of processor time; what is then open is named.",
)
@click.option("--fail-on", type=click.Choice(["error", "query"]), default="error", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name: str, timeout: float, fail_on: str, form: str) -> int:
    """Ask of the rules and the decision table of a framework what holds of all evidence.

    Can every rule fire, is every row reached, does more evidence of improvement ever give a worse verdict? What is found has
    a case with it, judged by the engine, to be read and pasted into tests/. It needs z3: pip install 'inspector[prove]'.

    Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 it could not be asked.
    """
    from inspector.cli._output import write
    from inspector.report.workbench.proof import render
    from inspector.workbench.sound import readied
    from inspector.workbench.theory.clock import Clock

    # Reading the framework counts as well: it is what the whole takes that somebody waits for.
    clock = Clock(timeout)
    folder, framework = readied(name)
    try:
        from inspector.workbench.theory.prove import prove
    except ModuleNotFoundError as missing:
        if missing.name != "z3":
            raise
        raise click.ClickException(_not_asked()) from None
    found = prove(framework, folder, clock)
    write(render(found, form), None, form)
    return int(any(fail_on == "query" or claim.level == "error" for claim in found.claims))


def _not_asked() -> str:
    from inspector.model.proofs import QUESTIONS

    # An error is one line: what breaks one is shown as it would be in a text of a stranger.
    asks = " ".join(QUESTIONS.values())
    return (
        f"z3-solver is not installed, so that none of this could be asked: {asks} "
        "Install it with `pip install 'inspector[prove]'`. `inspector framework check` says of the table what needs no solver."
    )
