"""What an inspection concluded, from its document or from itself, as far as two can be held against one another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from inspector.model.again import FindingMoved, Side, ThemeMoved
from inspector.model.inspection import Inspection
from inspector.model.ladder import Standing
from inspector.workbench.concluded import concluded

Fields = Mapping[str, Any]


class Drawn(NamedTuple):
    """A finding: what it concludes, its sentence, and the facts behind it."""

    rule: str
    theme: str
    concludes: str
    says: str
    facts: tuple[str, ...]


class Told(NamedTuple):
    """An inspection: who judged, the verdict with its row, themes with title and standing, findings, facts with their fields."""

    side: Side
    themes: Mapping[str, tuple[str, Standing]]
    findings: Mapping[str, Drawn]
    facts: Mapping[str, Fields]


def of_inspection(one: Inspection) -> Told:
    """What an inspection concluded."""
    verdict = one.verdict
    return Told(
        Side(
            framework=one.framework_id,
            framework_version=one.framework_version,
            framework_digest=one.framework_digest,
            engine=one.engine,
            verdict=verdict.verdict,
            assurance=verdict.assurance,
            row=verdict.row,
            says=verdict.says,
            because=verdict.because,
        ),
        {theme.theme: (theme.title, theme.standing) for theme in one.themes},
        {f.id: Drawn(f.rule, f.theme, _concludes(f.model_dump()), f.says, f.facts) for f in one.findings},
        {fact.id: {name: _plain(value) for name, value in fact.fields.items()} for fact in one.facts},
    )


def of_document(d: Mapping[str, Any], entry: int | None = None) -> Told:
    """What a stored result concluded."""
    made, verdict = concluded(d), d["verdict"]
    return Told(
        Side(
            framework=made.framework,
            framework_version=made.version,
            framework_digest=made.digest,
            engine=made.engine,
            verdict=made.verdict,
            assurance=verdict.get("assurance", "on-paper"),
            row=made.row,
            says=verdict["says"],
            because=tuple(verdict["because"]),
            entry=entry,
        ),
        {theme["theme"]: (theme["title"], made.standings[theme["theme"]]) for theme in d["themes"]},
        {f["id"]: Drawn(f["rule"], f["theme"], _concludes(f), f["says"], tuple(f["facts"])) for f in d["findings"]},
        {fact["id"]: fact["fields"] for fact in d["facts"]},
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _concludes(finding: Mapping[str, Any]) -> str:
    """What a finding concludes, in words."""
    if finding["withdrawn"]:
        return "withdrawn"
    words = {"better": "speaks for improvement", "worse": "speaks against improvement", "neither": "to be weighed"}
    parts = [words[finding["direction"]]]
    if finding["standing"]:
        parts.append(f"supports {finding['standing']}")
    if finding["limit"]:
        parts.append(f"holds the theme at {finding['limit']}")
    return ", ".join(parts)


def findings_moved(then: Told, now: Told) -> tuple[FindingMoved, ...]:
    """The findings that are new, gone or conclude otherwise, in the order of now, then those that are gone."""
    moved = []
    for name, one in now.findings.items():
        before = then.findings.get(name)
        if before is None or before.concludes != one.concludes:
            moved.append(
                FindingMoved(
                    finding=name,
                    rule=one.rule,
                    theme=one.theme,
                    differs="new" if before is None else "other",
                    then="" if before is None else before.concludes,
                    now=one.concludes,
                    says=one.says,
                    facts=_measured_otherwise(one.facts, then, now),
                )
            )
    gone = [(name, one) for name, one in then.findings.items() if name not in now.findings]
    return (
        *moved,
        *(
            FindingMoved(
                finding=name,
                rule=one.rule,
                theme=one.theme,
                differs="gone",
                then=one.concludes,
                says=one.says,
                facts=_measured_otherwise(one.facts, then, now),
            )
            for name, one in gone
        ),
    )


def _measured_otherwise(names: tuple[str, ...], then: Told, now: Told) -> tuple[str, ...]:
    """Which of these facts say otherwise in the two: field, then and now. A field that one of them lacks is `absent`."""
    said = []
    for name in names:
        before, after = then.facts.get(name), now.facts.get(name)
        if before is None or after is None:
            if before is not after:
                said.append(f"{name}: {'was measured then alone' if after is None else 'is measured now alone'}")
            continue
        for field in sorted(before.keys() | after.keys()):
            old, new = before.get(field, "absent"), after.get(field, "absent")
            if old != new:
                said.append(f"{name}: {field} {_word(old)} then, {_word(new)} now")
    return tuple(said)


def _word(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def rested_on(then: Told, now: Told) -> tuple[str, ...]:
    """What the row of then rested on and is otherwise now, in words: themes, findings, and other facts with their fields."""
    said: list[str] = []
    for name in then.side.because:
        kind, _, rest = name.partition("/")
        if kind == "standing" and rest in then.themes:
            old, new = then.themes[rest][1], now.themes[rest][1] if rest in now.themes else None
            said += [f"the theme {rest} ({old} then, {new or 'no such theme'} now)"] if old != new else []
        elif kind == "finding" and rest in then.findings:
            moved = now.findings.get(rest)
            if moved is None or moved.concludes != then.findings[rest].concludes:
                said.append(f"the finding {rest} ({'not made' if moved is None else moved.concludes} now)")
        elif name in then.facts:
            said += _measured_otherwise((name,), then, now)
    return tuple(said)


def themes_moved(then: Told, now: Told) -> tuple[ThemeMoved, ...]:
    """The themes that stand otherwise, in the order of now, each with the rules whose findings in it moved."""
    moved = findings_moved(then, now)
    found = []
    for name in dict.fromkeys((*now.themes, *then.themes)):
        before, after = then.themes.get(name), now.themes.get(name)
        old, new = before and before[1], after and after[1]
        if old != new:
            rules = tuple(dict.fromkeys(one.rule for one in moved if one.theme == name))
            title = (after or before or (name, None))[0]
            found.append(ThemeMoved(theme=name, title=title, then=old, now=new, rules=rules))
    return tuple(found)
