"""The self-evaluation is written with the charts in hand: of each measure just what its figures show, bad news among it.

Dose: the share of measures spoken of. Nothing asks, since all of it is true; what was done about the bad news can be asked.
"""

from random import Random

from inspector.simulate.authority import Authority, Row
from inspector.simulate.moves.records._changed import with_rows
from inspector.simulate.records.scene import way_of
from inspector.simulate.records.self_evaluation import TRULY

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with claims that its own figures bear out, and statements that say how it knows."""
    statements = tuple(
        {**row, "how_we_know": "From our charts.", "what_next": "We will look again next year."}
        for row in authority.records.get("self-evaluation", ())
    )
    if not statements:
        return authority
    claims: list[Row] = []
    for id, truth in sorted(authority.truth["indicators"].items()):
        if draw.random() < dose:
            direction = TRULY[way_of(truth["shape"])]
            claims.append({
                "id": f"z{len(claims) + 1:02}", "statement": statements[0]["id"], "claim": f"{id}: {direction}",
                "direction": direction, "indicator": id, "evidence": ["indicators"],
            })  # fmt: skip
    return with_rows(authority, {"self-evaluation": statements, "self-evaluation-claims": tuple(claims)})
