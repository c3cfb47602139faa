"""What is named is there: whatever questions, objections and verdicts rest on."""

import re

from tests.truth.case import Case
from tests.truth.checkers.arguing import exists
from tests.truth.laws import law
from tests.truth.ledger import See


@law
def what_is_named_is_there(case: Case, see: See) -> None:
    """Each question on site, and the verdict, rests on something that the result holds."""
    for one in (case.result.get("fieldwork") or {}).get("enquiries", ()):
        for name in one["because"]:
            see.row(exists(name, case), f"a question rests on {name}, which is not there")
    for one in case.result.get("questions_on_site", ()):
        for name in one["because"]:
            see.row(exists(name, case), f"a question rests on {name}, which is not there")
    for name in case.result["verdict"]["because"]:
        see.row(exists(name, case), f"the verdict rests on {name}, which is not there")


@law
def questions_name_what_is_there(case: Case, see: See) -> None:
    """A test or recommendation that a question names is one of the bundle."""
    ids = {row["id"] for kind in ("improvement-log", "recommendations") for row in case.bundle.rows(kind)}
    for one in case.result.get("questions_on_site", ()):
        for sort, id in re.findall(r"\b(test|recommendation) ([A-Za-z]*-?\d[\w-]*)", one["question"]):
            see.row(id in ids, f"a question names {sort} {id}, which is not there")


@law
def nothing_is_marked_silent_that_speaks(case: Case, see: See) -> None:
    """No theme is said to be spoken on by nothing while findings of it stand."""
    for theme in case.result["themes"]:
        if "Nothing submitted speaks" in theme["says"]:
            spoken = [id for id in theme["findings"] if not case.findings[id].raw["withdrawn"]]
            see.none(not spoken, f"{theme['title']}: {', '.join(spoken[:3])} speaks on it")


@law
def what_is_at_stake_is_so(case: Case, see: See) -> None:
    """What hangs on a question is what hangs on the finding that puts it."""
    titles = {theme["title"]: theme for theme in case.result["themes"]}
    for one in (case.result.get("fieldwork") or {}).get("enquiries", ()):
        findings = [case.findings[name].raw for name in one["because"] if name in case.findings]
        moves = one["moves"]
        for title, held in re.findall(r"It holds '(.+?)' at (\w+)", moves):
            see.claim(
                any(f["limit"] == held for f in findings), f"none of {one['because'][:3]} holds anything at {held}"
            )
            see.claim(titles[title]["standing"] == held, f"'{title}' stands at {titles[title]['standing']}, not {held}")
        if "would speak" in moves:
            see.claim(any(f["withdrawn"] for f in findings), f"none of {one['because'][:3]} is withdrawn")
        for title in re.findall(r"^It speaks on '(.+?)'", moves):
            see.claim(any(titles[title]["theme"] == f["theme"] for f in findings), f"nothing of '{title}' puts it")
        if alone := re.search(r"The verdict rests on it, and on (.+) alone\.", moves):
            flips = {
                name.removeprefix("indicator/")
                for flip in case.result["would_change"]["flips"]
                for name in flip["removed"]
            }
            named = set(re.split(r", | and ", alone[1]))
            see.claim(named <= flips, f"{named - flips} do not change the verdict")
