"""Names of evidence in words: the title of a measure, or what a file holds."""

from collections.abc import Mapping

from inspector.report.document.shape import Document
from inspector.report.wording import Words


def titles(document: Document, t: Words) -> dict[str, str]:
    """What stands for each name of evidence on a page, by the name as the document has it."""
    known = {str(name): str(words) for name, words in t["summary"]["evidence"].items()}
    known |= {f"theme/{one['theme']}": one["title"] for one in document["themes"]}
    for fact in document["facts"]:
        fields = fact["fields"]
        if "indicator" in fields and fields.get("title"):
            known.setdefault(f"indicator/{fields['indicator']}", str(fields["title"]))
    pictures = document["pictures"]
    return known | {f"indicator/{one['indicator']}": one["title"] for one in (pictures["lines"] if pictures else ())}


def named(name: str, known: Mapping[str, str]) -> str:
    """The words for a name; the name itself where there are none."""
    return known.get(name, name)
