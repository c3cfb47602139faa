"""One root over a bundle: what any change does to it, and that a stranger computes the same one without us."""

import copy
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.open.sealed import led_to, root
from inspector.cli import _run
from tests.bundle.builder import build

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
OWN = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"team": {"type": "string"}, "n": {"type": "integer", "minimum": 0}},
    "required": ["team"],
}
Document = dict[str, Any]


WHOLE = {"text": ["--full"]}
"""What makes a format say everything."""


def bundle(*words: object) -> int:
    return _run(["bundle", *map(str, words)])


def manifest(folder: Path) -> Document:
    return dict(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def put(folder: Path, document: Document) -> None:
    (folder / "datapackage.json").write_text(json.dumps(document), encoding="utf-8")


@pytest.fixture
def sealed(tmp_path: Path, capsys: Capture) -> Path:
    """A sealed bundle with a table of its own, its row schema, and a file that the manifest does not lead to."""
    folder = build(tmp_path)
    (folder / "own.csv").write_text("team,n\nNörth,1\n", encoding="utf-8")
    (folder / "own.schema.json").write_text(json.dumps(OWN), encoding="utf-8")
    (folder / "notes.txt").write_text("not sealed", encoding="utf-8")
    document = manifest(folder)
    own = {"name": "own", "path": "own.csv", "kind": "table", "row_schema": "own.schema.json", "bytes": 0}
    (folder / "given").mkdir()
    (folder / "given" / "datapackage.json").write_text('{"authority": "Healthwatch"}', encoding="utf-8")
    own |= {"submitted_by": "Healthwatch", "sealed_in": "given/datapackage.json"}
    document["resources"].append(own | {"hash": f"sha256:{'0' * 64}", "recorded_by": "the “practice” team"})
    put(folder, document)
    assert bundle("seal", folder) == 0
    capsys.readouterr()
    return folder


def printed(capsys: Capture) -> str:
    found = re.findall(r"sha256:[0-9a-f]{64}", capsys.readouterr().out)
    assert len(found) == 1
    return str(found[0])


def strangers_root(folder: Path) -> str:
    """As `docs/evidence.md` says it in words."""
    document = manifest(folder)
    del document["seal"]["root"]
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    lines = hashlib.sha256(text.encode()).hexdigest() + "  datapackage.json\n"
    paths = {resource["path"] for resource in document["resources"]}
    leads = ("schema", "row_schema", "sealed_in")
    paths |= {resource[key] for resource in document["resources"] for key in leads if key in resource}
    for path in sorted(paths, key=str.encode):
        lines += hashlib.sha256((folder / path).read_bytes()).hexdigest() + "  " + path + "\n"
    return "sha256:" + hashlib.sha256(lines.encode()).hexdigest()


def test_a_stranger_computes_it(sealed: Path, capsys: Capture) -> None:
    assert bundle("verify", sealed) == 0
    assert printed(capsys) == strangers_root(sealed) == manifest(sealed)["seal"]["root"]


@pytest.mark.parametrize(("language", "program"), [("sh", ["sh"]), ("py", ["python3"])])
def test_the_recipe_of_the_documents_computes_it(sealed: Path, language: str, program: list[str]) -> None:
    if language == "sh" and not (shutil.which("jq") and shutil.which("sha256sum") and shutil.which("xargs")):
        pytest.skip("jq or sha256sum is not here")
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    blocks = [text for name, text in re.findall(r"```(\w+)\n(.*?)```", page, re.S) if name == language]
    (recipe,) = [text for text in blocks if "seal" in text and "sha256" in text and "inspector" not in text]
    sealed.rename(sealed.with_name("ours"))
    done = subprocess.run(
        [*program, "-"], input=recipe, cwd=sealed.parent, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split()[0].removeprefix("sha256:") in manifest(sealed.with_name("ours"))["seal"]["root"]


def test_seal_verify_and_assess_print_the_same_one_of_folder_and_zip(
    sealed: Path, tmp_path: Path, capsys: Capture
) -> None:
    wanted = manifest(sealed)["seal"]["root"]
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", sealed)
    shuffled = json.dumps(dict(reversed(manifest(sealed).items())), ensure_ascii=True, indent=1)
    (sealed / "datapackage.json").write_text(shuffled, encoding="utf-8")
    for path in (sealed, packed):
        assert bundle("verify", path, "--expect", wanted) == 0
        assert printed(capsys) == wanted
        assert _run(["assess", str(path), "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["bundle"]["root"] == wanted
    for form in ("text", "html", "markdown", "oscal", "gsn"):
        assert _run(["assess", str(sealed), "--format", form, *WHOLE.get(form, ())]) == 0
        assert wanted in capsys.readouterr().out
    assert bundle("seal", sealed) == 0
    assert wanted in capsys.readouterr().out


CHANGES: dict[str, Callable[[Document], object]] = {
    "the authority": lambda m: m.update(authority="Elsewhere"),
    "the title": lambda m: m.update(title="Another"),
    "the name": lambda m: m.update(name="other"),
    "the period": lambda m: m["period"].update(start="2024-01-01"),
    "the notice": lambda m: m.update(notified_on="2025-12-01"),
    "the notice taken out": lambda m: m.pop("notified_on"),
    "the submission": lambda m: m.update(submitted_at="2026-01-31"),
    "a framework": lambda m: m.update(framework="munro"),
    "invented": lambda m: m.update(invented=False),
    "who recorded": lambda m: m["resources"][0].update(recorded_by="somebody else"),
    "a resource removed": lambda m: m["resources"].pop(),
    "a resource twice over": lambda m: m["resources"].append(m["resources"][0] | {"name": "twin", "path": "./durations.csv"}),
    "resources in another order": lambda m: m["resources"].reverse(),
    "a resource's name": lambda m: m["resources"][-1].update(name="another"),
    "its schema elsewhere": lambda m: m["resources"][-1].update(row_schema="notes.txt"),
    "a hash": lambda m: m["resources"][0].update(hash="sha256:" + "0" * 64),
    "a size": lambda m: m["resources"][0].update(bytes=1),
    "rows without their root": lambda m: [m["resources"][0].pop(key) for key in ("rows_root", "rows_count")],
    "a mapping": lambda m: m["resources"][0].update(mapping={"fields": {}}),
    "a key that nobody reads": lambda m: m.update({"x-note": "hello"}),
    "the root": lambda m: m["seal"].update(root="sha256:" + "0" * 64),
    "the schemas": lambda m: m["seal"].update(schemas={}),
    "the version of the seal": lambda m: m["seal"].update(version=2),
    "the seal taken out": lambda m: m.pop("seal"),
    "the seal made nothing": lambda m: m.update(seal=None),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_no_change_of_the_manifest_goes_unnoticed(what: str, sealed: Path, capsys: Capture) -> None:
    kept, document = manifest(sealed)["seal"]["root"], manifest(sealed)
    CHANGES[what](document)
    put(sealed, document)
    assert bundle("verify", sealed) in (1, 2)
    told = capsys.readouterr()
    assert "The seal holds" not in told.out
    assert "[" in told.out + told.err
    if bundle("seal", sealed) == 0 and strangers_root(sealed) != kept:
        assert bundle("verify", sealed) == 0
        assert "consistent with its own manifest" in capsys.readouterr().out
        assert bundle("verify", sealed, "--expect", kept) == 1
        assert "The seal holds" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["own.csv", "own.schema.json", "durations.csv"])
@pytest.mark.parametrize("how", ["a byte more", "gone", "a link"])
def test_no_change_of_a_file_or_schema_goes_unnoticed(name: str, how: str, sealed: Path, tmp_path: Path) -> None:
    path = sealed / name
    if how == "a byte more":
        path.write_bytes(path.read_bytes() + b"\n")
    elif how == "gone":
        path.unlink()
    else:
        path.rename(tmp_path / name)
        path.symlink_to(tmp_path / name)
    assert bundle("verify", sealed) == 1


def test_a_schema_that_was_changed_is_found_again_by_its_root_alone(sealed: Path, capsys: Capture) -> None:
    kept = manifest(sealed)["seal"]["root"]
    (sealed / "own.schema.json").write_text(json.dumps(OWN | {"title": "another"}), encoding="utf-8")
    assert _run(["check", str(sealed)]) == 1
    assert "[wrong-root]" in capsys.readouterr().out
    assert bundle("seal", sealed) == 0
    assert bundle("verify", sealed) == 0
    assert bundle("verify", sealed, "--expect", kept) == 1


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_no_report_calls_a_root_sealed_that_was_only_computed(form: str, sealed: Path, capsys: Capture) -> None:
    put(sealed, manifest(sealed) | {"authority": "Another"})
    assert _run(["assess", str(sealed), "--despite-problems", "--format", form, *WHOLE.get(form, ())]) == 0
    said = capsys.readouterr().out
    assert "The bundle is not as it was sealed" in said
    assert f"root of what was read is {strangers_root(sealed)}" in said
    assert "The bundle was sealed" not in said


def test_a_root_is_taken_in_any_letters_and_nothing_else_is(sealed: Path, capsys: Capture) -> None:
    root_ = manifest(sealed)["seal"]["root"]
    for text in (root_, root_.upper(), root_.removeprefix("sha256:"), f" {root_}\n"):
        assert bundle("verify", sealed, "--expect", text) == 0
    for text in ("", "sha256:", root_[:-1], root_ + "0", root_.replace("sha256", "md5"), "g" * 64, "٣" * 64):
        assert bundle("verify", sealed, "--expect", text) == 2
    assert "is no root" in capsys.readouterr().err


def test_a_bundle_that_was_never_sealed(tmp_path: Path, capsys: Capture) -> None:
    folder = build(tmp_path)
    assert bundle("verify", folder) == 2
    assert bundle("verify", folder, "--expect", "0" * 64) == 2
    assert capsys.readouterr().err.count("[never-sealed] the bundle was never sealed") == 2


def test_a_seal_of_an_earlier_version(sealed: Path, capsys: Capture) -> None:
    document = manifest(sealed)
    del document["seal"]
    put(sealed, document)
    assert bundle("verify", sealed) == 2
    told = capsys.readouterr().err
    assert "an earlier version" in told
    assert "no root" in told


def test_what_the_manifest_does_not_lead_to_is_named(sealed: Path, capsys: Capture) -> None:
    (sealed / "templates").mkdir()
    for n in range(7):
        (sealed / "templates" / f"{n}.csv").write_text("a\n", encoding="utf-8")
    assert bundle("verify", sealed) == 0
    assert "notes.txt, templates/ (7 files)." in capsys.readouterr().out


@pytest.mark.parametrize("path", ["given/none.json", "../given/datapackage.json", "datapackage.json"])
def test_what_a_resource_leads_to_in_vain_is_told_where_it_says_so(sealed: Path, path: str, capsys: Capture) -> None:
    document = manifest(sealed)
    document["resources"][-1]["sealed_in"] = path
    put(sealed, document)
    assert bundle("seal", sealed) == 2
    place = f"resources[{len(document['resources']) - 1}].sealed_in"
    assert f"datapackage.json, at {place}: error" in (said := capsys.readouterr().err)
    assert path in said


def test_what_is_added_takes_the_seal_away(sealed: Path, tmp_path: Path) -> None:
    rows = "id,group,theme,period_start,period_end\nv1,children,being heard,2025-01-01,2025-01-31\n"
    (tmp_path / "more.csv").write_text(rows, encoding="utf-8")
    assert bundle("add", tmp_path / "more.csv", "--bundle", sealed, "--kind", "voice") == 0
    assert "seal" not in manifest(sealed)
    assert bundle("verify", sealed) == 2


# Laws

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
PATHS = st.sampled_from(["a.csv", "b.csv", "é.csv", "c/d.json"])
LEADING = {"schema": PATHS, "row_schema": PATHS, "x": VALUES}
RESOURCES = st.lists(st.fixed_dictionaries({"path": PATHS}, optional=LEADING), max_size=4)
DOCUMENTS = st.builds(
    lambda more, resources, seal: {**more, "resources": resources, "seal": seal},
    st.dictionaries(TEXT, VALUES, max_size=4),
    RESOURCES,
    st.fixed_dictionaries({"root": TEXT}, optional={"schemas": VALUES}),
)
FILES = {path: hashlib.sha256(path.encode()).hexdigest() for path in ("a.csv", "b.csv", "é.csv", "c/d.json")}


def turned(value: Any) -> Any:
    """The same value with the keys of every object in the other order."""
    if isinstance(value, dict):
        return {key: turned(part) for key, part in reversed(value.items())}
    return [turned(part) for part in value] if isinstance(value, list) else value


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON: True is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@given(DOCUMENTS)
def test_it_is_blind_to_the_order_of_keys_and_to_itself(document: Document) -> None:
    other = turned(copy.deepcopy(document))
    other["seal"]["root"] = "something else"
    assert root(document, FILES.__getitem__) == root(other, FILES.__getitem__)


@given(DOCUMENTS, DOCUMENTS)
def test_two_manifests_have_two_roots(one: Document, other: Document) -> None:
    bare = [{**document, "seal": {**document["seal"], "root": ""}} for document in (one, other)]
    assert (root(one, FILES.__getitem__) == root(other, FILES.__getitem__)) == same(*bare)


@given(DOCUMENTS, st.data())
def test_any_change_in_a_file_changes_it(document: Document, data: st.DataObject) -> None:
    paths = led_to(document)
    if paths:
        changed = FILES | {data.draw(st.sampled_from(paths)): "0" * 64}
        assert root(document, FILES.__getitem__) != root(document, changed.__getitem__)


@given(DOCUMENTS)
def test_any_value_put_in_or_taken_out_changes_it(document: Document) -> None:
    first = root(document, FILES.__getitem__)
    for key in document:
        if key not in ("seal", "resources"):
            less = {name: value for name, value in document.items() if name != key}
            assert root(less, FILES.__getitem__) != first
            assert root({**document, key: [document[key]]}, FILES.__getitem__) != first
