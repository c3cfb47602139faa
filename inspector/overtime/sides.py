"""Whether two results can be compared at all, and what has to be known before they are read side by side."""

from collections.abc import Iterator
from typing import Literal

from inspector.model.comparison import Side
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.model.spellings import words_alone
from inspector.report.document.shape import Document

Given = Literal["bundle", "result", "register"]


def side(found: Document, given: Given) -> Side:
    """One side as a comparison names it."""
    bundle, frame, verdict = found["bundle"], found["framework"], found["verdict"]
    return Side(
        given=given,
        authority=bundle["authority"],
        period_start=bundle["period"]["start"],
        period_end=bundle["period"]["end"],
        until=found.get("until"),
        engine=found["engine"]["version"],
        framework_id=frame["id"],
        framework_version=frame["version"],
        framework_digest=frame["digest"],
        bundle_digest=bundle["digest"],
        root=bundle.get("root"),
        verdict=verdict["verdict"],
        assurance=verdict.get("assurance", "on-paper"),
        says=verdict["says"],
    )


def refuse(old: Side, new: Side) -> None:
    """Raises `CannotComplete` where the two are of two authorities, of two frameworks, or the wrong way round."""
    if words_alone(old.authority) != words_alone(new.authority):
        names = f"{shown(old.authority)} then, {shown(new.authority)} now"
        raise _cannot(
            "compare-other-authority", f"the two are of different authorities: {names}", "name two of the same one"
        )
    if old.framework_id != new.framework_id:
        frames = f"{shown(old.framework_id)} then, {shown(new.framework_id)} now"
        raise _cannot(
            "compare-other-framework",
            f"the two were judged by different frameworks: {frames}",
            "give both as bundles with --framework, so that one framework judges both",
        )
    if old.period_end > new.period_end or (old.period_end == new.period_end and old.period_start > new.period_start):
        raise _cannot(
            "compare-wrong-order",
            f"OLD ends on {old.period_end} and NEW on {new.period_end}: what is older comes first",
            "name the two the other way round",
        )


def notes(old: Side, new: Side, then: Document, now: Document) -> Iterator[str]:
    """What a reader should know before anything else."""
    if old.bundle_digest == new.bundle_digest:
        yield "Both are of the very same submission: what differs comes from how it was judged."
    if not same_rules(old, new):
        yield (
            f"The rules are not the same: framework {old.framework_id} {old.framework_version} "
            f"({old.framework_digest[:12]}) then, {new.framework_version} ({new.framework_digest[:12]}) now. What is new or gone "
            "may be because of that."
        )
    if old.engine != new.engine:
        yield (
            f"Inspector {old.engine} made the older result, {new.engine} the newer: what is new or gone may be because of that. "
            "Judging both bundles with one version tells."
        )
    if "promised" not in then:
        yield "The older result does not say what was promised: it was made before results did. Its bundle does."
    if "promised" not in now:
        yield "The newer result does not say what became of promises: it was made before results did. Its bundle does."
    if "fieldwork" not in then:
        yield "The older result has no fieldwork plan: its questions on site are taken for its enquiries."


def same_rules(old: Side, new: Side) -> bool:
    """Whether both were judged by the same rules, byte for byte."""
    return old.framework_digest == new.framework_digest


def _cannot(rule: str, message: str, fix: str) -> CannotComplete:
    return CannotComplete(
        [Problem(rule=rule, level="error", where=Where(file="OLD and NEW"), message=message, fix=fix)]
    )
