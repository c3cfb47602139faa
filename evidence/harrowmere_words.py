"""What the people of the invented Harrowmere hospitals might write in their improvement log. Nobody here exists."""

# Indicator (or None) to: aim, and changes tried for it.
TOPICS: dict[str | None, list[tuple[str, list[str]]]] = {
    "falls-with-harm": [
        (
            "make it safe to get up at night",
            [
                "put the slippers where the feet come down",
                "asked each patient what they get up for",
                "moved the bin away from the bed",
                "lit the way to the toilet and nothing else",
                "sat two patients by the desk who wanted company",
            ],
        ),
    ],
    "wrong-time-insulin": [
        (
            "bring the meal and the insulin together",
            [
                "let the ward clerk ring the kitchen",
                "wheeled the trolley behind the meals",
                "wrote the time of the meal on the chart",
                "asked the patient to tell us when the tray comes",
                "gave the student nothing else to do at noon",
            ],
        ),
    ],
    "results-seen-in-time": [
        (
            "have somebody who looks at results",
            [
                "named one doctor a day for results",
                "read them aloud at four",
                "left the list on top of the keyboard",
                "asked the laboratory to ring for three numbers only",
            ],
        ),
    ],
    "handover-complete": [
        (
            "hand over what matters",
            [
                "began with the patient we worry about",
                "did it at the bed",
                "let the person taking over ask first",
                "wrote three lines instead of a page",
            ],
        ),
    ],
    "calls-answered": [
        (
            "hear the bell",
            ["moved the desk to the middle", "turned the radio off", "asked who rings most and went there first"],
        ),
    ],
    None: [
        ("learn from a good night", ["asked who noticed and how", "told the other ward what the night team did"]),
        (
            "make it easy to say I do not know",
            ["began with my own slip of the week", "thanked the porter who spoke up"],
        ),
        ("have fewer forms", ["crossed out the box nobody reads", "tried a week without the second signature"]),
    ],
}

PLACES = [
    "on the stroke ward",
    "with two beds",
    "for one shift",
    "on the admissions unit",
    "at weekends",
    "with new colleagues",
    "in the day room",
    "on nights",
    "for patients with dementia",
    "for a week",
    "with agency staff",
    "after theatre",
    "at meal times",
    "with the visiting daughter",
    "in bay four",
    "with the pharmacist",
]

PREDICTIONS = [
    "two calls fewer a night",
    "it will take ten minutes longer",
    "nobody will mind",
    "we shall drop it by Sunday",
    "fewer trips to the store",
    "the patient will tell us before we ask",
    "the doctors will say no",
    "it works by day and not by night",
    "one thing will surprise us",
    "it will be quicker by the third day",
    "the pharmacist will find one thing",
    "half will like it",
]

LESSONS = [
    "no difference; we let it go",
    "worked once the lamp was dimmed",
    "we had not asked the porters",
    "better, except on Mondays",
    "took longer and nobody wanted it back",
    "two of three patients said it helped",
    "only works if the same person does it twice",
    "we made it worse for the night shift and stopped",
    "half of it worked; we keep that half",
    "the form was the trouble, not the round",
    "quicker than we thought",
    "the daughter knew all along",
    "failed twice for different reasons",
    "the bell was louder than we knew",
    "nobody had told the kitchen",
    "it helped us more than the patient",
]

ASIDES = [
    "we go on with two beds",
    "the cleaner had said so in March",
    "it was the wrong week for it",
    "it takes a second pair of hands",
    "nobody wrote it down at first",
    "we leave it until spring",
    "it needs somebody at the desk",
    "two said no, for good reasons",
    "the night team is for it",
    "we ask once more in six weeks",
    "our own fault",
    "it only looked easy",
    "the lift was out twice",
    "the student saw it first",
    "it surprised the matron",
    "the patients have names for it",
    "we had guessed the opposite",
    "the phone rang all through it",
]

TEAMS = ["stroke ward", "admissions unit", "surgical ward", "elderly care ward", "emergency department", "pharmacy"]
ROLES = ["nurse", "health care assistant", "doctor", "pharmacist", "therapist", "ward clerk"]
