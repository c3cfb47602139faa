"""The types of the document of `inspector framework calibrate`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, TypedDict

from inspector.model.ladder import Standing, VerdictWord
from inspector.report.document.shape.units import Count
from inspector.report.workbench.framework_shape import FrameworkOf


class ServiceRate(TypedDict):
    """So many of so many, with a 95 % interval."""

    count: Annotated[Count, "In how many it was so."]
    of: Annotated[Count, "Of how many."]
    share: Annotated[float, "The share, from 0 to 1."]
    low: Annotated[float, "The lower end of its 95 % interval (Wilson)."]
    high: Annotated[float, "The upper end of it."]


class ShiftOf(TypedDict):
    """A difference between twins, with a 95 % interval."""

    by: Annotated[float, "The share with the move less that without it."]
    low: Annotated[float, "The lower end of its 95 % interval (Agresti and Min, for pairs)."]
    high: Annotated[float, "The upper end of it."]


class WitnessOf(TypedDict):
    """A simulated service in which it is so: `inspector simulate --all-kinds` with these makes it again."""

    conduct: Annotated[str, "How it goes about it."]
    seed: Annotated[str, "The seed of the run."]
    number: Annotated[Count, "Its place among the services of that conduct and seed, from 1."]
    months: Annotated[Count, "How many months it tells of."]
    move: Annotated[str, "The move that is played on it, at a dose of 1."]


class ServiceGroup(TypedDict):
    """Services that go about it alike."""

    name: Annotated[str, "What the group is called."]
    says: Annotated[str, "What is true of its services."]
    conducts: Annotated[list[str], "The conducts among them."]
    services: Annotated[Count, "How many there are."]


class RuleRates(TypedDict):
    """A rule, and how often it fires."""

    rule: Annotated[str, "The id of the rule."]
    theme: Annotated[str, "The theme that it speaks on."]
    standing: Annotated[Standing | None, "The standing that it raises its theme to; null where it raises none."]
    limit: Annotated[Standing | None, "What it holds its theme down to; null where it does not."]
    direction: Annotated[str, "Whether it speaks for improvement, against it, or neither."]
    rates: Annotated[list[ServiceRate], "How often it fires, in the order of the groups."]


class VerdictRates(TypedDict):
    """A verdict, and how often it is given."""

    verdict: Annotated[VerdictWord, "The verdict."]
    rates: Annotated[list[ServiceRate], "How often it is given, in the order of the groups."]


class BoughtOf(TypedDict):
    """What a move makes of services that are otherwise the same."""

    what: Annotated[str, "The id of a rule, or the verdict of the honest twin and that with the move."]
    move: Annotated[str, "The move; of two that are played one after the other both, with a plus between them."]
    honest: Annotated[ServiceRate, "How often it is so without the move."]
    gamed: Annotated[ServiceRate, "How often it is so with the move."]
    shift: Annotated[ShiftOf, "The difference."]
    turned: Annotated[Count, "In how many pairs the move brings it about."]
    back: Annotated[Count, "In how many pairs it does the opposite."]
    witness: Annotated[WitnessOf, "A pair in which it brings it about."]


class BoughtTogether(BoughtOf):
    """What two moves make of services that neither makes of them alone."""

    sort: Annotated[
        Literal["bought", "silenced", "verdict"], "A rule that fires, a rule that no longer does, or a better verdict."
    ]


class CalibrationRemark(TypedDict):
    """Something to look at."""

    rule: Annotated[str, "The id of the rule."]
    sort: Annotated[Literal["never-fires", "fires-for-all", "turned-round"], "What is seen of it."]
    says: Annotated[str, "The same in a sentence."]


class CalibrationDocument(TypedDict):
    """What `inspector framework calibrate --format json` writes."""

    format: Literal["inspector-framework-calibration"]
    version: Literal[1]
    framework: FrameworkOf
    seed: Annotated[str, "The seed: the same gives the same numbers."]
    months: Annotated[Count, "How many months each service tells of."]
    groups: Annotated[list[ServiceGroup], "The groups of services; the last are those on which a move was played."]
    rules: list[RuleRates]
    verdicts: list[VerdictRates]
    bought: Annotated[list[BoughtOf], "Rules that speak for improvement and fire because of a move."]
    silenced: Annotated[list[BoughtOf], "Rules that speak against it and no longer fire because of a move."]
    better_verdicts: Annotated[list[BoughtOf], "Verdicts that are better because of a move."]
    together: Annotated[list[BoughtTogether], "What two moves do that neither of them does alone."]
    pairs_of_moves: Annotated[Count, "How many pairs of moves were played together."]
    pairs_of_moves_left: Annotated[Count, "How many pairs of moves were not played."]
    remarks: list[CalibrationRemark]
    moves: Annotated[Count, "How many moves were played."]
    pairs: Annotated[Count, "On how many pairs of twins each was played at most."]
    failed: Annotated[list[str], "Services that could not be judged, each with why."]
    cannot_tell: Annotated[list[str], "What cannot be told from this, in sentences."]
