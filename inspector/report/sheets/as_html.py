"""Sheets as pages: boxes to tick and lines to write on, printed on A4 without a row cut in two, and without a script."""

from typing import Any

from inspector.proof.asks import Ask
from inspector.proof.sheets import Part, QuestionSheet, Sheet
from inspector.report.harmless import harmless
from inspector.report.html.page import sheet_page
from inspector.report.wording import LANGUAGE

MOST_BOXES = 4
"""Of more choices none gets a box: the word is written down."""


def rows_page(sheet: Sheet, language: str = LANGUAGE) -> str:
    """The page of the rows that one person or team is asked about."""
    parts = [_part(part) for part in sheet.parts]
    values = {**sheet._asdict(), "period": list(sheet.period), "parts": parts}
    return sheet_page("sheet.html.j2", {"sheet": harmless(values)}, language)


def questions_page(sheet: QuestionSheet, language: str = LANGUAGE) -> str:
    """The page of the questions of one day."""
    asked = [question.model_dump(mode="json") for question in sheet.questions]
    values = {**sheet._asdict(), "period": list(sheet.period), "questions": asked}
    return sheet_page("questions.html.j2", {"sheet": harmless(values)}, language)


def _meant(ask: Ask) -> str:
    """The choices where there are too many for boxes or one needs explaining; else empty."""
    if len(ask.choices) <= MOST_BOXES and not any(means for _, means in ask.choices):
        return ""
    return ", ".join(f"{word} ({means})" if means else word for word, means in ask.choices)


def _part(part: Part) -> dict[str, Any]:
    labels = [label for _, label in part.finds]
    many = part.kind.many if len(part.lines) != 1 else part.kind.one
    return {
        "kind": part.kind._asdict(),
        "title": f"{many[:1].upper()}{many[1:]}",
        "asks": [
            {
                "field": ask.field,
                "label": ask.label,
                "question": ask.question,
                "choices": [list(choice) for choice in ask.choices],
                "boxes": 0 < len(ask.choices) <= MOST_BOXES,
                "meant": _meant(ask),
            }
            for ask in part.asks
        ],
        "lines": [
            {
                "number": line.number,
                "key": line.key,
                "fields": sorted(line.fields),
                "found": [[label, text] for label, text in zip(labels, line.find, strict=True) if text],
            }
            for line in part.lines
        ],
    }
