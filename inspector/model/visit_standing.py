"""What stands of a visit once all that was written down is taken together, whoever wrote it and in which order."""

from inspector.model.base import Noun
from inspector.model.ladder import Standing
from inspector.model.visits import EntryKind, Proved, Seen


class RowStands(Noun):
    """What stands of one row that was drawn and that somebody recorded.

    `round` is the one that drew it, `place` (from 1) where it stands in the order drawn of its claim; None where only rounds
    without a guarantee drew it. `seen` is what the most cautious of the entries says, `differs` the fields that any of them found
    otherwise than written. `wrong`: anything but seen and as written. `counted`: every row of its claim that was drawn before it
    is answered too, so that it says something of the claim; else it waits. `missing` are fields that the row speaks of and nobody
    found: a row that is otherwise right is no answer until they are given, and counts for nothing. `conflict`: entries disagree
    that nobody corrected. `entries` are the hashes of those that stand, `by` who wrote them.
    """

    key: str
    claim: str
    resource: str
    row: int
    path: str | None
    round: int
    place: int | None
    seen: Seen
    differs: tuple[str, ...]
    missing: tuple[str, ...]
    wrong: bool
    counted: bool
    conflict: bool
    by: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether it is known to be right or wrong."""
        return self.wrong or not self.missing


class ClaimStands(Noun):
    """What stands of one claim.

    `drawn` rows were drawn with a guarantee, and of `recorded` of them it is known whether they are right; the first `looked`, in
    the order drawn and without a gap, count, and `wrong` of those are not as written; `waiting` are known and stand behind a gap,
    which `waits_for` names by its key. `no_guarantee` more rows were drawn from a seed that somebody could have known, who can
    have put them right beforehand: they count for nothing. `found_wrong` are all rows found wrong, counted or not. `weighed` is
    a sentence on what they come to where a row that is there and not as written weighs a half; empty where none is.
    """

    claim: str
    evidence: str
    drawn: int
    recorded: int
    looked: int
    wrong: int
    waiting: int
    waits_for: str | None
    no_guarantee: int
    found_wrong: int
    proved: Proved
    weighed: str = ""


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
    """All that stands of a visit. `left` are keys that were drawn and of which it is not known yet whether they are right.

    Sorted throughout by what is drawn or named, never by when it was written.
    """

    rows: tuple[RowStands, ...]
    claims: tuple[ClaimStands, ...]
    left: tuple[str, ...]
    judged: tuple[Judged, ...]
    answered: tuple[Answered, ...]
    corrected: tuple[Corrected, ...]
