"""Of every measure it is claimed that it got better, and every statement says how that is known.

Dose: the share of measures claimed. Nothing asks; the figures themselves say otherwise.
"""

from random import Random

from inspector.simulate.authority import Authority
from inspector.simulate.moves.records._changed import with_rows

SEEN_BY: tuple[str, ...] = ()


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with good news of every measure and no other claim of these."""
    statements = tuple(
        {**row, "how_we_know": "From our data.", "what_next": "We will go on."}
        for row in authority.records.get("self-evaluation", ())
    )
    if not statements:
        return authority
    ids = [id for id in sorted(row["indicator"] for row in authority.register) if draw.random() < dose]
    kept = [row for row in authority.records.get("self-evaluation-claims", ()) if row.get("indicator") not in ids]
    made = [
        {"id": f"z{n:02}", "statement": statements[0]["id"], "claim": f"{id} is better", "direction": "better",
         "indicator": id, "evidence": ["indicators"]}
        for n, id in enumerate(ids, 1)
    ]  # fmt: skip
    return with_rows(authority, {"self-evaluation": statements, "self-evaluation-claims": (*kept, *made)})
