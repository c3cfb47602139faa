"""Every problem that a bundle can have, by its permanent id, with what it means and what to do."""

_RULES = {
    "no-such-bundle": "There is no file or folder at the path that was given.",
    "broken-zip": "The file is not a zip, or the zip is damaged. Pack the bundle again and compare sizes.",
    "unsafe-zip": "The zip holds what a bundle has no reason to hold: a link, a password, the same name twice, a member "
    "that unpacks to a size nobody believes, or far too many members. It is refused unread.",
    "no-manifest": "A bundle needs a datapackage.json at its top, which names every file, its kind, hash and size.",
    "manifest": "The manifest does not obey the profile in evidence/schemas/bundle.schema.json. What it describes wrongly is "
    "not read.",
    "framework-from-bundle": "The manifest asks to be judged by rules that are not among those shipped or installed. Rules never "
    "come from the bundle: it may name a framework by its id, and only who runs the command may give a path, by --framework.",
    "unknown-kind": "A resource has a kind that Inspector does not read.",
    "empty-bundle": "The manifest names no resources. Without evidence there is nothing to judge.",
    "not-json": "The file is not JSON, or not JSON as the standard has it (NaN, a key that stands twice).",
    "path-outside": "A path leads out of the bundle, is absolute or is a URL. Evidence is read from the bundle alone.",
    "no-such-file": "The manifest names a file that is not in the bundle.",
    "file-too-large": "The file is larger than Inspector reads. `inspector explain limits` says how large, and how that is "
    "raised.",
    "wrong-hash": "The file is not the one the manifest seals. Either the file was changed after sealing, or the seal was "
    "not made anew. It is not known which file is meant, so nothing is assessed.",
    "wrong-size": "The file has another size than the manifest says.",
    "unknown-key": "The manifest of a bundle, or a file of a framework, has a key that Inspector does not read. "
    "A misspelt key would be lost silently otherwise.",
    "not-an-earlier-submission": "What was given with `--earlier` is of another authority, or is the later one of the two. "
    "Nothing can be told from it of what was changed since. As a query: it is not as it was sealed, so that what it said then "
    "nobody can prove.",
    "no-earlier-submission": "Earlier submissions were asked for, and none of this authority is known: none is in the register "
    "that was named, under the name that the bundle gives, and none was given beside. What was committed nobody can say then.",
    "declaration": "A declared event says what cannot be, or cannot be read: an event of no known sort, an indicator or a "
    "resource that is not there, an end before its beginning, the same twice, or more than are read. It costs nothing and is not "
    "believed.",
    "not-utf8": "Text files are UTF-8. A table in UTF-16 or Windows-1252 (cp1252) is read and told; with bytes that neither of "
    "them has it is not. In a spreadsheet program choose CSV UTF-8.",
    "byte-order-mark": "The file begins with a byte-order mark, as some spreadsheet programs write. It is left out.",
    "nul-byte": "The file holds a NUL byte, which text does not; it is most likely not a CSV.",
    "line-too-long": "A line is longer than a table's rows can be; the file is most likely not a CSV.",
    "no-header": "The file is empty. A table begins with a line of headings.",
    "no-rows": "The table has headings and no rows. That may be right: it says that there were none.",
    "not-a-table": "The file cannot be read as a table.",
    "ragged-row": "A row has more cells than the header. A comma inside a cell needs the cell to be in quotes.",
    "short-row": "A row has fewer cells than the header. The cells that are not there were read as empty.",
    "unclosed-quote": "A quote is opened and never closed, so that the rest of the file would be one cell.",
    "duplicate-heading": "Two columns have the same heading, or are read as the same field.",
    "missing-column": "A column that the kind requires is not there, so no row of the table can be read.",
    "which-return": "It is not said which table of which statutory return a file holds, and its headings do not tell. The "
    "manifest says it by `return` and `table`.",
    "broken-xml": "The XML is not well formed, or cut off: from that line on nobody can say what it means.",
    "unsafe-xml": "The XML has what no return has and what keeps a machine busy or opens other files: a document type, entities, "
    "elements within elements without end. It is refused.",
    "wrong-xml": "The XML is no return that is known: another outermost element, another namespace, or nothing of what it needs.",
    "unknown-element": "An element stands where the return has none of that name, and is not read.",
    "repeated-element": "An element that may stand once stands again in the same row. The first is read.",
    "unknown-column": "A column is not one of its kind and is not read.",
    "heading-read-as": "A heading is spelt otherwise than the field and was read as that field.",
    "period-column": "One column says the whole period in a cell, and was read as the first and the last day of each.",
    "wide-table": "The table has its periods one way and its indicators the other, and was read so. The remark says where they "
    "stand, and what of the table is not read.",
    "layout": "The resource's layout does not fit the file: what it says stands in a cell does not, or no scorecard is "
    "read there.",
    "mapping": "The resource's mapping names a field or a heading that does not exist.",
    "spaces-around": "Spaces around a cell were left out.",
    "missing-value": "A cell that must be filled is empty. The row is left out.",
    "wrong-type": "A cell holds something other than the number, whole number, or true or false that is wanted.",
    "unknown-code": "A cell holds a code that is not in the list of codes. In group, change_type and condition a framework may "
    "have words of its own: they are known where the bundle is read by it, which --framework or INSPECTOR_FRAMEWORK says.",
    "wrong-form": "A cell has not the form that is wanted.",
    "no-such-date": "A cell holds a date that does not exist, or one written in another way than 2025-03-31.",
    "out-of-range": "A number or a date is outside of what is possible, or of what is read: days from 1900 to 2100, counts up "
    "to a million million.",
    "numerator-above-denominator": "More are counted than there are, which a share of the same things cannot be. The series is "
    "judged without the figure. A rate may have more: the register's unit says what an indicator is.",
    "value-differs": "A value is not what the numerator and denominator beside it give, rounded or cut off as it is written.",
    "more-than-all": "A part is more than the whole that it is a part of, as more contributors than there are people.",
    "unknown-field": "A row object has a key that is no field of its kind.",
    "duplicate-key": "Two rows say something of the same thing: the same indicator and period, the same log entry. "
    "Which of them is meant is not known, so the later one is left out.",
    "leads-nowhere": "A cell names an indicator or an entry that is not there.",
    "date-order": "Of two dates in one row, the one that must be later is earlier.",
    "day-not-stated": "A row says that something was done and not when: a test with a decision or a lesson, a promise that the "
    "partner calls kept. Without its day nobody can tell whether it counts, so it is set aside.",
    "hours-not-stated": "A leader's period has hours of some sorts and not of all three. What is left empty is not 0, so the "
    "period is set aside.",
    "outside-period": "A figure is about a time outside of the bundle's period.",
    "after-submission": "A figure is about a time after the bundle was submitted.",
    "overlapping-periods": "Two periods of one indicator overlap, so that cases may be counted twice.",
    "wrong-extension": "The file is not what its name's ending says. Give it the ending of what it is.",
    "line-ends": "The lines end with a carriage return alone, as programs of the last century wrote them.",
    "title-rows": "Rows above the headings were taken for a title and not read.",
    "headings-joined": "The headings stand in several rows, one below the other, and were joined from top to bottom.",
    "merged-cells": "A cell is merged over several rows of a table. What stands in it was read as standing in each of them.",
    "turned-table": "The fields stand one below the other and the records side by side. The table was read so.",
    "rows-left-out": "Rows that are no records were left out: totals and notes below the table, headings that stand again in its "
    "midst. A row that was left out wrongly is read if its first cell does not begin with Total, Note or Source.",
    "column-without-heading": "Cells stand in a column that has no heading, so that nobody knows what they are. They "
    "are not read.",
    "hidden": "A sheet, rows or columns that are read are hidden in the workbook. Hidden cells count as any other.",
    "read-as": "What stood in the cell was read as what the standard calls it: a code spelt otherwise, a date day first, an "
    "age with decimals. Nothing is changed in your file; say if it was read wrongly.",
    "read-as-blank": "A mark such as #N/A or a dash was read as an empty cell.",
    "suppressed": "A figure is kept back, as `c`, `[c]`, `*`, `..` or `<5` say: it is neither nought nor a fault. It is not "
    "judged, and that is said.",
    "nought-of-nought": "Nobody was counted in a period, so that there is no share of it. The row is set aside; it is no fault.",
    "mixed-scales": "Some figures of a series are percentages, and others are parts of 1: 45% or 45 beside 0.46. Read as they "
    "stand they would be a trend that never was.",
    "day-or-month": "Dates of a column can be read with the day first or with the month first, and nothing in it shows which.",
    "two-date-formats": "Some dates of a column are written in another way than the rest, which is how day and month get "
    "swapped. Give the column one format.",
    "column-not-submitted": "A column of the list is not there. The rest of the list was read.",
    "yaml-tag": "A file of a framework has a YAML tag (!!python/object, !name, %TAG). A tag makes a reader build something else "
    "than what is written, so none is used.",
    "yaml-alias": "A file of a framework has an anchor, an alias or a merge key (&, *, <<). They hide from a reader what is "
    "said where; write the text itself.",
    "yaml-number": "A number in a framework has more than 15 digits or is not finite, so that it cannot be compared.",
    "not-yaml": "The file of a framework is not YAML as frameworks use it: one document, nested less than 32 "
    "deep, with words for keys.",
    "too-long": "A text of a framework is longer than 20,000 characters.",
    "too-many-rules": "The framework has more rules than are read.",
    "too-many-ways": "The lists of values in the rules of a framework multiply to more combinations than are compiled.",
    "too-many-matches": "Facts meet a rule in more ways than anybody waits for, as its patterns share no field; or rules draw "
    "more findings from one body of evidence than anybody reads.",
    "pattern-count": "A rule has more than 60 patterns.",
    "unreadable-file": "A file of a framework is not read: it is missing, no regular file, a link out of the "
    "folder, or too large.",
    "no-schema": "A table of your own needs a row schema, a JSON Schema that lies in the bundle.",
    "row-schema": "The row schema of a table of your own cannot be used: it does not obey "
    "evidence/schemas/row-schema.schema.json, or names a field, kind or resource that is not there. The table is not read.",
    "which-list": "It is not said which list of Annex A a file holds, and its name and headings do not tell.",
    "two-sheets": "Two sheets or files are taken for the same list. Which is meant is not known, so neither is read.",
    "missing-list": "A list of Annex A was not submitted. A list without rows says that there are none.",
    "unknown-sheet": "A sheet or file is none of those that are read.",
    "no-list": "No sheet of the workbook is one of Annex A's lists.",
    "no-such-sheet": "The workbook has no sheet of that name, or none with the columns that the kind needs.",
    "not-a-workbook": "The file cannot be opened as a workbook. It may be damaged, have a password, or be something else.",
    "formula-without-value": "Formulas were never calculated, so that their cells read as empty.",
    "error-cell": "Cells hold an error such as #N/A, and read as empty.",
    "merged-headings": "Cells of the row of headings are merged; only the first of them has a heading.",
    "status-differs": "Two lists say otherwise of the same child's status. Nothing here says which is right.",
    "not-on-list": "A child or family is not on another list where it would be expected.",
    "dates-between-lists": "Two lists give dates for the same child that do not go together.",
    "count-too-low": "A count over the last twelve months is lower than the rows of the list show.",
    "child-differs": "The same child has another date of birth, sex or ethnicity on another list. What differs is not repeated.",
    "id-spelt-otherwise": "An id is the same as on another list but for leading zeros, capital letters or signs that "
    "spreadsheets add. The two are taken for one.",
    "id-cut-short": "A spreadsheet turned an id into a number with a power of ten (1.23E+11). Its last digits are lost, and the "
    "ids of several children may be one.",
    "after-extract": "A date of a case list is later than the lists can know: after the day they were taken out.",
    "age-differs": "The age in a row is not the one that the date of birth gives. What differs is not repeated.",
    "unlikely-age": "Somebody is too old or too young for the list.",
    "cells-differ": "Two cells of one row cannot both be right.",
    "wrong-root": "The manifest of a sealed bundle, or a schema that it leads to, was changed since. Seal the bundle again if "
    "what is there is right; who was told the root will see that it is another.",
    "never-sealed": "The bundle was never sealed, or by an earlier version, so there is no root to hold it against.",
    "in-use": "Another run of Inspector is changing the bundle at the same time, or another program changed its manifest. "
    "Nothing was changed; run it again.",
    "rows-changed": "The rows are not those that were sealed, though the file's hash may have been made anew.",
    "no-such-resource": "No file of the bundle is listed under that name; `inspector bundle list` shows the names.",
    "nothing-to-undo": "No change of the bundle is kept that could be taken back, or somebody else has changed it since.",
    "not-added": "As it was to be added, nothing of the file could be read back, so nothing was changed. The message "
    "says what is "
    "missing, and the command that would do it.",
    "mapping-no-longer-fits": "A file was to take the place of another, and headings that the mapping of that one "
    "names are not in "
    "it. A mapping is never dropped without being asked.",
    "answers": "A file of answers to the questions of `inspector bundle new` has something in it that is no answer to "
    "any of them.",
    "not-sealed": "What has errors is not sealed, unless that is asked for: who receives it would read less than was meant.",
    "not-empty": "Something is there already, and nothing is written over.",
    "names-of-people": "A column looks, by its heading and by the shape of its cells, as if it held names of staff or children, "
    "where Inspector needs none: roles, teams and ids do. A bundle travels and is kept; leave the column out before it does. No "
    "name is repeated here.",
    "constant-column": "A field that no column of the file holds has one value in every row, because the manifest's mapping "
    "says so in `constants`. Whoever reads the bundle should know that the file itself does not say it.",
    "register-open": "The register does not state what sort its measures are (`measure`), or what frameworks call any of them "
    "(`same_as`). What is not stated is held against nobody, but a report can only say that it is not stated. What the titles "
    "make likely is named; nothing of it is taken for granted.",
    "unreadable-register": "There are figures, and the indicator register that the manifest names cannot be read. What is wrong "
    "with it is said beside it; without it nobody knows which direction is better.",
    "register-differs": "The register says of a measure that is known by name otherwise than the framework does which direction "
    "is better, what sort of measure it is, its deadline or its unit: the framework counts. Or the title of a measure names one "
    "that is known, and its direction is the other way round: until it is known which is meant, nothing counts as a gain.",
    "verification": "A verification counts for nothing: it speaks of rows that are not there, more agreed than were looked at, "
    "its day cannot be, another of the same body says otherwise, or it does not come from another body that gave and sealed it.",
    "giver-seal": "A resource says in `sealed_in` that another body sealed it, and that body's own manifest does not bear it "
    "out: it is not there, not that body's, not sealed or not as it was sealed, or does not lead to the file. What it holds "
    "counts as the authority's own word.",
    "no-register": "There are figures and no indicator register. Without it nobody knows which direction is better.",
}


def ids() -> tuple[str, ...]:
    """The ids of all problems, sorted."""
    return tuple(sorted(_RULES))


def meaning(name: str) -> str:
    """What one problem means, in a sentence or two; empty for an unknown id."""
    return _RULES.get(base(name), "")


def base(name: str) -> str:
    """The id of a problem without the code that a row schema gave to it: `unknown-code` of `unknown-code/R101`."""
    return name.partition("/")[0]


def text(name: str) -> str:
    """What one problem means. Raises KeyError for an unknown id."""
    return f"{name} (problem of a bundle)\n\n{_RULES[name]}"
