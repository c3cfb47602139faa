"""What `inspector framework show` and `inspector contrast` write as JSON."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Standing, Trust, VerdictWord
from inspector.model.visits import Assurance
from inspector.report.document.shape import Extended, Period, PluginPart
from inspector.report.document.shape.units import Count, Day, Digest

Direction = Literal["better", "worse", "neither"]


class Which(TypedDict):
    """Which framework it is."""

    id: Annotated[str, "Its id."]
    version: Annotated[str, "Its version."]
    digest: Annotated[Digest, "The sha256 over its files."]


class WaiverOf(TypedDict):
    """A lint that is to be silent about something."""

    lint: Annotated[str, "The lint, by its id."]
    because: Annotated[str, "Why it is right here."]
    by: Annotated[str, "Who answers for it."]
    until: Annotated[str, "The last day on which it holds."]


class ThemeOfRules(TypedDict):
    """A theme of the framework."""

    id: Annotated[str, "Its id."]
    title: Annotated[str, "What it is called."]
    asks: Annotated[str, "What it asks of an authority."]
    evidence: Annotated[list[str], "The kinds of evidence that can speak on it."]
    weight: Annotated[float, "How much it counts in the score."]
    waive: Annotated[list[WaiverOf], "Lints that are to be silent about it."]


class FieldOfAlias(TypedDict):
    """A field of what an earlier alias is bound to."""

    alias: Annotated[str, "The alias."]
    field: Annotated[str, "The field."]


class WantedTest(TypedDict):
    """A test of one field. It holds for any of the values, or against a field of an earlier alias."""

    field: Annotated[str, "The field."]
    operator: Annotated[Literal["==", "!=", "<", "<=", ">", ">="], "How it is compared."]
    values: Annotated[
        list[str | int | float | bool], "What it is compared with; any of them will do. Empty with `ref`."
    ]
    ref: Annotated[FieldOfAlias | None, "The field it is compared with; null where it is compared with values."]


class PatternOf(TypedDict):
    """What is wanted of one fact. A band of a field is two conditions on it."""

    kind: Annotated[str, "The kind of fact: signal/ID, probe/ID, finding/RULE, standing/THEME or basis."]
    conditions: Annotated[list[WantedTest], "What must hold of its fields, all at once."]


class WantedPart(TypedDict):
    """An alias and what it wants: a fact, or a number or share of facts."""

    alias: Annotated[str, "The name by which words and other patterns speak of it."]
    pattern: Annotated[PatternOf | None, "The fact that is wanted; null where facts are counted."]
    count: Annotated[PatternOf | None, "Which facts are counted; null where one is wanted."]
    of: Annotated[PatternOf | None, "Among which facts, for a share; null where there is none."]
    tests: Annotated[list[WantedTest], "What must hold of the number or share. Empty where one fact is wanted."]


class CarriedBy(TypedDict):
    """A value that later rules may read from the finding."""

    name: Annotated[str, "What it is called there."]
    alias: Annotated[str, "The alias it is of."]
    field: Annotated[str, "The field it is."]


class StandsAt(TypedDict):
    """Where something stands."""

    file: Annotated[str, "The file."]
    line: Annotated[int | None, "The line, from 1."]
    column: Annotated[int | None, "The column, from 1."]


class RuleOf(TypedDict):
    """A rule with its conditions."""

    id: Annotated[str, "Its id."]
    theme: Annotated[str, "The theme that it speaks on."]
    standing: Annotated[Standing | None, "The standing that it raises its theme to; null where it raises none."]
    limit: Annotated[Standing | None, "What it holds its theme down to; null where it does not."]
    direction: Annotated[Direction, "Whether it speaks for improvement, against it, or neither."]
    carry: Annotated[list[CarriedBy], "What later rules may read from its finding."]
    when: Annotated[list[WantedPart], "What must be there, all at once."]
    unless: Annotated[list[WantedPart], "What takes a match away, any of them."]
    says: Annotated[str, "What it says; values of facts stand in braces."]
    brief: Annotated[str, "The same in few words; empty where nothing is said."]
    ask: Annotated[list[str], "Questions to put on site."]
    whom: Annotated[list[str], "Who they are put to."]
    practice: Annotated[str, "What those who do the work can do for it to fire; empty where nothing is said."]
    cites: Annotated[list[str], "The ids of the sources that it comes from."]
    waive: Annotated[list[WaiverOf], "Lints that are to be silent about it."]
    where: StandsAt


class RowOf(TypedDict):
    """A row of the decision table."""

    id: Annotated[str, "Its id."]
    verdict: Annotated[VerdictWord, "The verdict where it is the first that holds."]
    when: Annotated[list[WantedPart], "What must be there, all at once; empty where it always holds."]
    unless: Annotated[list[WantedPart], "What must not be there."]
    says: Annotated[str, "What it says."]
    brief: Annotated[str, "The same in few words; empty where nothing is said."]
    waive: Annotated[list[WaiverOf], "Lints that are to be silent about it."]
    where: StandsAt


class SourceOf(TypedDict):
    """Something that rules cite."""

    id: Annotated[str, "Its id."]
    title: Annotated[str, "What it is."]
    where_found: Annotated[str, "Where it can be read; empty where nothing is said."]


class WordOf(TypedDict):
    """A word of the framework's own."""

    id: Annotated[str, "The word, as rules write it."]
    title: Annotated[str, "What it stands for, as reports print it."]
    counts_as: NotRequired[Annotated[str, "The word of ours that it counts as. Absent where it counts as none."]]


