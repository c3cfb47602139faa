"""Sheets as pages: boxes to tick and lines to write on, printed on A4 without a row cut in two, and without a script."""

from typing import Any

from inspector.proof.sheets import Part, QuestionSheet, Sheet
from inspector.report.harmless import harmless
from inspector.report.html.page import sheet_page
from inspector.report.wording import LANGUAGE


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


def _part(part: Part) -> dict[str, Any]:
    labels = [label for _, label in part.finds]
    many = part.kind.many if len(part.lines) != 1 else part.kind.one
    return {
        "kind": part.kind._asdict(),
        "title": f"{many[:1].upper()}{many[1:]}",
        "asks": [
            {
                "label": ask.label,
                "question": ask.question,
                "choices": [list(choice) for choice in ask.choices],
                "meant": ", ".join(f"{word} ({means})" for word, means in ask.choices if means),
            }
            for ask in part.asks
        ],
        "lines": [
            {
                "number": line.number,
                "key": line.key,
                "found": [[label, text] for label, text in zip(labels, line.find, strict=True) if text],
            }
            for line in part.lines
        ],
    }
