"""A framework compiled once for all its cases, and for every change of one thing in it.

It answers as `outcomes.evaluate_case` does, which defines what is right, in a small part of the time: rules for which a case
has no facts are passed over, and of rules, table and facts nothing is read twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.model.facts import Fact, FieldType, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, lower, rank
from inspector.model.outcome import Drawn, Outcome
from inspector.model.problems import Where
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.rules import vocabulary
from inspector.rules.bounds import all_bounded
from inspector.rules.encode import Wanted, encode_facts
from inspector.rules.engine import Firing, fire
from inspector.rules.intermediate import EncodedFact
from inspector.rules.refusal import refuse
from inspector.rules.strata import findings_read, strata
from inspector.rules.words import fill
from inspector.verdict import findings as drawing
from inspector.verdict.outcome import one_drawn
from inspector.verdict.standings import standings as slowly
from inspector.workbench.judging.given import Given
from inspector.workbench.judging.program import Program

STATED_NOTHING: Mapping[str, Scalar] = {}
RANGE = frozenset(("low", "high"))
"""Fields of a standing that say how far doubt reaches; few tables read them."""


class Fired(NamedTuple):
    """What rules made of what was given: firings in order, and all facts that the table may read besides its own."""

    firings: tuple[Firing, ...]
    facts: Mapping[str, Fact]
    by_kind: Mapping[str, tuple[EncodedFact, ...]]


class Settled(NamedTuple):
    """What followed from what fired, and the facts that only the table reads; `place` is that of the first row that holds."""

    drawn: tuple[Drawn, ...]
    standings: Mapping[str, Standing]
    table: Mapping[str, Fact]
    by_kind: Mapping[str, tuple[EncodedFact, ...]]
    place: int = -1


class Compiled:
    """A framework without errors, compiled. Raises CannotComplete, located, where it cannot be.

    `known` gives the fields of signals and probes; without it those of all that are installed.
    """

    def __init__(self, framework: Framework, known: vocabulary.Vocabulary | None = None) -> None:
        self.framework = framework
        self.known = vocabulary.base() if known is None else known
        self.vocabulary = vocabulary.extend(framework, self.known)
        self.programs = {rule.id: Program(rule, self.vocabulary) for rule in framework.rules}
        self.table = tuple(Program(row, self.vocabulary) for row in framework.verdicts)
        self.layers = tuple(tuple(rule.id for rule in layer) for layer in strata(framework.rules))
        self.fields: Wanted = _all_fields(self.programs.values(), self.table)

    def __repr__(self) -> str:
        return f"<Compiled {self.framework!r}>"

    def outcome(
        self,
        facts: Iterable[Fact],
        trust: Sequence[TrustIn] = (),
        stated: Mapping[str, Scalar] = STATED_NOTHING,
    ) -> Outcome:
        """What the framework makes of facts alone; `trust` and `stated` as `outcomes.evaluate_case` takes them.

        Raises CannotComplete where a fact has a value that is not of its type, or a rule fits in more ways than allowed.
        """
        return self.judged(self.given(facts, trust, stated))

    def given(
        self,
        facts: Iterable[Fact],
        trust: Sequence[TrustIn] = (),
        stated: Mapping[str, Scalar] = STATED_NOTHING,
    ) -> Given:
        """A case made ready for this framework, and for others made from it by a change of one thing."""
        return Given(facts, self.fields, trust, stated)

    def judged(self, given: Given, *, told: bool = True) -> Outcome:
        """As `outcome`, of a case made ready. Where nobody will be `told`, findings and verdict have no words."""
        fired = self.fired(given, told=told)
        return self.concluded(given, fired, told=told)

    def fired(self, given: Given, *, told: bool = True) -> Fired:
        """Every rule that fires, layer by layer."""
        given = self._ready(given)
        facts, by_kind = dict(given.facts), dict(given.by_kind)
        firings: list[Firing] = []
        for layer in self.layers:
            drawn: list[Firing] = []
            for name in layer:
                if (program := self.programs[name]).able(by_kind):
                    many = len(firings) + len(drawn)
                    drawn += _firings(program, by_kind, facts, given, told=told, many=many)
            found = [one.finding for one in drawn if not one.withdrawn]
            facts.update((one.id, one) for one in found)
            for one in encode_facts(found, self.fields):
                by_kind[one.kind] = (*by_kind.get(one.kind, ()), one)
            firings += drawn
        firings.sort(key=lambda one: (one.rule, [name for _, name in one.bindings]))
        return Fired(tuple(firings), facts, by_kind)

    def firings_of(self, rule: str, given: Given, before: Fired, *, told: bool = True) -> tuple[Firing, ...]:
        """What one rule draws, where all others drew what they did `before`."""
        program = self.programs[rule]
        if not program.able(before.by_kind):
            return ()
        drawn = _firings(program, before.by_kind, before.facts, self._ready(given), told=told)
        return tuple(sorted(drawn, key=lambda one: [name for _, name in one.bindings]))

    def concluded(self, given: Given, fired: Fired, *, told: bool = True) -> Outcome:
        """Standings and verdict from what fired."""
        return self.decided(self._weighed(given, fired), fired, told=told)

    def settled(self, given: Given, fired: Fired) -> Settled:
        """All that the table reads, and which row of it holds first: for who asks the same of other tables."""
        weighed = self._weighed(given, fired)
        place, _ = self._first(weighed, fired, 0)
        return weighed._replace(place=place)

    def decided(self, settled: Settled, fired: Fired, *, start: int = 0, told: bool = True) -> Outcome:
        """The outcome by this table, whose rows before `start` are known not to hold."""
        place, bound = self._first(settled, fired, start)
        row = self.framework.verdicts[place]
        says, brief = (fill(row.says, bound), fill(row.brief, bound)) if told else ("", "")
        return Outcome(settled.drawn, settled.standings, row.verdict, row.id, says, brief)

    def with_rule(self, rule: Rule) -> "Compiled":
        """The same framework with this rule in place of the one of its id. Raises CannotComplete where that cannot be."""
        old = self.programs[rule.id].entry
        rules = tuple(rule if one.id == rule.id else one for one in self.framework.rules)
        changed = self.framework.model_copy(update={"rules": rules})
        if not isinstance(old, Rule) or _carries(old) != _carries(rule):
            return Compiled(changed, self.known)
        made = self._copy(changed)
        program = Program(rule, self.vocabulary)
        made.programs = {**self.programs, rule.id: program}
        if [one.kind for one in findings_read(old)] != [one.kind for one in findings_read(rule)]:
            made.layers = tuple(tuple(one.id for one in layer) for layer in strata(rules))
        made.fields = _with_fields(self.fields, program)
        return made

    def with_table(self, rows: Sequence[VerdictRow]) -> "Compiled":
        """The same framework with this decision table. Raises CannotComplete where that cannot be."""
        made = self._copy(self.framework.model_copy(update={"verdicts": tuple(rows)}))
        kept = {id(program.entry): program for program in self.table}
        made.table = tuple(kept.get(id(row)) or Program(row, self.vocabulary) for row in rows)
        for program in made.table:
            made.fields = _with_fields(made.fields, program)
        return made

    def _copy(self, framework: Framework) -> "Compiled":
        made = object.__new__(Compiled)
        made.__dict__.update(self.__dict__)
        made.framework = framework
        return made

    def _ready(self, given: Given) -> Given:
        if given.fields is self.fields:
            return given
        return Given(given.facts.values(), self.fields, given.trust, given.stated)

    def _standings(self, drawn: Sequence[Drawn]) -> dict[str, Standing]:
        found: dict[str, Standing] = {}
        for theme in self.framework.themes:
            mine = [one for one in drawn if one.theme == theme.id and not one.withdrawn]
            silent: Standing = "silent"
            lasting: Standing = "lasting"
            reached = max((one.standing for one in mine if one.standing), key=rank, default=silent)
            limit = min((one.limit for one in mine if one.limit), key=rank, default=lasting)
            found[theme.id] = lower(reached, limit)
        return found

    def _table(
        self, given: Given, drawn: Sequence[Drawn], standing: Mapping[str, Standing], fired: Fired
    ) -> dict[str, Fact]:
        """The facts that only the table reads, by id."""
        heard = [one for one in drawn if not one.withdrawn]
        fields: dict[str, Scalar] = {
            "judged_themes": sum(one != "silent" for one in standing.values()),
            "findings": len(heard),
            "better": sum(one.direction == "better" for one in heard),
            "worse": sum(one.direction == "worse" for one in heard),
            "withdrawn": len(drawn) - len(heard),
            "compromised_share": given.compromised_share,
            "questions": 0,
            **given.moved,
            **given.stated,
        }
        facts = {"basis": Fact(id="basis", kind="basis", fields=fields)}
        ranges = self._ranges(given, fired)
        for theme, stands in standing.items():
            name = f"standing/{theme}"
            facts[name] = Fact(id=name, kind=name, fields={"standing": stands, **ranges.get(theme, {})})
        return facts

    def _ranges(self, given: Given, fired: Fired) -> dict[str, dict[str, Standing]]:
        if not any(RANGE & set(fields) for kind, fields in self.fields.items() if kind.startswith("standing/")):
            return {}
        found = drawing.findings(self.framework, fired.firings, fired.facts)
        themes = slowly(self.framework, found, fired.facts, told=False)
        return {
            theme.theme: {"low": lower(theme.low, given.at_most.get(theme.theme, theme.low)), "high": theme.high}
            for theme in themes
        }

    def _weighed(self, given: Given, fired: Fired) -> Settled:
        rules = self.programs
        drawn = tuple(
            [one_drawn(rule, one) for one in fired.firings if isinstance(rule := rules[one.rule].entry, Rule)]
        )
        standing = self._standings(drawn)
        standing.update((theme, lower(standing[theme], most)) for theme, most in given.at_most.items())
        table = self._table(given, drawn, standing, fired)
        encoded = {one.kind: (one,) for one in encode_facts(table.values(), self.fields)}
        return Settled(drawn, standing, table, encoded)

    def _first(self, settled: Settled, fired: Fired, start: int) -> tuple[int, dict[str, Fact]]:
        """The place of the first row that holds, and the facts of its first match by alias."""
        by_kind = {**fired.by_kind, **settled.by_kind}
        facts = {**fired.facts, **settled.table}
        first: tuple[int, dict[str, Fact]] | None = None
        for place, program in enumerate(self.table[start:], start):
            if not program.able(by_kind) or (first and not program.many(by_kind)):
                continue
            layer = program.matched(by_kind, facts)
            row = program.entry.id
            if layer.matches[row] and not first:
                known = {**facts, **layer.tallies}
                match = zip(layer.aliases[row], layer.matches[row][0], strict=True)
                first = place, {alias: known[name] for alias, name in match}
        if first:
            return first
        rows = self.framework.verdicts
        where = rows[-1].where if rows else Where(file="framework.yaml")
        raise refuse("no-verdict", where, "no row of the decision table holds", fix="end it with a row without `when`")


def _firings(
    program: Program,
    by_kind: Mapping[str, tuple[EncodedFact, ...]],
    facts: Mapping[str, Fact],
    given: Given,
    *,
    told: bool,
    many: int = 0,
) -> list[Firing]:
    """What the rule draws; `many` are the findings that others drew before."""
    rule = program.entry
    layer = program.matched(by_kind, facts)
    if not isinstance(rule, Rule) or not layer.matches[rule.id]:
        return []
    all_bounded(many + len(layer.matches[rule.id]), rule.id)
    known = {**facts, **layer.tallies} if layer.tallies else facts
    return list(fire(rule, layer, known, given.trust_of, told=told))


def _carries(rule: Rule) -> tuple[object, ...]:
    """What decides the fields that a finding of the rule has, and their types."""
    kinds = [(part.alias, getattr(part, "kind", None)) for part in rule.when] if rule.conclude.carry else []
    return (*rule.conclude.carry, *kinds)


def _all_fields(rules: Iterable[Program], rows: Iterable[Program]) -> Wanted:
    fields: dict[str, Mapping[str, FieldType]] = {}
    for program in (*rules, *rows):
        for kind, names in program.reads.items():
            fields[kind] = {**fields.get(kind, {}), **names}
    return fields


def _with_fields(fields: Wanted, program: Program) -> Wanted:
    """The same fields, the very same where the program reads no others."""
    if all(kind in fields and names.keys() <= fields[kind].keys() for kind, names in program.reads.items()):
        return fields
    return {**fields, **{kind: {**fields.get(kind, {}), **names} for kind, names in program.reads.items()}}
