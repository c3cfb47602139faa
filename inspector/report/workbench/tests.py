"""What came of the cases of frameworks, as text, JSON and JUnit."""

from collections.abc import Iterable, Iterator, Sequence

from inspector.model.judging import CaseTold, ConditionSeen, EntryCovered, Tested, Which
from inspector.model.problems import Problem, Where
from inspector.model.words import agree, in_a_row, plural
from inspector.report.document.written import written
from inspector.report.harmless import plain, xml_attribute, xml_text
from inspector.report.lines import problem_lines, wrapped
from inspector.report.workbench.framework_shape import FrameworkAt
from inspector.report.workbench.tests_shape import (
    At,
    ConditionOf,
    CoveredOf,
    RemarkOf,
    TestCaseOf,
    TestedOf,
    TestsDocument,
)


def render(found: Sequence[Tested], form: str) -> str:
    """Tests as `text`, `json` or `junit`, ending in a newline."""
    if form == "json":
        return written(document(found))
    return junit(found) if form == "junit" else "\n".join(map(text, found))


def text(found: Tested) -> str:
    """What did not pass, each with its place, then coverage where it was asked for, then the numbers."""
    failed = [case for case in found.cases if not case.passed]
    lines = [line for case in failed for line in _case_lines(case)]
    lines += problem_lines(found.problems)
    if found.coverage is not None:
        lines += [*_coverage_lines(found.coverage), ""]
    one, many = found.framework, len(found.cases)
    passed = many - len(failed)
    unread = _unread(found)
    which = " that could be read" if unread else ""
    said = f"{one.id} {one.version}: {passed} of {plural(many, 'case')}{which} passed."
    said += f" {found.left_out} {agree(found.left_out, 'was', 'were')} not asked for." if found.left_out else ""
    said += unread
    return "\n".join([*lines, plain(said)]) + "\n"


def _unread(found: Tested) -> str:
    """How much could not be read, so that nobody takes the cases that passed for all there are; empty where all could."""
    one = found.unread
    some = [plural(one.cases, "case")] * bool(one.cases) + [plural(one.files, "file")] * bool(one.files)
    return f" {in_a_row(some)} could not be read." if some else ""


def _case_lines(case: CaseTold) -> Iterator[str]:
    yield plain(f"{case.where}: {case.name}")
    for one in (*([f"could not be run: {case.failure}"] if case.failure else []), *case.differences):
        yield from wrapped(plain(one), "  ", "    ")
    for one in case.why:
        yield from wrapped(plain(f"why: {one}"), "    ", "      ")


def _coverage_lines(covered: Sequence[EntryCovered]) -> Iterator[str]:
    yield "COVERAGE"
    for sort, name, verb in (("rule", "rules", "fire in a case"), ("table", "rows", "give the verdict of a case")):
        mine = [one for one in covered if one.sort == sort]
        fired, stated = sum(one.fired > 0 for one in mine), sum(one.stated > 0 for one in mine)
        yield f"  {fired} of {len(mine)} {name} {verb}, {stated} {agree(stated, 'is', 'are')} stated to."
    some = [one for entry in covered for one in entry.conditions]
    both = sum(one.met > 0 and one.unmet > 0 for one in some)
    lacking = sum(one.lacking > 0 for one in some)
    tried = f"{lacking} {agree(lacking, 'is', 'are')} tried on a fact that lacks the field"
    yield f"  {both} of {len(some)} conditions are met by some facts and not by others; {tried}."
    for entry in covered:
        yield from _entry_lines(entry)


def _entry_lines(entry: EntryCovered) -> Iterator[str]:
    wrong = [f"{_place(one.where)} {one.text}: {said}" for one in entry.conditions if (said := _never(one))]
    wrong += [f"unless {alias}: never takes anything away" for alias in entry.idle]
    if entry.fired and not wrong:
        return
    verb = "fires" if entry.sort == "rule" else "gives the verdict"
    yield plain(f"  {entry.where}: {entry.id}{'' if entry.fired else f' {verb} in no case'}")
    for one in wrong:
        yield from wrapped(plain(one), "      ", "        ")


