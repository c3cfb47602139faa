"""Write an Annex A workbook of many rows with a known number of faults, and the truth beside it.

    python generate_annex_a.py FILE.xlsx [ROWS] [SEED]

The rows are spread over the eleven lists, more on those that are long in life. About one row in a hundred has a code
nobody knows, a date that does not exist, a blank where none may be, or a known spelling that is not the standard's.
"""

import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

SCHEMAS = Path(__file__).parents[2] / "evidence" / "schemas" / "annex-a"
SHARE = {1: 20, 2: 8, 3: 16, 4: 16, 5: 8, 6: 14, 7: 4, 8: 6, 9: 4, 10: 2, 11: 2}
START, END = date(2025, 7, 1), date(2025, 12, 31)
LATER = {
    "assessment_completion_date", "continuous_assessment_date_of_authorisation", "cin_closure_date",
    "date_of_initial_child_protection_conference", "child_protection_plan_end_date", "date_ceased_to_be_looked_after",
    "date_of_adoption_order", "date_stage_1_ended", "date_stage_2_ended", "date_of_leaving_adoption_process",
    "date_placed_for_adoption", "date_of_placement_order", "reason_for_closure", "reason_ceased_to_be_looked_after",
    "reason_why_child_no_longer_placed_for_adoption", "reason_for_leaving_adoption_process", "family_identifier",
    "date_of_decision_that_child_should_no_longer_be_placed_for_adoption",
    "did_the_initial_child_protection_conference_result_in_a_child_protection_plan",
}  # fmt: skip
"""Fields left blank, so that dates are in order and nothing is owed to another list."""


def cell(field: str, schema: dict[str, Any], draw: random.Random) -> Any:
    """A value without fault."""
    if field in LATER:
        return None
    if schema.get("format") == "date":
        days = (END - START).days
        back = 3650 if field == "date_of_birth" else 0
        return START + timedelta(days=int(draw.random() * days) - back)
    if schema["type"] == "integer":
        return int(draw.random() * 15) + 1
    if "enum" in schema:
        return draw.choice(schema["enum"][:8])
    return "E1 6AN" if "postcode" in field else f"Team {int(draw.random() * 12)}"


def main(path: Path, rows: int, seed: int) -> None:
    """Write the workbook, and `path.truth.json`: how many of each fault stand in each list."""
    draw = random.Random(seed)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    truth: dict[str, dict[str, int]] = {}
    child = 0
    for number in range(1, 12):
        schema = json.loads((SCHEMAS / f"list-{number}.schema.json").read_text())
        sheet = book.add_worksheet(f"List {number}")
        sheet.write_row(0, 0, [one["title"] for one in schema["properties"].values()])
        planted = {"unknown-code": 0, "no-such-date": 0, "missing-value": 0}
        for row in range(1, rows * SHARE[number] // 100 + 1):
            child += 1
            values = {field: cell(field, one, draw) for field, one in schema["properties"].items()}
            values[schema["x-record"]] = f"child-{child}"
            if number == 6:
                values["case_status"] = "c) Child in need plan"
            if number in (7, 8):
                end = "child_protection_plan_end_date" if number == 7 else "date_ceased_to_be_looked_after"
                values[end] = END
                if number == 8:
                    values["reason_ceased_to_be_looked_after"] = "c) E2: Died"
            if number == 10:
                values["date_of_adoption_order"] = END
            spoil(values, schema, planted, draw)
            for column, value in enumerate(values.values()):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif value is not None:
                    sheet.write(row, column, value)
        truth[f"List {number}"] = {rule: count for rule, count in planted.items() if count}
    book.close()
    path.with_suffix(".truth.json").write_text(json.dumps(truth, indent=1))


def spoil(values: dict[str, Any], schema: dict[str, Any], planted: dict[str, int], draw: random.Random) -> None:
    """Plant at most one fault of each kind, each in about one row of a hundred."""
    codes = [field for field, one in schema["properties"].items() if "enum" in one and field not in LATER]
    keys = {*schema["x-primary-key"], *(field for pair in schema["x-not-before"] for field in pair)}
    days = [
        field for field, one in schema["properties"].items()
        if one.get("format") == "date" and values[field] is not None and field not in keys
    ]  # fmt: skip
    if draw.random() < 0.01:
        values[codes[0]] = "zzz"
        planted["unknown-code"] += 1
    if days and draw.random() < 0.01:
        values[days[-1]] = "31/02/2025"
        planted["no-such-date"] += 1
    if draw.random() < 0.01 and "ethnicity" in values:
        values["ethnicity"] = None
        planted["missing-value"] += 1


if __name__ == "__main__":
    given = [int(part) for part in sys.argv[2:]]
    main(Path(sys.argv[1]), given[0] if given else 50_000, given[1] if len(given) > 1 else 1)
