"""What the names in square brackets mean that are no problem of a bundle.

They are said of a file of series, of a framework, of a result, an output, an option or a key, and of how open an indicator is.
"""

from inspector.report.entered_problems import ENTERED
from inspector.report.register_problems import REGISTER

SERIES = {
    "no-headings": "No row of the file has the headings of a file of series: series, period, and value or numerator and "
    "denominator. `inspector trend --help` says which.",
    "not-text": "The file is neither a workbook nor text. In a spreadsheet program choose CSV UTF-8.",
    "series-missing": "A row does not say which series it belongs to. It is left out.",
    "not-a-period": "A cell holds no period that exists: a day, a month, a quarter, a year or a financial year. "
    "The row is left out.",
    "not-a-direction": "Whether more is better is said as `up` or `down`. What stands here is neither.",
    "two-directions": "The rows of one series say otherwise of which direction is better. The first that is said counts.",
    "not-a-number": "A cell holds no number that can be drawn. The row is left out.",
    "number-too-large": "A number is larger than anything that is counted or measured. The row is left out.",
    "denominator-not-positive": "Nothing can be out of nought, or of less. The row is left out.",
    "numerator-negative": "A count is below nought. The row is left out.",
    "denominator-missing": "There is a numerator and nothing that it is out of, in a series that has denominators elsewhere.",
    "percentage-above-100": "A percentage is more than the whole. The series is judged without it.",
    "duplicate-period": "A series has two figures for one period. The first counts.",
    "mixed-frequencies": "A series has periods of different lengths, as months and quarters, which cannot share a line.",
    "missing-periods": "A series has no row for periods between others; they are named. They are left open.",
    "blank-figures": "Cells of a column of figures are blank. A blank is not nought: the rows are left out, and told "
    "once a column.",
    "suppressed-figures": "Figures of a column are kept back (c, *, [c], <5 and the like). They are not nought: the "
    "rows are left "
    "out, and told once a column.",
    "nought-of-nought": "Nobody was counted in a period, so that there is no share of it. The row is left out.",
    "open-quarter": "A quarter such as Q1 2024 is one of the calendar year or of the financial year, and the column does not "
    "tell which. It was read as the calendar's; 2023/24 Q4 or Jan-Mar 2024 leave nothing open.",
    "open-day-order": "The days of a column can be read with the day or with the month first, and nothing tells which. The day "
    "was taken to be first.",
    "open-year": "A text such as 2011-12 is December 2011 or the financial year, and nothing beside it tells which.",
    "overlapping-figures": "Figures for the year so far, or for the twelve months before, hold one another's months. Such a "
    "series is drawn without limits and not judged: its points are not independent.",
    "mixed-scales": "A series has shares of 1 and percentages mixed. It is drawn without limits and not judged.",
    "columns-not-read": "Columns of figures beside those that were read. For each to be a series, leave out the heading that is "
    "one of a value, or give them to a column value with their names in a column series.",
    "sheet-read": "A workbook has several sheets. It says which of them were read.",
    "unsorted-periods": "The rows of a series are not in the order of their periods. They were put into it.",
}
FRAMEWORK = {
    "no-framework": "The path leads to no framework: a folder with a framework.yaml, or a file within one.",
    "unknown-framework": "No framework has that name. `inspector framework list` lists those that are there.",
    "bad-placeholder": "A sentence of a rule asks for a field that its pattern does not have.",
    "duplicate-id": "Two parts of a framework of one sort have the same id. Ids are permanent and mean one thing.",
    "case-failed": "A test case of a framework gives another answer than it says, or cannot be run.",
    "case-unknown": "A test case names a rule or theme that the framework does not have.",
    "case-table": "A table of test cases has a column that is put in nowhere, lacks one that is named, or has rows that differ.",
    "no-cases": "A framework has no test cases, so that nothing shows what its rules do.",
    "no-such-case": "No test case has the text in its name that `--only` asks for.",
    "no-such-rule": "The framework has no rule and no row of its decision table of that id.",
    "case-fact": "A fact of a test case has a field or value that its signal never gives.",
    "structure": "A file of a framework lacks something that has to stand there, or something in it is of another sort: a word "
    "for a number, a text for a list, an id with a blank in it.",
    "concludes-nothing": "A rule has a conclusion in which nothing stands: no standing, no limit, no direction. Nobody "
    "can tell what was meant to follow.",
    "unknown-theme": "A rule names a theme that framework.yaml does not have, so that it would judge nothing.",
    "unknown-whom": "A rule puts its questions to a group that neither Inspector nor framework.yaml (`words`) knows.",
    "unknown-source": "A rule cites a source that framework.yaml does not have, so that nobody could look it up.",
    "extends-form": "`extends` is not written as the id of a framework with a range of its versions, as munro@0.1.",
    "extends-version": "The framework is built on another version of its base than the one that is here.",
    "extends-cycle": "A framework is built on another that is built on it, or on too many above one another.",
    "extends-same-id": "A variant has the id of the framework that it is built on. Results could not be told apart.",
    "framework": "The file framework.yaml says something that does not go together with the rest of the framework.",
    "engine-range": "The framework asks for another version of Inspector than the one that runs. It is not read any further.",
    "extends-unknown": "The framework names something that the one it is built on has not: a rule, a row, a theme, an indicator.",
    "extends-base": "A test case of the framework that this one is built on comes out otherwise here, and nothing says why.",
    "extends-hangs": "A theme of the base is dropped, and rules of that theme or rows that ask where it stands are left.",
    "extends-missing": "The framework changes or replaces something of another one, and does not say what it is built on.",
    "extends-twice": "The framework changes one thing of the one it is built on twice, or adds what that has already.",
    "unknown-word": "A word of a framework's own is said to count as a word of ours that is not there.",
    "word-taken": "The framework gives a word of Inspector's another title. Words of its own have names of their own.",
    "fields": "The file fields.yaml has an id twice, or names records or values that are not there.",
    "alias": "Two patterns of a rule have the same name.",
    "reference": "A rule refers to a pattern, or to a field of it, that is not there.",
    "condition": "A condition is not written as the rule language has it: a value, a list of values or a comparison.",
    "band": "The comparisons of a band leave nothing between them, or one of them says nothing beside another.",
    "unread-file": "A file in a framework's folder is none that is read: what stands in it has no effect, and nobody knows.",
    "tally": "A pattern that counts others is not written as the rule language has it.",
    "pattern-head": "A pattern of a rule asks for something that is no signal, probe, rule or theme.",
    "condition-type": "A condition compares a field with something of another type, or asks for an order where there is none.",
    "condition-too-fine": "A condition has a number with more than six decimals. Numbers are compared to six.",
    "unknown-alias": "A condition refers to an earlier pattern of the same rule by a name that none has.",
    "unknown-rule": "A pattern asks for a rule that is not there.",
    "rule-cycle": "Rules wait for one another, so that none of them can be the first.",
    "no-verdict": "No row of the decision table holds. It has to end with a row without conditions.",
    "fact-value": "A fact has a value of another type than its signal or probe says.",
    "fact-twice": "Two different facts have the same id.",
    "matcher": "The matcher that was asked for cannot run these rules. `--matcher auto` takes the other one, and says so.",
    "language-missing": "A file of a language of the framework lacks texts. They are said in English.",
    "language-unknown": "A file of a language has an id that the framework has not, so that it would never be said.",
    "language-place": "A sentence in another language has a place in braces that the English one has not: nothing fills it.",
    "language-structure": "A file of a language is not as the framework's texts are: another name, or a text where a list is.",
    "waiver": "A waiver is refused: it has no reason, has expired, names a lint that is not there or cannot be waived, or keeps "
    "nothing silent.",
}
ELSEWHERE = {
    "argument": "A function was called from Python with something that it does not take. Nothing was done.",
    "missing-package": "A format, as `--format docx` or `--format pdf`, is written by a package that is not installed, or that "
    "lacks what it needs on this machine. What to install is said; every other format works without it.",
    "not-laid-out": "What lays out a PDF stumbled over the page. Word and HTML have all of it.",
    "phrases": "The file with the phrases of a report cannot be used: it is not there, or not of the right shape.",
    "result-unreadable": "The file cannot be read as a stored result: `inspector assess --format json` writes one.",
    "compare-other-authority": "Two inspections are held against each other to see what became of what one authority said and "
    "was asked. Of two authorities that would be a comparison of places, which Inspector does not make.",
    "compare-other-framework": "Another framework asks other questions, so that nobody could say what became of those of then. "
    "Give both as bundles with --framework, and one judges both.",
    "compare-wrong-order": "What is given as OLD is of a later period than NEW. What was promised in it cannot have been kept "
    "before.",
    "no-result-entered": "The entry of the register is no inspection, and none of that submission is entered.",
    "result-unknown": "The file is a result of another version, or has been changed, so that it is not known what it says.",
    "cannot-write": "An output cannot be written at its place, or would lie over what is read. Nothing was written.",
    "key-file": "The file with the key of --pseudonymise cannot be used. Without it nothing is printed.",
}
OPENNESS = {
    "stakes-attached": "Something hangs on the figure, such as money or a reading in public, so that somebody gains by it.",
    "deadline-or-threshold": "The register names a deadline or a target, and what is near such a line is easily moved "
    "across it.",
    "no-independent-verification": "The register names nobody who checks the figure and does not record it.",
    "self-recorded": "Those whose work the figure shows record it themselves.",
    "single-source": "Nothing else in the bundle gives the figure, so that nobody can work it out again.",
    "editable-after-the-fact": "A figure can be changed, or was changed, after it was first reported.",
    "discretionary-definition": "What is counted is a matter of judgement, or the register does not say what it is.",
    "definition-changed": "The definition changed within the period, so that before and after are not the same.",
    "small-numbers": "The figure is out of so few that one case moves it.",
    "partial-submission": "Many periods have no figure.",
}
VISITS = {
    "no-such-visit": "There is no visit in the folder, or a file of it is missing or cannot be read. `inspector visit plan` "
    "makes one.",
    "visit-altered": "A file of a visit is not as it was written: its seal does not hold, a round does not follow the one "
    "before, or its rows are not those that its seed draws. What rests on it would prove nothing, so nothing is done.",
    "visit-version": "The visit was planned with another version of Inspector, whose files this one does not read.",
    "visit-of-another": "The visit was planned for another bundle or framework, or they were changed since. What was found at "
    "one proves nothing of the other.",
    "visit-seed": "A seed is not one that nobody could know: of too few throws, used before, or out of the bundle, the plan "
    "or a date. Who knows a seed in advance knows which rows will be looked at.",
    "visit-done": "No row is left to draw: every claim is settled, all its rows were drawn, rows that were drawn are not "
    "recorded yet, or the hours and rows are too few for any claim.",
    "visit-plan": "There is nothing that looking at rows could settle: no piece of evidence carries the verdict, or none does "
    "without others that no claim can be made of.",
    "visit-theme": "A theme that the framework of the visit does not have.",
    "visit-question": "A question that the plan of the visit does not ask.",
    "record-altered": "A line of what an inspector recorded is not as it was written, is missing or was moved: its "
    "hash, or that of "
    "the line before, does not fit. Nothing is read of such a file.",
    "record-unreadable": "A file of records cannot be read, or there is none where it was looked for.",
    "record-of-another-visit": "An entry was made on another visit, or by another plan of it. What was found at one "
    "proves nothing "
    "of the other.",
    "record-text": "A note, a reason or an answer is too long to be kept, or holds characters that are none.",
    "recorded-before": "An inspector says something else of a row, theme or question than before. Nothing is written over: with "
    "`--correct` the new entry takes the place of the old one, and both stay in the records.",
    "nothing-to-correct": "A correction was asked for of a row, theme or question of which the inspector has written nothing.",
    "visit-row": "A row that is not in the visit, or was not drawn. Rows that somebody picks prove nothing.",
    "sheet-unread": "A file that was given as a filled sheet cannot be read as one. A sheet on paper is typed into its "
    "workbook or CSV.",
    "sheet-of-another": "A filled sheet is of another visit, or does not say of which. Nothing of it was taken.",
    "sheet-answer": "What stands in the column of what was seen is none of the four answers, or can mean two of them. "
    "The row was "
    "not taken: nothing is *seen* unless somebody says so.",
    "sheet-value": "A day, number or word that was found cannot be read. The row was not taken, but for a day on which somebody "
    "looked: that alone is left out.",
    "sheet-twice": "Two rows of filled sheets say different things of the same row. Neither was taken.",
    "sheet-blank": "A row has answers and does not say what was seen, or a file has nothing in it. A blank is not yet recorded.",
    "sheet-note": "Something in a filled sheet was left out or cut: a row without a key, or a very long note.",
    "sheet-question": "An answer is to a question that the plan does not have.",
}
_SORTS = {
    "problem of a register": REGISTER,
    "problem of a file of series": SERIES,
    "problem of a framework": FRAMEWORK,
    "problem of a file or an option": ELSEWHERE,
    "problem of a visit": VISITS,
    "problem of what is entered in a register": ENTERED,
    "why an indicator is open to being shaped": OPENNESS,
}


def ids() -> tuple[str, ...]:
    """Every name that has a text here, sorted."""
    return tuple(sorted(name for texts in _SORTS.values() for name in texts))


def text(name: str) -> str:
    """What a name means. Raises KeyError for an unknown one."""
    sort, meaning = next(((sort, texts[name]) for sort, texts in _SORTS.items() if name in texts), ("", ""))
    if not sort:
        raise KeyError(name)
    return f"{name} ({sort})\n\n{meaning}"
