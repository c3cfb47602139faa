"""The looked-after return (SSDA903): what its ten or eleven CSVs need beyond their specification."""

from pathlib import Path
from typing import Any

import _returns

PACK = {
    "$schema": "https://inspector.example/schemas/pack.schema.json",
    "name": "ssda903",
    "title": "SSDA903, children looked after",
    "version": "2023/24",
    "source": "Columns and codes of the return as the Department for Education prescribes it (Crown copyright, Open Government "
    "Licence v3.0), laid out as data in liia-tools (MIT licence, Copyright (c) 2022 Social Finance Digital Labs).",
    "form": "csv",
    "child": "CHILD",
    "dates": "%d/%m/%Y",
    "year": {"ends": "03-31", "seen_in": ["episodes.DEC", "reviews.REVIEW"]},
}
TABLES: dict[str, tuple[str, str, list[str]]] = {
    "header": ("Header", "Children", ["header"]),
    "episodes": ("Episodes", "Episodes of care", ["episodes", "episode"]),
    "reviews": ("Reviews", "Reviews", ["reviews", "review"]),
    "uasc": ("UASC", "Unaccompanied asylum seeking children", ["uasc"]),
    "oc2": ("OC2", "Outcomes of children looked after for twelve months", ["oc2"]),
    "oc3": ("OC3", "Care leavers", ["oc3", "care leavers"]),
    "ad1": ("AD1", "Children adopted", ["ad1"]),
    "placed_for_adoption": (
        "PlacedAdoption", "Children who should be placed for adoption",
        ["placed for adoption", "should be placed for adoption", "sbpfa", "placed adoption", "placedadoption"],
    ),
    "previous_permanence": (
        "PrevPerm", "Previous permanence", ["previous permanence", "prev perm", "prevperm"],
    ),
    "missing": ("Missing", "Missing episodes", ["missing"]),
    "social_worker": (
        "SocialWorker", "Social workers of children",
        ["social worker", "social workers", "sw episodes", "swepisodes", "socialworker"],
    ),
}  # fmt: skip
ALWAYS = {"header", "episodes"}
KEYS = {
    "header": ["CHILD"],
    "episodes": ["CHILD", "DECOM"],
    "reviews": ["CHILD", "REVIEW"],
    "uasc": ["CHILD"],
    "oc2": ["CHILD"],
    "oc3": ["CHILD"],
    "ad1": ["CHILD"],
    "placed_for_adoption": ["CHILD", "DATE_PLACED"],
    "previous_permanence": ["CHILD"],
    "missing": ["CHILD", "MIS_START"],
    "social_worker": ["CHILD", "SW_DECOM"],
}
ORDERS = {
    "header": [["MC_DOB", "DOB"]],
    "episodes": [["DEC", "DECOM"]],
    "reviews": [["REVIEW", "DOB"]],
    "uasc": [["DUC", "DOB"]],
    "ad1": [["DATE_INT", "DOB"], ["DATE_MATCH", "DATE_INT"]],
    "placed_for_adoption": [["DATE_PLACED", "DOB"], ["DATE_PLACED_CEASED", "DATE_PLACED"]],
    "previous_permanence": [["DATE_PERM", "DOB"]],
    "missing": [["MIS_START", "DOB"], ["MIS_END", "MIS_START"]],
    "social_worker": [["SW_DECOM", "DOB"], ["SW_DEC", "SW_DECOM"]],
}
TOGETHER = {
    "episodes": [("REC", "DEC")],
    "missing": [],
    "placed_for_adoption": [("DATE_PLACED_CEASED", "REASON_PLACED_CEASED")],
}
PRIVATE = {"DOB", "MC_DOB", "HOME_POST", "PL_POST", "SW_ID"}
IDS = {"CHILD", "UPN", "SW_ID"}
PATTERNS = {
    "UPN": "^(?:[A-Za-z][0-9]{12}|[A-Za-z][0-9]{11}[A-Za-z]|UN[1-7])$",
    "HOME_POST": _returns.POSTCODE,
    "PL_POST": _returns.POSTCODE,
}
ALIASES = {"SEX": ["gender"], "CHILD": ["child id"], "DOB": ["date of birth"]}


def made(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The pack, and the row schema of each table by its name."""
    codes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in _returns.rows(folder, "ssda903_codes.csv"):
        codes.setdefault((row["table"], row["column"]), []).append((row["code"], row["name"]))
    columns = _returns.rows(folder, "ssda903_columns.csv")
    schemas = {name: _schema(name, [row for row in columns if row["table"] == of], codes)
               for name, (of, _, _) in TABLES.items()}  # fmt: skip
    tables = {
        name: {"title": title, "files": files, **({"always": True} if name in ALWAYS else {})}
        for name, (_, title, files) in TABLES.items()
    }
    return {**PACK, "tables": tables}, schemas


def _schema(name: str, columns: list[dict[str, str]], codes: dict[tuple[str, str], list[tuple[str, str]]]) -> Any:
    names = [row["column"] for row in columns]
    cells = {
        row["column"]: _returns.cell(
            row["column"], row["type"], codes.get((row["table"], row["column"]), []), PATTERNS.get(row["column"], "")
        )
        for row in columns
    }
    link = [{"field": "CHILD", "kind": "ssda903/header", "references": "CHILD"}] if name != "header" else []
    together = [{"if": {"required": [given]}, "then": {"required": [asked]}} for given, asked in TOGETHER.get(name, [])]
    more = {
        "allOf": together,
        "x-date-format": PACK["dates"],
        "x-record": "CHILD",
        "x-columns": names,
        "x-primary-key": KEYS[name],
        "x-foreign-key": link,
        "x-not-before": ORDERS.get(name, []),
        "x-aliases": {field: texts for field, texts in ALIASES.items() if field in names},
        "x-private": sorted(PRIVATE & set(names)),
        "x-identifiers": sorted(IDS & set(names)),
    }
    title = f"{PACK['title']}: {TABLES[name][1]}"
    required = [row["column"] for row in columns if row["can_be_blank"] == "false"]
    return _returns.schema("ssda903", name, title, cells, required, more)
