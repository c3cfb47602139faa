"""A bundle in the making: files are tried until nothing that has to be answered is open, then it is put in its place."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from inspector.bundle.kinds import is_case_list
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.reading import read_bundle
from inspector.model.derivations import KnownIndicator
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.packing import history, registering
from inspector.packing.adding import put
from inspector.packing.given import Given
from inspector.packing.intake import Item, attempt, given_of
from inspector.packing.keeping import span
from inspector.packing.manifest_file import Changing, load
from inspector.packing.new import contents, fill, refuse_full
from inspector.packing.questions import Answers, Key, Question
from inspector.privacy.gate import Gate
from inspector.writing import whole
from inspector.writing.parts import new_folder

EVER = date(1900, 1, 1), date(2100, 12, 31)
"""The period of a bundle in the making: every day that evidence is read for."""
PLACE = ("period", "start"), ("period", "end")


class Open(Exception):
    """Something that has to be answered is open, so nothing is made."""


@dataclass
class Gathering:
    """A bundle in the making: what came of each file, and what is open."""

    manifest: Changing
    items: list[Item]
    named: Sequence[KnownIndicator] = ()
    answers: Answers = field(default_factory=dict)
    unsure_too: bool = False
    by: Asked | None = None
    """By which framework rows are read back: they may have its words."""
    ever: dict[Key, Question] = field(default_factory=dict)
    """Every question that was asked on the way."""
    own_register: bool = False
    """Whether the register is made of answers, and not read from a file."""

    @property
    def folder(self) -> Path:
        """Where it is in the making."""
        return self.manifest.folder

    @property
    def gates(self) -> list[Gate]:
        """What of each file may be repeated, of those that were read so far."""
        return [read.back.gate for item in self.items if (read := item.added or item.tried) is not None]

    def hidden(self, text: str) -> str:
        """A text without what is private in any of the files."""
        for gate in self.gates:
            text = gate.text(text)
        return text

    def look(self) -> None:
        """Try every file that is not added yet, as it is answered now."""
        waiting = [one for one in self.items if one.added is None]
        while waiting:
            item = waiting.pop(0)
            more = [
                one
                for one in attempt(
                    self.manifest, item, self.answers, self.hidden, unsure_too=self.unsure_too, by=self.by
                )
                if one is not item
            ]
            self.items += more
            waiting += [item, *more] if more else []
        # By now the private values of all files are known: what is asked is asked again, without them.
        for item in self.items:
            if item.added is None and item.questions:
                attempt(self.manifest, item, self.answers, self.hidden, unsure_too=self.unsure_too, by=self.by)
        self._register_of_scorecards()

    def _register_of_scorecards(self) -> None:
        """Read the register from the files of figures themselves, where one holds it beside them."""
        for item in [one for one in self.items if one.added and one.added.resource["kind"] == "indicators"]:
            listed = self.manifest.document["resources"]
            way = (item.file.name, item.added.resource.get("sheet") if item.added else None)
            if any(
                (one.get("path"), one.get("sheet")) == way and one.get("kind") == registering.KIND for one in listed
            ):
                continue
            names = {str(one.get("name")) for one in listed}
            free = (registering.KIND, *(f"{registering.KIND}-{n}" for n in range(2, 1000)))
            given = Given(kind=registering.KIND, name=next(n for n in free if n not in names), sheet=item.sheet)
            with suppress(CannotComplete):
                put(self.manifest, item.file, item.file.name, given)

    def keep(self) -> bool:
        """Add the files of which half the rows or more can be read though codes in others stay open; whether there was one."""
        found = [item for item in self.items if _mostly_read(item, self.answers)]
        for item in found:
            given = replace(given_of(item, self.answers), by=self.by, unsure_too=self.unsure_too)
            item.added = put(self.manifest, item.file, item.file.name, given)
        return bool(found)

    def questions(self) -> list[Question]:
        """Everything that is asked, answered or not: of the whole, of each file, of the register."""
        found = [Question(("authority",), "Who submits the evidence?"), *self._period()]
        found += [question for item in self.items if not item.left_out for question in item.questions]
        if any(one.get("kind") in ("indicators", registering.KIND) for one in self.manifest.document["resources"]):
            asked = registering.questions(registering.register(self.folder), self.named)
            found += [one for one in asked if all(self.hidden(text) == text for text in (*one.key, one.text))]
        self.ever |= {one.key: one for one in found}
        return found

    def _period(self) -> Iterator[Question]:
        first, last = span_of(self.folder) if self.manifest.document["resources"] else (None, None)
        for key, day, text in zip(PLACE, (first, last), ("first", "last"), strict=True):
            why = "as the days in the files are" if day else ""
            yield Question(key, f"What is the {text} day that the evidence is about?", (), day or "", why, day=True)

    def finish(self, name: str) -> None:
        """Write the register that was answered, and the manifest with its period. Raises CannotComplete."""
        known = registering.register(self.folder)
        said = registering.completed(known, self.answers)
        figures = any(one.get("kind") == "indicators" for one in self.manifest.document["resources"])
        if said != known or (figures and not registering.has_register(self.manifest.document)):
            self._write_register(registering.completed(known, self.answers))
        authority = self.answers["authority",].strip()
        start, end = (date.fromisoformat(self.answers[key]) for key in PLACE)
        plain = contents(authority, start, end, name)[MANIFEST]
        document = self.manifest.document
        fresh = {**load_bytes(plain), "resources": document["resources"]}
        document.clear()
        document.update(fresh)
        with self.manifest.saving("make"):
            pass
        history.forget_all(self.folder)

    def _write_register(self, known: registering.Register) -> None:
        usable = {name: row for name, row in known.items() if row.get("better")}
        if not usable:
            return
        document = self.manifest.document
        document["resources"] = [one for one in document["resources"] if one.get("kind") != registering.KIND]
        with self.manifest.saving("make the register"):
            pass
        whole.write(self.folder / registering.FILE, registering.as_csv(usable))
        given = Given(kind=registering.KIND, name=registering.KIND)
        put(self.manifest, self.folder / registering.FILE, registering.FILE, given)
        self.own_register = True


def _mostly_read(item: Item, answers: Mapping[Key, str]) -> bool:
    if item.added or item.left_out or item.problems or item.tried is None:
        return False
    codes = all("codes" in one.key[len(item.key) :] for one in required(item.questions, answers))
    return codes and 2 * item.tried.back.readable >= item.tried.back.rows


def load_bytes(data: bytes) -> dict[str, object]:
    """A manifest from its bytes."""
    import json

    return dict(json.loads(data))


def span_of(folder: Path) -> tuple[str | None, str | None]:
    """The first and the last day that a bundle's rows are about; of case records, whose days go far back, only without others."""
    reading = read_bundle(folder)
    others = [one for one in reading.tables if not is_case_list(one.schema)]
    found = span(others, reading.hiding)
    return found if found != (None, None) else span(reading.tables, reading.hiding)


