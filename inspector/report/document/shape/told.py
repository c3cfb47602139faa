"""What a reader is told beside the judgement: stories of measures, recommendations, voices, claims."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape.units import Count, Day, RowsBehind, Share

Decided = Annotated[
    Literal["adopt", "adapt", "abandon"] | None,
    "What was decided of the test, as in `adopt`. Null where it is not stated.",
]
Indicator = Annotated[
    str | None, "The id of the measure that it names, as `children-seen-alone`. Null where it names none."
]
Aside = Annotated[
    str | None,
    "Why this test does not count, as *entered more than 62 days afterwards*. Null where it does.",
]
Rows = Annotated[RowsBehind, "The rows that say so, by resource."]


class Test(TypedDict):
    """A test of change as its log tells it. Texts are shortened to 300 characters, and null where the log states none."""

    entry: Annotated[str, "Its id in the log, as `t166`."]
    role: Annotated[str, "The role of whoever raised it, as *social worker*."]
    team: Annotated[str, "The team that tried it, as *Children in care*."]
    aim: Annotated[str, "What the team wanted to find out or make better, in its words."]
    predicted: Annotated[str | None, "What the team said beforehand would happen, in its words."]
    saw: Annotated[str | None, "What the team saw and learned, in its words."]
    decided: Decided
    raised_on: Annotated[Day, "When it was raised, as `2024-05-02`."]
    started_on: Annotated[Day | None, "When it was begun, as `2024-05-18`. Null where no day is stated."]
    decided_on: Annotated[Day | None, "When it was decided on, as `2024-06-03`. Null where no day is stated."]
    claimed: Annotated[bool, "Whether it is the test that the gain is said to follow, or to come with."]
    doubtful: Annotated[bool, "Whether a probe asks about its row, or a visit did not find it as written."]
    aside: Aside
    rows: Rows


class Story(TypedDict):
    """A measure that did something: what it did, what was tried and by whom, what was recommended, what speaks against it."""

    indicator: Annotated[str, "The id of the measure, as `children-seen-alone`."]
    title: Annotated[str, "Its name in words, as *Children seen alone at visits*."]
    call: Annotated[
        Literal["gradual-gain", "sudden-gain", "faded-gain", "loss"], "What it did, as its line has it: `gradual-gain`."
    ]
    says: Annotated[str, "What it did, since when and how surely, and how a test that names it lies to that, in words."]
    probability: Annotated[
        Share | None, "How probable what it did is, as 0.998. Of a gain that it is one of either kind."
    ]
    tests: Annotated[
        list[Test],
        "Tests that name the measure, 6 at most: the one that the gain is said to follow first, then by day. Those that count "
        "and lie nearest to the change come before others, and two that were given up are among them where there are two.",
    ]
    others: Annotated[Count, "How many tests that name the measure are left out here, as 11."]
    kept: Annotated[Count, "Of all tests that name it and count, those adopted or adapted by the last day that counts."]
    abandoned: Annotated[Count, "Those of them that were given up by then."]
    undecided: Annotated[Count, "Those of them of which no decision by then is stated."]
    recommendations: Annotated[list[str], "The ids of recommendations that name the measure, as `r20`."]
    findings: Annotated[list[str], "The ids of findings that speak of this measure, and of one other at most."]
    against: Annotated[
        list[str],
        "Those of them that speak against what the measure did: of a gain what is worse or holds a theme down, of a loss what is "
        "better.",
    ]
    asked: Annotated[list[str], "The probes that ask about its figures, as `heaping/indicator/children-seen-alone`."]
    doubts: Annotated[
        list[str],
        "What speaks against it in words: the explanation that would make the gain worth less, what probes ask, and why its "
        "figures are trusted less.",
    ]
    rows: Annotated[RowsBehind, "The rows of its figures and of the tests told here, by resource."]


class Action(TypedDict):
    """An action that answers a recommendation."""

    action: Annotated[str, "Its id, as `r20a`."]
    says: Annotated[str, "What is to be done, in the words of the tracker."]
    strength: Annotated[
        Literal["stronger", "intermediate", "weaker"] | None,
        "How firmly it changes the work, by the hierarchy of actions, as `stronger`. Null where it is not stated.",
    ]
    owner: Annotated[str | None, "The role that is to do it, as *principal social worker*. Null where none is named."]
    due_on: Annotated[Day | None, "By when, as `2024-05-01`. Null where no day is stated."]
    done_on: Annotated[Day | None, "When it was done, as `2024-06-03`. Null where it is not done, or no day is stated."]


class Status(TypedDict):
    """Where a recommendation stood on a day."""

    on: Annotated[Day, "The day, as `2024-06-03`."]
    status: Annotated[str, "The word of the tracker, as `done`."]
    note: Annotated[str | None, "What was noted, in its words. Null where nothing was."]


class Recommendation(TypedDict):
    """A recommendation, what was done about it, where it stood when, and what came of it."""

    recommendation: Annotated[str, "Its id, as `r20`."]
    says: Annotated[str, "What is recommended, in its words."]
    source: Annotated[str, "Where it came from, as `case-review`."]
    made_on: Annotated[Day, "When it was made, as `2024-01-20`."]
    owners: Annotated[list[str], "The agencies or roles that own it, as *Brackenshire*."]
    indicator: Indicator
    verified_by: Annotated[str | None, "Who looked, as its record says. Null where nobody did."]
    verified_on: Annotated[Day | None, "When that was, as `2025-06-19`. Null where no day is stated."]
    actions: Annotated[list[Action], "What is to be done about it, in the order of the evidence."]
    statuses: Annotated[list[Status], "Where it stood when, by day."]
    claimed: Annotated[
        str | None,
        "The stage that its tracker names last, as `lasting`. Null where it was made after the last day that counts.",
    ]
    stage: Annotated[str | None, "The stage that is borne out, as `acted`. Null likewise."]
    became: Annotated[str, "What came of it, in words."]
    findings: Annotated[list[str], "The ids of findings that rest on what became of it."]
    rows: Rows


class CameOfIt(TypedDict):
    """A test of the log that is said to have come of what was said."""

    entry: Annotated[str, "Its id in the log, as `t049`."]
    aim: Annotated[str, "Its aim, in the team's words."]
    decided: Decided
    decided_on: Annotated[Day | None, "When it was decided on, as `2023-09-30`. Null where no day is stated."]
    aside: Aside
    before: Annotated[bool, "Whether it was tried before the thing was said, and so cannot have come of it."]
    rows: Rows


class Voice(TypedDict):
    """What a group said, in its words, and what came of it."""

    voice: Annotated[str, "Its id, as `v01`."]
    group: Annotated[
        str,
        "Who said it, as `children`: one of `children`, `families`, `carers`, `front-line`, `partners`, or a word of the "
        "framework's own, of which `words` of `framework` has the title.",
    ]
    counts_as: NotRequired[
        Annotated[
            str,
            "Which of those five a word of the framework's own counts as, as `front-line`. Absent where it counts as none.",
        ]
    ]
    theme: Annotated[str, "What it is about, as *new faces*."]
    said: Annotated[str | None, "What was said, shortened to 300 characters. Null where the words are not stated."]
    people: Annotated[int | None, "How many people said it, as 12. Null where that is not stated."]
    start: Annotated[Day, "The first day of the time in which it was said, as `2023-04-01`."]
    end: Annotated[Day, "The last day of that time, as `2023-06-30`."]
    came: Annotated[list[CameOfIt], "The tests of the log that are said to have come of it."]
    missing: Annotated[list[str], "Ids that are said to have come of it and that the log lacks, as `t999`."]
    became: Annotated[
        Literal["changed", "aside", "before", "missing", "nothing"],
        "`changed`: a test came of it that counts and was not over before. Else `aside`: one that does not count. `before`: one "
        "that was over before. `missing`: only what is no test in the log. `nothing`: nothing is named.",
    ]
    told_back_on: Annotated[
        Day | None, "When the speakers were told what came of it, as `2023-10-12`. Null where never."
    ]
    rows: Rows


class Claim(TypedDict):
    """A claim of the self-evaluation beside what the figures say."""

    claim: Annotated[str, "Its id, as `k01`."]
    area: Annotated[str, "What the statement is about, as *the same worker*."]
    says: Annotated[str, "The claim, in its words."]
    direction: Annotated[Literal["better", "worse", "unchanged"], "Which way it says things went, as `better`."]
    indicator: Indicator
    outcome: Annotated[
        Literal["supported", "contradicted", "not-shown", "cannot-tell", "no-figures"],
        "What the figures say of it, as `supported`.",
    ]
    found: Annotated[str, "The same in words."]
    findings: Annotated[list[str], "The ids of findings that rest on it."]
    rows: Rows


class Doubt(TypedDict):
    """Figures or records that are doubtful, and why."""

    about: Annotated[
        list[str], "What is doubtful: `indicator/ID`, or a kind of resource. Several share one reason.", ("minItems", 1)
    ]
    titles: Annotated[list[str], "What each of these is called, side by side with `about`."]
    why: Annotated[
        Literal["asked", "trusted-less", "not-counted"],
        "`asked`: a probe asks about it. `trusted-less`: it bears less than it shows, for another reason. `not-counted`: figures "
        "that are impossible or asked about and stand aside.",
    ]
    says: Annotated[str, "Why, in a sentence."]
    asked: Annotated[str | None, "The probe that asks and what about. Null where none does."]
    rows: Annotated[
        RowsBehind, "The rows that say so, by resource; empty where a whole file or kind of record is meant."
    ]


class Told(TypedDict):
    """What a reader is told beside the judgement. No rule reads it."""

    stories: Annotated[
        list[Story],
        "One for each measure that did something: what got worse first, then gains that a test came before or with, then others.",
    ]
    recommendations: Annotated[list[Recommendation], "Every recommendation, in the order of the evidence."]
    voices: Annotated[list[Voice], "Everything that was said, in the order of the evidence."]
    claims: Annotated[list[Claim], "Every claim of the self-evaluation, in the order of the evidence."]
    doubts: Annotated[
        list[Doubt],
        "Which figures and records are doubtful, and why: what probes ask first, then what is trusted less for other reasons, "
        "then figures that are not counted.",
    ]
