"""The checks of documents see what is wrong: a test that the tests of documents can fail."""

import subprocess
from pathlib import Path

import pytest

from tests.docs import samples, spoken


def page(command: str, lines: str, count: int = 1) -> str:
    return f"<!-- sample {count}: {command} -->\n```text\n{lines}```\n<!-- end -->"


def test_a_sample_is_what_the_command_prints_first() -> None:
    right = page("printf 'one\\ntwo\\nthree\\n'", "one\ntwo\n", 2)
    assert samples.real(right) == right
    assert samples.real(page("printf 'one\\ntwo\\n'", "another\n")) == page("printf 'one\\ntwo\\n'", "one\n")


def test_a_session_is_run_in_order_with_the_files_of_its_page() -> None:
    written = '```csv title="a b.csv"\nx\ny\n```\n'
    right = written + '```console\n$ cat "a b.csv"\nx\n…\n$ echo z > "a b.csv"\n$ cat "a b.csv"\nz\n```\n'
    assert samples.real(right) == right
    assert samples.real(right.replace("\nz\n", "\nx\n")) == right


def test_errors_are_part_of_what_is_printed() -> None:
    right = "```console\n$ ls frameworks; echo wrong >&2\nmunro\npatient-safety-learning\nshipped.json\nwrong\n```"
    assert samples.real(right) == right


def test_seals_of_a_visit_are_cut_short_and_other_digests_are_not() -> None:
    seal = f"sha256:{'0f' * 32}"
    assert samples.real(page(f"echo a visit {seal}", "x\n")) == page(f"echo a visit {seal}", "a visit sha256:…\n")
    assert samples.real(page(f"echo {seal}", "x\n")) == page(f"echo {seal}", f"{seal}\n")


def test_a_command_that_breaks_is_no_sample() -> None:
    with pytest.raises(SystemExit, match="exit 3"):
        samples.real(page("exit 3", ""))


@pytest.mark.parametrize(
    "page",
    [
        "```sh\ninspector asses x\n```",
        "```sh\ninspector assess x --frmework munro\n```",
        "```console\n$ inspector bundle sael\n```",
        "Say `inspector check --al`.",
        "```yaml\na: [b\n```",
        "```json\n{a: 1}\n```",
        "```python\nimport inspector\ninspector.asses\n```",
        "```python title=\"a.py\"\nopen('made by nobody')\n```\n\n```console\n$ python b.py\n```",
        "```pycon\n>>> 1 + 1\n3\n```",
    ],
)
def test_what_is_not_so_is_told(page: str) -> None:
    assert list(spoken.wrong(page))


@pytest.mark.parametrize(
    "page",
    [
        "```sh\ninspector bundle add 'our log.csv' --bundle ours --yes   # a note\n```",
        "```sh\ninspector assess x \\\n  --format html -o y.html\n```",
        "```sh\ninspector assess x --format html -o y.html | head -n 3\n```",
        "`inspector explain NAME` and `inspector NAME`, `inspector assess …`",
        "```yaml\na: [b]\n```",
        "```python title=\"a.py\"\nopen('made by the session')\n```\n\n```console\n$ python a.py\n```",
        "```pycon\n>>> n = 1 + 1\n```\n\nand\n\n```pycon\n>>> n\n2\n```",
    ],
)
def test_what_is_so_is_not(page: str) -> None:
    assert list(spoken.wrong(page)) == []


def test_jq_by_the_package_is_jq(tmp_path: Path) -> None:
    """Recipes run where the program is not installed."""
    samples._jq(tmp_path / "tools" / "jq")
    (tmp_path / "a.json").write_text('{"a": ["x", {"b": 1.5, "c": "é"}]}', encoding="utf-8")
    for way, asked, said in (
        ("-r", ".a[0]", "x"),
        ("-c", ".a[1]", '{"b":1.5,"c":"é"}'),
        ("-r", '.a[:1] | join(",")', "x"),
    ):
        done = subprocess.run(
            [tmp_path / "tools" / "jq", way, asked, tmp_path / "a.json"], capture_output=True, text=True, check=True
        )
        assert done.stdout == f"{said}\n"
