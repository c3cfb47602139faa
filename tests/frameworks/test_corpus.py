"""Frameworks as strangers would write them: good ones are not refused, and of bad ones what is told stays told.

Every fourth file is looked at here; `bench/corpus` looks at all of them.
"""

from pathlib import Path

import pytest
import yaml

from tests.corpus import GENERAL, files, remarks

TOLD = yaml.safe_load((Path(__file__).parent / "told.yaml").read_text(encoding="utf-8"))


def test_there_are_enough_of_each() -> None:
    assert len(files("bad")) >= 150
    assert len(files("good")) >= 50
    assert {file.stem for file in files("bad")} == set(TOLD["bad"])


@pytest.mark.parametrize("file", files("good")[::4], ids=lambda file: file.stem)
def test_a_good_one_is_not_refused(file: Path, tmp_path: Path) -> None:
    assert [str(one) for one in remarks(file, tmp_path) if one.level == "error"] == []


@pytest.mark.parametrize("file", files("bad")[::4], ids=lambda file: file.stem)
def test_of_a_bad_one_all_is_told_that_was(file: Path, tmp_path: Path) -> None:
    said = remarks(file, tmp_path)
    wanted = TOLD["bad"][file.stem]
    assert set(wanted["errors"]) <= {one.rule for one in said if one.level == "error"}
    assert set(wanted["queries"]) <= {one.rule for one in said} - GENERAL
