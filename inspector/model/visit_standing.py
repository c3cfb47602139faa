"""What stands of a visit once all that was written down is taken together, whoever wrote it and in which order."""

from inspector.model.base import Noun
from inspector.model.ladder import Standing
from inspector.model.visits import EntryKind, Proved, Seen


class RowStands(Noun):
    """What stands of one row that was drawn and that somebody recorded.

    `round` and `place` (from 1, within its claim) say when it was drawn. `seen` is what the most cautious of the entries says,
    `differs` the fields that were found otherwise than written, by any of them. `wrong`: anything but seen and as written.
    `counted`: every row of its claim that was drawn before it was recorded too, so that it says something of the claim; else it
    waits. `conflict`: entries that nobody corrected disagree. `entries` are the hashes of those that stand, `by` who wrote them.
    """

    key: str
    claim: str
    resource: str
    row: int
    path: str | None
    round: int
    place: int
    seen: Seen
    differs: tuple[str, ...]
    wrong: bool
    counted: bool
    conflict: bool
    by: tuple[str, ...]
    entries: tuple[str, ...]


class ClaimStands(Noun):
    """What stands of one claim.

    `drawn` rows were drawn by rounds with a guarantee, `recorded` of them were recorded by somebody; the first `looked`, in the
    order drawn and without a gap, count, and `wrong` of those are not as written; `waiting` were recorded behind a gap, which
    `waits_for` names by its key. `found_wrong` counts every row found wrong, whether it counts for the claim or waits.
    """

    claim: str
    evidence: str
    drawn: int
    recorded: int
    looked: int
    wrong: int
    waiting: int
    waits_for: str | None
    found_wrong: int
    proved: Proved


class Judged(Noun):
    """An inspector's own judgement of a theme, beside the engine's (None where the plan does not know it)."""

    theme: str
    by: str
    standing: Standing
    engine: Standing | None
    says: str
    entry: str


class Answered(Noun):
    """What an inspector was told when a question of the plan was put."""

    question: str
    by: str
    says: str
    entry: str


class Corrected(Noun):
    """An entry that the one who wrote it took back by a later one; `was` and `now` in a word each, empty for an answer."""

    kind: EntryKind
    about: str
    by: str
    was: str
    now: str


class VisitStands(Noun):
    """All that stands of a visit. `left` are keys that were drawn and that nobody recorded, in the order drawn.

    Sorted throughout by what is drawn or named, never by when it was written.
    """

    rows: tuple[RowStands, ...]
    claims: tuple[ClaimStands, ...]
    left: tuple[str, ...]
    judged: tuple[Judged, ...]
    answered: tuple[Answered, ...]
    corrected: tuple[Corrected, ...]
