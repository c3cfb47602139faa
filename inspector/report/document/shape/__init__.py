"""The types of a result's document: the one contract between what judges and everything that shows it.

`evidence/schemas/inspection.schema.json` says the same to programs elsewhere; `python -m evidence.make_schemas`
makes it from these types. A docstring, or a text beside a type, is a description there; a pair is a keyword with its value.
What is `NotRequired` is lacking in results stored before there was such a thing.

Words that may stand in a place are those of the ladder, or written out here: a contract does not change because the model
does, and mypy says where the two differ.
"""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape.argument import Argued
from inspector.report.document.shape.calibration import Calibration
from inspector.report.document.shape.judged import (
    DeclaredEvent,
    Fact,
    Finding,
    Question,
    Struck,
    Theme,
    Trace,
    TrustIn,
    Unjudged,
    Verdict,
)
from inspector.report.document.shape.judged_from import JudgedFrom
from inspector.report.document.shape.pictures import Pictures
from inspector.report.document.shape.problems import Problem
from inspector.report.document.shape.promised import Attestation, Promise
from inspector.report.document.shape.replies import Reply
from inspector.report.document.shape.told import Told
from inspector.report.document.shape.units import Count, Day, Digest
from inspector.report.document.shape.visit import BroughtBack


class Engine(TypedDict):
    """What made this document."""

    name: Literal["inspector"]
    version: str


ChangedSort = Literal[
    "rule", "verdict-row", "theme", "source", "indicator", "core", "fields", "question", "case", "word"
]
ChangedHow = Literal["added", "replaced", "dropped", "weighed"]


class Changed(TypedDict):
    """One thing that a variant has otherwise than the framework it is built on."""

    sort: Annotated[ChangedSort, "What sort of thing it is."]
    id: Annotated[str, "Its id; of a test case, its name."]
    how: Annotated[ChangedHow, "Whether it was added, replaced, dropped, or weighed otherwise in the score."]
    because: NotRequired[Annotated[str, "The reason that the variant gives. Absent for what was added."]]
    says: NotRequired[Annotated[str, "More of it: the weight it has now, the row that it stands beside."]]


class Extended(TypedDict):
    """A framework that the one applied is built on, and what was changed of it."""

    id: Annotated[str, "Its id."]
    version: Annotated[str, "Its version."]
    digest: Annotated[Digest, "The sha256 over its files."]
    shipped: Annotated[bool, "Whether it is, byte for byte, one of those that Inspector ships."]
    asked: Annotated[str, "Which versions of which framework the variant asks for, as it is written there."]
    changes: Annotated[list[Changed], "What the variant has otherwise."]


class Waived(TypedDict):
    """A remark of the review of frameworks that the framework asks to be silent, with the reason it gives."""

    lint: Annotated[str, "The remark that is not made, by its id."]
    of: Annotated[str, "What it would be made of: a rule, a row, a theme, or the framework itself, by its id."]
    because: Annotated[str, "Why it is right there, in the framework's words."]
    by: Annotated[str, "Who answers for it: a role or a body."]
    until: Annotated[Day, "The last day on which it holds."]
    expired: NotRequired[
        Annotated[Literal[True], "That day was past when the evidence was judged. Absent where it was not."]
    ]


class OwnWords(TypedDict):
    """Words that the framework has of its own."""

    whom: NotRequired[
        Annotated[dict[str, str], "Whom it asks besides those whom every framework can ask: the title of each word."]
    ]
    group: NotRequired[
        Annotated[dict[str, str], "Groups of people who say something, besides ours: the title of each word."]
    ]
    change_type: NotRequired[Annotated[dict[str, str], "What a test can change, besides ours: the title of each word."]]
    conditions: NotRequired[
        Annotated[dict[str, str], "Conditions that reviews look for, besides ours: the title of each word."]
    ]


class Framework(TypedDict):
    """The rules that were applied; `digest` is the sha256 over their files."""

    id: str
    version: str
    title: str
    question: str
    digest: Digest
    shipped: NotRequired[
        Annotated[
            bool,
            "Whether it is, byte for byte, one of those that Inspector ships. Absent in results stored before it was asked.",
        ]
    ]
    extends: NotRequired[
        Annotated[
            list[Extended],
            "What it is built on, the nearest first, with what it has otherwise. Absent where it stands by itself.",
        ]
    ]
    waivers: NotRequired[
        Annotated[
            list[Waived],
            "What it asks its own review to be silent about, each with a reason. Absent where there is nothing.",
        ]
    ]
    words: NotRequired[Annotated[OwnWords, "Absent where it has no words of its own."]]


class Period(TypedDict):
    """First and last day."""

    start: Day
    end: Day


class Resource(TypedDict):
    """One file of the bundle."""

    name: str
    kind: str
    path: str
    sha256: Digest
    rows: Count


