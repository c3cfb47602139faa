"""The recipe of docs/receipts.md verifies receipts without us: `openssl` and twenty lines of another language."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from inspector.register import keys, receipts
from inspector.register.book import opened
from tests.register.written import draft

PAGE = Path(__file__).parents[2] / "docs" / "receipts.md"
LANGUAGES = {"perl": "perl", "js": "node"}
MOST = 20


def script(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.S | re.M)
    assert len(found) == 1
    return found[0]


def runs(*words: str) -> bool:
    return (
        shutil.which(words[0]) is not None and subprocess.run(words, capture_output=True, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the public key and the receipts of seven entries, each as it was given."""
    folder = tmp_path_factory.mktemp("receipts")
    signer = keys.new(folder / "r.key", "county.example/register")
    with opened(str(folder / "r.db"), make=True) as register:
        for number in range(7):
            register.append([draft(number)], signer, now=f"2025-{number + 1:02}-01T00:00:00Z")
        for number in range(7):
            (folder / f"{number}.json").write_text(receipts.written(register.receipt(number)), encoding="utf-8")
    keys.new(folder / "other.key")
    return folder


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_receipt_is_verified_without_us(language: str, written: Path, tmp_path: Path) -> None:
    program = LANGUAGES[language]
    if not runs("openssl", "version") or "OpenSSL 3" not in subprocess.check_output(["openssl", "version"], text=True):
        pytest.skip("there is no openssl 3 here")
    if not runs(program, *(["-MJSON::PP", "-MDigest::SHA", "-e", "1"] if program == "perl" else ["--version"])):
        pytest.skip(f"there is no {program} here with what the recipe uses")
    (tmp_path / "recipe").write_text(script(language), encoding="utf-8")

    def verified(receipt: Path, key: str = "r.pub") -> str:
        entry = subprocess.run(
            [program, "recipe", str(receipt)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        if entry.returncode:
            return "no proof"
        words = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(written / key), "-rawin", "-in", "signed.txt"]
        signed = subprocess.run(
            [*words, "-sigfile", "signature.bin"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return entry.stdout if signed.returncode == 0 and "Verified Successfully" in signed.stdout else "no signature"

    for number in (0, 6):
        receipt = json.loads((written / f"{number}.json").read_text(encoding="utf-8"))
        assert verified(written / f"{number}.json") == receipt["entry"] + "\n"
    assert verified(written / "4.json", "other.pub") == "no signature"
    changed = tmp_path / "changed.json"
    for part, value in (
        ("entry", receipt["entry"] + " "),
        ("index", 5),
        ("index", 7),
        ("proof", receipt["proof"][:-1]),
    ):
        changed.write_text(json.dumps({**receipt, part: value}), encoding="utf-8")
        assert verified(changed) == "no proof", part
    later = {**receipt, "checkpoint": receipt["checkpoint"].replace("at 2025", "at 2024")}
    changed.write_text(json.dumps(later), encoding="utf-8")
    assert verified(changed) == "no signature"


def test_it_is_as_short_as_is_said() -> None:
    for language in LANGUAGES:
        assert len(script(language).splitlines()) <= MOST
