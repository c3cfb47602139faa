"""The children in need census: how its XML becomes tables, and what these need beyond their specification."""

from pathlib import Path
from typing import Any

import _returns

PACK = {
    "$schema": "https://inspector.example/schemas/pack.schema.json",
    "name": "cin",
    "title": "Children in need census",
    "version": "2023/24",
    "source": "Elements and codes of the census as the Department for Education prescribes it (Crown copyright, Open Government "
    "Licence v3.0), laid out as data in liia-tools (MIT licence, Copyright (c) 2022 Social Finance Digital Labs).",
    "form": "xml",
    "root": "Message",
    "child": "LAchildID",
    "dates": "%Y-%m-%d",
    "year": {"ends": "03-31", "said_in": "header.ReferenceDate", "seen_in": ["cin-details.CINclosureDate"]},
}
HEADER, IDENTIFIERS, TRAITS = (
    ("headertype", "collectiondetailstype", "sourcetype"),
    "childidentifierstype",
    "childcharacteristicstype",
)
# table: element, types whose leaves are its fields, fields of the elements that it stands in, title
TABLES: dict[str, tuple[str, tuple[str, ...], list[str], str]] = {
    "header": ("Header", HEADER, [], "The return itself"),
    "children": ("Child", (IDENTIFIERS, TRAITS), [], "Children"),
    "cin-details": ("CINdetails", ("cindetailstype",), ["LAchildID"], "Referrals and episodes of need"),
    "assessments": ("Assessments", ("assessmentstype",), ["LAchildID", "CINreferralDate"], "Assessments"),
    "cin-plans": ("CINPlanDates", ("cinplandatesttype",), ["LAchildID", "CINreferralDate"], "Child in need plans"),
    "section-47": ("Section47", ("section47type",), ["LAchildID", "CINreferralDate"], "Section 47 enquiries"),
    "protection-plans": (
        "ChildProtectionPlans", ("childprotectionplanstype",), ["LAchildID", "CINreferralDate"], "Child protection plans",
    ),
}  # fmt: skip
LISTS = {"Disability": "disabilitytype", "AssessmentFactors": "assessmentfactorstype", "CPPreviewDate": "date"}
KEYS = {
    "children": ["LAchildID"],
    "cin-details": ["LAchildID", "CINreferralDate"],
    "assessments": ["LAchildID", "AssessmentActualStartDate"],
    "cin-plans": ["LAchildID", "CINPlanStartDate"],
    "section-47": ["LAchildID", "S47ActualStartDate"],
    "protection-plans": ["LAchildID", "CPPstartDate"],
}
ORDERS = {
    "children": [["PersonDeathDate", "PersonBirthDate"]],
    "cin-details": [["CINclosureDate", "CINreferralDate"], ["DateOfInitialCPC", "CINreferralDate"]],
    "assessments": [
        ["AssessmentActualStartDate", "CINreferralDate"],
        ["AssessmentInternalReviewDate", "AssessmentActualStartDate"],
        ["AssessmentAuthorisationDate", "AssessmentActualStartDate"],
    ],
    "cin-plans": [["CINPlanEndDate", "CINPlanStartDate"]],
    "section-47": [["S47ActualStartDate", "CINreferralDate"], ["DateOfInitialCPC", "S47ActualStartDate"]],
    "protection-plans": [["CPPendDate", "CPPstartDate"]],
}
TOGETHER = {"cin-details": [("CINclosureDate", "ReasonForClosure")]}
PRIVATE = {"PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate"}
IDS = {"LAchildID", "UPN", "FormerUPN"}
CONTAINERS = {"inline", "headertype", "childrentype", "collectiondetailstype", "sourcetype"}
INTEGERS = {"gYear", "positiveInteger"}
TEXTS = {"LEA", "SourceLevel", "SerialNo", "Collection"}


def made(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The pack, and the row schema of each table by its name."""
    codes: dict[str, list[tuple[str, str]]] = {}
    patterns: dict[str, list[str]] = {}
    for row in _returns.rows(folder, "cin_codes.csv"):
        if row["kind"] == "code":
            codes.setdefault(row["type"], []).append((row["value"], row["detail"]))
        else:
            patterns.setdefault(row["type"], []).append(row["value"].replace(r"\d", "[0-9]"))
    fields = _returns.rows(folder, "cin_fields.csv")
    types = {row["element"]: row for row in fields}
    schemas = {name: _schema(name, fields, types, codes, patterns) for name in TABLES}
    tables = {
        name: {
            "title": title,
            "element": element,
            "from_above": above,
            **({"always": True} if name == "children" else {}),
        }
        for name, (element, _, above, title) in TABLES.items()
    }
    containers = sorted(
        {row["element"] for row in fields if row["type"] in CONTAINERS and row["element"] not in TEXTS}
        | {row["element"] for row in fields if row["type"] in (IDENTIFIERS, TRAITS)}
    )
    return {**PACK, "tables": tables, "containers": containers}, schemas


def _schema(name: str, fields: list[dict[str, str]], types: Any, codes: Any, patterns: Any) -> Any:
    _, of, above, title = TABLES[name]
    elements = {element for element, _, _, _ in TABLES.values()}
    own = [row for row in fields if row["block"] in of and row["element"] not in elements]
    leaves = [row for row in own if row["type"] not in CONTAINERS or row["element"] in TEXTS]
    cells = {one: _cell(types[one], codes, patterns) for one in above}
    cells |= {row["element"]: _cell(row, codes, patterns) for row in leaves}
    required = [*above, *(row["element"] for row in leaves if row["min_occurs"] == "1" and row["element"] not in LISTS)]
    links = [("LAchildID", "cin/children", "LAchildID")] if above else []
    more = {
        "allOf": [{"if": {"required": [a]}, "then": {"required": [b]}} for a, b in TOGETHER.get(name, [])],
        "x-date-format": PACK["dates"],
        "x-record": "LAchildID" if "LAchildID" in cells else "",
        "x-primary-key": KEYS.get(name, []),
        "x-foreign-key": [{"field": a, "kind": b, "references": c} for a, b, c in links],
        "x-not-before": ORDERS.get(name, []),
        "x-columns": required,
        "x-private": sorted(PRIVATE & set(cells)),
        "x-identifiers": sorted(IDS & set(cells)),
    }
    return _returns.schema("cin", name, f"{PACK['title']}: {title}", cells, required, more)


def _cell(row: dict[str, str], codes: Any, patterns: Any) -> Any:
    name, kind = row["element"], row["type"]
    listed = LISTS.get(name)
    if listed:
        item = _returns.cell(name, listed, codes.get(listed, []))
        words = {key: item.pop(key) for key in ("title", "description")}
        return {**words, "type": "array", "items": item}
    form = f"^(?:{'|'.join(patterns[kind])})$" if kind in patterns else ""
    kind = "date" if kind == "date" else "integer" if kind in INTEGERS else kind
    return _returns.cell(name, kind, codes.get(row["type"], []), form)
