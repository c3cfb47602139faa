"""Make the published schemas of all documents that Inspector writes, from the types of the documents.

    python -m evidence.make_schemas

Writes them into evidence/schemas.
"""

import json
from pathlib import Path
from typing import Any

from evidence import make_inspection_schema, make_variant_schema
from evidence.make_inspection_schema import of_document
from evidence.shapes.frameworks import ContrastDocument, FrameworkDocument
from evidence.shapes.remarks import BundleDiffDocument, FrameworkCheckDocument, PluginsDocument, ProblemsDocument
from evidence.shapes.show import ShowDocument
from evidence.shapes.trend import TrendDocument
from evidence.shapes.visits import MarginDocument, VisitStatusDocument
from inspector.learning.shape import LearningDocument
from inspector.report.again.shape import AgainDocument
from inspector.report.comparison.shape import ComparisonDocument
from inspector.report.history.shape import HistoryDocument
from inspector.report.workbench.calibration_shape import CalibrationDocument
from inspector.report.workbench.diff_shape import DiffDocument
from inspector.report.workbench.facts_shape import FactsDocument
from inspector.report.workbench.mutation_shape import MutationDocument
from inspector.report.workbench.proof_shape import ProofDocument
from inspector.report.workbench.replay_shape import ReplayDocument
from inspector.report.workbench.tests_shape import TestsDocument

FOLDER = Path(__file__).parent / "schemas"
DOCUMENTS = {
    "history": ("History", HistoryDocument),
    "judged-again": ("Judged again", AgainDocument),
    "comparison": ("Comparison", ComparisonDocument),
    "learning": ("Learning", LearningDocument),
    "show": ("One piece of the evidence", ShowDocument),
    "trend": ("Series of a file", TrendDocument),
    "problems": ("Remarks on a bundle", ProblemsDocument),
    "visit-status": ("Visit", VisitStatusDocument),
    "margin": ("Margin of a verdict", MarginDocument),
    "contrast": ("Contrast with standards", ContrastDocument),
    "bundle-diff": ("Two submissions", BundleDiffDocument),
    "framework-check": ("Remarks on a framework", FrameworkCheckDocument),
    "framework-shown": ("A framework in short", FrameworkDocument),
    "framework-test": ("Cases of a framework", TestsDocument),
    "framework-mutation": ("Changes of a framework that its cases notice", MutationDocument),
    "plugins": ("Plugins", PluginsDocument),
    "framework-diff": ("What differs between two frameworks", DiffDocument),
    "framework-proof": ("What was asked of a framework's rules and table", ProofDocument),
    "framework-replay": ("Stored results judged anew", ReplayDocument),
    "framework-calibration": ("Rules and verdicts on simulated services", CalibrationDocument),
    "facts": ("What rules may speak of", FactsDocument),
}
"""The title and the type of each, by the name of its schema; that of an inspection has a maker of its own."""


def schema(name: str) -> dict[str, Any]:
    """The whole schema, with what it says once and refers to."""
    if name == "inspection":
        return make_inspection_schema.schema()
    if name == make_variant_schema.NAME:
        return make_variant_schema.schema()
    title, kind = DOCUMENTS[name]
    return of_document(kind, name, title)


if __name__ == "__main__":
    for one in ("inspection", make_variant_schema.NAME, *DOCUMENTS):
        text = json.dumps(schema(one), indent=2, ensure_ascii=False) + "\n"
        (FOLDER / f"{one}.schema.json").write_text(text, encoding="utf-8", newline="\n")
