"""What was promised and what was attested, as plain values; the keys are the contract of the schema."""

from collections.abc import Iterable

from inspector.model.ageing import Attestation
from inspector.model.promises import Promise
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import promised as shape


def promise_values(promises: Iterable[Promise]) -> list[shape.Promise]:
    """Every promise, in the order of the evidence."""
    return [
        {
            "sort": one.sort,
            "id": one.id,
            "says": one.says,
            "due": one.due,
            "state": one.state,
            "became": one.became,
            "rows": rows_values(one.rows),
        }
        for one in promises
    ]


def attestation_values(attestations: Iterable[Attestation]) -> list[shape.Attestation]:
    """Every attestation, in the order of the evidence."""
    return [
        {
            "id": one.id,
            "by": one.by,
            "about": one.about,
            "looked_on": one.looked_on,
            "counts": one.counts,
            "why": one.why,
            "expires_on": one.expires_on,
            "says": one.says,
            "rows": rows_values(one.rows),
        }
        for one in attestations
    ]
