"""Why a rule did not fire: for each of its patterns the facts that came nearest, and what they lacked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact, Scalar
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally, VerdictRow
from inspector.rules.compile import tally_id
from inspector.rules.encode import encode_value
from inspector.rules.evaluate import by_id, evaluate
from inspector.rules.intermediate import Check, EncodedFact
from inspector.rules.matching import Matching
from inspector.rules.reference_matcher import holds
from inspector.rules.vocabulary import Vocabulary, extend, types_of

NEAREST = 3
_PARTIAL = 200


class Lack(NamedTuple):
    """A condition that failed: what was wanted and what was found (None: the fact does not say)."""

    field: str
    operator: str
    wanted: tuple[Scalar, ...]
    found: Scalar | None


class Near(NamedTuple):
    """A fact that came near, and what it lacked."""

    fact: str
    lacks: tuple[Lack, ...]


class Account(NamedTuple):
    """One part of a rule. `held` says whether it held together with the parts before it.

    For a part of `unless`, `held` means that it took the match away, and `nearest` names the facts that did.
    """

    alias: str
    kind: str
    part: str
    held: bool
    nearest: tuple[Near, ...]


def why_not(
    framework: Framework, rule: Rule | VerdictRow, facts: Iterable[Fact], vocabulary: Vocabulary
) -> tuple[Account, ...]:
    """An account of every part of `rule` against `facts` (findings included: give `Firings.facts`)."""
    known = extend(framework, vocabulary)
    by_name = by_id(facts)
    by_name.update(evaluate((rule,), by_name, known, Matching("reference")).tallies)
    partial: list[dict[str, Fact]] = [{}]
    accounts = []
    for part in rule.when:
        account, partial = _account(rule, part, "when", partial, by_name, known)
        accounts.append(account)
    if all(account.held for account in accounts):
        accounts += [_account(rule, part, "unless", partial, by_name, known)[0] for part in rule.unless]
    return tuple(accounts)


def _account(
    rule: Rule | VerdictRow,
    part: Pattern | Tally,
    side: str,
    partial: list[dict[str, Fact]],
    facts: Mapping[str, Fact],
    known: Vocabulary,
) -> tuple[Account, list[dict[str, Fact]]]:
    kind, conditions = _wanted(rule, part)
    tried = [
        (Near(fact.id, _lacks(fact, conditions, bound, known)), bound, fact)
        for bound in partial
        for fact in facts.values()
        if fact.kind == kind and fact.id not in {one.id for one in bound.values()}
    ]
    further = [{**bound, part.alias: fact} for near, bound, fact in tried if not near.lacks][:_PARTIAL]
    order = sorted({near.fact: near for near, _, _ in sorted(tried, key=_rank, reverse=True)}.values(), key=_near_rank)
    nearest = [near for near in order if not near.lacks] if further else order
    account = Account(part.alias, kind, side, bool(further), tuple(nearest[:NEAREST]))
    return account, further or partial


def _wanted(rule: Rule | VerdictRow, part: Pattern | Tally) -> tuple[str, tuple[Condition, ...]]:
    if isinstance(part, Pattern):
        return part.kind, part.conditions
    field = "n" if part.of is None else "share"
    return tally_id(rule.id, part.alias), tuple(test.model_copy(update={"field": field}) for test in part.tests)


def _lacks(
    fact: Fact,
    conditions: Sequence[Condition],
    bound: Mapping[str, Fact],
    known: Vocabulary,
) -> tuple[Lack, ...]:
    lacks = []
    for condition in conditions:
        field = types_of(fact.kind, known)[condition.field]
        wanted: tuple[Scalar, ...] = condition.values
        if condition.ref is not None:
            source = bound.get(condition.ref.alias)
            # The alias it refers to found no fact of its own; that is said there, once.
            if source is None:
                continue
            wanted = (source.fields[condition.ref.field],) if condition.ref.field in source.fields else ()
        found = fact.fields.get(condition.field)
        as_type = "number" if field == "integer" else field
        left = {} if found is None else {"x": encode_value(found, as_type)}
        encoded = EncodedFact(fact.id, fact.kind, left)
        if not any(holds(Check("x", condition.operator, encode_value(w, as_type)), encoded) for w in wanted):
            lacks.append(Lack(condition.field, condition.operator, wanted, found))
    return tuple(lacks)


def _rank(tried: tuple[Near, dict[str, Fact], Fact]) -> tuple[int, str]:
    return _near_rank(tried[0])


def _near_rank(near: Near) -> tuple[int, str]:
    return len(near.lacks), near.fact
