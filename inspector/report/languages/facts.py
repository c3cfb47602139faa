"""Facts and traces in another language: a sentence for each kind, chosen by the fact's typed fields and filled in with them."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.report.languages.catalogue import Catalogue
from inspector.report.languages.files import Said
from inspector.report.languages.places import filled


def fits(when: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    """Whether every field is as asked: one value or any of a list; `null` where it is absent, `{}` where it is anything."""
    return all(_one(wanted, fields.get(name)) for name, wanted in when.items())


def _one(wanted: Any, found: Any) -> bool:
    if wanted == {}:
        return found is not None
    return any(_same(one, found) for one in (wanted if isinstance(wanted, list) else [wanted]))


def _same(wanted: Any, found: Any) -> bool:
    return bool(wanted == found) and isinstance(wanted, bool) == isinstance(found, bool)


def says(entries: tuple[Said, ...], fields: Mapping[str, Any], catalogue: Catalogue) -> str | None:
    """What the first entry that fits says of the fields; None where none does."""
    entry = next((one for one in entries if fits(one.when, fields)), None)
    if entry is None:
        return None
    word = _word(catalogue)
    said = [filled(part, fields, word, catalogue.tongue.form) for when, part in entry.parts if fits(when, fields)]
    return " ".join(said)


def _word(catalogue: Catalogue) -> Callable[[object, str], str]:
    """Texts of fields are as people wrote them, but where `:words` says that they are words of ours."""

    def word(value: object, form: str) -> str:
        if isinstance(value, str) and form == "words":
            return catalogue.place(value)
        return catalogue.tongue.said(value, form)

    return word
