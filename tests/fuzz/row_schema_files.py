"""Row schemas of authorities, changed at random: refused with a place, or a table checked by them as `jsonschema` would."""

import json
from pathlib import Path
from random import Random

from tests.bundle.mutating import mutated
from tests.bundle.test_row_schemas import BASES, holds
from tests.fuzz.damage import some_values
from tests.fuzz.fuzzer import Files, Fuzzer


def make(random: Random) -> Files:
    """A row schema with one to three changes."""
    base = random.choice(BASES)
    schema = mutated(base, random) if random.random() < 0.7 else some_values(random, base)
    return {"t.schema.json": json.dumps(schema).encode()}


def hold(folder: Path) -> str:
    """`refused` or `read`, as the law of row schemas has it."""
    return holds(json.loads((folder / "t.schema.json").read_text()))


FUZZER = Fuzzer("row_schema_files", make, hold, in_suite=75)
