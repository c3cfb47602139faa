"""What was judged and what it rests on: verdict, themes, findings, facts, traces, trust, and what could not be judged."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.evidence import Better
from inspector.model.held import Received
from inspector.model.ladder import Standing, State, Trust, VerdictWord
from inspector.model.visits import Assurance, Part, Unit
from inspector.report.document.shape.units import Count, Day, Points, RowsBehind, Share, Texts, Value, Whom

Range = Annotated[list[Standing], ("minItems", 2), ("maxItems", 2)]
Plugin = Annotated[
    str, "The installed package whose signal or probe this comes from; absent for ours.", ("minLength", 1)
]


class Score(TypedDict):
    """0 to 100, with the range that doubt leaves it. For following one authority over time; it ranks nobody.

    Null where nothing is evidenced, which is no nought; `why` then says why there is none.
    """

    value: Points | None
    low: Points | None
    high: Points | None
    why: NotRequired[Annotated[str, ("minLength", 1)]]


class CouldBe(TypedDict):
    """The verdict were nothing missing, and what it could be were all measures that are missing lost, or gained."""

    as_it_stands: VerdictWord
    low: VerdictWord
    high: VerdictWord


class Missing(TypedDict):
    """Something one would expect that is not there: `core` measures everybody has, measures `dropped` since, or `records`."""

    what: str
    sort: Literal["core", "dropped", "records"]
    why: str
    count: Annotated[Count, ("minimum", 1)]
    wanted: Annotated[str, "What would close it."]
    indicators: Annotated[list[str], "Those of the register that are meant."]
    rows: RowsBehind


class Vouched(TypedDict):
    """One piece of evidence without which the verdict would be lower, who vouches for it, and why."""

    evidence: Annotated[str, "`indicator/ID`, `indicators` or a kind of resource."]
    part: Annotated[Part, "All its rows, those of which a few would do (`key`), or the others (`rest`)."]
    assurance: Assurance
    says: str


class Wanted(TypedDict):
    """What is missing of one piece of evidence: how many more rows, found as written, would do."""

    evidence: str
    part: Part
    unit: Unit
    rows: Annotated[int | None, "Null where no number of rows is known to.", ("minimum", 1)]
    says: str


class ForNext(TypedDict):
    """The next word that the verdict could have, and what is missing for it."""

    word: Assurance
    says: str
    wanted: list[Wanted]


class RowsCommitted(TypedDict):
    """Of one kind of rows, or of the figures of one indicator, how many are committed, and the first that are not."""

    evidence: Annotated[str, "A kind of resource, or `indicator/ID`."]
    committed: Annotated[Count, ("minimum", 0)]
    of: Annotated[Count, ("minimum", 1)]
    first_not: Annotated[RowsBehind, "The first 20 at most."]


class DatedBy(TypedDict):
    """Who says when submissions were received, and how many of them."""

    by: Annotated[Received, "A register's entry, a verified receipt, or the submission itself (`manifest`)."]
    submissions: Annotated[Count, ("minimum", 1)]
    key: NotRequired[Annotated[str, "The id of the register's key, in hex. Absent for `manifest`."]]


class Foretold(TypedDict):
    """A gain that a committed test names, before the figures held by then showed it."""

    indicator: str
    title: str
    better: Better
    began: Annotated[str, "When the gain began, in words."]
    onset: Annotated[str, "The first day of the likeliest period in which it began."]
    tests: Annotated[list[str], "All such tests by their ids, the first begun first; what follows is of that one."]
    rows: RowsBehind
    started_on: str
    received_on: Annotated[str, "When the submission that held it was received."]
    by: Received
    key: NotRequired[str]
    entry: NotRequired[Annotated[Count, "The number of the entry in the register.", ("minimum", 0)]]
    says: str


class Commitment(TypedDict):
    """What of the verdict earlier submissions vouch for; the one that is judged counts among them."""

    says: str
    submissions: Annotated[Count, ("minimum", 2)]
    first_received: str
    last_received: str
    dated: list[DatedBy]
    rows: Annotated[list[RowsCommitted], "By kind."]
    indicators: Annotated[list[RowsCommitted], "The figures of each indicator."]
    without: Annotated[VerdictWord, "The verdict, judged anew without all rows that are not committed."]
    foretold: list[Foretold]


class Assured(TypedDict):
    """Why the verdict has its assurance: the weakest among the pieces without which it would be lower."""

    says: str
    pieces: list[Vouched]
    for_next: NotRequired[Annotated[ForNext, "Absent where nothing is missing."]]
    commitment: NotRequired[Annotated[Commitment, "What earlier submissions vouch for. Absent where none was given."]]


class Verdict(TypedDict):
    """The overall trajectory: the first row of the decision table that held, and the facts that made it hold."""

    verdict: VerdictWord
    row: str
    says: str
    brief: NotRequired[
        Annotated[str, "The same in a few words, where the row has them. `says` is the whole.", ("minLength", 1)]
    ]
    because: list[str]
    score: Score
    assurance: NotRequired[
        Annotated[
            Assurance,
            "Who vouches for the verdict: the authority alone (`on-paper`), a submission sealed earlier (`committed`; "
            "see `assured.commitment`), somebody who looked on site (`verified`). Absent in older results, which are on paper.",
        ]
    ]
    assured: NotRequired[Annotated[Assured, "Why it has that word. Absent in older results."]]
    could_be: NotRequired[Annotated[CouldBe, "Absent where no measure is missing."]]
    missing: NotRequired[Annotated[list[Missing], "Absent where nothing is missing.", ("minItems", 1)]]


class StruckPart(TypedDict):
    """The rows of one piece of evidence that one probe asks about: `count` of `of`.

    `struck` rows are set aside and the rest stands; where it `falls`, all of the piece is trusted less, and `why` says why.
    """

    evidence: Annotated[str, "`indicator/ID` or a kind of resource."]
    probe: str
    count: Annotated[Count, ("minimum", 1)]
    of: Annotated[Count, ("minimum", 1)]
    rows: RowsBehind
    became: Literal["struck", "falls"]
    set_aside: Annotated[bool, "Whether these rows do not count in what is shown."]
    why: NotRequired[Literal["verdict-hangs", "most-of-it", "much-of-it"]]


class Struck(TypedDict):
    """Both verdicts where questions are about rows: with nothing struck, and with all these rows struck; and that which stands.

    `as_submitted` knows nothing of the questions about rows; those about whole pieces of evidence weigh in all three.
    """

    as_submitted: VerdictWord
    struck: VerdictWord
    stands: VerdictWord
    says: str
    parts: Annotated[list[StruckPart], ("minItems", 1)]


class ThemeAside(TypedDict):
    """How many rows that a theme's rules would have read are set aside, and why."""

    count: Annotated[Count, ("minimum", 1)]
    says: str


