"""What the solver makes of facts is what the engine makes of them: the frameworks' own cases, pinned down fact by fact."""

from pathlib import Path
from typing import Any

import pytest

from inspector import framework as frameworks
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.judging import outcomes
from inspector.model.cases import Case
from inspector.model.facts import Fact
from inspector.model.ladder import STANDINGS
from inspector.rules.vocabulary import base

z3 = pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")

ROOT = Path(__file__).parents[3]
FRAMEWORKS = {"frameworks/munro": 42, "frameworks/patient-safety-learning": 10, "tests/frameworks/tiny": 1}
"""Folder to every how manieth of its cases is taken: all of munro's would take two minutes."""


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_rules_fire_and_rows_are_hit_as_the_engine_says(name: str) -> None:
    from inspector.workbench.theory.reading import asked
    from inspector.workbench.theory.world import imagined

    folder, known = ROOT / name, base()
    framework = frameworks.read(folder)
    world = imagined([framework], known)
    found = asked(world, framework)
    solver = z3.Solver()
    solver.add(*world.axioms, *found.axioms)
    cases, problems = read_cases(folder, extend(framework, known))
    assert not problems
    held = 0
    plain = [case for case in cases if case.facts is not None and not case.trust and not case.stated]
    for case in plain[:: FRAMEWORKS[name]]:
        pinned = _pinned(world, case)
        if pinned is None or solver.check(*pinned, found.plain) != z3.sat:
            continue  # Facts that no bundle has, or more of them than are imagined.
        held += 1
        outcome = outcomes.evaluate_case(framework, case.facts or ())
        model = solver.model()
        fires = {rule for rule, term in found.fires.items() if term is True or z3.is_true(model.eval(_term(term)))}
        assert fires == set(outcome.findings), case.name
        stands = {theme: STANDINGS[model.eval(term).as_long()] for theme, term in found.stands.items()}
        assert stands == dict(outcome.standings), case.name
        if not _weighed(framework, outcome.row):
            assert z3.is_true(model.eval(_term(found.hit[outcome.row]))), case.name
    assert held >= len(plain[:: FRAMEWORKS[name]]) * 0.5


def _weighed(framework: Any, row: str) -> bool:
    """Whether this row or one above it asks for probabilities that a solver has no numbers for, only bounds."""
    for one in framework.verdicts:
        patterns = [part for part in one.when if getattr(part, "kind", "") == "basis"]
        if any(condition.field.startswith("more_") for part in patterns for condition in part.conditions):
            return True
        if one.id == row:
            return False
    return False


def _term(term: Any) -> Any:
    return z3.BoolVal(term) if isinstance(term, bool) else term


def _pinned(world: Any, case: Case) -> list[Any] | None:
    """Terms that say that just these facts are there and what they say; None where the world has no room for them."""
    left = {kind: list(views) for kind, views in world.facts.items()}
    codes: dict[str, int] = {}
    terms = []
    for fact in case.facts or ():
        view = next((one for one in left.get(fact.kind, ()) if _has_room(world, one, fact, codes)), None)
        if view is None:
            if fact.kind in world.facts:
                return None
            continue
        left[fact.kind].remove(view)
        terms.append(view.there)
        for name, value in view.fields.items():
            if name not in fact.fields:
                if value.has is True:
                    return None
                terms.append(z3.Not(value.has))
                continue
            said = _coded(world, fact.fields[name], value.type, codes)
            terms += [_term(value.has), value.is_ == said] if not isinstance(value.is_, int) else []
    return [*terms, *(z3.Not(view.there) for views in left.values() for view in views)]


def _has_room(world: Any, view: Any, fact: Fact, codes: dict[str, int]) -> bool:
    return all(
        _coded(world, fact.fields[name], value.type, codes) == value.is_
        for name, value in view.fields.items()
        if isinstance(value.is_, int) and name in fact.fields
    )


def _coded(world: Any, value: Any, type: str, codes: dict[str, int]) -> Any:
    if type == "string":
        known = world.words._known
        return known[value] if value in known else 1000 + codes.setdefault(value, len(codes))
    if type == "boolean":
        return int(value)
    if type == "date":
        return value.toordinal()
    if type == "standing":
        return STANDINGS.index(value)
    return z3.RealVal(repr(value)) if type == "number" else value
