"""What a finding says in few words is what it says at length: the same values in the same places, and as good a sentence."""

from collections.abc import Mapping
from typing import Any

from tests.truth.case import Case
from tests.truth.grammar import bad_grammar
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.sentences import rule_texts, said_by_template, verdict_rows, without_aside


@law
def few_words_say_what_many_do(case: Case, see: See) -> None:
    """Each value of the short sentence stands in the long one, of which another law asks whether it is so."""
    for said in case.findings.values():
        brief = said.raw.get("brief", "")
        rule = rule_texts(case.framework)[said.raw["rule"]]
        see.order(bool(brief) == ("brief" in rule), f"{said.id} says {brief!r}, and its rule has {rule.get('brief')!r}")
        if brief:
            _held(rule, brief, without_aside(said.says), see)


@law
def few_words_of_the_verdict_say_what_many_do(case: Case, see: See) -> None:
    """The same of the row of the decision table."""
    told = case.result["verdict"]
    row = next(one for one in verdict_rows(case.framework) if one["id"] == told["row"])
    see.order(("brief" in told) == ("brief" in row), f"{told['row']} says {told.get('brief')!r}")
    if "brief" in told:
        _held(row, told["brief"], told["says"], see)


def _held(template: Mapping[str, Any], brief: str, says: str, see: See) -> None:
    try:
        short, long = said_by_template(template["brief"], brief), said_by_template(template["says"], says)
    except LookupError as wrong:
        see.claim(False, f"{brief!r} {wrong}")
        return
    see.claim(short.items() <= long.items(), f"{brief!r} says {short}, and at length it says {long}")
    for fault in bad_grammar(brief):
        see.claim(False, f"{brief!r}: {fault}")
