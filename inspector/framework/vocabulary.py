"""What the rules of a framework may speak of: the kinds of facts, and the fields of each."""

from collections.abc import Mapping

from inspector.model import describe
from inspector.model.facts import Field, FieldType
from inspector.model.ladder import STANDINGS, TRUSTS
from inspector.model.own_words import OwnWords
from inspector.model.rules import Framework, Pattern, Ref, Rule, Tally

Vocabulary = Mapping[str, tuple[Field, ...]]

FINDING: tuple[Field, ...] = (
    describe.text("theme", "the theme of the rule", "name", open=True),
    Field(name="standing", type="standing", says="the standing the finding supports; absent when it supports none"),
    Field(name="direction", type="string", says="what it speaks for", choices=("better", "worse", "neither")),
    describe.choice("trust", "the least trust among the evidence it rests on", TRUSTS, "doubt"),
)
"""What a finding or a standing may support hangs on what its rules rest on: those fields have no role of their own."""
STANDING: tuple[Field, ...] = (
    Field(
        name="standing", type="standing", says="where the theme stands", choices=STANDINGS, good="up", at_most=("high",)
    ),
    Field(
        name="low",
        type="standing",
        says="the lowest standing that doubt leaves possible",
        choices=STANDINGS,
        good="up",
        at_most=("standing",),
    ),
    Field(
        name="high",
        type="standing",
        says="the highest standing that doubt leaves possible",
        choices=STANDINGS,
        good="up",
    ),
)
BASIS: tuple[Field, ...] = (
    Field(name="judged_themes", type="integer", says="themes that are not silent", unit="themes", least=0),
    Field(name="findings", type="integer", says="findings that stand", unit="findings", least=0),
    Field(
        name="better",
        type="integer",
        says="findings that speak for an improving trajectory",
        unit="findings",
        least=0,
        good="up",
        at_most=("findings",),
    ),
    Field(
        name="worse",
        type="integer",
        says="findings that speak against one",
        unit="findings",
        least=0,
        good="down",
        at_most=("findings",),
    ),
    describe.count(
        "withdrawn", "findings withdrawn because their evidence is compromised", "doubt", "findings", good="down"
    ),
    describe.share("compromised_share", "share of the evidence that is compromised", "doubt", good="down"),
    describe.count("questions", "questions that probes raise", "doubt", "questions", good="down"),
    describe.count("judged", "measures with points enough to say something of them", "doubt", "measures"),
    describe.amount(
        "expected_better",
        "how many of the measures judged are expected to have got better, each weighed by how probable that is; to one decimal",
        "measured",
        "measures",
        least=0,
        good="up",
        at_most="judged",
    ),
    describe.amount(
        "expected_worse",
        "how many of the measures judged are expected to have got worse, weighed likewise",
        "measured",
        "measures",
        least=0,
        good="down",
        at_most="judged",
    ),
    describe.amount(
        "expected_faded",
        "how many of the measures judged are expected to have got better and gone back, weighed likewise",
        "measured",
        "measures",
        least=0,
        good="down",
        at_most="judged",
    ),
    describe.share(
        "worse_share",
        "share of the measures judged that is expected to have got worse",
        "measured",
        good="down",
        at_most="lost_share",
    ),
    describe.share(
        "lost_share",
        "share of the measures judged that is expected to have got worse, or better and gone back",
        "measured",
        good="down",
        at_most="lost_share_at_worst",
    ),
    describe.probability(
        "more_better", "probability that more measures got better than worse", good="up", sure_of="gain"
    ),
    describe.probability(
        "more_worse", "probability that more measures got worse than better", good="down", sure_of="loss"
    ),
    describe.probability(
        "more_lost",
        "probability that more measures got worse or went back than got better and stayed so",
        good="down",
        sure_of="loss",
        at_most="more_lost_at_worst",
    ),
    describe.count(
        "core_missing",
        "measures that everybody has, by `core`, and that cannot be judged here",
        "doubt",
        "measures",
        good="down",
    ),
    describe.count(
        "dropped",
        "measures that were there before and have no figures now, too few to judge, or figures that end three months early",
        "doubt",
        "measures",
        good="down",
    ),
    describe.count(
        "missing",
        "measures that everybody has and those that were there before, and that are missing, together",
        "doubt",
        "measures",
        good="down",
        equals="core_missing + dropped",
    ),
    describe.share("dropped_share", "share of the measures judged or dropped that was dropped", "doubt", good="down"),
    describe.probability(
        "more_better_at_worst",
        "probability that more measures got better than worse, were all that are missing or dropped lost",
        good="up",
        sure_of="gain",
        at_most="more_better",
    ),
    describe.share(
        "lost_share_at_worst", "`lost_share`, were all that are missing or dropped lost", "doubt", good="down"
    ),
    describe.probability(
        "more_lost_at_worst", "`more_lost`, were all that are missing or dropped lost", good="down", sure_of="loss"
    ),
)
OF_FINDINGS = ("judged_themes", "findings", "better", "worse", "withdrawn")
"""The fields of the basis that only findings can change."""
TALLY: tuple[Field, ...] = (
    Field(name="n", type="integer", says="how many facts were counted", unit="facts", least=0),
    Field(name="out_of", type="integer", says="out of how many, for a share", unit="facts", least=0),
    Field(
        name="share",
        type="number",
        says="the share; absent when out of none",
        unit="share",
        least=0,
        equals="n / out_of",
    ),
)
"""A share is at most 1 where all that is counted is among what it is out of: a rule may count otherwise."""


def extend(framework: Framework, known: Vocabulary) -> dict[str, tuple[Field, ...]]:
    """`known` with what the framework adds: its findings and what they carry, its themes' standings, the basis."""
    full = {**known, **_with_words(framework, known), "basis": BASIS}
    full.update({f"standing/{theme.id}": STANDING for theme in framework.themes})
    full.update({f"finding/{rule.id}": FINDING for rule in framework.rules})
    # A carried field may come from a finding that carries it in turn: as many rounds as the longest such chain.
    for _ in framework.rules:
        carried = {f"finding/{rule.id}": _finding_fields(rule, full) for rule in framework.rules if rule.conclude.carry}
        if all(full[kind] == fields for kind, fields in carried.items()):
            break
        full.update(carried)
    return full


def _with_words(framework: Framework, known: Vocabulary) -> dict[str, tuple[Field, ...]]:
    """The kinds in whose fields words of the framework's own may stand, with these among their choices."""
    words = framework.words
    found = {kind: fields for kind, fields in known.items() if words and any(field.words for field in fields)}
    return {kind: tuple(_widened(field, words) for field in fields) for kind, fields in found.items()}


def _widened(field: Field, words: OwnWords) -> Field:
    own = words.by_themselves(field.words) if field.words else ()
    return field.model_copy(update={"choices": (*field.choices, *own)}) if own else field


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
