"""Replies repeat nothing of a private column: hidden where the bundle is at hand, refused where nobody can tell."""

from pathlib import Path

import pytest

from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.model.register import SubmissionBody
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft
from tests.privacy.pasted import bundle
from tests.register.story import Story


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A sealed bundle with lists of children, the root of it, and the name of a worker in it."""
    folder = tmp_path_factory.mktemp("replies") / "bundle"
    secret = bundle(folder)
    assert _run(["bundle", "seal", str(folder), "--despite-problems"]) == 0
    found = read_bundle(folder).evidence
    assert found is not None
    assert found.root is not None
    return folder, found.root, sorted(secret.names)[0]


def register(place: Path, sealed: tuple[Path, str, str], *, keep: bool) -> None:
    """A register with that submission and an inspection of it."""
    folder, root, _ = sealed
    body = SubmissionBody(root=root, digest="0" * 64, period_start="2024-04-01", period_end="2025-03-31")
    kept = [("datapackage.json", (folder / "datapackage.json").read_bytes())]
    if keep:
        files = (one for one in sorted(folder.rglob("*")) if one.is_file())
        kept += [(f"file:{one.relative_to(folder).as_posix()}", one.read_bytes()) for one in files]
    story = Story()
    result = story.entries[story.result(story.submission(), {})].body
    with opened(str(place), make=True) as book:
        signer = keys.new(place.with_suffix(".key"))
        book.append([Draft("submission", "Brackenshire", body, contents=tuple(kept))], signer)
        content = (("result.json", b'{"findings": [{"id": "a-rule"}]}'),)
        book.append([Draft("result", "Brackenshire", result, about=(0,), contents=content)], signer)


def reply(place: Path, says: str, *more: str) -> int:
    return _run(
        ["register", "reply", "add", "1", "--finding", "a-rule", "--says", says, "--by", "D", "-r", str(place), *more]
    )


@pytest.mark.parametrize("keep", [True, False], ids=["kept", "given"])
def test_a_worker_of_the_bundle_is_hidden(keep: bool, sealed: tuple[Path, str, str], tmp_path: Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    folder, _, name = sealed
    place = tmp_path / "r.db"
    register(place, sealed, keep=keep)
    assert reply(place, f"Ask {name} about it.", *([] if keep else ["--bundle", str(folder)])) == 0
    with opened(str(place)) as book:
        assert book.entry(2).body.says == "Ask (not repeated) about it."  # type: ignore[union-attr]
    # Where lines break depends on how long the register's path is.
    assert "is not repeated" in " ".join(capsys.readouterr().out.split())
    assert name.encode() not in place.read_bytes() or keep


def test_without_the_bundle_somebody_has_to_have_read_it(
    sealed: tuple[Path, str, str], tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "r.db"
    register(place, sealed, keep=False)
    assert reply(place, "It is not so.") == 2
    assert "[text-not-looked-at]" in capsys.readouterr().err
    assert reply(place, "It is not so.", "--bundle", str(examples / "harrowmere")) == 2
    assert "[another-bundle]" in capsys.readouterr().err
    with opened(str(place)) as book:
        assert book.size == 2
    assert reply(place, "It is not so.", "--as-written") == 0
