"""Make the row schemas of Annex A's eleven lists from the specification as data.

    python evidence/make_annex_a.py FOLDER

FOLDER holds columns.csv, codes.csv, lists.csv, deltas_since_2019.csv and value_variants.csv (see NOTICE for their origin).
Writes evidence/schemas/annex-a/list-N.schema.json, codes.csv and value_variants.csv.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parent / "schemas" / "annex-a"
PRIVATE = {"date_of_birth", "allocated_worker", "allocated_personal_advisor", "placement_postcode"}
IDS = {"child_unique_id", "individual_adopter_identifier", "family_identifier"}
ADDED = {
    9: [
        (6, "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", "code", "yes_no"),
        (9, "Allocated Personal Advisor", "string", ""),
        (12, "Latest Pathway Plan Review Date", "date", ""),
        (14, "Latest Date of Contact", "date", ""),
    ]
}
PLAN_START, CARE_START = "Child Protection Plan Start Date", "Date Started to be Looked After"
DECISION = "Date of Decision that Child Should be Placed for Adoption"
NO_LONGER = "Date of Decision that Child Should No Longer be Placed for Adoption"
ORDERS = {
    2: [("Assessment completion date", "Assessment start date")],
    4: [("Continuous Assessment Date of Authorisation", "Continuous Assessment Start Date")],
    5: [
        (
            "Date of Initial Child Protection Conference",
            "Strategy discussion initiating Section 47 Enquiry Start Date",
        )
    ],
    6: [("CIN Closure Date", "CIN Start Date")],
    7: [
        ("Child Protection Plan End Date", PLAN_START),
        ("Date of the Last Statutory Visit", PLAN_START),
        ("Date of latest review conference", PLAN_START),
    ],
    8: [
        ("Date Ceased to be Looked After", CARE_START),
        ("Date Ceased to be Looked After", "Start Date of Most Recent Placement"),
        ("Start date of current legal status", CARE_START),
        ("Start Date of Most Recent Placement", CARE_START),
        ("Date of Latest Statutory Review", CARE_START),
        ("Date of Last Social Work Visit", CARE_START),
        ("Date of Last IRO Visit / Contact to the Child", CARE_START),
    ],
    10: [
        (DECISION, "Date the Child Entered Care"),
        ("Date of Placement Order", "Date the Child Entered Care"),
        ("Date of Adoption Order", "Date Placed for Adoption"),
        ("Date Placed for Adoption", "Date of Matching Child and Prospective Adopters"),
        (NO_LONGER, DECISION),
        (
            "Date the child was placed for fostering in FFA or concurrent planning placement",
            "Date the Child Entered Care",
        ),
    ],
    11: [
        ("Date Stage 1 started", "Date enquiry received"),
        ("Date Stage 1 ended", "Date Stage 1 started"),
        ("Date Stage 2 started", "Date Stage 1 ended"),
        ("Date Stage 2 ended", "Date Stage 2 started"),
        ("Date application approved", "Date application submitted"),
        ("Date child/children placed with adopter(s)", "Date adopter matched with child(ren)"),
        ("Date of Adoption Order", "Date child/children placed with adopter(s)"),
        ("Date of leaving adoption process", "Date enquiry received"),
    ],
}
RESULT = "Did the Initial Child Protection Conference Result in a Child Protection Plan"
TOGETHER = {
    5: [(RESULT, "Date of Initial Child Protection Conference")],
    6: [("CIN Closure Date", "Reason for Closure"), ("Reason for Closure", "CIN Closure Date")],
    8: [
        ("Date Ceased to be Looked After", "Reason Ceased to be Looked After"),
        ("Reason Ceased to be Looked After", "Date Ceased to be Looked After"),
    ],
    10: [
        (NO_LONGER, "Reason Why Child No Longer Placed for Adoption"),
        ("Reason Why Child No Longer Placed for Adoption", NO_LONGER),
    ],
    11: [
        ("Date of leaving adoption process", "Reason for leaving adoption process"),
        ("Reason for leaving adoption process", "Date of leaving adoption process"),
    ],
}
"""The second asked for where the first is given."""
SAYING = {6: [("Case status", "e) Closed episode", "CIN Closure Date")]}
"""The third asked for where the first has that code."""
KEYS = {
    1: ["Child Unique ID", "Date of Contact", "Contact Source"],
    2: ["Child Unique ID", "Assessment start date", "Organisation completing assessment"],
    3: ["Child Unique ID", "Date of referral"],
    4: ["Child Unique ID", "Continuous Assessment Start Date"],
    5: ["Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date"],
    6: ["Child Unique ID", "CIN Start Date"],
    7: ["Child Unique ID"],
    8: ["Child Unique ID"],
    9: ["Child Unique ID"],
    10: ["Child Unique ID"],
    11: ["Individual adopter identifier", "Gender", "Ethnicity", "Disability"],
}
LEAST = {"age_of_child_years": -1, "number_of_placements_in_the_last_12_months": 1}
MISREAD = {"Neglect, Physical and Emotional", "White and Asian [MWAS]"}
"""Recorded spellings that are not what they were recorded as."""
FIRST_DAY, LAST_DAY, MOST = "1900-01-01", "2100-12-31", 1_000_000
SAME_CODES = {"yes_no_plain": "yes_no"}


def field(header: str) -> str:
    """A header as a field: lower case, words parted by underscores."""
    plain = header.casefold().replace("’", "").replace("'", "").replace("‘", "")
    return re.sub(r"[\W_]+", "_", plain).strip("_")


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file of the specification."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def code_lists(folder: Path) -> dict[str, list[str]]:
    """The codes of each list: those of 2019 in their order, then those added since."""
    lists: dict[str, list[str]] = {}
    for row in table(folder, "codes.csv"):
        lists.setdefault(row["code_list"], []).append(row["code"])
    for row in table(folder, "deltas_since_2019.csv"):
        if row["kind"] == "code" and row["value"] not in lists[row["where"]]:
            lists[row["where"]].append(row["value"])
    return lists


def variants(folder: Path) -> list[tuple[str, str, str]]:
    """Field, spelling and standard value of every recorded variant, sorted, each once."""
    rows = table(folder, "value_variants.csv")
    plain = {"True": "a) Yes", "False": "b) No"}
    found = (
        (r["standard_value"], field(r["column"]), r["as_written_by_authorities"])
        for r in rows
        if r["as_written_by_authorities"] not in MISREAD
    )
    return sorted({(name, written, plain.get(standard, standard)) for standard, name, written in found})


def columns(folder: Path, number: int) -> list[dict[str, str]]:
    """The columns of one list, those of the newest version, in their order."""
    found = [row for row in table(folder, "columns.csv") if row["list_no"] == str(number)]
    for place, header, kind, codes in ADDED.get(number, []):
        row = {"column": header, "type": kind, "code_list": codes, "can_be_blank": "true", "added": "2024"}
        found.insert(place - 1, {**dict.fromkeys(found[0], ""), **row})
    return found


def cell(row: dict[str, str], lists: dict[str, list[str]], groups: dict[str, list[str]]) -> dict[str, object]:
    """The JSON Schema of one column."""
    name = field(row["column"])
    made: dict[str, object] = {"title": row["column"].strip(), "description": " ".join(row["guidance"].split())[:400]}
    if not made["description"]:
        made["description"] = made["title"]
    if row["type"] == "date":
        return {**made, "type": "string", "format": "date", "formatMinimum": FIRST_DAY, "formatMaximum": LAST_DAY}
    if row["type"] == "integer":
        return {**made, "type": "integer", "minimum": LEAST.get(name, 0), "maximum": MOST}
    made = {**made, "type": "string", "minLength": 1}
    if row["type"] == "code":
        codes = lists[row["code_list"]]
        known = {code.casefold() for code in codes}
        codes = codes + [group for group in groups.get(name, []) if group.casefold() not in known]
        return {**made, ("examples" if row.get("code_list_open") == "true" else "enum"): codes}
    return {**made, "pattern": POSTCODE} if name == "placement_postcode" else made


POSTCODE = "^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$"


def schema(
    number: int, title: str, rows: list[dict[str, str]], lists: dict[str, list[str]], groups: dict[str, list[str]]
) -> dict[str, object]:
    """The row schema of one list."""
    names = {row["column"].strip(): field(row["column"]) for row in rows}
    aliases = {name: found for row in rows if (found := spellings(name := field(row["column"])))}
    together = [
        {"if": {"required": [names[given]]}, "then": {"required": [names[asked]]}}
        for given, asked in TOGETHER.get(number, [])
    ] + [
        {
            "if": {"required": [names[given]], "properties": {names[given]: {"const": code}}},
            "then": {"required": [names[asked]]},
        }
        for given, code, asked in SAYING.get(number, [])
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://inspector.example/schemas/annex-a/list-{number}.schema.json",
        "title": f"Annex A list {number}: {title}",
        "description": "Generated from Ofsted's template (updated August 2019) and what was added by 2024 and 2026.",
        "type": "object",
        "properties": {field(row["column"]): cell(row, lists, groups) for row in rows},
        "required": [field(row["column"]) for row in rows if row["can_be_blank"] == "false"],
        **({"allOf": together} if together else {}),
        "additionalProperties": False,
        "x-tolerant": True,
        "x-list": number,
        "x-record": names["Individual adopter identifier" if number == 11 else "Child Unique ID"],
        "x-columns": [field(row["column"]) for row in rows if not row.get("added")],
        "x-primary-key": [names[header] for header in KEYS[number]],
        "x-not-before": [[names[later], names[earlier]] for later, earlier in ORDERS.get(number, [])],
        "x-aliases": aliases,
        "x-heading-patterns": {
            field(row["column"]): re.sub("^/|/i$", "", row["header_regex"]) for row in rows if row["header_regex"]
        },
        "x-variants": {
            name: name for row in rows if row["type"] == "code" and (name := field(row["column"])) in groups
        },
        "x-private": sorted(PRIVATE & set(names.values())),
        "x-identifiers": sorted((IDS | {"allocated_worker", "allocated_personal_advisor"}) & set(names.values())),
    }


def codes(folder: Path, lists: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Field, code and description of every code of every coded field, sorted by field, each once."""
    details = {(row["code_list"], row["code"]): row["detail"] for row in table(folder, "codes.csv")}
    found: dict[str, dict[str, str]] = {}
    for number in range(1, 12):
        for row in columns(folder, number):
            for code in lists.get(row["code_list"], ()):
                found.setdefault(field(row["column"]), {})[code] = details.get((row["code_list"], code), "")
    return [(name, code, detail) for name, own in sorted(found.items()) for code, detail in own.items()]


def write(path: Path, head: list[str], rows: Iterable[tuple[str, str, str]]) -> None:
    """Write a CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def spellings(name: str) -> list[str]:
    """Other headings that a field is known by."""
    known = {"gender": ["sex"], "age_of_child_years": ["age"], "child_unique_id": ["child id", "unique id"]}
    return known.get(name, [])


def main(folder: Path) -> None:
    """Write the schemas and the variants."""
    OUT.mkdir(parents=True, exist_ok=True)
    lists, recorded = code_lists(folder), variants(folder)
    groups: dict[str, list[str]] = {}
    for name, _, standard in recorded:
        if standard not in groups.setdefault(name, []):
            groups[name].append(standard)
    titles = {int(row["list_no"]): row["name"] for row in table(folder, "lists.csv")}
    for number, title in sorted(titles.items()):
        made = schema(number, title, columns(folder, number), lists, groups)
        text = json.dumps(made, indent=2, ensure_ascii=False) + "\n"
        (OUT / f"list-{number}.schema.json").write_text(text, encoding="utf-8")
    write(OUT / "codes.csv", ["field", "code", "description"], codes(folder, lists))
    write(OUT / "value_variants.csv", ["field", "as_written", "standard"], recorded)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
