"""The pages of a visit: what is to be looked at, a form for each row, question and theme, and the verdict before and since."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.model.ladder import STANDINGS
from inspector.model.visits import Framed
from inspector.proof.asks import kind_of
from inspector.proof.folder import Visit
from inspector.proof.sheets import FINDS, question_sheets, sheets
from inspector.proof.standing import of_folder
from inspector.report.assurance_words import in_words
from inspector.report.sheets.as_html import questions_page, rows_page
from inspector.report.standing_words import standing_word
from inspector.report.visit_status import to_draw
from inspector.report.visit_view import beside, visit_view
from inspector.report.wording import counted, fill, phrases
from inspector.serve import recorded
from inspector.serve.app import Answer, Made
from inspector.serve.asked import Asked, Missing, Page
from inspector.serve.laid_out import Layout
from inspector.serve.recorded import Filled
from inspector.serve.submission import Submission

TYPED = ("by", "when", "seen", "note", "standing")


class VisitPages:
    """The pages of the visit to a bundle. `by` is who fills in forms, as the last one said."""

    def __init__(self, found: Submission, layout: Layout, by: str = "") -> None:
        self._found, self._layout, self._by = found, layout, by

    @property
    def pages(self) -> Mapping[str, Made]:
        """The pages that are looked at, by their paths."""
        return {
            "visit": self._visit, "visit/row": self._row, "visit/verdict": self._verdict, "visit/report": self._report,
            "visit/sheet": self._sheet, "visit/question": self._question, "visit/theme": self._theme,
        }  # fmt: skip

    @property
    def forms(self) -> Mapping[str, Made]:
        """The pages that take a form."""
        return {"visit/row": self._row, "visit/question": self._question, "visit/theme": self._theme}

    def _visit(self, asked: Asked) -> Page:
        visit, words = self._found.visit, self._layout.words["visit"]
        stands = of_folder(visit)
        known = {row.key: row for row in stands.rows}
        whom = asked.one("whom")
        rows = [
            {
                "key": key,
                "whom": visit.rows[key].whom,
                "find": _title(visit.rows[key]),
                "state": self._state(known.get(key)),
                "left": key in stands.left,
            }
            for key in visit.drawn
            if not whom or visit.rows[key].whom == whom
        ]
        every = sorted({visit.rows[key].whom for key in visit.drawn})
        answered = {one.question for one in stands.answered}
        judged = {one.theme: one.standing for one in stands.judged}
        told = {
            "claims": [
                {
                    "id": one.claim,
                    "state": words["states"][one.proved.state],
                    "says": one.proved.says,
                    "draw": to_draw(stands, one),
                }
                for one in stands.claims
            ],
            "rows": rows,
            "whom": whom,
            "people": every,
            "left": counted(words["left"], len(stands.left), of=len(visit.drawn)),
            "next": next((row["key"] for row in rows if row["left"]), ""),
            "questions": [
                {"id": one.id, "text": one.question, "done": one.id in answered} for one in visit.plan.questions
            ],
            "themes": [
                {"id": theme, "title": self._titles.get(theme, theme), "engine": standing, "own": judged.get(theme, "")}
                for theme, standing in visit.plan.standings
            ],
            "sheets": [
                {"round": one.number, "number": sheet.number, "whom": sheet.whom, "rows": sheet.rows}
                for one in visit.rounds
                for sheet in sheets(visit.plan, visit.frame, one)
            ],
            "days": [sheet.day for sheet in question_sheets(visit.plan)],
            "recorded": self._recorded(visit, asked.one("recorded")),
        }
        return self._layout.page(
            "served_visit.html.j2", fill(words["title"], authority=visit.plan.authority), told, "visit"
        )

    @property
    def _titles(self) -> dict[str, str]:
        return {one["theme"]: one["title"] for one in self._found.paper["themes"]}

    def _state(self, row: Any) -> str:
        words = self._layout.words["visit"]["row_states"]
        if row is None:
            return str(words["open"])
        if row.conflict:
            return str(words["conflict"])
        return str(words["wrong"] if row.wrong else words["right"] if row.complete else words["half"])

    def _recorded(self, visit: Visit, key: str) -> list[str]:
        """What is said of what was just recorded."""
        words = self._layout.words["visit"]
        if key in visit.drawn:
            return [fill(words["recorded"], key=key), *recorded.told(visit, key, words)]
        known = {one.id for one in visit.plan.questions} | set(self._titles)
        return [fill(words["recorded"], key=key)] if key in known else []

    def _row(self, asked: Asked) -> Answer:
        visit, words = self._found.visit, self._layout.words["visit"]
        key, whom = asked.one("key"), asked.one("whom")
        if not key:
            raise Missing(words["no_row"])
        row, asks = visit.row(key), recorded.asks_of(visit, key)
        claim = visit.claims[row.claim]
        more = {
            "key": key,
            "whom": row.whom,
            "finds": [(FINDS.get(name, name.replace("_", " ")), text) for name, text in _finds(row)],
            "do": kind_of(claim.evidence, claim.unit).do,
            "asks": [one._asdict() for one in asks],
            "answers": [
                (
                    seen,
                    phrases(self._layout.language)["sheet"][seen],
                    phrases(self._layout.language)["sheet"]["means"][seen],
                )
                for seen in ("seen", "partly", "not-seen", "could-not-look")
            ],
        }
        names = (*TYPED, *(f"found-{one.field}" for one in asks))
        return self._form(
            asked,
            "served_row.html.j2",
            ("found", key),
            more,
            names,
            lambda: recorded.row(asked, asks, key, words),
            whom,
        )

    def _question(self, asked: Asked) -> Answer:
        visit, words = self._found.visit, self._layout.words["visit"]
        found = next((one for one in visit.plan.questions if one.id == asked.one("id")), None)
        if found is None:
            raise Missing(words["no_question"])
        more = {
            "key": found.id,
            "question": found.question,
            "whom": found.whom,
            "figure": found.figure,
            "because": [(one, self._asked_for(one)) for one in found.because],
        }
        return self._form(
            asked,
            "served_question.html.j2",
            ("answered", found.id),
            more,
            TYPED,
            lambda: recorded.answer(asked, found.id, words),
        )

    def _asked_for(self, name: str) -> str:
        """What `show` is asked for where a question names it; empty where it is no piece of the evidence."""
        bare = name.removeprefix("finding/")
        return self._found.names.get(bare, "")

    def _theme(self, asked: Asked) -> Answer:
        visit, words = self._found.visit, self._layout.words["visit"]
        theme = asked.one("id")
        engine = dict(visit.plan.standings).get(theme)
        if engine is None:
            raise Missing(words["no_theme"])
        choices = [(one, phrases(self._layout.language)["standings"][one]) for one in STANDINGS]
        more = {"key": theme, "theme": self._titles.get(theme, theme), "engine": engine, "choices": choices}
        return self._form(
            asked,
            "served_theme.html.j2",
            ("judged", theme),
            more,
            TYPED,
            lambda: recorded.judgement(asked, theme, words),
        )

    def _form(
        self,
        asked: Asked,
        template: str,
        subject: tuple[str, str],
        more: dict[str, Any],
        names: tuple[str, ...],
        read: Callable[[], Filled],
        whom: str = "",
    ) -> Answer:
        """A form as it is opened; or what was filled in, recorded; or the same form with what is wrong said beside it."""
        visit, words = self._found.visit, self._layout.words["visit"]
        wrong: dict[str, str] = {}
        refused: list[str] = []
        if asked.posted:
            filled = read()
            wrong = filled.wrong
            if filled.draft is not None:
                self._by = filled.by
                done = recorded.written(visit, filled, correct=bool(asked.filled("correct")))
                if not done.refused:
                    return self._onward(asked, subject, whom)
                refused = list(done.refused)
        before = recorded.own(visit, self._by, *subject) if self._by else None
        typed = (
            {name: asked.filled(name) for name in names}
            if asked.posted
            else {"by": self._by, **recorded.values_of(before)}
        )
        told = {
            **more,
            "typed": dict.fromkeys(names, "") | typed,
            "wrong": wrong,
            "refused": refused,
            "before": before is not None,
            "sheet": whom,
        }
        title = fill(words["row_title"] if subject[0] == "found" else words["form_title"], key=subject[1])
        return self._layout.page(template, title, told, "visit", 422 if wrong or refused else 200)

    def _onward(self, asked: Asked, subject: tuple[str, str], whom: str) -> Answer:
        """After a row the list again, at the row that comes next."""
        query = {"recorded": subject[1], **({"whom": whom} if whom else {})}
        return asked.to("visit", **query)

    def _verdict(self, _: Asked) -> Page:
        paper, since, words = self._found.paper, self._found.since(), self._layout.words["since"]
        t = phrases(self._layout.language)
        before = {one["theme"]: standing_word(one) for one in paper["themes"]}
        judged = beside(since)
        told = {
            "before": in_words(paper, t),
            "now": in_words(since, t),
            "moved": in_words(paper, t) != in_words(since, t),
            "classes": [paper["verdict"]["verdict"], since["verdict"]["verdict"]],
            "visit": visit_view(since, t),
            "themes": [
                {
                    "title": one["title"],
                    "before": before[one["theme"]],
                    "now": standing_word(one),
                    "judged": judged[one["theme"]]["judged"] if judged else "",
                }
                for one in since["themes"]
            ],
        }
        return self._layout.page("served_since.html.j2", words["title"], told, "since")

    def _report(self, _: Asked) -> Page:
        page = self._found.page(visited=True)
        return self._layout.whole(page, "since", self._found.names)

    def _sheet(self, asked: Asked) -> Page:
        visit, words, number = self._found.visit, self._layout.words["visit"], asked.one("number")
        for one in question_sheets(visit.plan):
            if asked.one("day") == str(one.day):
                return self._layout.whole(questions_page(one, self._layout.language), "visit")
        for made in visit.rounds:
            for sheet in sheets(visit.plan, visit.frame, made):
                if (asked.one("round"), number) == (str(made.number), str(sheet.number)):
                    return self._layout.whole(rows_page(sheet, self._layout.language), "visit")
        raise Missing(words["no_sheet"])


def _finds(row: Framed) -> list[tuple[str, str]]:
    """What leads to a row, as it is asked for on a terminal."""
    return [
        (name, text)
        for name, text in row.find.items()
        if not (name == "indicator" and row.find.get("title")) and not (name == "team" and text == row.whom)
    ]


def _title(row: Framed) -> str:
    return ", ".join(text for _, text in _finds(row)[:3])