@contextmanager
def making(target: Path, name: str) -> Iterator[Changing]:
    """A bundle in the making beside `target`, put there when the block is done. Raises CannotComplete, OSError."""
    refuse_full(target)
    with scratch(target) as part:
        fill(part, contents("in the making", *EVER, name))
        yield load(part)


@contextmanager
def scratch(target: Path) -> Iterator[Path]:
    """A folder whose content comes to lie at `target` when the block is done; an empty folder there stays the one it is."""
    if not target.is_dir():
        with whole.folder(target) as part:
            yield part
        return
    part, number = new_folder(target)
    moved: list[Path] = []
    try:
        yield part
        if any(one != part for one in target.iterdir()):
            message = "another program put something there meanwhile; nothing was written"
            raise CannotComplete([error("not-empty", Where(file=str(target)), message, fix="choose another folder")])
        for child in sorted(part.iterdir(), key=lambda one: one.name == MANIFEST):
            child.rename(target / child.name)
            moved.append(target / child.name)
    except BaseException:
        for one in moved:
            shutil.rmtree(one) if one.is_dir() else one.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if number is not None:
            os.close(number)


def required(questions: Sequence[Question], answers: Mapping[Key, str]) -> list[Question]:
    """The questions that have to be answered and are not."""
    return [one for one in questions if one.required and one.key not in answers]
