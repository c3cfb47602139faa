"""Entries in words: one on a line, and one whole with what was entered about it."""

from collections.abc import Sequence

from inspector.model.register import (
    CorrectionBody,
    DecisionBody,
    Entry,
    ReplyBody,
    ResultBody,
    RowsRoot,
    SubmissionBody,
    VisitBody,
)
from inspector.model.words import agree, plural, short

WIDE = 10
"""Characters of a kind of entry, at most."""
MOST_SAID = 60


def line(entry: Entry) -> str:
    """An entry on one line: its number, when, what, whose, and what it says in short."""
    return f"{entry.index:>5}  {entry.entered_at[:10]}  {entry.kind:<{WIDE}}  {short(entry.authority)}: {_short(entry)}"


def whole(entry: Entry, about_it: Sequence[Entry]) -> list[str]:
    """An entry in lines, with the entries that speak of it."""
    found = [
        f"Entry {entry.index}: {entry.kind} of {short(entry.authority)}",
        f"Entered: {entry.entered_at}",
        *(f"About: entry {one}" for one in entry.about),
        *_body(entry),
    ]
    if entry.contents:
        found.append("Kept:")
        found += [
            f"  {short(one.name)}  {one.bytes:,} {agree(one.bytes, 'byte', 'bytes')}  sha256:{one.sha256}"
            for one in entry.contents
        ]
    if about_it:
        found += ["", "Entered about it:", *(line(one) for one in about_it)]
    return found


def _short(entry: Entry) -> str:
    body = entry.body
    if isinstance(body, SubmissionBody):
        return f"{body.period_start} to {body.period_end}, root {body.root[7:15]}"
    if isinstance(body, ResultBody):
        return f"{body.verdict} ({body.assurance}) by {body.framework} {body.framework_version}, of {_of(entry)}"
    if isinstance(body, VisitBody):
        return f"on {body.day}, of {_of(entry)}"
    said = short(body.says, MOST_SAID)
    if isinstance(body, ReplyBody):
        return f"on {body.finding or 'the whole'} of {_of(entry)}: {said}"
    if isinstance(body, DecisionBody):
        return f"reply in {_of(entry)} {body.decision.replace('-', ' ')}: {said}"
    return f"of {_of(entry)}: {said}"


def _of(entry: Entry) -> str:
    return f"entry {entry.about[0]}" if entry.about else "no entry"


def _body(entry: Entry) -> list[str]:
    body = entry.body
    if isinstance(body, SubmissionBody):
        return _submission(body)
    if isinstance(body, ResultBody):
        return _result(body)
    if isinstance(body, VisitBody):
        return [f"Visited: {body.day}", f"Plan: {short(body.plan)}", f"Of the root: {body.root or 'none'}"]
    if isinstance(body, ReplyBody):
        return [f"On: {short(body.finding) if body.finding else 'the result as a whole'}", *_said(body)]
    if isinstance(body, DecisionBody):
        return [f"Decided: the reply is {body.decision.replace('-', ' ')}", *_said(body)]
    return _said(body)


def _submission(body: SubmissionBody) -> list[str]:
    return [
        f"Period: {body.period_start} to {body.period_end}",
        f"Says that it was submitted: {body.submitted_at or 'not said'}",
        f"Root: {body.root}",
        *(["Its files are kept with identifiers replaced."] if body.pseudonymised else []),
        *(["The authority agreed that others may learn from its tests."] if body.learning else []),
        *([f"Rows of {plural(len(body.resources), 'resource')}:"] if body.resources else []),
        *map(_rows, body.resources),
    ]


def _rows(one: RowsRoot) -> str:
    return f"  {short(one.resource)} ({short(one.kind)}): {plural(one.rows, 'row')}, {one.rows_root}"


def _result(body: ResultBody) -> list[str]:
    return [
        f"Verdict: {body.verdict} ({body.assurance})",
        *(f"  {short(theme)}: {standing}" for theme, standing in body.standings),
        f"Period: {body.period_start} to {body.period_end}",
        f"Framework: {short(body.framework)} {short(body.framework_version)}, digest {short(body.framework_digest)}",
        f"Engine: Inspector {short(body.engine)}",
        f"Of the root: {body.root}",
    ]


def _said(body: ReplyBody | DecisionBody | CorrectionBody) -> list[str]:
    return [f"By: {short(body.by)}", f"Says: {body.says}"]
