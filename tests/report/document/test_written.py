"""What commands write as JSON is what the published schemas say, with no key more or less."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evidence.make_schemas import FOLDER
from inspector.cli import _run
from tests.conftest import EXAMPLES

pytestmark = pytest.mark.usefixtures("once")
SMALL = EXAMPLES / "harrowmere"
FIGURES = EXAMPLES / "published-figures"
SERIES = "series,period,value,better\n" + "".join(
    f"seen,{2023 + k // 12}-{k % 12 + 1:02},{50 + 9 * (k > 11) + k % 3},up\n" for k in range(24)
)
WROTE = {
    "inspection": [["assess", FIGURES]],
    "show": [["show", FIGURES, "indicators.csv:2-90"], ["show", SMALL, "t001"]],
    "problems": [["check", FIGURES], ["check", "BROKEN"], ["check", FIGURES, "--probes"]],
    "contrast": [["contrast", FIGURES]],
    "margin": [["margin", FIGURES]],
    "bundle-diff": [["bundle", "diff", FIGURES, "BROKEN"]],
    "framework-shown": [["framework", "show", "tests/frameworks/tiny"]],
    "framework-check": [["framework", "check", "tests/frameworks/tiny"]],
    "plugins": [["plugins"]],
    "trend": [["trend", "SERIES"]],
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A bundle with a day that is none, and a file of series."""
    folder = tmp_path_factory.mktemp("written")
    shutil.copytree(FIGURES, folder / "broken")
    file = folder / "broken" / "indicators.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2024-", "2024-19-", 1), encoding="utf-8")
    (folder / "series.csv").write_text(SERIES, encoding="utf-8")
    return {"BROKEN": folder / "broken", "SERIES": folder / "series.csv"}


@pytest.mark.parametrize("name", WROTE)
def test_what_a_command_writes_is_what_its_schema_says(
    name: str, places: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    asked: Any = jsonschema.Draft202012Validator(
        json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")),
        format_checker=jsonschema.FormatChecker(),
    )
    for words in WROTE[name]:
        said = [str(places.get(str(word), word)) for word in words]
        assert _run([*said, "--format", "json"]) < 3
        document = json.loads(capsys.readouterr().out)
        assert [error.message for error in asked.iter_errors(document)] == [], said
