"""Counts have one definition across a report, no theme is silent that has rows, and headings count what they list."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.truth.bundle import Row
from tests.truth.case import Case
from tests.truth.counted import tried
from tests.truth.grammar import bad_grammar
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.sentences import aside, share_holds

KINDS = {
    "stream": ("improvement-log", "participation"),
    "learning": ("improvement-log",),
    "together": ("partnership",),
    "leadership": ("leadership",),
    "recommendations": ("recommendations",),
    "candour": ("self-evaluation",),
    "leverage": ("case-reviews",),
}
"""What a theme of munro hears of: whoever submitted rows of it is not silent there."""


@law
def no_theme_is_silent_that_has_rows(case: Case, see: See) -> None:
    """A theme is silent only where no rows were submitted for it; what was set aside of them is counted and told."""
    for theme in case.result["themes"]:
        kinds = KINDS.get(theme["theme"], ()) if case.framework == "munro" else ()
        rows = [row for kind in kinds for row in case.bundle.rows(kind) if theme["theme"] == "stream" or _heard(row)]
        told = theme.get("set_aside")
        if theme.get("state", theme["standing"]) == "silent" and rows:
            see.none(
                bool(told or theme["findings"]),
                f"{theme['theme']} is silent, and {len(rows)} rows were submitted for it",
            )
        if theme.get("state") == "set-aside":
            withdrawn = sum(bool(case.findings[id].raw["withdrawn"]) for id in theme["findings"])
            doubted = withdrawn and re.search(rf"\b{withdrawn} findings? (?:is|are) withdrawn", theme["says"])
            see.claim(bool(told or doubted), f"{theme['theme']} is set aside, and nothing says what")
        if told:
            left = [int(one[4]) for one in aside(" " + told["says"])]
            see.claim(bool(left), f"{told['says']!r} does not say how many")
            see.order(
                max(left, default=0) <= told["count"] <= sum(left),
                f"{told['count']} are set aside, and {told['says']!r}",
            )


def _heard(row: Row) -> bool:
    """Whether a row is more than an idea that nobody tried, of which the stream alone hears."""
    return row.kind != "improvement-log" or tried(row)


@law
def nothing_speaks_is_said_of_silence_alone(case: Case, see: See) -> None:
    """Nothing submitted speaks on a theme only where it has no finding and no rows."""
    if case.framework != "munro":
        return
    themes = {theme["title"]: theme for theme in case.result["themes"]}
    for text in _texts(case.result):
        found = re.search(r"[Nn]othing submitted speaks on '([^']+)'", text)
        if found and found[1] in themes:
            theme = themes[found[1]]
            rows = [row for kind in KINDS.get(theme["theme"], ()) for row in case.bundle.rows(kind) if _heard(row)]
            see.none(not theme["findings"], f"{text!r}, and it has the findings {theme['findings'][:3]}")
            see.none(not rows, f"{text!r}, and {len(rows)} rows were submitted for it")


@law
def a_count_has_one_definition(case: Case, see: See) -> None:
    """Tests of change are as many wherever they are counted."""
    pace = {one.fields["scale"]: one.fields for one in case.signals("improvement-pace")}
    if not pace:
        return
    count = pace["any"]["count"]
    see.number("small and large tests", pace["small"]["count"] + pace["large"]["count"], count)
    for name in ("learning-loop", "double-loop"):
        for one in case.signals(name):
            see.number(f"tests of {name}", one.fields["tests"], count)
    for one in case.signals("change-mix"):
        see.order(
            one.fields["known"] <= count,
            f"more tests say of what sort they are ({one.fields['known']}) than count ({count})",
        )
    for part in _parts(case.result):
        if part.get("part") == "trying-things-out":
            see.number("small changes that were tried", part["activities"], pace["small"]["count"])
    drawn = (case.result.get("fieldwork") or {}).get("samples", ())
    for one in drawn:
        if one["what"] == "tests of change" and one["how"] == "random":
            see.number("tests that samples are drawn from", one["out_of"], count)
    stream = (case.result.get("pictures") or {}).get("stream")
    if stream:
        see.number("tests in the picture of the stream", sum(map(sum, stream["counts"])), count)


def _parts(result: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for field in result.get("fields", ()):
        yield from field["parts"]


@law
def lists_are_as_long_as_is_said(case: Case, see: See) -> None:
    """A theme lists the findings that were drawn for it, and the printed table counts them."""
    for theme in case.result["themes"]:
        mine = {id for id, one in case.findings.items() if one.raw["theme"] == theme["theme"]}
        drawn = {id for id in mine if not case.findings[id].raw.get("withdrawn")}
        listed = set(theme["findings"])
        see.claim(drawn <= listed <= mine, f"{theme['theme']} lists {len(listed)} findings of {len(drawn)}")
    for one in (case.result.get("fieldwork") or {}).get("samples", ()):
        see.order(
            len(set(one["ids"])) == len(one["ids"]) <= one["out_of"], f"{one['ids']} are drawn of {one['out_of']}"
        )


@law
def every_text_is_a_sentence(case: Case, see: See) -> None:
    """Grammar for 0, 1 and many, in whatever the result says, the printed text included."""
    for text in dict.fromkeys(_texts(case.result)):
        see.ledger.seen["grammar"] += 1
        for wrong in bad_grammar(case.plain(text)):
            see.fault(f"{wrong} in {text!r}")
    known = " ".join(said.says for said in case.statements()) + " ".join(_texts(case.result))
    # What people wrote is told in their words.
    known += json.dumps(case.result.get("told", {}), ensure_ascii=False)
    known += case.result["bundle"]["digest"] + case.result["framework"]["digest"]
    for line in case.text.splitlines():
        see.ledger.seen["grammar"] += 1
        for wrong in bad_grammar(case.plain(_ASIDES.sub(" . ", line))):
            snippet = wrong.partition(": ")[2].strip("'\"")
            if not wrong.startswith("spaces") and snippet not in known:
                see.fault(f"{wrong} in the printed line {line.strip()!r}")


_ASIDES = re.compile(r"\([^)]*\)|\([^)]*$|^[^(]*\)|\[[^\]]*\]|  +")


WROTE = (
    "aim",
    "predicted",
    "saw",
    "said",
    "note",
    "role",
    "team",
    "owner",
    "owners",
    "theme",
    "area",
    "titles",
    "verified_by",
)
"""What people wrote themselves, told in their words; of what is told, `says` is theirs where `became` or `found` is ours."""


def _texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a result that is a sentence, save what people wrote themselves."""
    if isinstance(value, Mapping):
        theirs = ("says",) if {"became", "found", "action"} & set(value) else ()
        for name, inner in value.items():
            if name not in (
                "facts",
                "findings",
                "bundle",
                "pictures",
                "problems",
                "quotes",
                "quotation",
                "framework",
                *WROTE,
                *theirs,
            ):
                yield from _texts(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str) and " " in value and key not in ("authority", "title", "ids", "seed"):
        yield value


@law
def shares_are_those_of_their_counts(case: Case, see: See) -> None:
    """Where a sentence gives a share beside its counts, it is their share."""
    for said in case.statements():
        for found in re.finditer(
            r"\b(\d+) of (?:the |its |these )?(\d+)\b[^.;()]{0,60}\(((?:under |over )?\d+%)\)", said.says
        ):
            see.claim(share_holds(found[3], int(found[1]), int(found[2])), f"{found[0]!r} [{said.id}]")


@law
def what_is_called_a_count_is_whole(case: Case, see: See) -> None:
    """The number of findings that speak on a theme, in the printed table, is that of its list."""
    if not case.text:
        return
    at = case.text.find("THEMES")
    table = case.text[at : case.text.find("FINDINGS", at)].splitlines()
    for theme in case.result["themes"]:
        start = theme["title"][:20]
        line = next((line for line in table if line.startswith(start)), "")
        cells = [cell for cell in re.split(r"  +", line) if cell]
        count = next((int(cell) for cell in cells if cell.isdigit()), 0)
        if line:
            see.number(f"findings of {theme['theme']}", count, len(theme["findings"]))
