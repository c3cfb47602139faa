"""What a reader is told about a measure, in the words of those who did the work; what was said, and what is claimed.

Stories come last, as pictures do: nothing that judges reads them. Texts are hidden and shortened as quotes are, roles stand
for persons, days are ISO text.
"""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows


class TestTold(Noun):
    """A test of change as its log tells it. `claimed`: the test that a gain is said to follow; texts are None where not stated.

    `aside` says why it does not count (*entered more than 62 days afterwards*), None where it does. `doubtful`: a probe asks
    about its row, or a visit did not find it as written.
    """

    __test__ = False

    entry: str
    role: str
    team: str
    aim: str
    predicted: str | None = None
    saw: str | None = None
    decided: Literal["adopt", "adapt", "abandon"] | None = None
    raised_on: str
    started_on: str | None = None
    decided_on: str | None = None
    claimed: bool = False
    doubtful: bool = False
    aside: str | None = None
    rows: tuple[Rows, ...]


class ActionTold(Noun):
    """An action that answers a recommendation; `owner` is a role."""

    action: str
    says: str
    strength: Literal["stronger", "intermediate", "weaker"] | None = None
    owner: str | None = None
    due_on: str | None = None
    done_on: str | None = None


class StatusTold(Noun):
    """Where a recommendation stood on a day."""

    on: str
    status: str
    note: str | None = None


class RecommendationTold(Noun):
    """A recommendation, what was done about it, and where it stood when; `indicator` is the measure it names.

    `claimed` is the stage that its tracker names last and `stage` the one that is borne out, both as `recommendation-path` has
    them, None of one that was made only after the last day that counts. `became` says in words what came of it.
    """

    recommendation: str
    says: str
    source: str
    made_on: str
    owners: tuple[str, ...] = ()
    indicator: str | None = None
    verified_by: str | None = None
    verified_on: str | None = None
    actions: tuple[ActionTold, ...] = ()
    statuses: tuple[StatusTold, ...] = ()
    claimed: str | None = None
    stage: str | None = None
    became: str = ""
    findings: tuple[str, ...] = ()
    rows: tuple[Rows, ...]


class Story(Noun):
    """One measure that did something: what it did, what was tried and by whom, what was recommended, what speaks against it.

    `call` is that of its line. `tests` are those that name the measure: the adopted one that the gain is said to follow first,
    then by day; `others` counts those left out. `recommendations` are ids. `findings` are those that speak of this measure,
    `against` those of them, and `asked` the traces (`PROBE/SUBJECT`), that speak against it.
    """

    indicator: str
    title: str
    call: str
    says: str
    tests: tuple[TestTold, ...] = ()
    others: int = 0
    kept: int = 0
    abandoned: int = 0
    undecided: int = 0
    probability: float | None = None
    recommendations: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    rows: tuple[Rows, ...]


class CameOfIt(Noun):
    """An improvement that is said to have come of what was said.

    `aside` says why it does not count, None where it does; `before`: it was over before the thing was said.
    """

    entry: str
    aim: str
    decided: Literal["adopt", "adapt", "abandon"] | None = None
    decided_on: str | None = None
    aside: str | None = None
    before: bool = False
    rows: tuple[Rows, ...]


class VoiceTold(Noun):
    """What a group said, and what came of it; `came` of entries that the log has, `missing` ids that it lacks.

    `group` is as the row has it. Where that is a word of the framework's own, `title` is what it is called, and `counts_as` the
    word of ours that it counts as, if it does.

    `became` is what came of it as the signal `voice-answered` counts it: `changed` by a test that counts and was not over
    before; else one set `aside`, one over `before`, `missing` from the log, or `nothing` named.
    """

    voice: str
    group: str
    counts_as: str | None = None
    title: str | None = None
    theme: str
    said: str | None = None
    people: int | None = None
    start: str
    end: str
    came: tuple[CameOfIt, ...] = ()
    missing: tuple[str, ...] = ()
    became: Literal["changed", "aside", "before", "missing", "nothing"] = "nothing"
    told_back_on: str | None = None
    rows: tuple[Rows, ...]


class ClaimTold(Noun):
    """A claim of the self-evaluation beside what the figures say: `outcome` is that of the signal `self-claims`."""

    claim: str
    area: str
    says: str
    direction: Literal["better", "worse", "unchanged"]
    indicator: str | None = None
    outcome: str
    found: str
    findings: tuple[str, ...] = ()
    rows: tuple[Rows, ...]


class DoubtTold(Noun):
    """Figures or records that are doubtful, and why; `says` is a sentence.

    `about` names evidence as a fact's `rests_on` does, `titles` says what each is called. `asked` is `PROBE/SUBJECT` where a
    probe asks; `rows` are those that say so: those asked about or not counted, of a measure trusted less all of it.
    """

    about: tuple[str, ...]
    titles: tuple[str, ...]
    why: Literal["asked", "trusted-less", "not-counted"]
    says: str
    asked: str | None = None
    rows: tuple[Rows, ...] = ()


class Told(Noun):
    """Everything that is told beside the judgement. Measures that did something have stories; all have a line."""

    stories: tuple[Story, ...] = ()
    recommendations: tuple[RecommendationTold, ...] = ()
    voices: tuple[VoiceTold, ...] = ()
    claims: tuple[ClaimTold, ...] = ()
    doubts: tuple[DoubtTold, ...] = ()
