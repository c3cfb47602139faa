"""`inspector visit answer`: what was answered to a question of the plan."""

from pathlib import Path

import click

from inspector.cli.visit import _records


@click.command("answer")
@_records.VISIT
@click.argument("question")
@click.option("--says", required=True, metavar="TEXT", help="What was answered, in a few words.")
@_records.by_and_at
@click.option("--correct", is_flag=True, help="It takes the place of what you wrote down before.")
def command(folder: Path, question: str, says: str, by: str | None, at: str | None, correct: bool) -> int:
    """Write down what was answered to a QUESTION of the plan, which the sheets of questions name.

    \b
    inspector visit answer VISIT q3 --by "A. Inspector" --says "The duty desk keeps its tests on a board; we saw five."

    Exit codes: 0 recorded; 1 refused; 2 the visit cannot be read.
    """
    from inspector.proof.recording import Draft, record

    if not says.strip():
        raise click.BadParameter("an answer has words", param_hint="--says")
    visit, name = _records.loaded(folder), _records.named(by)
    draft = Draft("answered", question, at or _records.now(), says=says)
    with _records.writing(visit, name) as file:
        done = record(file, visit, [draft], [question] if correct else [])
    return int(_records.tell(done, name, "answer"))
