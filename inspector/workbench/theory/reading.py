"""A framework asked about imagined facts: which rules fire, where themes stand, which row of the table is hit.

All evidence is trusted plainly. What a verdict rests on besides facts (what is missing, was dropped, or is compromised)
is left open, within what is true of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import z3

from inspector.model.ladder import STANDINGS, height, rank
from inspector.model.rules import Framework, Rule
from inspector.rules.strata import strata
from inspector.verdict.movement import CERTAIN, GAINS
from inspector.verdict.movement import KIND as MOVES
from inspector.workbench.theory.entries import TooMany, Way, holds, integer, ways
from inspector.workbench.theory.sizes import bounds, entries, patterns
from inspector.workbench.theory.views import STEP, Term, Value, View, all_of, any_of, count_of, none_of, number
from inspector.workbench.theory.world import World

OUTSIDE = ("compromised_share", "questions", "core_missing", "dropped", "missing", "dropped_share")
"""Fields of the basis that no fact of a case decides."""
WORST = ("more_better_at_worst", "lost_share_at_worst", "more_lost_at_worst")
FROM_FACTS = ("more_better", "more_worse", "more_lost")
HALF = Decimal("0.0000011")
MANY = 30


class Moves(NamedTuple):
    """Of each trajectory the chances that count: better, worse, faded; 0 where it cannot be judged."""

    judged: Sequence[Term]
    better: Sequence[Term]
    worse: Sequence[Term]
    faded: Sequence[Term]

    @property
    def sums(self) -> Mapping[str, Term]:
        """How many are to be expected to have gone each way."""
        ways = (("better", self.better), ("worse", self.worse), ("faded", self.faded))
        return {way: z3.Sum([*chances, z3.RealVal(0)]) for way, chances in ways}


class Asked(NamedTuple):
    """What a framework makes of imagined facts. `unasked` are rules and rows that facts could meet in too many ways."""

    framework: Framework
    fires: Mapping[str, Term]
    stands: Mapping[str, Term]
    rows: Mapping[str, Term]
    hit: Mapping[str, Term]
    height: Term
    basis: Mapping[str, Term]
    moves: Moves
    axioms: tuple[Term, ...]
    unasked: frozenset[str]
    plain: Term
    """That nothing is missing, nothing dropped and nothing in question."""

    def reaches(self, theme: str, standing: str) -> Term:
        """Whether a theme stands there or higher."""
        return self.stands[theme] >= STANDINGS.index(standing)


def asked(
    world: World, framework: Framework, facts: Mapping[str, Sequence[View]] | None = None, tag: str = ""
) -> Asked:
    """The framework asked about a world, or about `facts` of one; `tag` keeps apart what is asked twice.

    Raises OutOfTime where the clock of the world runs out over it.
    """
    return _Asking(world, framework, world.facts if facts is None else facts, f"{framework.digest[:6]}{tag}").asked()


class _Asking:
    def __init__(self, world: World, framework: Framework, facts: Mapping[str, Sequence[View]], tag: str) -> None:
        self._framework, self._tag, self._words, self._clock = framework, tag, world.words, world.clock
        self._facts: dict[str, Sequence[View]] = dict(facts)
        self._axioms: list[Term] = []
        self._unasked: set[str] = set()
        self._fires: dict[str, Term] = {}
        self._findings: dict[str, Term] = {}
        rows = framework.verdicts
        self._read = {p.kind.removeprefix("finding/") for e in entries(framework) for p in patterns(e)}
        self._counted = {c.field for row in rows for p in patterns(row) if p.kind == "basis" for c in p.conditions}

    def asked(self) -> Asked:
        """Rules layer by layer, then standings, the basis and the table."""
        for layer in strata(self._framework.rules):
            for rule in layer:
                self._clock.ask()
                self._rule(rule)
        stands = {theme.id: self._standing(theme.id) for theme in self._framework.themes}
        moves = self._moves()
        basis = self._basis(stands, moves)
        rows = {
            row.id: self._entry(row.id, lambda row=row: holds(row, self._facts, self._words))
            for row in self._framework.verdicts
        }
        hit, level = self._table(rows)
        return Asked(
            self._framework,
            self._fires,
            stands,
            rows,
            hit,
            level,
            basis,
            moves,
            tuple(self._axioms),
            frozenset(self._unasked),
            self._plain(basis),
        )

    def _named(self, name: str, formula: Term) -> Term:
        if isinstance(formula, bool):
            return formula
        made = z3.Bool(f"{self._tag}:{name}")
        self._axioms.append(made == formula)
        return made

    def _entry(self, name: str, ask: "object") -> Term:
        try:
            return self._named(f"row {name}", ask())  # type: ignore[operator]
        except TooMany:
            self._unasked.add(name)
            return z3.Bool(f"{self._tag}:row {name}")

    def _rule(self, rule: Rule) -> None:
        kind = f"finding/{rule.id}"
        try:
            if rule.id in self._read or {"findings", "better", "worse"} & self._counted:
                found = ways(rule, self._facts, self._words)
                views = [self._finding(rule, n, way) for n, way in enumerate(found)]
                self._facts[kind] = views
                fires = any_of([view.there for view in views])
            else:
                fires = holds(rule, self._facts, self._words)
        except TooMany:
            self._unasked.add(rule.id)
            fires = z3.Bool(f"{self._tag}:fires {rule.id}")
            self._facts[kind] = ()
        self._fires[rule.id] = self._named(f"fires {rule.id}", fires)

    def _finding(self, rule: Rule, n: int, way: Way) -> View:
        fields: dict[str, Value] = {}
        for name, ref in rule.conclude.carry:
            source = way.bound.get(ref.alias)
            if source is not None and ref.field in source.fields:
                fields[name] = source.fields[ref.field]
        code = self._words.code
        fields["theme"] = Value("string", True, code(rule.theme))
        fields["direction"] = Value("string", True, code(rule.conclude.direction))
        fields["trust"] = Value("string", True, code("plain"))
        fields.pop("standing", None)
        if rule.conclude.standing is not None:
            fields["standing"] = Value("standing", True, rank(rule.conclude.standing))
        there = self._named(f"finding {rule.id} {n}", way.holds)
        return View(f"finding/{rule.id}", f"{self._tag}{n}", there, fields)

    def _standing(self, theme: str) -> Term:
        mine = [rule for rule in self._framework.rules if rule.theme == theme]
        steps = []
        for place in range(1, len(STANDINGS)):
            up = [self._fires[r.id] for r in mine if r.conclude.standing and rank(r.conclude.standing) >= place]
            held = [self._fires[r.id] for r in mine if r.conclude.limit and rank(r.conclude.limit) < place]
            steps.append(self._named(f"{theme} {place}", all_of([any_of(up), none_of(any_of(held))])))
        stands = z3.Int(f"{self._tag}:standing {theme}")
        low, high = z3.Int(f"{self._tag}:low {theme}"), z3.Int(f"{self._tag}:high {theme}")
        self._axioms += [
            stands == integer(count_of(steps)),
            low >= 0,
            low <= stands,
            high >= stands,
            high <= len(STANDINGS) - 1,
        ]
        kind = f"standing/{theme}"
        fields = {
            name: Value("standing", True, is_) for name, is_ in (("standing", stands), ("low", low), ("high", high))
        }
        self._facts[kind] = (View(kind, kind, True, fields),)
        return stands

    def _moves(self) -> Moves:
        every = self._facts.get(MOVES, ())
        judged: list[Term] = []
        better, worse, faded = list[Term](), list[Term](), list[Term]()
        code = self._words.code
        for n, view in enumerate(every):
            call, sure = view.fields["call"], view.fields["probability"]
            counts = z3.And(view.there, z3.Or(z3.Not(call.has), call.is_ != code("too-few-points")))
            stated = [view.fields[f"probability_{name}"] for name in ("gain", "loss", "faded")]
            all_stated = all_of([one.has for one in stated])
            chance = z3.If(sure.has, sure.is_, 1)
            said = [z3.Or([call.is_ == code(one) for one in calls]) for calls in (GAINS, ("loss",), ("faded-gain",))]
            judged.append(self._named(f"judged {n}", counts))
            for some, one, called in zip((better, worse, faded), stated, said, strict=True):
                value = z3.If(all_stated, one.is_, z3.If(z3.And(call.has, called), chance, 0))
                made = z3.Real(f"{self._tag}:chance {n} {one.is_}")
                self._axioms.append(made == z3.If(judged[-1], value, 0))
                some.append(made)
        return Moves(judged, better, worse, faded)

    def _basis(self, stands: Mapping[str, Term], moves: Moves) -> dict[str, Term]:
        whole = {"questions", "core_missing", "dropped", "missing", "findings", "better", "worse", "withdrawn"}
        names = {*OUTSIDE, *WORST, *FROM_FACTS, "findings", "better", "worse", "withdrawn", "worse_share", "lost_share"}
        names |= {f"expected_{way}" for way in ("better", "worse", "faded")}
        basis: dict[str, Term] = {
            name: (z3.Int if name in whole else z3.Real)(f"{self._tag}:basis {name}") for name in sorted(names)
        }
        basis["judged"] = integer(count_of(moves.judged))
        basis["judged_themes"] = integer(count_of([one >= 1 for one in stands.values()]))
        self._axioms += [
            *_ranges(basis, whole),
            *self._findings_counted(basis),
            *_moved(basis, moves),
            *_at_worst(basis, len(moves.judged)),
            *_told_apart(basis, bounds([self._framework]).get("basis", {})),
        ]
        fields = {
            name: Value("integer" if name in whole or name.startswith("judged") else "number", True, is_)
            for name, is_ in basis.items()
        }
        self._facts["basis"] = (View("basis", "basis", True, fields),)
        return basis

    def _findings_counted(self, basis: Mapping[str, Term]) -> list[Term]:
        found = [basis["withdrawn"] == 0]
        if {"findings", "better", "worse"} & self._counted and not self._unasked:
            for name, direction in (("findings", None), ("better", "better"), ("worse", "worse")):
                mine = [r for r in self._framework.rules if direction is None or r.conclude.direction == direction]
                there = [view.there for rule in mine for view in self._facts.get(f"finding/{rule.id}", ())]
                found.append(basis[name] == integer(count_of(there)))
        return found

    def _table(self, rows: Mapping[str, Term]) -> tuple[dict[str, Term], Term]:
        hit: dict[str, Term] = {}
        level: Term = z3.IntVal(0)
        for row in self._framework.verdicts:
            hit[row.id] = self._named(f"hit {row.id}", all_of([rows[row.id], *(none_of(rows[name]) for name in hit)]))
        for row in reversed(self._framework.verdicts):
            level = z3.If(_bool(rows[row.id]), height(row.verdict), level)
        made = z3.Int(f"{self._tag}:height")
        self._axioms.append(made == level)
        return hit, made

    def _plain(self, basis: Mapping[str, Term]) -> Term:
        same = [basis[f"{name}_at_worst"] == basis[name] for name in ("more_better", "lost_share", "more_lost")]
        return z3.And([*(basis[name] == 0 for name in OUTSIDE), *same])


def _bool(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term


def _ranges(basis: Mapping[str, Term], whole: Iterable[str]) -> list[Term]:
    found = [basis[name] >= 0 for name in basis]
    found += [basis[name] <= MANY for name in whole]
    found += [
        basis[name] <= 1
        for name in ("compromised_share", "dropped_share", "worse_share", "lost_share", "lost_share_at_worst")
    ]
    return [
        *found,
        *(basis[name] <= number(CERTAIN) for name in (*FROM_FACTS, "more_better_at_worst", "more_lost_at_worst")),
    ]


def _told_apart(basis: Mapping[str, Term], held: Mapping[str, Iterable[Decimal]]) -> list[Term]:
    """Numbers are said to six decimals: none lies between a number that a row holds them against and the one before it."""
    found = []
    for name, numbers in held.items():
        if name in basis and z3.is_real(basis[name]):
            found += [z3.Or(basis[name] <= number(one - STEP), basis[name] >= number(one)) for one in sorted(numbers)]
    return found


def _moved(basis: Mapping[str, Term], moves: Moves) -> list[Term]:
    """What is true of the numbers that tell how many measures moved which way."""
    sums = moves.sums
    near = z3.RealVal("0.05")
    found: list[Term] = []
    for way, total in sums.items():
        said = basis[f"expected_{way}"]
        found += [said <= total + near, said >= total - near]
    lost = sums["worse"] + sums["faded"]
    half = number(HALF)
    for many in range(len(moves.judged) + 1):
        at = basis["judged"] == many
        for name, total in (("worse_share", sums["worse"]), ("lost_share", lost)):
            inside = (
                basis[name] == 0
                if not many
                else z3.And(basis[name] * many <= total + half * many, basis[name] * many >= total - half * many)
            )
            found.append(z3.Implies(at, inside))
    found.append(basis["more_better"] + basis["more_worse"] <= number(Decimal(1) + 2 * HALF))
    found.append(basis["more_better"] + basis["more_lost"] <= number(Decimal(1) + 2 * HALF))
    found.append(basis["more_worse"] <= basis["more_lost"] + half)
    for name, total in (("more_better", sums["better"]), ("more_worse", sums["worse"]), ("more_lost", lost)):
        # That more went one way than the other needs one that did: no likelier than that any did.
        found.append(basis[name] <= total + half)
    return found


def _at_worst(basis: Mapping[str, Term], most: int) -> list[Term]:
    """What is missing can only make things worse, and changes nothing where there is nothing."""
    half = number(HALF)
    found = [
        basis["missing"] == basis["core_missing"] + basis["dropped"],
        basis["more_better_at_worst"] <= basis["more_better"] + half,
        basis["more_lost_at_worst"] >= basis["more_lost"] - half,
        basis["lost_share_at_worst"] >= basis["lost_share"] - half,
        (basis["dropped"] > 0) == (basis["dropped_share"] > 0),
    ]
    same = [basis[f"{name}_at_worst"] == basis[name] for name in ("more_better", "lost_share", "more_lost")]
    # Of so many dropped the share is least where all that could be judged is there besides.
    least = [
        z3.Implies(basis["dropped"] == many, basis["dropped_share"] >= number(round(Decimal(many) / (many + most), 6)))
        for many in range(1, MANY + 1)
    ]
    return [*found, *least, z3.Implies(basis["missing"] == 0, z3.And(same))]
