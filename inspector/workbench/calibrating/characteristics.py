"""From what was seen of each simulated service to how often rules fire and verdicts are given, and what a cheat can buy.

Twins differ by one move and by nothing else, chance included. What differs between them is made by the move: one pair is a proof
that it can be bought, and the interval says how often.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from inspector.model.characteristics import Bought, Characteristics, Group, OfRule, OfVerdict, Rate, Remark, Witness
from inspector.model.ladder import VERDICTS, rank
from inspector.model.own_words import WORD_SORTS, WordSort
from inspector.model.rules import Framework, Pattern, Rule, Tally
from inspector.model.words import agree
from inspector.rules import vocabulary
from inspector.verdict.order import height
from inspector.workbench.calibrating.intervals import rate, shift
from inspector.workbench.calibrating.plan import GROUPS, Wanted
from inspector.workbench.calibrating.together import AND, beyond

COMMON = 0.95
"""A rule that fires in so many services of every group tells nothing apart."""
GAMED = "gamed"


class Seen(NamedTuple):
    """What was seen of one simulated service: the rules that fired and were heard, verdict, row, and kinds of facts."""

    name: str
    rules: frozenset[str]
    verdict: str
    row: str
    kinds: frozenset[str]


class Pair(NamedTuple):
    """A service and its twin on which a move was played."""

    wanted: Wanted
    honest: Seen
    gamed: Seen


def characteristics(
    framework: Framework,
    wanted: Iterable[Wanted],
    seen: Mapping[str, Seen],
    moves: Sequence[str],
    failed: Sequence[str] = (),
    combined: Sequence[str] = (),
    uncombined: int = 0,
) -> Characteristics:
    """What all of them come to. `seen` is by name; those that are not there could not be judged, and `failed` says why.

    `combined` are pairs of moves that were played as well, and `uncombined` is how many were not.
    """
    asked = tuple(wanted)
    honest = {one.name: [seen[w.name] for w in asked if w.group == one.name and w.name in seen] for one in GROUPS}
    every = [Pair(w, seen[w.twin], seen[w.name]) for w in asked if w.move and w.name in seen and w.twin in seen]
    pairs = [one for one in every if AND not in one.wanted.move]
    groups = {**honest, GAMED: [one.gamed for one in pairs]}
    rules = tuple(_of_rule(rule, groups) for rule in framework.rules)
    kinds = frozenset(kind for one in seen.values() for kind in one.kinds)
    alone = _moved(framework, pairs, moves)
    first = asked[0] if asked else Wanted("", "", "-", 0)
    return Characteristics(
        framework=framework.id,
        version=framework.version,
        digest=framework.digest,
        seed=_numbered(first.seed)[0],
        months=first.months,
        groups=(*(_group(one.name, one.says, one.conducts, honest) for one in GROUPS), _gamed(pairs)),
        rules=rules,
        verdicts=tuple(
            OfVerdict(verdict=word, rates=_rates(groups, lambda one, word=word: one.verdict == word))  # type: ignore[misc]
            for word in VERDICTS
        ),
        bought=tuple(one for one in alone if one.sort == "bought"),
        silenced=tuple(one for one in alone if one.sort == "silenced"),
        better=tuple(one for one in alone if one.sort == "verdict"),
        together=beyond(_moved(framework, every, combined), alone),
        combined=len(combined),
        uncombined=uncombined,
        remarks=tuple(_remarks(framework, rules, kinds)),
        moves=len(moves),
        pairs=max((sum(one.wanted.move == move for one in pairs) for move in moves), default=0),
        failed=tuple(failed),
        cannot_tell=tuple(_cannot_tell(framework, rules, kinds, (len(combined), uncombined))),
    )


def _group(name: str, says: str, conducts: tuple[str, ...], honest: Mapping[str, Sequence[Seen]]) -> Group:
    return Group(name=name, says=says, conducts=conducts, services=len(honest[name]))


def _gamed(pairs: Sequence[Pair]) -> Group:
    conducts = tuple(dict.fromkeys(one.wanted.conduct for one in pairs))
    return Group(name=GAMED, says="one move, played as far as it goes", conducts=conducts, services=len(pairs))


def _rates(groups: Mapping[str, Sequence[Seen]], is_so: Callable[[Seen], bool]) -> tuple[Rate, ...]:
    return tuple(rate(sum(map(is_so, some)), len(some)) for some in groups.values())


def _of_rule(rule: Rule, groups: Mapping[str, Sequence[Seen]]) -> OfRule:
    return OfRule(
        rule=rule.id,
        theme=rule.theme,
        standing=rule.conclude.standing,
        limit=rule.conclude.limit,
        direction=rule.conclude.direction,
        rates=_rates(groups, lambda one: rule.id in one.rules),
    )


def _speaks_well(rule: Rule) -> bool:
    """Whether a cheat would want it to fire."""
    standing = rule.conclude.standing
    return rule.conclude.direction == "better" or (standing is not None and rank(standing) > rank("stated"))


def _speaks_ill(rule: Rule) -> bool:
    """Whether a cheat would want it not to fire."""
    return rule.conclude.direction == "worse" or rule.conclude.limit is not None


def _moved(framework: Framework, pairs: Sequence[Pair], moves: Sequence[str]) -> tuple[Bought, ...]:
    """Better verdicts, rules bought, and rules silenced."""
    return (
        *_verdicts_moved(pairs, moves),
        *_rules_moved(framework, pairs, moves, _speaks_well, "bought"),
        *_rules_moved(framework, pairs, moves, _speaks_ill, "silenced"),
    )


def _rules_moved(
    framework: Framework, pairs: Sequence[Pair], moves: Sequence[str], wants: Callable[[Rule], bool], sort: str
) -> tuple[Bought, ...]:
    found = []
    by_move = {move: [one for one in pairs if one.wanted.move == move] for move in moves}
    for rule in framework.rules:
        if not wants(rule):
            continue
        for move, some in by_move.items():
            there = [(rule.id in one.honest.rules, rule.id in one.gamed.rules) for one in some]
            wanted = [(not h and g) if sort == "bought" else (h and not g) for h, g in there]
            if any(wanted):
                found.append(_bought(sort, rule.id, move, some, there, wanted))
    return tuple(sorted(found, key=lambda one: (-abs(one.shift.by), one.what, one.move)))


def _verdicts_moved(pairs: Sequence[Pair], moves: Sequence[str]) -> tuple[Bought, ...]:
    found = []
    for move in moves:
        some = [one for one in pairs if one.wanted.move == move]
        turned = dict.fromkeys((one.honest.verdict, one.gamed.verdict) for one in some if _better(one))
        for before, after in turned:
            there = [(one.honest.verdict == after, one.gamed.verdict == after) for one in some]
            wanted = [_better(one) and (one.honest.verdict, one.gamed.verdict) == (before, after) for one in some]
            found.append(_bought("verdict", f"{before} to {after}", move, some, there, wanted))
    return tuple(sorted(found, key=lambda one: (-abs(one.shift.by), one.what, one.move)))


def _better(one: Pair) -> bool:
    """Whether the gamed twin has the better verdict. Not to be trusted is no better than anything, whatever it leaves open."""
    order = {word: height(word) for word in VERDICTS}
    if one.gamed.verdict == "not-trusted":
        return False
    return order[one.gamed.verdict] > order[one.honest.verdict]  # type: ignore[index]


def _bought(
    sort: str, what: str, move: str, some: Sequence[Pair], there: Sequence[tuple[bool, bool]], wanted: Sequence[bool]
) -> Bought:
    more, less = sum(g and not h for h, g in there), sum(h and not g for h, g in there)
    first = next(one.wanted for one, is_so in zip(some, wanted, strict=True) if is_so)
    turned, back = (less, more) if sort == "silenced" else (more, less)
    return Bought(
        sort=sort,
        what=what,
        move=move,
        honest=rate(sum(h for h, _ in there), len(there)),
        gamed=rate(sum(g for _, g in there), len(there)),
        shift=shift(more, less, len(there)),
        turned=turned,
        back=back,
        witness=Witness(first.conduct, *_numbered(first.seed), first.months, move),
    )


def _numbered(seed: str) -> tuple[str, int]:
    """The seed of the run and the number of a service, from the seed of that service."""
    whole, _, number = seed.rpartition("-")
    return whole, int(number or 0)


def _remarks(framework: Framework, rules: Sequence[OfRule], kinds: frozenset[str]) -> Iterable[Remark]:
    named = {one.name: place for place, one in enumerate(GROUPS)}
    for rule, one in zip(framework.rules, rules, strict=True):
        if _own_words(rule, framework):
            continue
        honest = one.rates[: len(GROUPS)]
        if not any(each.hits for each in one.rates):
            if not _unwritten(rule, framework, kinds):
                # Twins on which moves are played are honest services over again: they say nothing of others.
                of, alone = sum(each.of for each in one.rates), sum(each.of for each in honest)
                most = f"{100 * rate(0, alone).high:.1f}"
                says = (
                    f"It fires in none of {of} simulated services; by the {alone} honest ones, "
                    f"it fires in less than {most} % of such."
                )
                yield Remark(rule=rule.id, sort="never-fires", says=says)
            continue
        if _claims(one) and all(each.share >= COMMON for each in honest if each.of):
            yield Remark(rule=rule.id, sort="fires-for-all", says="It fires in nearly all services of every group.")
            continue
        good, bad = honest[named["improving"]], honest[named["declining"]]
        if one.direction == "better" and good.high < bad.low:
            yield Remark(
                rule=rule.id, sort="turned-round", says=_more(bad, good, "declining", "improving", "improvement")
            )
        if one.direction == "worse" and bad.high < good.low:
            yield Remark(rule=rule.id, sort="turned-round", says=_more(good, bad, "improving", "declining", "decline"))


def _claims(one: OfRule) -> bool:
    """Whether it concludes more than that something was submitted, which nearly everybody does."""
    return one.limit is not None or one.direction != "neither" or one.standing not in (None, "stated")


def _more(more: Rate, less: Rate, often: str, seldom: str, means: str) -> str:
    return (
        f"It speaks for {means}, and fires in {more.hits} of {more.of} {often} services and in {less.hits} of {less.of} "
        f"{seldom} ones."
    )


def _cannot_tell(
    framework: Framework, rules: Sequence[OfRule], kinds: frozenset[str], combined: tuple[int, int]
) -> Iterable[str]:
    yield (
        "The services are invented, and so is how many of each there are: a rate here is no rate among real services. What "
        "can be read is how rates differ between groups and between twins."
    )
    yield _played(*combined)
    for rule, one in zip(framework.rules, rules, strict=True):
        if own := _own_words(rule, framework):
            yield (
                f"{rule.id}: no simulated service writes {', '.join(own)}, {agree(len(own), 'a word', 'words')} of the "
                "framework's own: how often it fires here says nothing of it."
            )
        elif not any(each.hits for each in one.rates) and (missing := _unwritten(rule, framework, kinds)):
            yield f"{rule.id}: the simulator writes nothing from which {', '.join(missing)} could be measured."


def _played(combined: int, left: int) -> str:
    alone = "Each move is played alone and as far as it goes"
    if not combined:
        return f"{alone}. Two moves together may buy what neither buys alone."
    some = f"{alone}, and {combined} of the {combined + left} pairs of moves"
    more = "The pairs that were not played, or three together," if left else "Three together"
    return f"{some}. {more} may buy more."


def _unwritten(rule: Rule, framework: Framework, kinds: frozenset[str]) -> list[str]:
    """Kinds of facts that the rule has to meet, itself or through rules it builds on, and that no simulated service has."""
    met = (part.kind for part in _met(rule, framework) if isinstance(part, Pattern))
    return sorted({kind for kind in met if kind.startswith(("signal/", "probe/")) and kind not in kinds})


def _own_words(rule: Rule, framework: Framework) -> list[str]:
    """Words of the framework's own, which no simulated service writes, where the rule or one it builds on asks for no other."""
    own = {sort: set(framework.words.by_themselves(sort)) for sort in WORD_SORTS}
    found: set[str] = set()
    for part in _met(rule, framework):
        for pattern in (part,) if isinstance(part, Pattern) else (part.count, *([part.of] if part.of else [])):
            for condition in pattern.conditions:
                sort = _worded().get((pattern.kind, condition.field))
                if sort and condition.operator == "==" and condition.values and own[sort].issuperset(condition.values):
                    found.update(map(str, condition.values))
    return sorted(found)


@cache
def _worded() -> Mapping[tuple[str, str], WordSort]:
    """By kind of fact and field the sort of words of a framework's own that may stand there."""
    return {
        (kind, field.name): field.words
        for kind, of in vocabulary.base().items()
        for field in of
        if field.words is not None
    }


def _met(rule: Rule, framework: Framework) -> Iterable[Pattern | Tally]:
    """What the rule asks for in `when`, and what the rules ask for whose findings it asks for."""
    by_id = {one.id: one for one in framework.rules}
    waiting, known = [rule], {rule.id}
    while waiting:
        for part in waiting.pop().when:
            yield part
            kind = part.kind if isinstance(part, Pattern) else ""
            below = by_id.get(kind.removeprefix("finding/")) if kind.startswith("finding/") else None
            if below is not None and below.id not in known:
                known.add(below.id)
                waiting.append(below)
