"""Which changes of frameworks their cases notice, as text, JSON and JUnit."""

from collections.abc import Iterator, Sequence
from textwrap import indent

from inspector.model.judging import Change, Mutated, Sort
from inspector.model.words import agree, plural
from inspector.report.document.written import written
from inspector.report.harmless import plain, xml_attribute, xml_text
from inspector.report.lines import problem_lines, wrapped
from inspector.report.workbench.mutation_shape import MutantOf, MutatedOf, MutationDocument, NoticedOf
from inspector.report.workbench.tests import at, remarks, which

SORTS: tuple[tuple[Sort, str], ...] = (("rule", "rules"), ("table", "the decision table"))


def enough(found: Sequence[Mutated], least: float | None) -> bool:
    """Whether of each framework the cases notice at least so many per cent of the changes, of rules and of the table alike."""
    if least is None:
        return True
    return all(100 * one.noticed_share(sort) >= least for one in found for sort, _ in SORTS)


def render(found: Sequence[Mutated], form: str, least: float | None = None) -> str:
    """Mutations as `text`, `json` or `junit`, ending in a newline."""
    if form == "json":
        return written(document(found, least))
    return junit(found) if form == "junit" else "\n".join(text(one, least) for one in found)


def text(found: Mutated, least: float | None) -> str:
    """The changes that no case notices, by rule and row, then the numbers."""
    lines = problem_lines(found.problems)
    last, told = "", set[str]()
    for one in found.changes:
        if one.survived:
            lines += [plain(f"{one.of} ({one.where.file})")] if one.of != last else []
            lines += _lines(one, again=one.suggested in told)
            told.add(one.suggested)
            last = one.of
    return "\n".join([*lines, *(["", *_numbers(found, least)] if lines else _numbers(found, least))]) + "\n"


def _lines(one: Change, *, again: bool) -> Iterator[str]:
    place = f"{one.where.line}:{one.where.column}"
    yield from wrapped(plain(f"{place} {one.operator}: {one.was} → {one.becomes}"), "  ", "      ")
    if one.suggested and again:
        yield "    a case that is suggested above would notice this too"
    elif one.suggested:
        yield "    a case that would notice, to be read and named by a person:"
        yield indent("\n".join(map(plain, one.suggested.rstrip("\n").split("\n"))), "      ")
    elif one.not_suggested:
        yield from wrapped(plain(f"no case found: {one.not_suggested}"), "    ", "      ")


def _numbers(found: Mutated, least: float | None) -> Iterator[str]:
    one = found.framework
    yield plain(f"{one.id} {one.version}: {plural(found.cases, 'case')} asked.")
    if found.left_out:
        are = agree(found.left_out, "fails as things are and was", "fail as things are and were")
        yield f"  {plural(found.left_out, 'case')} {are} left out."
    for sort, name in SORTS:
        some = found.of(sort)
        noticed = sum(not change.survived for change in some)
        if some:
            share = f"{100 * found.noticed_share(sort):.1f} %"
            yield f"  Of {plural(len(some), 'change')} of {name} the cases notice {noticed} ({share})."
    same, refused = (sum(bool(getattr(c, key)) and not c.counts for c in found.changes) for key in ("same", "refused"))
    if same:
        yield f"  {plural(same, 'change')} more {agree(same, 'is', 'are')} none: no facts could tell."
    if refused:
        yield f"  {plural(refused, 'change')} more could not even be read."
    if least is not None and not enough([found], least):
        yield f"  At least {least:g} % were asked for."


def junit(found: Sequence[Mutated]) -> str:
    """A suite for each framework and sort of change, a test for each change that a case could notice."""
    suites: list[str] = []
    tests = failures = 0
    for one in found:
        for sort, name in SORTS:
            some = one.of(sort)
            wrong = sum(change.survived for change in some)
            tests, failures = tests + len(some), failures + wrong
            title = xml_attribute(f"{one.framework.id} {one.framework.version}, changes of {name}")
            head = f'  <testsuite name={title} tests="{len(some)}" failures="{wrong}" errors="0" skipped="0">'
            suites += [head, *map(_junit_change, some), "  </testsuite>"]
    top = f'<testsuites name="inspector framework mutate" tests="{tests}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', top, *suites, "</testsuites>", ""])


def _junit_change(one: Change) -> str:
    name = f"{one.operator} at {one.where.line}:{one.where.column}: {one.was} → {one.becomes}"
    start = f"    <testcase classname={xml_attribute(one.of)} name={xml_attribute(name)}"
    if not one.survived:
        return f"{start}/>"
    told = xml_text(one.suggested or f"{one.where}: no case notices it")
    return f'{start}><failure type="survived" message="no case notices it">{told}</failure></testcase>'


def document(found: Sequence[Mutated], least: float | None) -> MutationDocument:
    """The document as plain values."""
    return {
        "format": "inspector-framework-mutation",
        "version": 1,
        "least": least,
        "enough": enough(found, least),
        "frameworks": [_mutated(one) for one in found],
    }


def _mutated(one: Mutated) -> MutatedOf:
    return {
        "framework": which(one.framework),
        "cases": one.cases,
        "left_out": one.left_out,
        "rules": _noticed(one, "rule"),
        "table": _noticed(one, "table"),
        "changes": [_change(change) for change in one.changes],
        "problems": remarks(one.problems),
    }


def _noticed(one: Mutated, sort: Sort) -> NoticedOf:
    some = one.of(sort)
    noticed = sum(not change.survived for change in some)
    return {"changes": len(some), "noticed": noticed, "share": round(one.noticed_share(sort), 6)}


def _change(one: Change) -> MutantOf:
    outcome = "refused" if one.refused else "noticed" if one.noticed is not None else "same" if one.same else "survived"
    return {
        "sort": one.sort,
        "of": one.of,
        "operator": one.operator,
        "where": at(one.where),
        "was": one.was,
        "becomes": one.becomes,
        "outcome": outcome,  # type: ignore[typeddict-item]
        "noticed": one.noticed,
        "why": one.refused or (one.same if outcome == "same" else ""),
        "suggested": one.suggested,
        "not_suggested": one.not_suggested,
    }
