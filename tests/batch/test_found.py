"""Which bundles are meant by paths, and how they are called."""

from pathlib import Path

import pytest
import yaml

from inspector.batch.found import bundles, named
from inspector.batch.remaining import Remaining, in_words

CASES = yaml.safe_load((Path(__file__).parent / "found.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_bundles(case: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in case["there"]:
        path = tmp_path / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.touch()
    monkeypatch.chdir(tmp_path)
    found = bundles([Path(one) for one in case["paths"]])
    assert {one.name: one.path.as_posix() for one in found} == case["found"]


def test_a_link_to_a_bundle_is_one_and_no_link_is_searched(tmp_path: Path) -> None:
    for name in ("all/a", "elsewhere/b"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "datapackage.json").touch()
    (tmp_path / "all" / "c").symlink_to(tmp_path / "elsewhere" / "b")
    (tmp_path / "all" / "round").symlink_to(tmp_path / "all")
    found = {one.name: one.path.name for one in bundles([tmp_path / "all"])}
    assert found == {"a": "a", "c": "c", "round": "round"}, "what is no bundle is told as one that cannot be judged"


def test_no_two_paths_have_one_name() -> None:
    paths = [Path(one) for one in ("/a/x", "/a/x.zip", "/b/x", "/B/X", "/c/b/x", "/y")]
    names = named(paths)
    assert len({name.casefold() for name in names if name != "B/X"}) == 5
    assert names[-1] == "y"


def test_the_remaining_time_goes_by_size() -> None:
    left = Remaining({"a": 850_000, "b": 850_000, "c": 850_000, "d": 2_850_000})
    for name in "ab":
        left.done(name)
        assert left.seconds(10) is None, "too early to say"
    left.done("c")
    assert left.seconds(30) == pytest.approx(30)


@pytest.mark.parametrize(("seconds", "said"), [
    (29, "less than a minute"), (31, "about 1 minute"), (119 * 60, "about 119 minutes"), (121 * 60, "about 2 hours"),
    (9_500, "about 2 hours 40 minutes"),
])  # fmt: skip
def test_the_remaining_time_in_words(seconds: float, said: str) -> None:
    assert in_words(seconds) == said
