"""`inspector explain`: what a name means and, with a bundle, why it fired or did not."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inspector.inspection import Workings
    from inspector.model.rules import Framework

Why = Callable[["Workings", str], str]


@click.command()
@click.argument("name", metavar="FINDING|RULE|THEME|PROBE|SIGNAL|LINT|PROBLEM")
@click.option("--bundle", type=click.Path(path_type=Path), help="Say why it fired in this bundle, or did not.")
@click.option(
    "--framework", metavar="ID|PATH", envvar="INSPECTOR_FRAMEWORK", help="Where to look for rules; default munro."
)
@click.option("--despite-problems", is_flag=True, help="As for assess.")
def explain(name: str, bundle: Path | None, framework: str | None, despite_problems: bool) -> None:
    """Say what NAME means. NAME is any word that Inspector prints in square brackets."""
    from inspector import inspection
    from inspector.report.harmless import plain

    workings = None
    if bundle is not None:
        workings = inspection.work(bundle, framework, despite_problems=despite_problems)
        if workings.note:
            click.echo(workings.note, err=True)
    rulebook = workings.rulebook if workings else inspection.load(framework or inspection.DEFAULT_FRAMEWORK)
    for line in _said(name, rulebook.framework, workings).splitlines():
        click.echo(plain(line))


def _said(name: str, framework: "Framework", workings: "Workings | None") -> str:
    name = _bare(name)
    findings = {finding.id: finding.rule for finding in workings.inspection.findings} if workings else {}
    known = _known(framework)
    wanted = findings.get(name, name) if name not in known else name
    # A finding is called RULE/INDICATOR; without a bundle, its rule is what can be explained.
    if wanted not in known and wanted.split("/")[0] in known:
        wanted = wanted.split("/")[0]
    if wanted not in known:
        raise click.UsageError(_unknown(name, [*known, *findings]))
    meaning, why = known[wanted]
    parts = [meaning()]
    if workings is not None and name in findings and name != wanted:
        from inspector.report.why import finding

        parts.append(finding(workings, name))
    elif workings is not None and why is not None:
        parts.append(why(workings, wanted))
    return "\n\n".join(parts)


def _bare(name: str) -> str:
    """`signal/trajectory/some-indicator` is a fact of `trajectory`; `finding/x` is the finding `x`."""
    sort, _, rest = name.partition("/")
    if sort in ("signal", "probe"):
        return rest.split("/")[0]
    return rest if sort in ("finding", "standing") else name


def _known(framework: "Framework") -> Mapping[str, tuple[Callable[[], str], Why | None]]:
    """Every name that can be explained. Where two sorts share a name the later one here wins: rules last."""
    from inspector import lints, probes, signals
    from inspector.bundle import problem_rules
    from inspector.report import meaning, why

    known: dict[str, tuple[Callable[[], str], Why | None]] = {}
    for name in problem_rules.ids():
        known[name] = (partial(problem_rules.text, name), None)
    for name in lints.ids():
        known[name] = (partial(meaning.lint, name), None)
    for theme in framework.themes:
        known[theme.id] = (partial(meaning.theme, framework, theme.id), why.theme)
    for name in signals.ids():
        known[name] = (partial(meaning.signal, name), why.signal)
    for name in probes.ids():
        known[name] = (partial(meaning.probe, name), why.probe)
    for rule in framework.rules:
        known[rule.id] = (partial(meaning.rule, framework, rule.id), why.rule)
    return known


def _unknown(name: str, names: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, names, n=3, cutoff=0.6)
    hint = (
        f" did you mean {' or '.join(near)}?" if near else " `inspector framework show munro` lists rules and themes."
    )
    return f"nothing is called {name!r};{hint}"
