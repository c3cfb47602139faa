"""What a pattern asks for, as a plain sentence: `2 capital letters, then 6 digits`, not a regular expression."""

import re

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
POSTCODE = "^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$"
_KNOWN = {
    ID: "lower-case letters, digits and hyphens, as `team-3`",
    POSTCODE: "a postcode in capital letters, as `SW1A 1AA`",
}
_CLASSES = {
    "[0-9]": "digit", r"\d": "digit", "[A-Z]": "capital letter", "[a-z]": "lower-case letter",
    "[A-Za-z]": "letter", "[a-zA-Z]": "letter", "[A-Z0-9]": "capital letter or digit", "[0-9A-Z]": "capital letter or digit",
    "[a-z0-9]": "lower-case letter or digit", "[A-Za-z0-9]": "letter or digit", "[a-zA-Z0-9]": "letter or digit",
    "[1-9]": "digit from 1 to 9", r"\w": "letter, digit or underscore", " ": "space", r"\s": "space",
}  # fmt: skip
_PART = re.compile(
    r"(?P<some>\[[^\]\\]+\]|\\[dws]|[A-Za-z0-9_:/# -]|\\[-./+()])(?P<many>\?|\+|\*|\{[0-9]+(?:,[0-9]*)?\})?"
)
_ONE_OF = re.compile(r"\^\(?(?:\?:)?([\w -]+(?:\|[\w -]+)+)\)?\$")
MOST_PARTS = 6


def in_words(pattern: str) -> str:
    """What a text must be to match the whole of a pattern; empty where the pattern says more than a sentence holds."""
    if known := _KNOWN.get(pattern):
        return known
    if (choice := _ONE_OF.fullmatch(pattern)) and "(" in pattern:
        return f"one of {', '.join(choice[1].split('|'))}"
    if not (pattern.startswith("^") and pattern.endswith("$")):
        return ""
    parts, at, body = list[str](), 0, pattern[1:-1]
    literal = ""
    while at < len(body):
        found = _PART.match(body, at)
        if not found:
            return ""
        at = found.end()
        said = _CLASSES.get(found["some"])
        if said is None and (found["some"][0] == "[" or found["many"]):
            return ""
        if said is None:
            literal += found["some"][-1]
            continue
        parts += [f"`{literal}`"] * bool(literal)
        literal = ""
        parts.append(_counted(said, found["many"] or ""))
    parts += [f"`{literal}`"] * bool(literal)
    return ", then ".join(parts) if 0 < len(parts) <= MOST_PARTS else ""


def _counted(said: str, many: str) -> str:
    if many in ("", "?"):
        return f"{'a' if not many else 'at most one'} {said}"
    plural = (
        " or ".join(f"{word}s" for word in said.split(" or "))
        if " from " not in said
        else said.replace("digit", "digits")
    )
    if many in ("+", "*"):
        return plural if many == "+" else f"any number of {plural}"
    low, comma, high = many[1:-1].partition(",")
    if not comma:
        return f"{low} {said if low == '1' else plural}"
    return f"{low} to {high} {plural}" if high else f"{low} {plural} or more"