class Theme(TypedDict):
    """Where one theme stands, and the range that doubt leaves it (lowest, highest).

    `state` tells silence (nothing was submitted on it) from evidence that is set aside, and from evidence that was heard and
    shows no improvement at work; `stands` is any step above. `set_aside` is absent where no row is.
    """

    theme: str
    title: str
    brief: NotRequired[Annotated[str, "A short title, where the framework has one.", ("minLength", 1)]]
    asks: str
    weight: Annotated[float, ("minimum", 0)]
    standing: Standing
    range: Range
    says: str
    findings: list[str]
    wanted: list[str]
    state: NotRequired[State]
    set_aside: NotRequired[ThemeAside]


class Quote(TypedDict):
    """Words of a record that a finding rests on, shortened. `who` is a role or a source, never a person."""

    who: str
    field: Annotated[str, "Our name of the column that the words stand in."]
    text: str
    record: Annotated[str, "The id of the record."]
    file: Annotated[str, "The file, or the sheet of it."]
    row: Annotated[int | None, "The row as a spreadsheet counts it; null for JSON."]
    path: Annotated[str | None, "The place of the element, for JSON alone."]
    example: Annotated[bool, "Whether other records would do as well."]


class Finding(TypedDict):
    """A rule's conclusion. `reached` is the standing that the rule names, `standing` what trust in its evidence leaves of it."""

    id: Annotated[
        str,
        "Its rule with the indicator and the record that fired it: `RULE`, `RULE/INDICATOR`, `RULE/RECORD` or "
        "`RULE/INDICATOR/RECORD`. It hangs on nothing else in the bundle. Results of 0.2.0 and earlier left the indicator "
        "out where the rule fired once: hold those against newer ones by `rule` and `facts`.",
    ]
    rule: str
    theme: str
    says: str
    brief: NotRequired[
        Annotated[str, "The same in a few words, where the rule has them. `says` is the whole.", ("minLength", 1)]
    ]
    direction: Literal["better", "worse", "neither"]
    reached: Standing | None
    standing: Standing | None
    limit: Standing | None
    trust: Trust
    withdrawn: bool
    ask: list[str]
    whom: NotRequired[Whom]
    cites: list[str]
    facts: list[str]
    builds_on: list[str]
    quotes: NotRequired[
        Annotated[list[Quote], "The words that make it concrete, two at most; left out where there are none."]
    ]


