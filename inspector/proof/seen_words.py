"""What people write where they are asked what they saw of a row: read as one of four answers, or not at all.

Nothing is never *seen*: a blank is not yet recorded, and a mark that can mean two things is asked about.
"""

import re
import unicodedata
from typing import Literal

from inspector.model.visits import Seen

SEEN: tuple[Seen, ...] = ("seen", "partly", "not-seen", "could-not-look")
IN_WORDS: dict[Seen, str] = {
    "seen": "seen", "partly": "partly", "not-seen": "not seen", "could-not-look": "could not look",
}  # fmt: skip
"""The four answers as they stand on sheets."""
AMBIGUOUS: dict[str, str] = {
    "x": "it can mean ticked, and it can mean not there",
    "?": "it says that somebody was not sure",
    "-": "it can mean nothing there, and it can mean not yet looked",
    "n/a": "it can mean that there was nothing, and that nobody could look",
    "false": "a box without a tick can mean not there, and not yet looked",
    "none": "it can mean that there was nothing, and that nothing is written yet",
}
"""Marks that are never taken for an answer, and why."""
_READ: dict[str, tuple[str, ...]] = {
    "seen": (
        "seen", "s", "yes", "y", "ok", "okay", "found", "true", "1", "confirmed", "as written", "all there", "there", "correct",
        "yes seen", "seen yes", "seen ok", "seen as written", "seen all", "all seen", "seen in full", "fully seen", "tick",
        "ticked", "sighted", "saw it", "verified", "evidenced",
        "matches", "agreed", "as stated", "ja", "j", "ges", "gesehen", "vu", "oui", "✓", "✔", "☑", "✅", "wedi gweld",
    ),
    "partly": (
        "partly", "part", "p", "partial", "partially", "in part", "half", "some", "some of it", "partly seen", "seen partly",
        "part seen", "seen in part", "teilweise", "teils", "teilw", "tw", "en partie",
    ),
    "not-seen": (
        "not seen", "notseen", "n", "no", "not found", "unseen", "not there", "nothing there", "missing", "absent",
        "no evidence", "no trace", "nothing found", "not located", "not evidenced", "not sighted",
        "could not find", "couldn't find", "could not find it",
        "no record", "no sign", "does not exist", "didn't happen", "did not happen", "never happened",
        "not as written", "nein", "nicht gesehen", "nicht ges", "n ges", "non", "pas vu", "✗", "✘", "❌", "☒",
    ),
    "could-not-look": (
        "could not look", "couldn't look", "couldnt look", "cnl", "could not", "couldn't", "cannot look", "can't look",
        "no access", "not available", "unavailable", "unable", "unable to look", "locked", "away", "nobody there", "nobody in",
        "not shown", "refused", "access refused", "could not see", "couldn't see", "konnte nicht", "kein zugang",
    ),
    "": (
        "", "not yet", "not looked", "not looked yet", "not looked at", "tbc", "tbd", "to do", "todo", "later", "pending",
        "outstanding", "open", "awaiting", "noch nicht", "offen",
    ),
}  # fmt: skip
_BY_WORD: dict[str, str] = {word: seen for seen, words in _READ.items() for word in words}
_SAME = {
    "na": "n/a", "n.a": "n/a", "n/a": "n/a", "n\\a": "n/a", "not applicable": "n/a", "nil": "none", "none": "none",
    "0": "false", "xx": "x", "☓": "x", "×": "x", "??": "?", "???": "?", "–": "-", "—": "-", "--": "-", "/": "-",
}  # fmt: skip
_AROUND = re.compile(r"^[\s'\"‘’“”(\[]+|[\s'\"‘’“”)\].,;:!]+$")
_BREAKS = re.compile(r"[\s_]+|(?<=\w)-(?=\w)")
_NOTE = re.compile(r"\s*(?:[,;:(]|\s[-–—]\s|\.\s)\s*")
DOUBT = re.compile(
    r"\?|\b(?:but|not|no|only|except|wrong|partly|part|half|some|different|differs?|missing|other|nearly|almost|mostly|though"
    r"|although|however|unless|nothing|never|none|nobody|unclear|unsure|maybe|perhaps|probably|possibly|might|think|thought|incorrect"
    r"|error|mistake|cannot|without|guess|doubt\w*|[a-z]+n't|aber|nur|nicht)\b",
    re.IGNORECASE,
)
"""What takes back an answer of *seen* that stands before it: *seen, but not the date*."""
_CANNOT = r"(?:could not|couldn't|couldnt|cannot|can't|cant|unable to)"
_BEGINNINGS: tuple[tuple[Seen, re.Pattern[str]], ...] = (
    (
        "not-seen",
        re.compile(
            r"(?:not|never) (?:seen|found|there|evidenced|located|sighted|happened)\b|no (?:record|sign|trace|evidence|mention)\b"
            rf"|{_CANNOT} (?:find|locate|trace)\b|nobody (?:knew|knows|remembers?|remembered|had heard|has heard)\b"
            r"|nothing (?:written|found|there|on file)\b"
        ),
    ),
    (
        "could-not-look",
        re.compile(
            rf"{_CANNOT} (?:look|get|open|access|see|reach|log|be shown|be seen|be opened)\b|no access\b"
            r"|(?:access|entry) (?:was )?(?:refused|denied)\b"
            r"|(?:file|office|system|cupboard) (?:was |is )?(?:locked|closed|shut|down)\b"
        ),
    ),
    ("partly", re.compile(r"(?:partly|partially|part|some|half) (?:seen|of it|there|evidenced|found)\b|in part\b")),
    ("seen", re.compile(r"(?:seen|sighted|yes|saw (?:it|this)|found)\b (?:in|on|at|with|by|from|as|the|and|it)\b")),
)
"""How answers begin that go on in words, without a mark between: *seen in the minutes of May*, *no record of it*."""
LONGEST = 400


