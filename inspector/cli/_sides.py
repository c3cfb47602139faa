"""What `inspector compare` is given: bundles, stored results and entries of a register, each as its result's document."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.model.comparison import Comparison
from inspector.model.problems import CannotComplete
from inspector.overtime import compared
from inspector.overtime.sides import Given
from inspector.report.document.shape import Document

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms

ENTRY = "register:"


class Judge(NamedTuple):
    """How bundles are judged, and where entries are looked up."""

    framework: str | None
    despite_problems: bool
    pseudonyms: "Pseudonyms | None"
    register: str | None


class One(NamedTuple):
    """One side: a document that is there, or a bundle that is still to be assessed."""

    given: Given
    document: Document | None
    bundle: Path | None


def sides(old: str, new: str, judge: Judge) -> Comparison:
    """The comparison of what two arguments name. Raises CannotComplete, and ProblemsInEvidence as `assess` does."""
    then, now = _one(old, judge), _one(new, judge)
    by = judge.framework or _framework_of(then) or _framework_of(now)
    # What is wrong in OLD is told of it first: read beside NEW, it would be told of what `--earlier` names.
    before = then.document or _assessed(then.bundle, by, judge)
    after = now.document or _newer(now, then, before, judge)
    return compared(before, after, (then.given, now.given))


def _framework_of(one: One) -> str | None:
    return one.document["framework"]["id"] if one.document else None


def _newer(now: One, then: One, before: Document, judge: Judge) -> Document:
    """NEW assessed by the framework of OLD and, where that is a bundle too, with it as its earlier submission.

    Where it is none, that is told in the words of a comparison.
    """
    from inspector.overtime.sides import refuse, side

    by = judge.framework or before["framework"]["id"]
    try:
        return _assessed(now.bundle, by, judge, then.bundle)
    except CannotComplete as failure:
        if any(one.rule == "not-an-earlier-submission" for one in failure.problems):
            refuse(side(before, "bundle"), side(_assessed(now.bundle, by, judge), "bundle"))
        raise


def _assessed(bundle: Path | None, framework: str | None, judge: Judge, earlier: Path | None = None) -> Document:
    from inspector import arguing, inspection
    from inspector.report.document.make import document

    assert bundle is not None
    found = inspection.work(
        bundle,
        framework,
        despite_problems=judge.despite_problems,
        earlier=earlier,
        pseudonyms=judge.pseudonyms,
    )
    return document(arguing.with_argument(found))


def _one(text: str, judge: Judge) -> One:
    if text.startswith(ENTRY):
        return One("register", _entered(text.removeprefix(ENTRY), judge), None)
    path = Path(text)
    if path.is_dir() or path.suffix.lower() != ".json":
        return One("bundle", None, path)
    from inspector.cli.register.result_ import hold_to_rules
    from inspector.report.stored import read

    found = read(path)
    # What a hand has changed in a file is not told as what was found then.
    hold_to_rules(found, None, path)
    return One("result", found, None)


def _entered(wanted: str, judge: Judge) -> Document:
    """The result that an entry of a register is, or the last one of the submission that it is."""
    from inspector.register.book import opened
    from inspector.register.named import where
    from inspector.replying import entered

    with opened(where(judge.register)) as register:
        return entered(register, wanted)
