"""Draws the findings of a framework from facts, layer by layer, and keeps what fired each of them."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from inspector.model.facts import Fact, Scalar
from inspector.model.ladder import Standing, Trust, lower
from inspector.model.rules import Framework, Rule
from inspector.rules import words
from inspector.rules.bounds import all_bounded
from inspector.rules.evaluate import Layer, by_id, evaluate, rests_on, rows_behind
from inspector.rules.intermediate import Match
from inspector.rules.matching import Choice, Matching, Used
from inspector.rules.same import Same
from inspector.rules.strata import strata
from inspector.rules.vocabulary import Vocabulary, extend

TrustOf = Callable[[tuple[Fact, ...]], tuple[Trust, Standing | None]]
"""The trust that facts share, and the highest standing they may then support (None: any)."""


class Firing(NamedTuple):
    """A rule that fired. `facts` are the ids that support it, sorted, with tallies replaced by the facts they counted.

    `standing` is what the finding supports after trust; a `withdrawn` finding supports nothing and later rules do not
    see it. What counts against improvement is never withdrawn: a question about evidence buys nothing. `finding` is the
    finding as a fact; its `says` is the rule's sentence with the values filled in.
    """

    rule: str
    bindings: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    finding: Fact
    standing: Standing | None
    trust: Trust
    withdrawn: bool
    ask: tuple[str, ...]
    brief: str = ""


class Firings(NamedTuple):
    """All firings in order of rule id and bindings; `facts` holds what was given, tallies, and findings not withdrawn.

    `used` is the matcher that answered, `note` a sentence for the user when it was a substitute, else empty. `trace` is
    sorted and depends on neither the order of facts nor that of rules.
    """

    firings: tuple[Firing, ...]
    facts: tuple[Fact, ...]
    used: Used
    note: str
    trace: tuple[Match, ...]

    def __repr__(self) -> str:
        return f"<Firings: {len(self.firings)} from {len(self.facts)} facts, by the {self.used} matcher>"


def run(
    framework: Framework,
    facts: Iterable[Fact],
    vocabulary: Vocabulary,
    matcher: Choice = "auto",
    trust_of: TrustOf | None = None,
) -> Firings:
    """Draw every finding of `framework` from `facts`.

    `vocabulary` gives the fields of signals and probes (see `vocabulary.base`). Raises CannotComplete, located, on
    rules that cannot be compiled or layered and on facts whose values are not of their declared type.
    """
    known, layers = _layers(Same(framework), Same(vocabulary))
    matching = Matching(matcher)
    live = by_id(facts)
    tallies: dict[str, Fact] = {}
    firings: list[Firing] = []
    for rules in layers:
        layer = evaluate(rules, live, known, matching)
        tallies.update(layer.tallies)
        seen = ChainMap(tallies, live)
        many = len(firings)
        for rule in rules:
            many += len(layer.matches[rule.id])
            all_bounded(many, rule.id)
        drawn = [fired for rule in rules for fired in fire(rule, layer, seen, trust_of)]
        live.update((fired.finding.id, fired.finding) for fired in drawn if not fired.withdrawn)
        firings += drawn
    firings.sort(key=lambda fired: (fired.rule, [name for _, name in fired.bindings]))
    trace = tuple((fired.rule, tuple(name for _, name in fired.bindings)) for fired in firings)
    every = {**live, **tallies}
    return Firings(tuple(firings), tuple(every[name] for name in sorted(every)), matching.used, matching.note, trace)


@lru_cache(maxsize=8)
def _layers(framework: Same[Framework], vocabulary: Same[Vocabulary]) -> tuple[Vocabulary, tuple[Sequence[Rule], ...]]:
    return extend(framework.of, vocabulary.of), tuple(strata(framework.of.rules))


def fire(
    rule: Rule, layer: Layer, facts: Mapping[str, Fact], trust_of: TrustOf | None, *, told: bool = True
) -> Iterable[Firing]:
    """A firing for each match of `rule` in `layer`; `facts` holds by id everything that was matched, tallies included.

    Where nobody will be `told`, it does without words and without the rows behind it.
    """
    for match in layer.matches[rule.id]:
        bindings = tuple(zip(layer.aliases[rule.id], match, strict=True))
        bound = {alias: facts[name] for alias, name in bindings}
        support = layer.supporting(match)
        basis = tuple(facts[name] for name in support)
        trust, ceiling = trust_of(basis) if trust_of else ("plain", None)
        compromised = trust == "compromised"
        withdrawn = compromised and not _counts_against(rule)
        standing = None if compromised else _capped(rule.conclude.standing, ceiling)
        finding = Fact(
            id=_finding_id(rule, bindings),
            kind=f"finding/{rule.id}",
            fields=_fields(rule, standing, trust, bound),
            says=words.told(rule.says, bound) if told else "",
            rests_on=rests_on(basis),
            rows=rows_behind(basis) if told else (),
        )
        ask = tuple(words.fill(question, bound) for question in rule.ask) if told else ()
        brief = words.fill(rule.brief, bound) if told else ""
        yield Firing(rule.id, bindings, support, finding, standing, trust, withdrawn, ask, brief)


def _counts_against(rule: Rule) -> bool:
    worse, limits = rule.conclude.direction == "worse", rule.conclude.limit is not None
    return worse or (limits and rule.conclude.direction != "better")


def _finding_id(rule: Rule, bindings: tuple[tuple[str, str], ...]) -> str:
    """Short, and the same for as long as the rule is fired by the same facts."""
    text = "\n".join(f"{alias} {name}" for alias, name in bindings)
    return f"finding/{rule.id}/{sha256(text.encode(errors='surrogatepass')).hexdigest()[:10]}"


def _fields(rule: Rule, standing: Standing | None, trust: Trust, bound: Mapping[str, Fact]) -> dict[str, Scalar]:
    fields: dict[str, Scalar] = {}
    for name, ref in rule.conclude.carry:
        source = bound.get(ref.alias)
        if source is not None and ref.field in source.fields:
            fields[name] = source.fields[ref.field]
    fields.update({"theme": rule.theme, "direction": rule.conclude.direction, "trust": trust})
    fields.pop("standing", None)
    if standing is not None:
        fields["standing"] = standing
    return dict(sorted(fields.items()))


def _capped(standing: Standing | None, ceiling: Standing | None) -> Standing | None:
    return standing if standing is None or ceiling is None else lower(standing, ceiling)
