"""The terms of a rule held against the facts and findings of a result: which of them fit, read by itself."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tests.truth.case import Case, Said
from tests.truth.sentences import says

SORTS = ("signal", "probe")
_BOUND = re.compile(r"(>=|<=|==|!=|<|>) *(\d{4}-\d\d-\d\d|-?[\d.]+)")
Term = Mapping[str, Any]


def fits(fields: Mapping[str, Any], term: Term) -> bool:
    """Whether the fields of a fact are as a term asks; what hangs on another term (`$alias.field`) is let through."""
    asked = {name: want for name, want in term.items() if name not in (*SORTS, "finding", "trust")}
    return all(_fits(fields.get(name), want) for name, want in asked.items())


def _fits(found: Any, want: Any) -> bool:
    if isinstance(want, str) and "$" in want:
        return found is not None
    if isinstance(want, list):
        return found in want
    if isinstance(want, str) and (bound := _BOUND.fullmatch(want)):
        dated = len(bound[2]) == 10 and bound[2].count("-") == 2
        if not isinstance(found, str if dated else int | float) or isinstance(found, bool):
            return False
        edge: Any = bound[2] if dated else float(bound[2])
        return _compare(bound[1], found, edge)
    return bool(found == want)


def facts_of(term: Term, facts: Iterable[Said]) -> list[Said]:
    """The facts that a term on a signal or probe fits."""
    sort = next(one for one in SORTS if one in term)
    wanted = [f"{sort}/{name}" for name in (term[sort] if isinstance(term[sort], list) else [term[sort]])]
    return [one for one in facts if one.about in wanted and fits(one.fields, term)]


def linked(term: Term, fitting: list[Said], others: Mapping[str, list[Said]]) -> list[Said]:
    """Those of the facts that a term fits which also fit another term's facts, where it says `$alias.field` or `>= $…`."""
    for name, want in term.items():
        if isinstance(want, str) and (found := _LINK.fullmatch(want)) and found[2] in others:
            known = [one.fields[found[3]] for one in others[found[2]] if found[3] in one.fields]
            fitting = [
                one for one in fitting if any(_compare(found[1] or "==", one.fields.get(name), edge) for edge in known)
            ]
    return fitting


_LINK = re.compile(r"(>=|<=|==|!=|<|>)? *\$(\w+)\.(\w+)")


def _compare(sign: str, found: Any, edge: Any) -> bool:
    if found is None or (type(found) is not type(edge) and not all(isinstance(x, int | float) for x in (found, edge))):
        return False
    return bool(
        {
            ">=": found >= edge,
            "<=": found <= edge,
            "==": found == edge,
            "!=": found != edge,
            "<": found < edge,
            ">": found > edge,
        }[sign]
    )


def findings_of(term: Term, case: Case) -> list[Said]:
    """The findings that a term on findings fits, as far as the result tells: by rule and trust."""
    found = case.of_rule(term["finding"])
    trust = term.get("trust")
    wanted = trust if isinstance(trust, list) else [trust] if trust else None
    return [one for one in found if wanted is None or one.raw["trust"] in wanted]


def number_of(term: Term, case: Case) -> int:
    """How many facts or findings of the whole result a term fits."""
    return len(findings_of(term, case) if "finding" in term else facts_of(term, case.facts.values()))


def spoken_of(spoken: Mapping[str, str], alias: str) -> dict[str, str]:
    """What a sentence says of one alias, by field."""
    return {name.partition(".")[2]: text for name, text in spoken.items() if name.partition(".")[0] == alias}


def agrees(told: Mapping[str, str], fields: Mapping[str, Any]) -> bool:
    """Whether all that is said of an alias stands in the fields of one fact."""
    return all(name in fields and says(text, fields[name]) for name, text in told.items())
