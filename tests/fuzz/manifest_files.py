"""Manifests changed at random, over a small bundle with every sort of resource: what the profile refuses is told and not used."""

import json
from pathlib import Path
from random import Random

from tests.bundle.test_manifests import full, law, some
from tests.fuzz.damage import some_values
from tests.fuzz.fuzzer import Files, Fuzzer

MANIFEST = "datapackage.json"


def make(random: Random) -> Files:
    """The small bundle's files and its manifest with one to three changes."""
    document, files = full()
    changed = some(random) if random.random() < 0.6 else some_values(random, document)
    return {**files, MANIFEST: json.dumps(changed).encode()}


def hold(folder: Path) -> str:
    """How far it was read, as the law of manifests has it; `no manifest` where it is not even an object."""
    document = json.loads((folder / MANIFEST).read_text())
    return law(folder, document if isinstance(document, dict) else {"resources": document})


FUZZER = Fuzzer("manifest_files", make, hold, in_suite=100)
