"""`framework fmt`: every value and every comment stays, and what is laid out stays as it is."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.cli import _run
from inspector.framework.yaml_source import parse
from inspector.model.problems import CannotComplete
from inspector.workbench.authoring.layout import laid_out

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((Path(__file__).parent / "layout.yaml").read_text(encoding="utf-8"))
BITS = [" ", "  ", "\n", "\r\n", ",", "# x\n", "\t", "''", '"', "é"]
OURS = sorted([*ROOT.glob("frameworks/*/rules/*.yaml"), *ROOT.glob("frameworks/*/framework.yaml")])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_as_it_is_laid_out(case: dict[str, Any]) -> None:
    assert laid_out(case["is"].encode(), "f.yaml").decode() == case["laid"]


@settings(max_examples=80)
@given(
    st.sampled_from(OURS),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from([" ", "  ", "\n", "\r\n", ",", "# x\n", "\t", "''", '"', "é"])),
        max_size=4,
    ),
)
def test_values_and_comments_stay_and_laid_out_is_laid_out(path: Path, bits: list[tuple[float, str]]) -> None:
    text = path.read_text(encoding="utf-8")[:3000]
    for where, bit in bits:
        at = int(where * len(text))
        text = text[:at] + bit + text[at:]
    try:
        value = parse(text.encode(), "f").value
    except CannotComplete:
        return
    made = laid_out(text.encode(), "f")
    assert repr(parse(made, "f").value) == repr(value)
    assert _without_blanks(made.decode()) == _without_blanks(text)
    assert laid_out(made, "f") == made


def _without_blanks(text: str) -> str:
    """An independent eye: whatever is no blank and no end of a line is there, in the same order."""
    return re.sub(r"[\s\ufeff]", "", text)


def test_the_command_writes_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "frameworks" / "tiny", tmp_path / "tiny"))
    rules = folder / "rules" / "rules.yaml"
    text = rules.read_text(encoding="utf-8").replace("theme: trying", "theme:   trying")
    rules.write_text(text, encoding="utf-8")
    assert _run(["framework", "fmt", "--check", str(folder)]) == 1
    assert rules.read_text(encoding="utf-8") == text
    assert "rules.yaml: would be laid out otherwise" in capsys.readouterr().out
    assert _run(["framework", "fmt", str(rules)]) == 0
    assert "theme: trying" in rules.read_text(encoding="utf-8")
    assert _run(["framework", "fmt", "--check", str(folder)]) == 0
    assert _run(["framework", "check", str(folder)]) == 0
    rules.write_text("- [", encoding="utf-8")
    assert _run(["framework", "fmt", str(folder)]) == 2
    assert "not-yaml" in capsys.readouterr().err
