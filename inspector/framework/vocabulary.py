"""What the rules of a framework may speak of: the kinds of facts, and the fields of each."""

from collections.abc import Mapping

from inspector.model.facts import Field, FieldType
from inspector.model.ladder import STANDINGS, TRUSTS
from inspector.model.rules import Framework, Pattern, Ref, Rule, Tally

Vocabulary = Mapping[str, tuple[Field, ...]]

FINDING: tuple[Field, ...] = (
    Field(name="theme", type="string", says="the theme of the rule"),
    Field(name="standing", type="standing", says="the standing the finding supports; absent when it supports none"),
    Field(name="direction", type="string", says="what it speaks for", choices=("better", "worse", "neither")),
    Field(name="trust", type="string", says="the least trust among the evidence it rests on", choices=TRUSTS),
)
STANDING: tuple[Field, ...] = (
    Field(name="standing", type="standing", says="where the theme stands", choices=STANDINGS),
    Field(name="low", type="standing", says="the lowest standing that doubt leaves possible", choices=STANDINGS),
    Field(name="high", type="standing", says="the highest standing that doubt leaves possible", choices=STANDINGS),
)
BASIS: tuple[Field, ...] = (
    Field(name="judged_themes", type="integer", says="themes that are not silent"),
    Field(name="findings", type="integer", says="findings that stand"),
    Field(name="better", type="integer", says="findings that speak for an improving trajectory"),
    Field(name="worse", type="integer", says="findings that speak against one"),
    Field(name="withdrawn", type="integer", says="findings withdrawn because their evidence is compromised"),
    Field(name="compromised_share", type="number", says="share of the evidence that is compromised"),
    Field(name="questions", type="integer", says="questions that probes raise"),
    Field(name="judged", type="integer", says="measures with points enough to say something of them"),
    Field(
        name="expected_better",
        type="number",
        says="how many of them are expected to have got better, each weighed by how probable that is; to one decimal",
    ),
    Field(name="expected_worse", type="number", says="the same of those that got worse"),
    Field(name="expected_faded", type="number", says="the same of those that got better and went back"),
    Field(name="worse_share", type="number", says="share of the measures judged that is expected to have got worse"),
    Field(name="lost_share", type="number", says="the same of those that got worse, or better and went back"),
    Field(name="more_better", type="number", says="probability that more measures got better than worse"),
    Field(name="more_worse", type="number", says="probability that more measures got worse than better"),
    Field(
        name="more_lost",
        type="number",
        says="probability that more measures got worse or went back than got better and stayed so",
    ),
    Field(
        name="core_missing",
        type="integer",
        says="measures that everybody has, by `core`, and that cannot be judged here",
    ),
    Field(
        name="dropped",
        type="integer",
        says="measures that were there before and have no figures now, too few to judge, or figures that end three months early",
    ),
    Field(name="missing", type="integer", says="how many these are, `core_missing` and `dropped` together"),
    Field(name="dropped_share", type="number", says="their share of the measures judged or dropped"),
    Field(
        name="more_better_at_worst",
        type="number",
        says="probability that more measures got better than worse, were all that are missing or dropped lost",
    ),
    Field(name="lost_share_at_worst", type="number", says="`lost_share`, were all that are missing or dropped lost"),
    Field(name="more_lost_at_worst", type="number", says="`more_lost`, were all that are missing or dropped lost"),
)
OF_FINDINGS = ("judged_themes", "findings", "better", "worse", "withdrawn")
"""The fields of the basis that only findings can change."""
TALLY: tuple[Field, ...] = (
    Field(name="n", type="integer", says="how many facts were counted"),
    Field(name="out_of", type="integer", says="out of how many, for a share"),
    Field(name="share", type="number", says="the share; absent when out of none"),
)


def extend(framework: Framework, known: Vocabulary) -> dict[str, tuple[Field, ...]]:
    """`known` with what the framework adds: its findings and what they carry, its themes' standings, the basis."""
    full = {**known, "basis": BASIS}
    full.update({f"standing/{theme.id}": STANDING for theme in framework.themes})
    full.update({f"finding/{rule.id}": FINDING for rule in framework.rules})
    # A carried field may come from a finding that carries it in turn: as many rounds as the longest such chain.
    for _ in framework.rules:
        carried = {f"finding/{rule.id}": _finding_fields(rule, full) for rule in framework.rules if rule.conclude.carry}
        if all(full[kind] == fields for kind, fields in carried.items()):
            break
        full.update(carried)
    return full


def types_of(kind: str, known: Vocabulary) -> dict[str, FieldType]:
    """Field name to type for one kind; empty for a kind nobody knows."""
    fallback: tuple[Field, ...] = ()
    for prefix, fields in (("finding/", FINDING), ("standing/", STANDING), ("tally/", TALLY), ("basis", BASIS)):
        if kind.startswith(prefix):
            fallback = fields
    return {field.name: field.type for field in known.get(kind, fallback)}


def _finding_fields(rule: Rule, known: Vocabulary) -> tuple[Field, ...]:
    taken = {field.name for field in FINDING}
    carried = []
    for name, ref in rule.conclude.carry:
        source = _field(rule.when, ref, known)
        if source is not None and name not in taken:
            carried.append(source.model_copy(update={"name": name}))
    return (*FINDING, *carried)


def _field(when: tuple[Pattern | Tally, ...], ref: Ref, known: Vocabulary) -> Field | None:
    fields = {part.alias: TALLY if isinstance(part, Tally) else known.get(part.kind, ()) for part in when}
    return next((field for field in fields.get(ref.alias, ()) if field.name == ref.field), None)
