"""What earlier submissions vouch for, as a part of the document."""

from inspector.model.commitment import Commitment, DatedBy, Foretold, RowsCommitted
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import judged


def commitment_values(one: Commitment) -> judged.Commitment:
    """The commitments of a verdict as plain values."""
    return {
        "says": one.says,
        "submissions": one.submissions,
        "first_received": one.first_received,
        "last_received": one.last_received,
        "dated": [_dated(dated) for dated in one.dated],
        "rows": [_rows(rows) for rows in one.rows],
        "indicators": [_rows(rows) for rows in one.indicators],
        "without": one.without,
        "foretold": [_foretold(gain) for gain in one.foretold],
    }


def _dated(one: DatedBy) -> judged.DatedBy:
    made: judged.DatedBy = {"by": one.by, "submissions": one.submissions}
    if one.key:
        made["key"] = one.key
    return made


def _rows(one: RowsCommitted) -> judged.RowsCommitted:
    return {
        "evidence": one.evidence,
        "committed": one.committed,
        "of": one.of,
        "first_not": rows_values(one.first_not),
    }


def _foretold(one: Foretold) -> judged.Foretold:
    made: judged.Foretold = {
        "indicator": one.indicator,
        "title": one.title,
        "better": one.better,
        "began": one.began,
        "onset": one.onset,
        "tests": list(one.tests),
        "rows": rows_values(one.rows),
        "started_on": one.started_on,
        "received_on": one.received_on,
        "by": one.by,
        "says": one.says,
    }
    if one.key:
        made["key"] = one.key
    if one.entry is not None:
        made["entry"] = one.entry
    return made
