"""Whether indicators became harder to shape since an earlier submission, by what their register says.

Measures:
    With an earlier submission given, and of the indicators that are in both registers: how many became harder to shape
    (another body is named that verifies them and there is a record of it that counts, nobody may edit them any more, or
    nothing hangs on them any more) and how many easier (somebody verified them who is named no more, or the others the
    other way round). One that became both counts as easier. A name alone makes nothing harder.

Why it matters:
    An authority that lets others check its figures gives up the chance to shape them. That is candour in practice.

Cannot tell:
    Whether whoever was named as verifying before did so, or anything without an earlier submission.

Reference:
    Bevan & Hood (2006), Public Administration 84(3), 517-538; the manipulability profile of this project.
"""

from inspector.evidence.verified import vouched
from inspector.model import describe
from inspector.model.differences import RewrittenRow
from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import About, Fact
from inspector.model.rows import by_resource, numbered
from inspector.model.words import agree, plural

BETTER_FILLED, BETTER_EMPTY = frozenset({"verified_by"}), frozenset({"editable_by", "stakes"})

ABOUT = About(
    id="harder-to-shape",
    title="Whether indicators became harder to shape since an earlier submission",
    needs=("indicator-register",),
    fields=(
        describe.count("compared", "Indicators whose entry in the register was rewritten.", "activity", "indicators"),
        describe.count(
            "harder", "Indicators that became harder to shape.", "activity", "indicators", good="up", at_most="compared"
        ),
        describe.count(
            "easier",
            "Indicators that became easier to shape.",
            "activity",
            "indicators",
            good="down",
            at_most="compared",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without an earlier submission that has a register too."""
    registers = [
        one for one in evidence.earlier or () if one.kind == "indicator-register" and one.state in ("same", "changed")
    ]
    if not registers:
        return ()
    rewritten = [(one.resource, row, _ways(row, evidence)) for one in registers for row in one.rewritten]
    harder = sum(ways == {1} for _, _, ways in rewritten)
    easier = sum(-1 in ways for _, _, ways in rewritten)
    entries = agree(len(rewritten), "entry", "entries")
    says = (
        f"Since the earlier submission {plural(harder, 'indicator')} became harder to shape by what the "
        f"register and verifications say, and {easier} easier; {len(rewritten)} {entries} of it changed."
    )
    changed = tuple(
        numbered(one.resource, one.kind, sorted(row.row_after for row in one.rewritten))
        for one in registers
        if one.rewritten
    )
    heading = (Rows(resource=one.resource, rows=(1,)) for one in registers)
    return (
        Fact(
            id=f"signal/{ABOUT.id}/register",
            kind=f"signal/{ABOUT.id}",
            fields={"compared": len(rewritten), "harder": harder, "easier": easier},
            says=says,
            rests_on=("indicator-register",),
            rows=changed or by_resource(evidence.indicators) or tuple(heading),
        ),
    )


def _ways(row: RewrittenRow, evidence: Evidence) -> set[int]:
    """1 for each cell that makes shaping harder, -1 for each that makes it easier."""
    ways = set()
    for change in row.changes:
        filled, emptied = not change.before and bool(change.after), bool(change.before) and not change.after
        if change.field in BETTER_FILLED and (filled or emptied):
            if emptied or vouched(evidence, row.key) is not None:
                ways.add(1 if filled else -1)
        elif change.field in BETTER_EMPTY and (filled or emptied):
            ways.add(1 if emptied else -1)
    return ways
