"""What holds of every finding and verdict: its rule's terms fit facts of the result, and its sentence holds their values."""

from typing import Any

from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks
from tests.truth.sentences import rule_texts, said_by_template, says, value, verdict_rows, without_aside
from tests.truth.terms import SORTS, Term, agrees, facts_of, findings_of, linked, number_of, spoken_of


@checks("*")
def finding_has_its_reasons(said: Said, case: Case, see: See) -> None:
    """Every term of the rule fits; each number of the sentence is of one fact that fits, or the count of those that do."""
    if said.about.startswith(f"{case.framework}/verdict/"):
        row = next(one for one in verdict_rows(case.framework) if one["id"] == said.raw["row"])
        told = said_by_template(row["says"], without_aside(said.says))
        facts = list(case.facts.values())
    elif said.about.startswith(f"{case.framework}/"):
        row = rule_texts(case.framework)[said.raw["rule"]]
        told = case.spoken(said)
        facts = list(said.facts)
    else:
        return
    when = row.get("when") or {}
    known: dict[str, list[Said]] = {}
    for alias, term in when.items():
        if any(sort in term for sort in SORTS):
            known[alias] = linked(term, facts_of(term, facts), known)
        _term(alias, term, spoken_of(told, alias), known.get(alias, []), case, see)
    for name in told:
        see.claim(name.partition(".")[0] in when, f"{name} is of no term of the rule")
    for alias, term in (row.get("unless") or {}).items():
        hangs = any(isinstance(want, str) and want.startswith("$") for want in term.values())
        if not hangs and ({*SORTS, "finding"} & set(term)):
            see.none(number_of(term, case) == 0, f"should not have been said: {alias} fits")


def _term(alias: str, term: Term, told: dict[str, str], fitting: list[Said], case: Case, see: See) -> None:
    if any(sort in term for sort in SORTS):
        see.claim(bool(fitting), f"no fact fits {alias}: {dict(term)}")
        if told:
            see.claim(any(agrees(told, one.fields) for one in fitting), f"{alias}: no fact that fits holds {told}")
            see.ledger.seen["numbers"] += len(told)
    elif "finding" in term:
        see.claim(bool(findings_of(term, case)), f"no finding fits {alias}: {dict(term)}")
        if "title" in told:
            see.claim(told["title"] in case.titles, f"{told['title']!r} is no title of the register")
    elif "count" in term:
        _number(alias, told.get("n"), number_of(term["count"], case), see)
    elif "share" in term:
        _number(alias, told.get("n"), number_of(term["share"], case), see)
        _number(alias, told.get("out_of"), number_of(term["of"], case), see)


def _number(alias: str, text: str | None, true: int, see: See) -> None:
    if text is not None:
        see.number(alias, value(text) if says(text, true) or text.isdigit() else None, true)


def values(said: Said, case: Case, alias: str) -> dict[str, Any]:
    """The fields of the fact of a finding that an alias of its rule names and its sentence tells of."""
    term = rule_texts(case.framework)[said.raw["rule"]]["when"][alias]
    told = spoken_of(case.spoken(said), alias)
    return dict(next(one.fields for one in facts_of(term, said.facts) if agrees(told, one.fields)))