def _never(one: ConditionSeen) -> str:
    if not one.met and not one.unmet:
        return "no fact of a case has it"
    return "always met" if not one.unmet else "never met" if not one.met else ""


def _place(where: Where) -> str:
    return f"{where.line}:{where.column}"


def junit(found: Sequence[Tested]) -> str:
    """A suite for each framework, a test for each case and each thing that could not be read."""
    suites: list[str] = []
    tests = failures = 0
    for one in found:
        name = f"{one.framework.id} {one.framework.version}"
        wrong = sum(not case.passed for case in one.cases) + len(one.problems)
        many = len(one.cases) + len(one.problems)
        tests, failures = tests + many, failures + wrong
        head = f'  <testsuite name={xml_attribute(name)} tests="{many}" failures="{wrong}" errors="0" skipped="0">'
        suites += [head, *map(_junit_case, one.cases), *map(_junit_problem, one.problems), "  </testsuite>"]
    top = f'<testsuites name="inspector framework test" tests="{tests}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', top, *suites, "</testsuites>", ""])


def _junit_case(case: CaseTold) -> str:
    start = f"    <testcase classname={xml_attribute(case.where.file)} name={xml_attribute(case.name)}"
    if case.passed:
        return f"{start}/>"
    said = "\n".join([str(case.where), *([case.failure] if case.failure else []), *case.differences, *case.why])
    message = xml_attribute((case.failure or case.differences[0])[:200])
    return f'{start}><failure type="case-failed" message={message}>{xml_text(said)}</failure></testcase>'


def _junit_problem(one: Problem) -> str:
    start = (
        f"    <testcase classname={xml_attribute(one.where.file)} name={xml_attribute(f'{one.rule} at {one.where}')}>"
    )
    told = xml_text(f"{one.where}: {one.message}")
    failure = f"<failure type={xml_attribute(one.rule)} message={xml_attribute(one.message)}>{told}</failure>"
    return f"{start}{failure}</testcase>"


def document(found: Sequence[Tested]) -> TestsDocument:
    """The document as plain values."""
    return {
        "format": "inspector-framework-test",
        "version": 1,
        "passed": all(one.passed for one in found),
        "frameworks": [_tested(one) for one in found],
    }


def _tested(one: Tested) -> TestedOf:
    passed = sum(case.passed for case in one.cases)
    return {
        "framework": which(one.framework),
        "passed": passed,
        "failed": len(one.cases) - passed,
        "left_out": one.left_out,
        "cases": [_case(case) for case in one.cases],
        "problems": remarks(one.problems),
        "coverage": None if one.coverage is None else [_covered(entry) for entry in one.coverage],
    }


def which(one: Which) -> FrameworkAt:
    """Which framework it is."""
    return {"id": one.id, "version": one.version, "digest": one.digest, "path": one.path}


def at(where: Where) -> At:
    """A place in a file."""
    return {"file": where.file, "line": where.line, "column": where.column}


def remarks(problems: Iterable[Problem]) -> list[RemarkOf]:
    """Remarks with their places."""
    return [{"rule": p.rule, "where": at(p.where), "message": p.message, "fix": p.fix} for p in problems]


def _case(case: CaseTold) -> TestCaseOf:
    return {
        "name": case.name,
        "where": at(case.where),
        "outcome": "passed" if case.passed else "not-run" if case.failure else "failed",
        "differences": list(case.differences),
        "failure": case.failure,
        "why": list(case.why),
    }


def _covered(entry: EntryCovered) -> CoveredOf:
    return {
        "sort": entry.sort,
        "id": entry.id,
        "where": at(entry.where),
        "fired": entry.fired,
        "stated": entry.stated,
        "conditions": [_condition(one) for one in entry.conditions],
        "idle": list(entry.idle),
    }


def _condition(one: ConditionSeen) -> ConditionOf:
    return {
        "where": at(one.where),
        "condition": one.text,
        "met": one.met,
        "unmet": one.unmet,
        "lacking": one.lacking,
    }
