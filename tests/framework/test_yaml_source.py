"""How a file of a framework is read, and where what is refused in it stands."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.framework import read
from inspector.framework.reading import attempt
from inspector.framework.yaml_source import DEEPEST, LONGEST, LONGEST_KEY, load, parse
from inspector.model import limits
from inspector.model.problems import CannotComplete, Problem

CASES = yaml.safe_load((Path(__file__).parent / "yaml.yaml").read_text(encoding="utf-8"))
RULE = (
    "- {{id: r{n}, theme: trying, when: {{p: {{signal: improvement-pace, {more}}}}}, "
    'conclude: {{standing: doing}}, says: "x"}}\n'
)


def refusal(data: bytes | str) -> Problem:
    with pytest.raises(CannotComplete) as caught:
        parse(data.encode() if isinstance(data, str) else data, "f.yaml")
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_as_it_is_written(case: dict[str, Any]) -> None:
    if "rule" not in case:
        found = parse(case["text"].encode(), "f.yaml").value
        assert (found, repr(found)) == (case["value"], repr(case["value"]))
        return
    problem = refusal(case["text"])
    place = (problem.rule, problem.where.line, problem.where.column)
    assert place == (case["rule"], case["line"], case["column"])
    assert case["told"] in f"{problem.message} {problem.expected}"


@pytest.mark.parametrize("text", ["[" * 900, "- " * 900 + "x", "{a: " * 900, "[" * 200_000], ids=len)
def test_what_is_nested_deeply_is_refused_where_it_goes_too_deep(text: str) -> None:
    problem = refusal(text)
    assert problem.rule == "not-yaml"
    assert problem.where.line == 1


def test_the_depth_and_the_lengths_that_are_read() -> None:
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert parse(deep.encode(), "f").value
    assert "deep" in refusal(f"[{deep}]").message
    assert parse(b"x" * LONGEST, "f").value == "x" * LONGEST
    assert refusal("x" * (LONGEST + 1)).rule == "too-long"
    assert parse(b"x" * LONGEST_KEY + b": 1", "f").value
    assert "key" in refusal("x" * (LONGEST_KEY + 1) + ": 1").message


@pytest.mark.parametrize("data", ["a: é".encode("utf-16"), b"a: \xff", b"a: 1\nb: \xc3"])
def test_what_is_not_utf8(data: bytes) -> None:
    assert refusal(data).rule == "not-utf8"
    assert refusal(data).where.line == data.count(b"\n") + 1 if data[:1] == b"a" else 1


@pytest.mark.parametrize("sort", ["folder", "pipe", "device", "link", "circle", "missing"])
def test_only_a_regular_file_of_the_folder_is_read(sort: str, tmp_path: Path) -> None:
    path = tmp_path / "f" / "rules" / "x.yaml"
    path.parent.mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("secret: 1", encoding="utf-8")
    {
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
        "link": lambda: path.symlink_to(tmp_path / "secret.yaml"),
        "circle": lambda: path.symlink_to(path),
        "missing": lambda: None,
    }[sort]()
    with pytest.raises(CannotComplete) as caught:
        load(path, "rules/x.yaml")
    assert [problem.rule for problem in caught.value.problems] == ["unreadable-file"]


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "f" / "rules").mkdir(parents=True)
    (tmp_path / "f" / "x.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "f" / "rules" / "y.yaml").symlink_to(tmp_path / "f" / "x.yaml")
    assert load(tmp_path / "f" / "rules" / "y.yaml", "y").value == {"a": 1}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    source = Path(__file__).parents[1] / "frameworks" / "tiny" / "framework.yaml"
    (tmp_path / "framework.yaml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def put(folder: Path, *more: str) -> list[str]:
    rules = "".join(RULE.format(n=n, more=one) for n, one in enumerate(more))
    (folder / "rules" / "r.yaml").write_text(rules, encoding="utf-8")
    return [problem.rule for problem in attempt(folder).problems]


def test_a_framework_is_held_to_its_limits(tiny: Path) -> None:
    # Its rows are eight ways, and a rule with two lists of two is four.
    limits.use(["framework-rules=2", "framework-ways=13"])
    try:
        assert put(tiny, "count: 1", "count: 2") == []
        assert put(tiny, "count: 1", "count: 2", "count: 3") == ["too-many-rules"]
        assert put(tiny, "count: [1, 2], raised: [1, 2]", "count: 1") == []
        assert put(tiny, "count: [1, 2], raised: [1, 2, 3]", "count: 1") == ["too-many-ways"]
        size = (tiny / "framework.yaml").stat().st_size
        limits.use([f"framework-bytes={size + 1}"])
        assert put(tiny, "count: 1") == ["unreadable-file"]
    finally:
        limits.use([])


def test_an_id_has_no_line_end(tiny: Path) -> None:
    (tiny / "rules" / "r.yaml").write_text(
        RULE.format(n='"\\n"', more="count: 1").replace('r"', '"r'), encoding="utf-8"
    )
    with pytest.raises(CannotComplete, match="has not the form"):
        read(tiny)


@pytest.mark.parametrize("condition", [">= " + "9" * 5000, "9" * 400 + ".5", ">= 9999999999999999"])
def test_a_number_in_a_condition_is_one_that_can_be_compared(tiny: Path, condition: str) -> None:
    assert put(tiny, f'count: ">= {condition.removeprefix(">= ")}"') == ["condition"]


def test_a_file_whose_name_is_not_utf8(tiny: Path) -> None:
    (tiny / os.fsdecode(b"rules/\xff.yaml")).write_text(RULE.format(n=1, more="count: 1"), encoding="utf-8")
    assert [rule.id for rule in read(tiny).rules] == ["r1"]


@pytest.mark.parametrize(("count", "told"), [(60, []), (61, ["pattern-count"])])
def test_a_rule_has_at_most_sixty_patterns(tiny: Path, count: int, told: list[str]) -> None:
    when = ", ".join(f"p{n}: {{signal: improvement-pace}}" for n in range(count))
    rule = f'- {{id: r, theme: trying, when: {{{when}}}, conclude: {{standing: doing}}, says: "x"}}\n'
    (tiny / "rules" / "r.yaml").write_text(rule, encoding="utf-8")
    assert [problem.rule for problem in attempt(tiny).problems] == told
