"""What any name that Inspector prints means and, with a bundle, why it fired there or did not."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from inspector.judging.settling import Workings
from inspector.model.rules import Framework
from inspector.model.words import short
from inspector.plugins import refusal
from inspector.report import glossary

Why = Callable[[Workings, str], str]
Known = Mapping[str, tuple[Callable[[], str], Why | None]]


class NothingCalled(LookupError):
    """No signal, probe, rule, theme, lint, finding or problem has this name; the words say which are near."""


def of_plugins(name: str) -> str | None:
    """What a problem of a plugin means; None for another name. It can be asked where plugins keep all else from being read."""
    return refusal.text(name) if name in refusal.MEANINGS else None


def explained(name: str, framework: Framework, workings: Workings | None = None) -> str:
    """What `name`, an id or any word that is printed, means by this framework. Raises NothingCalled.

    With `workings` also why it fired in that bundle.
    """
    if name.startswith("indicator/"):
        from inspector.report.meaning import indicator

        return indicator(framework, name.partition("/")[2])
    name = _bare(name)
    findings = {finding.id: finding.rule for finding in workings.inspection.findings} if workings else {}
    known = _known(framework)
    wanted = findings.get(name, name) if name not in known else name
    if wanted not in known and glossary.key(wanted) in known:
        wanted = glossary.key(wanted)
    if wanted not in known and (said := _printed(name, framework)):
        return said
    if wanted not in known and ", " in name:
        return "\n\n".join(explained(part, framework, workings) for part in name.split(", ") if part)
    # A finding is called RULE/INDICATOR; without a bundle, its rule is what can be explained.
    if wanted not in known and wanted.split("/")[0] in known:
        wanted = wanted.split("/")[0]
    if wanted not in known:
        raise NothingCalled(_unknown(name, [*known, *findings, *glossary.names()]))
    meaning, why = known[wanted]
    parts = [meaning(), *_also(wanted)]
    if workings is not None and name in findings and name != wanted:
        from inspector.report.why import finding

        parts.append(finding(workings, name))
    elif workings is not None and why is not None:
        parts.append(why(workings, wanted))
    return "\n\n".join(parts)


def _printed(name: str, framework: Framework) -> str | None:
    """What a word means that is printed and is no id of ours; an indicator that the framework knows is one too."""
    if any(one.id == name for one in framework.indicators):
        from inspector.report.meaning import indicator

        return indicator(framework, name)
    return glossary.text(name)


def _also(name: str) -> list[str]:
    """What the name means besides, where it is a word of outputs too: `loss` is a rule and what a line did."""
    return [said] if (said := glossary.text(name)) else []


def _bare(name: str) -> str:
    """`signal/trajectory/some-indicator` is a fact of `trajectory`; `finding/x` is the finding `x`."""
    sort, _, rest = name.partition("/")
    if not rest:
        return name
    if sort in ("signal", "probe"):
        return rest.split("/")[0]
    return rest if sort in ("finding", "standing") else name


def _known(framework: Framework) -> Known:
    """Every name that can be explained. Where two sorts share a name the later one here wins: rules last."""
    from inspector import lints, probes, signals
    from inspector.bundle import problem_rules
    from inspector.report import assurance_meant, kinds_in_words, meaning, other_problems, visit_meant, why

    known: dict[str, tuple[Callable[[], str], Why | None]] = {}
    known |= {name: (partial(other_problems.text, name), None) for name in other_problems.ids()}
    known |= {name: (partial(problem_rules.text, name), None) for name in problem_rules.ids()}
    known |= {name: (partial(refusal.text, name), None) for name in refusal.MEANINGS}
    for name in lints.ids():
        known[name] = (partial(meaning.lint, name), None)
    known |= {kind: (partial(kinds_in_words.text, kind), None) for kind in kinds_in_words.kinds()}
    known |= {name: (partial(visit_meant.text, name), None) for name in visit_meant.names()}
    known |= {name: (partial(assurance_meant.text, name), assurance_meant.here) for name in assurance_meant.NAMES}
    known |= {row.id: (partial(meaning.row, framework, row.id), None) for row in framework.verdicts}
    for theme in framework.themes:
        known[theme.id] = (partial(meaning.theme, framework, theme.id), why.theme)
    for name in signals.ids():
        known[name] = (partial(meaning.signal, name), why.signal)
    for name in probes.ids():
        known[name] = (partial(meaning.probe, name), why.probe)
    for rule in framework.rules:
        known[rule.id] = (partial(meaning.rule, framework, rule.id), why.rule)
    return known


def _unknown(name: str, names: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(names), n=3, cutoff=0.6)
    hint = (
        f" did you mean {' or '.join(near)}?"
        if near
        else " `inspector framework show munro` lists rules and themes, `inspector explain` sorts of words."
    )
    if re.fullmatch(r"[\w.:/ -]{1,60}", name):
        hint += f" If it is a name in a bundle, `inspector show BUNDLE '{name}'` shows it."
    return f"nothing is called '{short(name)}';{hint}"
