"""The schema of the `framework.yaml` of a variant, made from that of a framework that stands by itself."""

import copy
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "schemas"
NAME = "framework-variant"
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"


def schema() -> dict[str, Any]:
    """The whole schema: what a framework may say, what of it a variant need not, and what only a variant says."""
    made: dict[str, Any] = copy.deepcopy(json.loads((FOLDER / "framework.schema.json").read_text(encoding="utf-8")))
    made["$id"] = made["$id"].replace("framework.schema", f"{NAME}.schema")
    made["title"] = "Variant of a framework"
    made["description"] = "framework.yaml of a framework that is built on another: what it has otherwise than its base."
    made["required"] = ["id", "version", "title", "extends"]
    row = made["properties"]["verdicts"]["items"]["properties"]
    row |= {
        "before": _text("The row of the base that this one stands before.", "cannot-say"),
        "after": _text("The row of the base that this one stands after.", "work-without-effect-yet"),
        "replaces": _reason("That it takes the place of the row with its id, and why."),
    }
    made["properties"] |= {
        "extends": _text(
            "The framework it is built on, and which versions of it: an id, or a path from here.", "munro@0.3"
        ),
        "drops": {
            "type": "array",
            "minItems": 1,
            "description": "What of the base is not taken over, each with a reason: rules, rows of the table, themes, cases.",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["because"],
                "properties": {
                    "rule": _id("The id of a rule.", "small-steps-never-stop"),
                    "row": _id("The id of a row of the decision table.", "a-sure-loss"),
                    "theme": _id("The id of a theme; its rules, and rows that ask for it, have to go too.", "together"),
                    "case": _text("The name of a test case.", "one gain"),
                    "because": _reason("Why it is not taken over."),
                },
            },
        },
        "weights": {
            "type": "array",
            "minItems": 1,
            "description": "Themes of the base that count otherwise in the score, each with a reason.",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["theme", "weight", "because"],
                "properties": {
                    "theme": _id("The id of a theme of the base.", "together"),
                    "weight": {"type": "number", "minimum": 0, "description": "How much it counts.", "examples": [2]},
                    "because": _reason("Why it counts otherwise here."),
                },
            },
        },
    }
    return made


def _id(says: str, example: str) -> dict[str, Any]:
    return {"type": "string", "pattern": ID, "description": says, "examples": [example]}


def _text(says: str, example: str) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "description": says, "examples": [example]}


def _reason(says: str) -> dict[str, Any]:
    return {
        "type": "string",
        "pattern": "\\S",
        "maxLength": 400,
        "description": says,
        "examples": ["The service has no partners of that kind."],
    }
