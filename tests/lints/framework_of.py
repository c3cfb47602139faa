"""A whole small framework made of the few parts that a case of a lint is about.

A case, and the examples Bad and Good of a lint's docstring, are parts of a framework in YAML. Keys of a rule (`when`, `says`, …)
make one rule; `rules`, `verdicts`, `themes`, `sources`, `indicators`, `fields` and `cases` stand for the whole of each, what is
left out of a rule, row or case being filled in; `rows` are put before the rows of the decision table that are there; `framework`
has other keys of `framework.yaml`. All the rest is `tests/frameworks/tiny`.
"""

import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from inspector.framework import read
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.model.cases import Case
from inspector.model.facts import Field
from inspector.model.rules import Framework
from inspector.rules import vocabulary

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
RULE = {
    "theme": "trying",
    "cites": ["own"],
    "when": {
        "pace": {"signal": "improvement-pace", "scale": "any", "count": ">= 1"},
        "move": {"signal": "trajectory", "call": ["gradual-gain", "sudden-gain"]},
    },
    "conclude": {"direction": "neither"},
    "says": "Something was tried.",
    "ask": ["What was tried last?"],
}
ROW = {"verdict": "emerging", "says": "Something is moving."}
CASE = {"given": {"facts": []}, "expect": {"findings": []}}
RULE_KEYS = {"id", "brief", "unless", "whom", "practice", "waive", *RULE}
MAIN_KEYS = ("themes", "sources", "verdicts")
OTHER_KEYS = {"name", "rules", "rows", "framework", "indicators", "fields", "cases", *MAIN_KEYS}
EXPECTED = {"level", "told", "times"}


def written(folder: Path, case: dict[str, Any]) -> Path:
    """The framework of a case, as an author would write it."""
    strange = set(case) - RULE_KEYS - OTHER_KEYS - EXPECTED
    assert not strange, f"a case has no {sorted(strange)}"
    main = yaml.safe_load((TINY / "framework.yaml").read_text(encoding="utf-8"))
    main |= {key: case[key] for key in MAIN_KEYS if key in case} | case.get("framework", {})
    if "rows" in case:
        main["verdicts"] = [*case["rows"], *main["verdicts"]]
    main["verdicts"] = [_filled(row, ROW, f"row-{place}") for place, row in enumerate(main["verdicts"], 1)]
    rules = case.get("rules")
    alone = {key: value for key, value in case.items() if key in RULE_KEYS}
    if rules is None and alone:
        rules = [alone]
    _write(folder, "framework.yaml", main)
    for name in ("indicators", "fields"):
        if name in case:
            _write(folder, f"{name}.yaml", case[name])
    if rules is None:
        made = yaml.safe_load((TINY / "rules" / "rules.yaml").read_text(encoding="utf-8"))
    else:
        made = [_filled(rule, RULE, f"rule-{place}") for place, rule in enumerate(rules, 1)]
    _write(folder, "rules/rules.yaml", made)
    cases = case.get("cases", [] if rules is not None else None)
    if cases is None:
        cases = yaml.safe_load((TINY / "tests" / "cases.yaml").read_text(encoding="utf-8"))
    if cases:
        _write(folder, "tests/cases.yaml", [_case(one, place) for place, one in enumerate(cases, 1)])
    return folder


def loaded(folder: Path) -> tuple[Framework, tuple[Case, ...], dict[str, tuple[Field, ...]]]:
    """A framework, its cases and the vocabulary of its rules."""
    framework = read(folder)
    known = extend(framework, vocabulary.base())
    cases, mistakes = read_cases(folder, known)
    assert not mistakes, mistakes
    return framework, cases, known


def sections(lint: ModuleType) -> dict[str, str]:
    """The sections of a lint's docstring, in its order."""
    _, *parts = re.split(r"^([A-Z][a-z]+):$", inspect.getdoc(lint) or "", flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _filled(body: dict[str, Any], defaults: dict[str, Any], id: str) -> dict[str, Any]:
    return {"id": id, **defaults, **body}


def _case(body: dict[str, Any], place: int) -> dict[str, Any]:
    rest = {key: value for key, value in body.items() if key != "facts"}
    given = {"given": {"facts": body["facts"]}} if "facts" in body else {}
    return {"name": f"what happens {place}", **CASE, **given, **rest}


def _write(folder: Path, name: str, value: Any) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(value, Dumper=_NoAliases, sort_keys=False, allow_unicode=True), encoding="utf-8")


class _NoAliases(yaml.SafeDumper):
    """Writes what stands in several places in each of them: frameworks have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True
