"""What holds of every statement: its rows exist, it is a sentence, and it is what its rule or signal says."""

import re
from datetime import date

from tests.truth.case import Case, Said
from tests.truth.grammar import bad_grammar
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, long_day, month, numbers, rule_texts, value


@checks("*")
def rows_exist(said: Said, case: Case, see: See) -> None:
    """Every cited row is one of the bundle."""
    for file, place in said.cited:
        see.row(bool(case.bundle.at(file, place)), f"there is no {file} row {place}")
    if said.about.partition("/")[0] == case.framework and said.id != "verdict":
        for id in said.raw["facts"]:
            see.claim(id in case.facts, f"there is no fact {id}")
        for id in said.raw["builds_on"]:
            see.claim(id in case.findings, f"there is no finding {id}")


@checks("*")
def is_a_sentence(said: Said, case: Case, see: See) -> None:  # noqa: ARG001
    """Grammar for 0, 1 and many."""
    for wrong in bad_grammar(said.says):
        see.fault(wrong)
    see.ledger.seen["grammar"] += 1


@checks("*")
def percentages_round_fairly(said: Said, case: Case, see: See) -> None:  # noqa: ARG001
    """100% is all of them and 0% none, wherever a field of the statement is the share that is said."""
    shares = {name: x for name, x in said.fields.items() if "share" in name.split("_") and isinstance(x, int | float)}
    for text in re.findall(r"(?<!over )(?<!under )\b(?:0|100)%", said.says):
        near = [x for x in shares.values() if round(100 * x) == int(text[:-1])]
        if near:
            see.claim(any(x in (0, 1) for x in near), f"{text} is said of {near[0]}")


@checks("*")
def values_are_those_of_the_facts(said: Said, case: Case, see: See) -> None:
    """Each number that the sentence of a finding holds is a value of a fact or finding that it names, or a count of them."""
    if said.about.partition("/")[0] != case.framework or said.id == "verdict":
        return
    spoken = case.spoken(said)
    when = _terms(case, said)
    for name, text in spoken.items():
        alias, _, field = name.partition(".")
        kind = when.get(alias)
        if kind:
            known = [one.fields[field] for one in said.facts if one.about == kind and field in one.fields]
            if known:
                see.claim(
                    any(_says(text, x) for x in known),
                    f"{name} is said to be {text!r}; its facts have {known[:4]}",
                )
            else:
                see.claim(False, f"{name} is said to be {text!r}; no fact of it has that")


def _terms(case: Case, said: Said) -> dict[str, str]:
    """By the alias of a term of the rule that reads a signal or probe: the kind of its facts."""
    when = rule_texts(case.framework)[said.raw["rule"]].get("when") or {}
    return {
        alias: f"{sort}/{term[sort]}"
        for alias, term in when.items()
        for sort in ("signal", "probe")
        if isinstance(term.get(sort), str)
    }


def _says(text: str, x: object) -> bool:
    """Whether a text says a value, as sentences say them."""
    if isinstance(x, bool):
        return text == ("yes" if x else "no")
    if isinstance(x, str):
        days_said = days(text)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", x) and days_said:
            day = date.fromisoformat(x)
            return days_said[0] in (x, long_day(day), month(day))
        return text == x
    if not isinstance(x, int | float):
        return False
    said = numbers(text)
    if not said:
        return False
    told = value(said[0])
    if text.startswith("under ") or text.startswith("over "):
        return (told > x > 0) if text.startswith("under ") else (told < x < 1)
    if said[0].endswith("%"):
        return abs(told - x) <= 0.005001 and (told not in (0.0, 1.0) or told == x)
    return abs(told - x) <= 0.005001 and (not isinstance(x, int) or told == x)
