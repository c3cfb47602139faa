"""The argument about a verdict as the plain values of the JSON document; the keys are the contract of its schema."""

from inspector.model.argument import Argument, Change, FieldCoverage, Fieldwork
from inspector.model.visits import Margin, Margins
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import argument as shape


def argument_values(argument: Argument) -> shape.Argued:
    """The five parts by their keys: `case_against`, `would_change`, `not_performance`, `fields`, `fieldwork`."""
    return {
        "case_against": [
            {
                "sort": one.kind,
                "says": one.says,
                "about": list(one.about),
                "refers": [{"sort": ref.sort, "id": ref.id} for ref in one.refers],
            }
            for one in argument.case_against
        ],
        "would_change": _change(argument.would_change, argument.margins),
        "not_performance": [
            {"reason": one.reason, "applies": one.applies, "says": one.says, "about": list(one.about)}
            for one in argument.not_performance
        ],
        "fields": [_field(field) for field in argument.fields],
        "fieldwork": _fieldwork(argument.fieldwork),
    }


def margins_values(margins: Margins) -> shape.Margins:
    """What the verdict hangs on, with the rows that were tried."""
    return {
        "verdict": margins.verdict,
        "says": margins.says,
        "thorough": margins.thorough,
        "leans": list(margins.leans),
        "pieces": [{**_margin(one), "parts": [_margin(part) for part in one.parts]} for one in margins.pieces],
    }


def _margin(one: Margin) -> shape.MarginPart:
    return {
        "evidence": one.evidence,
        "members": list(one.members),
        "part": one.part,
        "unit": one.unit,
        "rows": one.rows,
        "of": one.of,
        "how": one.how,
        "order": one.order,
        "then": one.then,
        "together": one.together,
        "at_worst": one.at_worst,
        "bare": one.bare,
        "worst": rows_values(one.worst),
        "key": rows_values(one.key),
        "says": one.says,
    }


def _change(change: Change, margins: Margins | None) -> shape.Change:
    made: shape.Change = {
        "flips": [
            {"removed": list(flip.removed), "verdict": flip.verdict, "row": flip.row, "says": flip.says}
            for flip in change.flips
        ],
        "steps": [
            {"theme": step.theme, "now": step.now, "then": step.then, "rule": step.rule, "says": step.says}
            for step in change.steps
        ],
        "settled": change.settled,
    }
    if margins is not None:
        made["margins"] = margins_values(margins)
    return made


def _field(field: FieldCoverage) -> shape.Field:
    return {
        "field": field.field,
        "title": field.title,
        "says": field.says,
        "parts": [
            {
                "part": one.part,
                "title": one.title,
                "activities": one.activities,
                "examples": list(one.examples),
                "aside": one.aside,
                "state": one.state,
            }
            for one in field.parts
        ],
    }


def _fieldwork(plan: Fieldwork) -> shape.Fieldwork:
    return {
        "seed": plan.seed,
        "enquiries": [
            {"question": one.question, "whom": list(one.whom), "because": list(one.because), "moves": one.moves}
            for one in plan.enquiries
        ],
        "samples": [
            {"what": one.what, "how": one.how, "ids": list(one.ids), "out_of": one.out_of, "says": one.says}
            for one in plan.samples
        ],
    }
