"""What a framework asks its review to be silent about: as values, and in a sentence for the first lines of every format."""

from collections.abc import Iterable

from inspector.model.waivers import Waiver
from inspector.report.document.shape import Waived


def waived_values(waivers: Iterable[Waiver]) -> list[Waived]:
    """Each with its reason, in the order of the framework."""
    return [_values(one) for one in waivers]


def waived_words(one: Waiver) -> str:
    """`The framework waives the remark yes-no-question on tried until 2027-03-31. Its reason: … (the framework board).`"""
    because = one.because.strip().rstrip(".")
    said = f"The framework waives the remark {one.lint} on {one.of} until {one.until}"
    if one.expired:
        said += ". That day is past, and whoever keeps the framework has to look at it again"
    return f"{said}. Its reason: {because} ({one.by})."


def _values(one: Waiver) -> Waived:
    made: Waived = {"lint": one.lint, "of": one.of, "because": one.because, "by": one.by, "until": one.until}
    return {**made, "expired": True} if one.expired else made