class Aside(TypedDict):
    """Records that were submitted and do not count, with the reason; `says` follows their number."""

    reason: Literal["faulty", "not-as-written", "questioned", "late", "after", "outside", "undated", "unstated"]
    says: str
    count: Count
    rows: RowsBehind


class Fact(TypedDict):
    """A typed fact about change, in words, with the evidence it rests on and the rows behind it."""

    id: str
    kind: str
    says: str
    fields: dict[str, Value]
    rests_on: list[str]
    rows: RowsBehind
    aside: NotRequired[list[Aside]]
    beside: NotRequired[list[Aside]]
    plugin: NotRequired[Plugin]


class Trace(TypedDict):
    """What one probe saw in one subject. A trace asks; it never accuses."""

    probe: str
    subject: Annotated[str, "The evidence asked about: `indicator/ID`, `case-records/LIST` or a kind of resource."]
    outcome: Literal["clear", "question", "strong-question", "not-applicable", "insufficient-data"]
    list: NotRequired[Annotated[str | None, "The list of Annex A, where the subject is one."]]
    columns: NotRequired[
        Annotated[Texts, "The columns of that list that were looked at; empty where it was all of them."]
    ]
    says: str
    n: Annotated[Count, "How many cases, entries or figures were looked at."]
    p_value: Annotated[
        Share | None,
        "How often chance alone would show so much; null where it is counting, or nothing could be tested.",
    ]
    effect: Annotated[Share | None, "The share of cases concerned."]
    smallest_dose: Annotated[Share | None, "The smallest share that could have been seen here four times in five."]
    innocent: Annotated[Texts, "Explanations that have nothing to do with shaping."]
    ask: Annotated[Texts, "Questions to put on site."]
    rows: RowsBehind
    plugin: NotRequired[Plugin]


class TrustIn(TypedDict):
    """How much one piece of evidence may support, and why."""

    evidence: str
    trust: Trust
    reasons: list[str]
    asked: NotRequired[
        Annotated[
            Literal[True],
            "A probe asks about it, and that weighs: then it supports no more than a plan would. Absent where none does, and in "
            "older results.",
        ]
    ]


class DeclaredEvent(TypedDict):
    """Something that was declared of the data, and whether they bear it out."""

    event: str
    on: Day
    to: Annotated[Day | None, "The last day, where it lasted."]
    file: Annotated[str, "Where it is declared."]
    row: Annotated[int | None, "The row there; none in JSON."]
    path: Annotated[str | None, "In JSON, the place."]
    outcome: Annotated[
        Literal["borne-out", "not-borne-out", "cannot-tell"],
        "Whether the data bear it out. Only what they do answers a probe's question, and for those rows alone.",
    ]
    about: Annotated[
        list[str], "What it concerns: `improvement-log`, `indicator/ID`, or `bundle` where nothing is there."
    ]
    says: str
    rows: RowsBehind
    in_time: NotRequired[
        Annotated[
            RowsBehind, "Entries of the log that count as written down in time because of it. Absent where none does."
        ]
    ]


class Unjudged(TypedDict):
    """What could not be judged, why, and what evidence would let it be."""

    what: str
    why: str
    wanted: str


class Question(TypedDict):
    """A question for the inspector to put, and the findings and probes that ask it."""

    question: str
    because: list[str]
