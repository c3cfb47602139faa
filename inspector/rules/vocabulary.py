"""What rules may speak of: the facts of signals and probes, and what a framework adds to them."""

from inspector.framework.vocabulary import BASIS, FINDING, OF_FINDINGS, STANDING, TALLY, Vocabulary, extend, types_of
from inspector.model.facts import Field

__all__ = ["BASIS", "FINDING", "OF_FINDINGS", "STANDING", "TALLY", "Vocabulary", "base", "extend", "types_of"]


def base() -> dict[str, tuple[Field, ...]]:
    """The fields of every signal (`signal/ID`) and every probe (`probe/ID`)."""
    from inspector import probes, signals

    known = {f"signal/{name}": about.fields for name, about in signals.abouts().items()}
    known.update({f"probe/{name}": tuple(probes.FIELDS) for name in probes.ids()})
    return dict(sorted(known.items()))
