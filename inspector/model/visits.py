"""A visit: what is to be looked at on site, how it was drawn, what was found, and who vouches for a verdict because of it.

A *claim* says "of these N rows at most so many are not as written". The *frame* lists all rows of all claims; a *round* is what
one seed draws from it. The plan is sealed before a seed is known; what is found is a chain of entries that nobody can alter.
"""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows
from inspector.model.ladder import Standing, VerdictWord

Assurance = Literal["on-paper", "committed", "verified"]
"""Who vouches for a verdict, least first: the authority alone; a submission sealed earlier; somebody who looked on site."""
ASSURANCES: tuple[Assurance, ...] = ("on-paper", "committed", "verified")

Seen = Literal["seen", "partly", "not-seen", "could-not-look"]
"""What was found of a row. Only `seen` is right; `could-not-look` counts as wrong and is never drawn again."""
Unit = Literal["row", "month", "case"]
"""What is looked at: a row; the month behind a figure; a case that is counted again."""
How = Literal["exact", "greedy", "random"]
"""How a margin was found: every set tried; the worst row first, one by one; rows at random. The last two bound it from above."""


Reading = Literal["fall-out", "at-worst"]
"""What a wrong row is taken to be: one that is not there; or a month that speaks against the gain as strongly as any of
its series:
before the gain began its best figure, since then its worst."""
Part = Literal["whole", "key", "rest"]
"""The rows of a piece: all of it; those of which a few would do, which are looked at one and all; and the others."""


class Margin(Noun):
    """How many rows of one piece of evidence would have to be wrong before the verdict is lower.

    `evidence` as a fact's `rests_on` names it; of a group that carries together `members` are its pieces. `rows`: the
    least number
    found, None where the verdict holds without all of them; `of`: how many the piece has. Only `how` = `exact` says that
    no smaller
    number does. `worst` are the very rows that were tried, by `order` and read as `reading`; `then` is the verdict that
    this leaves.
    `together`: as many of each piece may be wrong at once, of those that were tried, with everything gone besides that speaks for
    the verdict, and it still holds; never more than `rows` - 1. None where that is not worked out, or not even none does.
    Where a few rows of many do, no sample can find them: then the piece has `parts`, the `key` rows and the rest. Margins
    of both are
    those with every row of the other as written. `at_worst`: so many months would do, were each as bad for the verdict as any
    month of its series; no claim is made of that. `bare`: it takes everything else gone that speaks for the verdict,
    besides these rows.
    """

    evidence: str
    unit: Unit
    rows: int | None
    of: int
    how: How
    then: VerdictWord | None = None
    together: int | None = None
    members: tuple[str, ...] = ()
    reading: Reading = "fall-out"
    order: str = ""
    worst: tuple[Rows, ...] = ()
    part: Part = "whole"
    key: tuple[Rows, ...] = ()
    parts: tuple["Margin", ...] = ()
    at_worst: int | None = None
    bare: bool = False
    says: str = ""


class Margins(Noun):
    """What a verdict hangs on, with the margin of each piece. `settled` says why there is none; `thorough`: all orders
    were tried.

    `says` is the sentence that stands beside the verdict. `leans` names the pieces that speak for it besides: they may all
    be gone.
    """

    verdict: VerdictWord
    pieces: tuple[Margin, ...] = ()
    leans: tuple[str, ...] = ()
    thorough: bool = False
    says: str = ""
    settled: str = ""


class Claim(Noun):
    """Of the `of` rows of a piece of evidence fewer than `fewer_than` are not as written, to be held at `confidence`.

    `sample` is how many rows settle it when none is wrong and the inspector looks after every row; `fixed` how many a plan of
    fixed size needs. `minutes` is what one row takes on site. `members` are the pieces of a group that carries together. `gain`:
    how many steps the verdict would be lower without what is claimed; `noticed`: the chance that somebody but the inspector
    notices that it is false.
    """

    id: str
    evidence: str
    unit: Unit
    of: int
    fewer_than: int
    how: How
    confidence: float
    sample: int
    fixed: int
    minutes: int
    says: str
    members: tuple[str, ...] = ()
    part: Part = "whole"
    gain: int = 1
    noticed: float = 0.0


