"""What was asked of a framework's rules and table, and what came of it, as text and as JSON."""

from collections.abc import Iterator

from inspector.model.proofs import QUESTIONS, Claim, Proof, Question
from inspector.model.words import plural
from inspector.report.document.problems import where_values
from inspector.report.document.written import written
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.workbench.proof_shape import ProofDocument, ProvedClaim, ProvedQuestion

TOLD = {
    "proved": "This holds of all evidence with at most {facts} facts of one kind, all of it trusted.",
    "shown": "The cases below show it.",
    "could-not-tell": "No case was found that shows it, and none that it cannot be.",
}


def render(found: Proof, form: str) -> str:
    """What was found as `text` or `json`, ending in a newline."""
    return written(document(found)) if form == "json" else text(found)


def text(found: Proof) -> str:
    """Every question with its answer, what was found with its cases, and cases for rows that none reaches."""
    parts = [_head(found), _questions(found), *(_claim(claim, found) for claim in found.claims), _unreached(found)]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def document(found: Proof) -> ProofDocument:
    """What was found as the values of its document."""
    return {
        "format": "inspector-framework-proof",
        "version": 1,
        "framework": {"id": found.framework, "version": found.version, "digest": found.digest},
        "facts": found.facts,
        "questions": [_question_of(one) for one in found.questions],
        "claims": [_claim_of(one) for one in found.claims],
        "unreached": [
            {"of": one.of, "what": one.what, "where": where_values(one.where), "witness": one.witness}
            for one in found.unreached
        ],
    }


def _head(found: Proof) -> Iterator[str]:
    yield from wrapped(
        plain(
            f"{found.framework} {found.version}, asked of all evidence with at most {found.facts} facts of one kind, all of it "
            "trusted. What is shown by a case was judged by the engine."
        ),
        "",
    )


def _questions(found: Proof) -> Iterator[str]:
    for one in found.questions:
        ids = {claim.id for claim in found.claims}
        yield from wrapped(f"{QUESTIONS[one.id]} {_answer(one, found, bool(ids))}", "  ", "    ")


def _answer(one: Question, found: Proof, any_: bool) -> str:
    if not one.of and not one.untold:
        return "There is nothing to ask it of."
    mine = [claim for claim in found.claims if claim.id in IDS[one.id]] if any_ else []
    said = [f"{plural(len(mine), 'remark')} below" if mine else "" if one.untold else "Yes"]
    if one.untold:
        said.append(f"could not tell of {_some(one.untold)}")
    answer = f"{'; '.join(part for part in said if part)} ({one.of} asked)."
    return f"{answer} Proved of {_some(one.proved, '; ')}." if one.proved else answer


IDS = {
    "rules-fire": ("rule-dead",),
    "rules-lift": ("rule-never-lifts",),
    "rows-reached": ("row-dead", "row-hidden", "verdict-never-given"),
    "improving-rests": ("improving-shown-by-nothing",),
    "rules-add": ("rule-implied",),
    "rules-agree": ("rules-opposed",),
    "more-is-no-worse": ("more-gives-worse",),
}
"""By question the ids of what it may find."""
LISTED = 6


def _some(names: tuple[str, ...], between: str = ", ") -> str:
    rest = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return f"{between.join(names[:LISTED])}{rest}"


def _claim(claim: Claim, found: Proof) -> Iterator[str]:
    yield from wrapped(plain(f"{claim.where}: {claim.level} [{claim.id}] {claim.says}."), "", "  ")
    yield from wrapped(TOLD[claim.told].format(facts=found.facts), "  ")
    if claim.fix:
        yield from wrapped(plain(f"Fix: {claim.fix}."), "  ")
    yield from _pasted(claim.witness)


def _unreached(found: Proof) -> Iterator[str]:
    if not found.unreached:
        return
    many = len(found.unreached)
    yield from wrapped(
        f"{plural(many, 'row')} of the table {'is' if many == 1 else 'are'} reached by none of the framework's own cases. "
        "These reach them; give each a name and a story that somebody who does the work would recognise before you keep it.",
        "",
    )
    for one in found.unreached:
        yield ""
        yield from _pasted(one.witness)


def _pasted(witness: str) -> Iterator[str]:
    for line in witness.splitlines():
        yield plain(line).rstrip()


def _question_of(one: Question) -> ProvedQuestion:
    return {
        "id": one.id,
        "asks": QUESTIONS[one.id],
        "of": one.of,
        "untold": list(one.untold),
        "proved": list(one.proved),
    }


def _claim_of(one: Claim) -> ProvedClaim:
    return {
        "id": one.id,
        "level": "error" if one.level == "error" else "query",
        "of": list(one.of),
        "where": where_values(one.where),
        "says": one.says,
        "told": one.told,
        "fix": one.fix,
        "witness": one.witness,
    }