class WordsOf(TypedDict):
    """Words of the framework's own."""

    whom: Annotated[list[WordOf], "Whom its questions are put to besides those whom every framework can ask."]
    group: Annotated[list[WordOf], "Groups of people who say something, besides ours."]
    change_type: Annotated[list[WordOf], "What a test of change can change, besides ours."]
    conditions: Annotated[list[WordOf], "Conditions that reviews look for, besides ours."]


class FrameworkDocument(TypedDict):
    """What `inspector framework show --format json` writes."""

    format: Literal["inspector-framework"]
    version: Literal[1]
    framework: Which
    extends: NotRequired[
        Annotated[
            list[Extended],
            "What it is built on, the nearest first, with what it has otherwise. Absent where it stands by itself.",
        ]
    ]
    title: Annotated[str, "What it is called."]
    question: Annotated[str, "The question that it asks."]
    sources: Annotated[list[SourceOf], "What its rules rest on."]
    words: WordsOf
    waive: Annotated[list[WaiverOf], "Lints that are to be silent about the framework as a whole."]
    themes: list[ThemeOfRules]
    rules: list[RuleOf]
    verdicts: Annotated[list[RowOf], "The decision table: the first row that holds is the verdict."]


class HeldToTarget(TypedDict):
    """One measure held against its standard."""

    indicator: Annotated[str, "The id of the measure."]
    title: Annotated[str, "What it is called."]
    better: Annotated[str, "The direction in which a change is an improvement."]
    unit: Annotated[str, "The unit of its figures."]
    is_share: Annotated[bool, "Whether its figures are shares, from 0 to 1."]
    latest: Annotated[float | None, "The latest figure; null where there is none."]
    latest_on: Annotated[Day | None, "The last day of its period; null where there is none."]
    target: Annotated[float | None, "The target; null where none is named."]
    on_target: Annotated[bool | None, "Whether the latest figure is on it; null where that cannot be told."]
    periods: Annotated[Count, "How many figures there are."]
    periods_on_target: Annotated[Count, "How many of them are on target."]
    deadline: Annotated[int | None, "The deadline; null where there is none."]
    deadline_unit: Annotated[str | None, "What the deadline is counted in; null where there is none."]
    cases: Annotated[Count, "How many cases there are with a number of days."]
    in_time: Annotated[Count, "How many of them ended in time."]


class UpToStandard(TypedDict):
    """The old question's answer. It plays no part in the verdict."""

    question: Annotated[str, "The old question."]
    means: Annotated[str, "What this is, in words."]
    rating: Annotated[str, "What an inspection by standards would have said, in a word."]
    says: Annotated[str, "The same in words."]
    warning: Annotated[str, "What must not be done with it."]
    measures: list[HeldToTarget]
    left_out: NotRequired[
        Annotated[list[str], "Figures that cannot be, or lie outside of the period. Absent where none do."]
    ]


class StandingOfTheme(TypedDict):
    """Where a theme stands."""

    theme: Annotated[str, "What the theme is called."]
    standing: Annotated[Standing, "Where it stands."]


class MovementOf(TypedDict):
    """What one measure did over time."""

    indicator: Annotated[str, "The id of the measure."]
    says: Annotated[str, "What it did, in words."]
    trust: Annotated[Trust, "How much its figures may support."]


class MainFinding(TypedDict):
    """A finding that speaks for or against, or sets a limit."""

    id: Annotated[str, "Its id in the result."]
    direction: Annotated[Direction, "Which way it speaks."]
    says: Annotated[str, "What it says."]


class Asked(TypedDict):
    """A question that a probe puts."""

    probe: Annotated[str, "The id of the probe."]
    subject: Annotated[str, "The evidence that it asks about."]
    outcome: Annotated[Literal["question", "strong-question"], "How strongly it asks."]
    says: Annotated[str, "What it saw."]


class DoingToImprove(TypedDict):
    """The framework's question, and its answer."""

    question: Annotated[str, "The question of the framework."]
    verdict: VerdictWord
    assurance: Assurance
    says: Annotated[str, "The verdict in words."]
    standings: list[StandingOfTheme]
    movements: list[MovementOf]
    findings: list[MainFinding]
    questions_about_evidence: list[Asked]
    questions: Annotated[list[str], "What to ask on site."]


class ContrastDocument(TypedDict):
    """What `inspector contrast --format json` writes: the old question's answer beside that of the framework."""

    format: Literal["inspector-contrast"]
    version: Literal[1]
    engine: str
    authority: str
    invented: Annotated[bool, "Whether the authority does not exist: an example."]
    period: Period
    bundle: Annotated[Digest, "The sha256 over the bundle."]
    attention: NotRequired[
        Annotated[list[str], "What a reader should know before anything else. Absent where there is none."]
    ]
    up_to_standard: UpToStandard
    doing_to_improve: DoingToImprove
    plugins: NotRequired[
        Annotated[list[PluginPart], "Installed packages that had a part in it. Absent where there were none."]
    ]
