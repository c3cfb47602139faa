"""What `inspector visit status` says, as cases that an inspector reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.proof.chain import Chain
from inspector.proof.standing import stands
from inspector.report.visit_document import document
from inspector.report.visit_status import status
from tests.proof.recorded import InMemory, draft, keys_of, visit, write

CASES = yaml.safe_load((Path(__file__).parent / "status.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    where = visit(seed_known=case.get("seed_known", False), without=case.get("without_guarantee", False))
    file = InMemory("Ann", where.plan.seal)
    for one in case["found"]:
        write(file, where, [draft(key, one["seen"], but=one.get("but")) for key in keys_of(where, one["rows"])])
    chains = [Chain(Path("ann.jsonl"), "Ann", tuple(file.entries))] if file.entries else []
    found = stands(where, file.entries)
    told = status(where, found, chains)
    assert [said for said in case.get("says", ()) if said not in " ".join(told.split())] == [], told
    assert [said for said in case.get("never", ()) if said in " ".join(told.split())] == [], told
    if "next" in case:
        assert told.splitlines()[-1] == case["next"]
    # The document says the same of each claim.
    for claim in document(where, found, chains)["claims"]:
        assert f"{claim['claim']}: {claim['state'].upper()}" in told
        assert (claim["rows_to_draw"] > 0) == (
            "to be drawn" in told.split(f"{claim['claim']}: ")[1].split("improvement-log:")[0]
        )