def seen_of(text: str) -> Seen | Literal[""] | None:
    """What was seen, as somebody wrote it; empty where nothing is recorded yet, None where it cannot be known what is meant."""
    found = _BY_WORD.get(plainly(text))
    return found  # type: ignore[return-value]


def answer_and_note(text: str) -> tuple[Seen | Literal[""] | None, str]:
    """What was seen, and the note that somebody wrote behind it: `seen, in the minute book`, `no record of it`.

    An answer of *seen* is taken only where nothing behind it may take it back.
    """
    if (whole := seen_of(text)) is not None:
        return whole, ""
    bare = text[:LONGEST].strip()
    parts = _NOTE.split(bare, maxsplit=1)
    first, note = (seen_of(parts[0]), parts[-1].strip(" ,;:.()-–—")) if len(parts) == 2 else (None, "")
    if not first:
        plain = plainly(bare)
        first, note = next((seen for seen, words in _BEGINNINGS if words.match(plain)), None), bare
    if not first or (first == "seen" and DOUBT.search(note)) or len(text.strip()) > LONGEST:
        return None, ""
    return first, note


def why_not(text: str) -> str:
    """In words why a mark is not taken for an answer: that it can mean two things, or that it is none of the four."""
    bare = plainly(text)
    if bare.startswith(("seen", "yes", "found", "sighted", "saw")):
        return "what stands behind it may take it back"
    return AMBIGUOUS.get(
        _SAME.get(bare, bare), "it is none of the four answers (seen, partly, not seen, could not look)"
    )


def plainly(text: str) -> str:
    """A text without capitals, odd spaces, marks around it and hyphens between its words."""
    bare = unicodedata.normalize("NFKC", text[:LONGEST]).replace("’", "'").casefold()
    bare = _AROUND.sub("", _AROUND.sub("", bare))
    return " ".join(_BREAKS.sub(" ", bare).split())
