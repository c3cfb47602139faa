"""The phrases of a report in one language, read from `phrases/`, and how they are filled in.

Another language is another file, beside the English one or in a folder that `INSPECTOR_PHRASES` names; no code has to be touched.
A phrase that it lacks is said in English. Of a file that ships there is a copy in JSON, which is read in its place for as long as
it is of that very file: YAML takes thirty times as long.
"""

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from inspector import files
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.words import in_a_row

Words = Mapping[str, Any]
"""Phrases by their keys, nested."""
LANGUAGE = "en-GB"
FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))
"""Names of the forms that a plural has in some language."""
FOLDER_OF_ONES_OWN = "INSPECTOR_PHRASES"
_PLACE = re.compile(r"\{[^{}]*\}")
_PLURALS = re.compile(r"(?:(?:zero|one|two|few|many)=\d+(?:\.\d+)?(?: |$))*")
_FOLDER = Path(__file__).parent / "phrases"


_SPOKEN: ContextVar[str] = ContextVar("spoken", default=LANGUAGE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within the block, phrases of no named language are those of this one. Raises CannotComplete as `phrases` does."""
    phrases(language)
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def spoken() -> str:
    """The language in which is spoken now: English outside of every `speaking` block."""
    return _SPOKEN.get()


def folders() -> tuple[Path, ...]:
    """The folders in which files of languages lie: ours, and that which `INSPECTOR_PHRASES` names."""
    own = os.environ.get(FOLDER_OF_ONES_OWN, "")
    return (_FOLDER, *([Path(own)] if own else []))


def phrases(language: str | None = None) -> Words:
    """All phrases of a language, by default of that which is spoken now, as nested mappings.

    Raises CannotComplete for a language without a file, and for a file that does not hold phrases as the English one does.
    """
    return _phrases(language or spoken(), os.environ.get(FOLDER_OF_ONES_OWN, ""))


def _files(own: str) -> dict[str, Path]:
    folders = [_FOLDER, *([Path(own)] if own else [])]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yaml"))}


@lru_cache(maxsize=4)
def _phrases(language: str, own: str) -> Words:
    files = _files(own)
    if language not in files:
        where = Where(file="--language")
        raise _refused(where, f"there are no phrases in {language!r}", f"one of {', '.join(sorted(files))}")
    english = read_phrases(_FOLDER / f"{LANGUAGE}.yaml")
    if language == LANGUAGE:
        return dict(english)
    return dict(_over(english, read_phrases(files[language]), files[language], ()))


def read_phrases(path: Path) -> Any:
    """What a file of a language holds. Raises CannotComplete where it cannot be read, or is no YAML in UTF-8."""
    try:
        data = files.data(path, "yaml-bytes")
        return _copied(path, data) or from_yaml(data)
    except (OSError, UnicodeDecodeError, ValueError) as failure:
        reason = str(failure).partition("\n")[0]
        raise _refused(Where(file=path.as_posix()), f"the phrases cannot be read: {reason}", "YAML in UTF-8") from None


def from_yaml(data: bytes) -> Any:
    """The phrases of a file. Raises ValueError where it is not YAML in UTF-8."""
    import yaml

    try:
        return yaml.load(data.decode(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as failure:
        raise ValueError(str(failure)) from None


def copy_of(data: bytes) -> str:
    """The copy in JSON of a file of phrases, which says of which."""
    copy = {"of": sha256(data).hexdigest(), "phrases": from_yaml(data)}
    return json.dumps(copy, ensure_ascii=False, indent=1) + "\n"


def _copied(path: Path, data: bytes) -> Any:
    copy = path.with_suffix(".json")
    if path.parent != _FOLDER or not copy.is_file():
        return None
    kept = json.loads(copy.read_bytes())
    return kept["phrases"] if kept["of"] == sha256(data).hexdigest() else None


def _over(english: Any, other: Any, path: Path, at: tuple[str, ...]) -> Any:
    """The other language's phrase where it has one of the same sort, with no other words in braces; else the English one."""
    if other is None:
        return english
    where = Where(file=path.as_posix(), path="/".join(at))
    if isinstance(english, dict):
        if not isinstance(other, dict):
            raise _refused(where, "this is not a set of phrases", "phrases by the same keys as in English")
        strange = sorted(set(map(str, other)) - set(map(str, english)))
        if strange:
            raise _refused(where, f"there is no phrase {strange[0]!r} in English", "the keys of the English file")
        return {key: _over(value, other.get(key), path, (*at, str(key))) for key, value in english.items()}
    if _is_pair(english) and isinstance(other, dict):
        return _forms(english, other, where)
    if type(other) is not type(english) or not _as_many(english, other, at):
        raise _refused(where, "this is not what the English phrase is", f"as in {english!r}")
    if _braces(other) - _braces(english):
        raise _refused(
            where, f"{sorted(_braces(other) - _braces(english))[0]!r} is filled in with nothing", f"as in {english!r}"
        )
    for phrase in other if isinstance(other, list) else [other]:
        _fillable(phrase, english, where)
    return other


def _as_many(english: Any, other: Any, at: tuple[str, ...]) -> bool:
    """Whether a list has as many phrases as the English one, each of them of the same sort."""
    if not isinstance(english, list):
        return True
    sorts = {type(one) for one in english}
    return (len(other) == len(english) or "cuts" in at) and all(type(one) in sorts for one in other)


def _fillable(phrase: Any, english: Any, where: Where) -> None:
    """Refuse braces that do not close, and forms of plurals that are no numbers by their names."""
    if where.path == "tongue/plurals" and not _PLURALS.fullmatch(str(phrase)):
        raise _refused(where, "these are not the numbers of forms of plurals", f"as in {english!r}")
    if re.search(r"[{}]", _PLACE.sub("", str(phrase))):
        raise _refused(where, "braces do not close", f"as in {english!r}")


def _is_pair(english: Any) -> bool:
    return isinstance(english, list) and len(english) == 2 and "{" in "".join(map(str, english))


def _forms(english: Any, other: dict[str, Any], where: Where) -> Any:
    """Where English has a pair, a language may have more forms of a plural, by their names."""
    if "other" not in other or not set(other) <= FORMS:
        raise _refused(where, "these are not forms of a plural", f"`other`, and any of {', '.join(sorted(FORMS))}")
    if strange := sorted(_braces(other.values()) - _braces(english)):
        raise _refused(where, f"{strange[0]!r} is filled in with nothing", f"as in {english!r}")
    for phrase in other.values():
        _fillable(phrase, english, where)
    return {name: str(phrase) for name, phrase in other.items()}


def _braces(phrase: Any) -> set[str]:
    text = " ".join(map(str, phrase)) if isinstance(phrase, Collection) and not isinstance(phrase, str) else str(phrase)
    return set(_PLACE.findall(text))


def _refused(where: Where, message: str, expected: str) -> CannotComplete:
    return CannotComplete([Problem(rule="phrases", level="error", where=where, message=message, expected=expected)])


def fill(phrase: str, **values: object) -> str:
    """The phrase with its braces filled in. Values are put in as they are: braces in them mean nothing."""
    return phrase.format_map(values)


def counted(pair: "list[str] | dict[str, str]", count: int, **values: object) -> str:
    """The phrase of a pair [one, many] that suits the number, filled in; of a language with more forms, that of its form."""
    if isinstance(pair, dict):
        return fill(pair.get(plural_form(count), pair["other"]), count=count, **values)
    return fill(pair[count != 1], count=count, **values)


def plural_form(number: float) -> str:
    """The name of the form that a number takes in the language that is spoken: `one`, `two`, …, or `other`."""
    pairs = (one.split("=") for one in str(phrases()["tongue"]["plurals"]).split())
    return next((name for name, of in pairs if float(of) == number), "other")


def month_of(iso: str, short: bool = False) -> str:
    """`April 2024`, or `Apr 2024`, of an ISO date in the language that is spoken."""
    words = phrases()["tongue"]
    name = words["short_months" if short else "months"][int(iso[5:7]) - 1]
    return fill(words["month"], month=name, year=int(iso[:4]))


def day_of(iso: str) -> str:
    """`3 May 2024` of an ISO date in the language that is spoken."""
    words = phrases()["tongue"]
    return fill(words["day"], day=int(iso[8:10]), month=words["months"][int(iso[5:7]) - 1], year=int(iso[:4]))


def listed(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c` in the language that is spoken."""
    return in_a_row(names, str(phrases()["tongue"]["and"]).strip())
