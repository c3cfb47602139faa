"""A check of frameworks as JUnit XML: a suite for each framework, a test for each of its cases and for each of its files."""

from collections.abc import Iterator, Sequence

from inspector.model.cases import Case
from inspector.model.checked import Checked
from inspector.model.problems import Problem, said
from inspector.report.harmless import plain, xml_attribute, xml_text

OF_CASES = ("case-failed", "case-unknown")
Place = tuple[str, int]
"""File and line: the order in which tests stand."""


def render(checked: Sequence[Checked]) -> bytes:
    """The document. Errors are failures; queries are the output of a test that passed; a case that was not run is skipped."""
    suites = [_suite(one) for one in checked]
    total = [sum(numbers) for numbers in zip(*(counts for _, counts in suites), strict=True)] or [0, 0, 0]
    top = f'<testsuites name="inspector framework check" {_counted(*total)}>'
    lines = [line for suite, _ in suites for line in suite]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', top, *lines, "</testsuites>", ""]).encode()


def _suite(one: Checked) -> tuple[list[str], tuple[int, int, int]]:
    tests = [test for _, test in sorted([*_cases(one), *_files(one)], key=lambda placed: placed[0])]
    name = plain(one.folder.as_posix())
    counts = len(tests), sum("<failure" in test for test in tests), sum("<skipped" in test for test in tests)
    return [f"  <testsuite name={xml_attribute(name)} {_counted(*counts)}>", *tests, "  </testsuite>"], counts


def _counted(tests: int, failures: int, skipped: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"'


def _cases(one: Checked) -> Iterator[tuple[Place, str]]:
    passed = {id(case) for case in one.passed}
    for case in one.cases:
        at = (case.where.file, case.where.line or 0)
        wrong = [p for p in one.problems if p.rule in OF_CASES and p.where == case.where]
        head = f"    <testcase classname={xml_attribute(plain(case.where.file))} name={xml_attribute(plain(case.name))}"
        if wrong:
            yield at, f"{head}>{_failure(wrong)}</testcase>"
        elif id(case) in passed:
            yield at, f"{head}/>"
        else:
            yield at, f'{head}><skipped message="not run: something else is wrong with the framework"/></testcase>'


def _files(one: Checked) -> Iterator[tuple[Place, str]]:
    mine = {_key(case): None for case in one.cases}
    rest = [p for p in one.problems if not (p.rule in OF_CASES and (p.where.file, p.where.line) in mine)]
    for file in dict.fromkeys([*one.files, *(p.where.file for p in rest)]):
        here = [p for p in rest if p.where.file == file]
        wrong = [p for p in here if p.level == "error"]
        queries = xml_text("\n".join(_line(p) for p in here if p.level == "query"))
        out = f"<system-out>{queries}</system-out>" if queries else ""
        head = f'    <testcase classname="inspector.framework.check" name={xml_attribute(plain(file))}'
        yield (file, 0), f"{head}>{_failure(wrong)}{out}</testcase>" if wrong or out else f"{head}/>"


def _key(case: Case) -> tuple[str, int | None]:
    return case.where.file, case.where.line


def _failure(wrong: Sequence[Problem]) -> str:
    if not wrong:
        return ""
    first = wrong[0]
    text = xml_text("\n".join(map(_line, wrong)))
    return f"<failure type={xml_attribute(first.rule)} message={xml_attribute(plain(first.message))}>{text}</failure>"


def _line(problem: Problem) -> str:
    return plain(f"{problem.where}: [{problem.rule}] {said(problem.message, problem.fix, problem.expected)}")