class Learning(TypedDict):
    """The authority agreed that other places learn from its tests and are told its name."""

    ask: Annotated[str, "Whom they can ask, in the authority's words."]


class Bundle(TypedDict):
    """The evidence that was read; `digest` is the sha256 over the manifest's content and the hashes of its resources."""

    authority: str
    invented: bool
    period: Period
    notified_on: Annotated[Day | None, "When the inspection was announced, if the bundle says so."]
    digest: Digest
    root: NotRequired[
        Annotated[
            str,
            "The root over manifest, files and schemas, as it was computed when they were read. Absent where the bundle was "
            "never sealed with one.",
            ("pattern", "^sha256:[0-9a-f]{64}$"),
        ]
    ]
    learning: NotRequired[Annotated[Learning, "Absent where the authority did not agree."]]
    resources: list[Resource]


class PluginPart(TypedDict):
    """One installed package and what of it took part."""

    name: str
    version: str
    provides: Annotated[
        list[Annotated[str, ("pattern", "^(signal|probe|lint|framework)/[a-z0-9]+(-[a-z0-9]+)*$")]],
        "`signal/ID`, `probe/ID`, `lint/ID` or `framework/ID`.",
        ("minItems", 1),
    ]


class CitedSource(TypedDict):
    """A source that the rules of a finding rest on."""

    id: Annotated[str, "Its id, as findings cite it: `knudsen-2019`."]
    title: Annotated[str, "Who wrote it, when, and what it is called, as the framework has it."]


class Document(Argued):
    """What `inspector assess --format json` writes. `version` rises when a reader of an earlier version could be misled."""

    format: Literal["inspector-inspection"]
    version: Literal[1]
    language: NotRequired[
        Annotated[
            str,
            "The language in which its sentences are said again, as far as that has them. Absent in English.",
            ("minLength", 1),
        ]
    ]
    attention: NotRequired[
        Annotated[
            list[str],
            "What a reader should know before anything else, as that the rules are not among those shipped. Absent where there "
            "is nothing of the kind.",
            ("minItems", 1),
        ]
    ]
    engine: Engine
    framework: Framework
    bundle: Bundle
    verdict: Verdict
    themes: list[Theme]
    findings: list[Finding]
    facts: list[Fact]
    traces: list[Trace]
    trust: list[TrustIn]
    unjudged: list[Unjudged]
    questions_on_site: list[Question]
    problems: list[Problem]
    pictures: Pictures | None
    told: NotRequired[
        Annotated[
            Told,
            "What a reader is told beside the judgement: stories of measures, what became of recommendations, what was said, and "
            "claims beside figures. Absent in results stored before there was such a thing.",
        ]
    ]
    until: NotRequired[
        Annotated[
            Day,
            "The last day that counts: of the period, and before the announcement. Findings are of this day. They do not age: "
            "the next inspection draws them anew. Absent in older results.",
        ]
    ]
    promised: NotRequired[
        Annotated[list[Promise], "What the submission promises, and how far that is. Absent in older results."]
    ]
    attestations: NotRequired[
        Annotated[list[Attestation], "What other bodies looked at. Absent where there is none.", ("minItems", 1)]
    ]
    calibration: NotRequired[
        Annotated[
            Calibration, "How well the team foretold. Absent where its log states no chance. Nothing is judged by it."
        ]
    ]
    judged_from: NotRequired[
        Annotated[
            list[JudgedFrom],
            "What judging the same evidence by other rules takes: of this judgement, then of what was judged before and bounds "
            "it. Absent in older results, which can be judged anew only as far as their facts tell.",
            ("minItems", 1),
        ]
    ]
    struck: NotRequired[Annotated[Struck, "Absent where no question is about rows."]]
    visit: NotRequired[Annotated[BroughtBack, "Absent where no visit came back."]]
    sources: NotRequired[
        Annotated[
            list[CitedSource],
            "The sources that findings cite, in the order of the framework. Absent where none does, and in older results.",
            ("minItems", 1),
        ]
    ]
    replies: NotRequired[
        Annotated[
            list[Reply],
            "What the authority said of findings, or of a result of this submission as a whole, and what the inspector decided, "
            "as a register has it. Absent where nothing was said, or no register was asked.",
            ("minItems", 1),
        ]
    ]
    declared: NotRequired[
        Annotated[
            list[DeclaredEvent],
            "What was declared, each with whether the data bear it out. Absent where nothing was.",
            ("minItems", 1),
        ]
    ]
    plugins: NotRequired[
        Annotated[
            list[PluginPart],
            "Installed packages that had a part in this result, each with what it brought. Absent where there were none: then "
            "the result is the same on every machine; with them, on every machine that has them.",
            ("minItems", 1),
        ]
    ]
