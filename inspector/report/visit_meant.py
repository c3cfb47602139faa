"""What the words of a visit mean, for whoever asks by their names."""

_TEXTS = {
    "visit": """What an inspector plans, draws, looks at on site and records, in a folder of its own. `inspector visit
plan` makes one, `inspector visit status` says how far it is.""",
    "margin": """How many rows of a piece of evidence would have to be wrong, all of the worst choice, before the verdict
were lower. `inspector margin BUNDLE` says it of each piece that the verdict hangs on.""",
    "key-rows": """Rows of which so few lower the verdict that chance would seldom draw them. They are looked at one and all;
of the others a sample tells.""",
    "seal": """A hash of the plan, or of a round. Whoever was told it can show later that nothing of that was altered.""",
    "seed": """What decides which rows are drawn: dice thrown in front of both, or numbers drawn in public. Nobody may have
known it beforehand, and whoever has it can repeat the draw.""",
    "claim": """Of so many rows, cases or months of a piece of evidence fewer than a given number are not as written. The
verdict stands as long as that holds. A visit confirms it, refutes it, or leaves it open.""",
    "round": """The rows that one seed draws, in the order to look at them. A further round needs a fresh seed: whoever
knew it beforehand could put right what it draws.""",
    "confirmed": """Of a claim: so few of the rows looked at were not as written that, at the confidence of the plan, fewer
rows are wrong than would lower the verdict. It may be looked at after every row, and the inspector may
stop whenever he likes.""",
    "refuted": """Of a claim: more rows are not as written than it allows. Either so many were found, or the rows looked at
say so at the confidence of the plan. That does not lower the verdict by itself: `inspector assess BUNDLE
--visit VISIT` judges again without what was found wrong, and says what is left of it.""",
    "open": """Of a claim: the rows looked at neither confirm nor refute it. `inspector visit status` says how many more
settle it if all of them are right.""",
    "seen": """Of a row: it was found on site. It is right only if everything that is asked of it was found as it is
written; a day, a number or a decision that differs makes it not as written. It is no answer until all
that is filled in.""",
    "partly": """Of a row: a part of it was found on site. It is not as written.""",
    "not-seen": """Of a row: it was looked for on site and not found. It is not as written.""",
    "could-not-look": """Of a row: nobody was there, or nothing could be opened. It stays in the sample as not as written and is
never drawn again; else hiding a row would pay.""",
    "waits": """Of a row that was recorded: a row drawn before it is not answered yet. It counts for its claim once that
is. Rows that an inspector picks are no sample, so only those count that were drawn before the first gap.
A row found wrong is wrong all the same.""",
}


def names() -> tuple[str, ...]:
    """The words of a visit that can be explained."""
    return tuple(_TEXTS)


def text(name: str) -> str:
    """What a word of a visit means. Raises KeyError for another."""
    return f"{name} (word of a visit)\n\n{_TEXTS[name]}"
