"""An argument made by hand, with every sort of part in it, about the invented authority's verdict."""

from inspector.model.argument import (
    Argument,
    Change,
    Enquiry,
    FieldCoverage,
    FieldPart,
    Fieldwork,
    Flip,
    Objection,
    Reason,
    Reference,
    Sample,
    Step,
)
from inspector.model.inspection import Inspection

SORTS = ("contradicts", "weakest-evidence", "not-submitted", "innocent", "worthless-gain")
REASONS = ("limited-range", "measurable-only", "one-party", "interpretation", "selective")
WORK = ("How improvement works", "How the providers work", "How the work works", "Those who need help")
TITLES = (
    "Strategies for improvement",
    "Role and composition of the multi-disciplinary social work unit, and who takes part in it",
    "Feedback",
    "How work comes in: contacts, enquiries and requests",
    "Caseloads",
)


def _objections() -> tuple[Objection, ...]:
    about = (
        Reference(sort="finding", id="gain-that-faded/supervision-held"),
        Reference(sort="evidence", id="indicator/assessments-in-time"),
        Reference(sort="theme", id="learning"),
        Reference(sort="probe", id="late-entries/improvement-log"),
        Reference(sort="signal", id="signal/trajectory/changes-of-worker"),
    )
    return tuple(
        Objection(kind=sort, says=f"Argument {n} against the verdict, of the sort {sort}.", refers=(one,))  # type: ignore[arg-type]
        for n, (sort, one) in enumerate(zip((*SORTS, *SORTS[:2]), (*about, *about[:2]), strict=True), 1)
    )


def _change() -> Change:
    return Change(
        flips=(
            Flip(removed=("improvement-log",), verdict="not-evidenced", row="too-little-can-be-told",
                 says="Without the log nothing says who did what."),
            Flip(removed=("indicator/re-referrals", "indicator/children-seen-alone"), verdict="static", row="nothing-moved",
                 says="These two measures carry the gains for families."),
        ),
        steps=(
            Step(theme="together", now="silent", then="stated", rule="joint-promises",
                 says="Write down with the police and the schools what each promises, and by when."),
            Step(theme="learning", now="stated", then="doing", rule="predictions-compared",
                 says="Compare what each test predicted with what was seen."),
            Step(theme="learning", now="stated", then="doing", rule="cycles-repeated",
                 says="Run a test again where it did not come out as predicted."),
        ),
        settled="So would three more pieces or pairs, taken away.",
    )  # fmt: skip


def _fields() -> tuple[FieldCoverage, ...]:
    return tuple(
        FieldCoverage(
            field=f"field-{n}",
            title=title,
            parts=tuple(
                FieldPart(part=f"part-{k}", title=part, activities=(n + k) % 3 * (k + 1), state="none", aside=k % 2,
                          examples=tuple(f"t{k}{e}" for e in range((n + k) % 3)))
                for k, part in enumerate(TITLES)
            ),
            says=f"What takes place in field {n + 1}.",
        )
        for n, title in enumerate(WORK)
    )  # fmt: skip


def _fieldwork() -> Fieldwork:
    return Fieldwork(
        seed="seed-of-the-plan",
        enquiries=(
            Enquiry(question="Take us through test t114: what did you see?", whom=("front-line",),
                    because=("gain-followed-tests/children-seen-alone",),
                    moves="the theme Effect that shows and lasts, from lasting to doing"),
            Enquiry(question="Which family could tell us what changed for them?", whom=("leaders", "families"), because=(),
                    moves="the verdict, from improving to static"),
            Enquiry(question="What would you tell us that is not in here?", whom=(), because=("loss",)),
        ),
        samples=(
            Sample(what="children in need", how="random", ids=("c0012", "c0340", "c0711"), out_of=380,
                   says="Read each file with the worker who holds it."),
            Sample(what="entries of the improvement log", how="risk", ids=("t114",), out_of=140,
                   says="These were written down long after they began."),
        ),
    )  # fmt: skip


ARGUMENT = Argument(
    case_against=_objections(),
    would_change=_change(),
    not_performance=tuple(
        Reason(reason=reason, applies=n % 2 == 0, says=f"What reason {n} comes to here.", about=("loss",) if n else ())  # type: ignore[arg-type]
        for n, reason in enumerate(REASONS)
    ),
    fields=_fields(),
    fieldwork=_fieldwork(),
)
EMPTY = Argument(
    case_against=(),
    would_change=Change(flips=(), steps=()),
    not_performance=(),
    fields=(),
    fieldwork=Fieldwork(seed="", enquiries=(), samples=()),
)


def with_argument(found: Inspection, argument: Argument | None = ARGUMENT) -> Inspection:
    """The inspection with that argument, whatever it had before."""
    return found.model_copy(update={"argument": argument})


def sentences(argument: Argument = ARGUMENT) -> list[str]:
    """Everything that an argument says, in words of its own, but for the flips, which formats show as a table."""
    change, plan = argument.would_change, argument.fieldwork
    said = [one.says for part in (argument.case_against, change.steps) for one in part]
    said += [one.says for part in (argument.not_performance, argument.fields, plan.samples) for one in part]
    said += [change.settled, *(one.question for one in plan.enquiries), *(one.moves for one in plan.enquiries)]
    return [one for one in said if one]
