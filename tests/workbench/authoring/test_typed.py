"""The schemas for editors take and refuse what the check does, which shares no code with them; shipped files have no fault."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from inspector.framework import MAIN
from inspector.model.problems import CannotComplete
from inspector.workbench.authoring import kinds, modeline, typed
from inspector.workbench.check import check
from tests.conftest import ROOT

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "conditions.yaml").read_text(encoding="utf-8"))
TINY = ROOT / "tests" / "frameworks" / "tiny"
SHIPPED = [ROOT / "frameworks" / "munro", ROOT / "frameworks" / "patient-safety-learning", TINY]
MANY = 4
"""Rules or cases of a file that are looked at here: the language server looks at all of them, and is quicker."""
OF_PATTERNS = {
    "alias", "band", "condition", "decimals-of-a-count", "pattern-head", "reference", "structure", "tally",
    "type-mismatch", "unknown-field", "unknown-name", "yaml",
}  # fmt: skip
"""The remarks that say that a pattern cannot be meant so."""
RULE = """
- id: other
  theme: {theme}
  when: {{earlier: {{signal: trajectory}}}}
  conclude: {{standing: doing}}
  says: "It moved."
- id: asked
  theme: {theme}
  when:
    earlier: {{signal: held}}
    asked: {when}
  conclude: {{standing: doing}}
  says: "It moved."
"""


class AsWritten(yaml.SafeLoader):
    """Days stay words, as editors have them."""


AsWritten.yaml_implicit_resolvers = {
    first: [(tag, word) for tag, word in some if tag != "tag:yaml.org,2002:timestamp"]
    for first, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(name: str) -> Any:
    schema = typed.schema(name, kinds.kinds())
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def marked(name: str, text: str, most: int | None = None) -> list[str]:
    """Where the schema of that name marks a text; of a list, its first `most`."""
    found = yaml.load(text, AsWritten)
    found = found[:most] if isinstance(found, list) else found
    return ["/".join(map(str, e.absolute_path)) for e in validator(name).iter_errors(found)]


def schema_of(folder: Path, path: Path) -> str:
    """The schema that the first line of a file names."""
    line = modeline.line(path.relative_to(folder).as_posix())
    return line.rsplit("/", 1)[-1].strip().removesuffix(".schema.json")


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_shipped_files_have_no_fault(folder: Path) -> None:
    files = [folder / MAIN, *folder.glob("rules/*.yaml"), *folder.glob("tests/*.yaml")]
    assert len(files) > 2
    assert {path.name: marked(schema_of(folder, path), path.read_text(encoding="utf-8"), MANY) for path in files} == {
        path.name: [] for path in files
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=case["when"]) for case in CASES])
def test_an_editor_and_the_check_agree(case: dict[str, str], tmp_path: Path) -> None:
    theme = yaml.safe_load((TINY / MAIN).read_text(encoding="utf-8"))["themes"][0]["id"]
    text = RULE.format(theme=theme, when=case["when"])
    (tmp_path / "rules").mkdir()
    (tmp_path / MAIN).write_text((TINY / MAIN).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "rules" / "one.yaml").write_text(text, encoding="utf-8")
    try:
        said = {problem.rule for problem in check([tmp_path / MAIN]) if problem.level == "error"}
    except CannotComplete as failure:
        said = {problem.rule for problem in failure.problems}
    by_check = bool(said & OF_PATTERNS)
    found = marked("rules", text)
    assert all(place.startswith("1/when/asked") for place in found), found
    assert {
        (False, False): "taken",
        (True, True): "refused",
        (False, True): "only_check",
        (True, False): "only_editor",
    }[bool(found), by_check] == case["is"], (found, said)


def test_a_field_that_no_rule_may_read_is_offered_by_none() -> None:
    for name in ("framework", "rules"):
        definitions = typed.schema(name, kinds.kinds())["definitions"]
        for one in kinds.kinds():
            body = definitions.get(one.kind.replace("/", "-"))
            assert body is None or set(body["properties"]) == {one.head[0], *(field.name for field in one.fields)}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("framework.yaml", "# yaml-language-server: $schema=.schemas/framework.schema.json\n"),
        ("rules/mine.yaml", "# yaml-language-server: $schema=../.schemas/rules.schema.json\n"),
        ("tests/mine.yaml", "# yaml-language-server: $schema=../.schemas/rule-tests.schema.json\n"),
        ("indicators.yaml", ""),
        ("languages/cy.yaml", ""),
        ("rules/README.md", ""),
        ("rules/deeper/mine.yaml", ""),
    ],
)
def test_the_first_line_of_a_file(name: str, line: str) -> None:
    assert modeline.line(name) == line
    assert not line or f"{line.split('=')[1].strip().replace('../', '')}" in modeline.texts()


def test_a_variant_has_a_schema_of_its_own() -> None:
    assert modeline.line(MAIN, variant=True).endswith("/framework-variant.schema.json\n")
    assert modeline.line("rules/mine.yaml", variant=True) == modeline.line("rules/mine.yaml")