class Framed(Noun):
    """One row of the frame: where it stands, and what an inspector asks to find it; nothing of what it says.

    `key` is unique in the visit and stands on the sheets. `resource`, `row` and `path` are its place; `find` is what leads to it
    (an id, a team, a month), `whom` the person or team whose sheet it is on; `answers` are salted hashes of what the row says, by
    field, so that a sheet can be held against it without showing it. `leaf` is the hash of the whole row.
    """

    key: str
    claim: str
    resource: str
    row: int
    find: dict[str, str]
    whom: str
    answers: dict[str, str]
    leaf: str
    path: str | None = None


class Question(Noun):
    """One question of the fieldwork plan that is put on a visit, with the finding or probe that asks and its figure."""

    id: str
    day: int
    whom: str
    question: str
    because: tuple[str, ...]
    figure: str = ""


class VisitPlan(Noun):
    """What is to be looked at, sealed before any seed is known.

    `seal` is the hash of everything else in canonical JSON. `frame_hash` covers the frame, which is a file of its own.
        `planned_on` is the day of that, `resources` the files of the bundle with their hashes. Without a `guarantee`
        nothing that is
    found proves a claim, whatever the seeds are.
    """

    version: int
    engine: str
    authority: str
    period_start: str
    period_end: str
    bundle_digest: str
    bundle_root: str | None
    framework_id: str
    framework_version: str
    framework_digest: str
    verdict: VerdictWord
    confidence: float
    hours: float | None
    most_rows: int | None
    policy: Literal["claims", "gain"]
    """How many rows of each claim a round draws when hours are few. `claims`: as many as settle it, smallest first.
    `gain`: by what
    a lie would gain and how exposed it is. Within a claim rows are drawn alike by both, so that both prove claims."""
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    frame_hash: str
    salt: str
    standings: tuple[tuple[str, Standing], ...] = ()
    """Where the engine had each theme of the framework when the visit was planned."""
    seal: str
    planned_on: str = ""
    resources: tuple[tuple[str, str], ...] = ()
    guarantee: bool = True


class Round(Noun):
    """The rows that one seed draws, in the order to look at them. `after` is the seal of the plan or round before it.

    `says`: where the seed came from, and out of how many it is one.
    """

    number: int
    after: str
    seed: str
    seed_origin: Literal["dice", "public", "clock", "given"]
    guarantee: bool
    rows: tuple[str, ...]
    """Keys of the frame, in the order drawn."""
    seal: str
    says: str = ""


EntryKind = Literal["found", "judged", "answered"]


class Entry(Noun):
    """One thing that an inspector wrote down. Entries form a chain: `previous` is the hash of the one before, `hash` this one's.

    A correction is a new entry with `corrects`, the hash of the one that it takes the place of. `about` is a key of the frame
    (found), a theme (judged) or a question (answered). `found` holds what was read on site, by field.
    """

    kind: EntryKind
    by: str
    at: str
    about: str
    visit: str
    seen: Seen | None = None
    found: tuple[tuple[str, str], ...] = ()
    standing: Standing | None = None
    says: str = ""
    corrects: str | None = None
    previous: str
    hash: str


class Proved(Noun):
    """What the rows looked at say of one claim.

    `wrong` of `looked` rows were not as written; at `confidence` at least `least` and at most `most` of `of` are. `state`:
    `confirmed`, fewer than `fewer_than` are wrong; `refuted`, as many or more are; `open`, neither yet. `rows_left`: how many
    more rows settle it if all are right; None where none would.
    """

    claim: str
    evidence: str
    of: int
    looked: int
    wrong: int
    least: int
    most: int
    fewer_than: int
    confidence: float
    state: Literal["confirmed", "refuted", "open"]
    rows_left: int | None
    says: str
