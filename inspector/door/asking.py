"""The questions of the door that need a bundle: asked of the rooms that answer them."""

import os
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.door.keys import pseudonyms
from inspector.door.problems import Problems
from inspector.door.problems import asked as asked_by_probes
from inspector.door.refusal import flag_of, one_of, path_of, paths_of, refused, text_of, url_or_path
from inspector.door.result import Result
from inspector.door.texts import Text
from inspector.door.texts import explained as words_of

if TYPE_CHECKING:
    from inspector.register.recalled import Recall

AnyPath = str | os.PathLike[str]


def assessed(
    path: AnyPath,
    framework: AnyPath | None,
    matcher: str,
    despite_problems: bool,
    earlier: AnyPath | Sequence[AnyPath] | None,
    seed: str,
    pseudonymise: bool,
    key_file: AnyPath | None,
    visit: AnyPath | None = None,
    register: AnyPath | None = None,
    receipts: Sequence[AnyPath] = (),
    receipt_key: AnyPath | None = None,
    register_key: AnyPath | None = None,
) -> Result:
    """The verdict on a bundle, as `inspector.assess` says."""
    from inspector import arguing, inspection

    bundles, proofs = paths_of("earlier", earlier), paths_of("receipts", receipts)
    place = None if register is None else url_or_path("register", register)
    key = None if receipt_key is None else path_of("receipt_key", receipt_key)
    signed_by = None if register_key is None else path_of("register_key", register_key)

    one_of("matcher", matcher, ("auto", "durable", "reference"))
    text_of("seed", seed)
    workings = inspection.work(
        path_of("path", path),
        _named(framework),
        matcher=matcher,  # type: ignore[arg-type]
        despite_problems=flag_of("despite_problems", despite_problems),
        earlier=bundles,
        pseudonyms=pseudonyms(pseudonymise, key_file),
        remembered=_recalled(place, proofs, key, signed_by),
    )
    if visit is not None:
        from inspector.visiting import visited

        workings = visited(workings, path_of("visit", visit))
    if bundles or place is not None:
        from inspector.committing import committed

        workings = committed(workings)
    if workings.note:
        warnings.warn(workings.note, stacklevel=3)
    read = [path_of("path", one) for one in (path, framework, key_file, visit) if one is not None]
    kept = [] if place is None or "://" in place else [Path(place)]
    more = [*bundles, *proofs, *kept, *(one for one in (key, signed_by) if one is not None)]
    return Result.of(arguing.with_pictures(workings, seed), *read, *more)


def _recalled(
    register: str | None, receipts: Sequence[Path], key: Path | None, signed_by: Path | None
) -> "Recall | None":
    if register is None and not receipts:
        return None
    from inspector.register.recalled import recalled

    return recalled(register, receipts, key, signed_by=signed_by)


def checked(
    path: AnyPath,
    probes: bool,
    notified_on: date | str | None,
    pseudonymise: bool,
    key_file: AnyPath | None,
    framework: AnyPath | None,
) -> Problems:
    """The problems of a bundle, as `inspector.check` says."""
    from inspector.bundle import read_bundle
    from inspector.framework.read_by import read_by

    place, asking = path_of("path", path), flag_of("probes", probes)
    told = None if notified_on is None else _day(notified_on)
    named = _named(framework)
    reading = read_bundle(place, pseudonyms(pseudonymise, key_file), notified_on=told, by=read_by(named))
    return Problems(place.resolve().name, reading, asked_by_probes(reading, told) if asking else None, named)


def explained(
    name: str,
    framework: AnyPath | None,
    bundle: AnyPath | None,
    despite_problems: bool,
    pseudonymise: bool = False,
    key_file: AnyPath | None = None,
) -> Text:
    """What a name means, as `inspector.explain` says."""
    place = None if bundle is None else path_of("bundle", bundle)
    asked = text_of("name", name)
    hiding = pseudonyms(pseudonymise, key_file)
    return words_of(asked, _named(framework), place, flag_of("despite_problems", despite_problems), hiding)


def _named(framework: AnyPath | None) -> str | None:
    return None if framework is None else str(path_of("framework", framework))


def _day(day: date | str) -> date:
    if isinstance(day, datetime):
        return day.date()
    try:
        return day if isinstance(day, date) else date.fromisoformat(day)
    except (TypeError, ValueError):
        raise refused(
            "argument", "notified_on", f"{day!r} is not a day", "a date, or text such as 2026-01-15"
        ) from None
