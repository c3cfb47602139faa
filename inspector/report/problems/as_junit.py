"""Problems as JUnit XML, for CI that shows tests: a suite for each file or sheet, a test for each rule with something to say."""

from collections.abc import Sequence

from inspector.model.problems import Faults, Problem, said
from inspector.report.harmless import plain, xml_attribute, xml_text
from inspector.report.problems.as_text import tally
from inspector.report.problems.flat import Line, groups, levels, lines


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """The document. Errors are failures, with every place in their text; queries are passed tests with output."""
    suites: list[str] = []
    tests = failures = 0
    for (file, sheet), rules in groups(problems).items():
        name = file if sheet is None else f"{file}, sheet {sheet}"
        cases = [_case(name, level, rule, group) for (level, rule), group in rules.items()]
        wrong = sum(level == "error" for level, _ in rules)
        tests, failures = tests + len(cases), failures + wrong
        head = (
            f'  <testsuite name={xml_attribute(name)} tests="{len(cases)}" failures="{wrong}" errors="0" skipped="0">'
        )
        suites += [head, *cases, "  </testsuite>"]
    if not suites:
        suites = [
            '  <testsuite name="inspector" tests="1" failures="0" errors="0" skipped="0">',
            '    <testcase classname="inspector" name="no-problems"/>',
            "  </testsuite>",
        ]
        tests = 1
    top = (
        f'<testsuites name={xml_attribute(tally(*levels(problems)))} tests="{tests}" failures="{failures}" errors="0">'
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', top, *suites, "</testsuites>", ""]).encode()


def _case(suite: str, level: str, rule: str, group: list[Problem | Faults]) -> str:
    found = list(lines(group, plain))
    text = xml_text("\n".join(f"{_place(line)}: {said(line.message, line.fix, line.expected)}" for line in found))
    start = f"    <testcase classname={xml_attribute(suite)} name={xml_attribute(rule)}>"
    if level == "error":
        told = xml_attribute(found[0].message)
        return f"{start}<failure type={xml_attribute(rule)} message={told}>{text}</failure></testcase>"
    return f"{start}<system-out>{text}</system-out></testcase>"


def _place(line: Line) -> str:
    """Where, on one line: what is escaped already by `plain` holds no character that XML does not have."""
    at = [f"line {line.line}"] if line.line else []
    at += [f"row {line.row}"] if line.row else []
    place = ", ".join(at) or line.path or line.file
    beside = ", ".join(part for part in (line.column, line.header, line.record) if part)
    return f"{place} ({beside})" if beside else place
