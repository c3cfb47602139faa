"""What the people of the invented Dunnockshire might write in their improvement log. Nobody here exists."""

# Indicator (or None) to: aim, and changes tried for it.
TOPICS: dict[str | None, list[tuple[str, list[str]]]] = {
    "re-referrals": [
        ("end our work so that a family can manage without us", [
            "wrote the goodbye letter together with the parents", "named one neighbour and one teacher before closing",
            "came back for a cup of tea a month after the end", "left our number on the fridge and answered it",
            "asked the grandmother what would make her ring again",
        ]),
        ("find out why families come back", [
            "laid the old file beside the new call", "asked five returning families what we had missed",
            "let the first worker sit in on the second visit",
        ]),
    ],
    "same-worker": [
        ("let a child keep the worker whom it knows", [
            "dropped the transfer between the two floors", "moved the desk instead of the case",
            "shared the long cases in twos",
            "let the student stay on after the placement", "counted faces per child on the wall",
        ]),
        ("make leave and illness less of a break", [
            "introduced the stand-in at the school gate", "sent the child a note in the worker's own hand",
            "kept one afternoon a week free for each other's families",
        ]),
    ],
    "children-seen-alone": [
        ("hear the child first", [
            "met at the climbing wall", "carried two chairs into the garden", "took turns at cards before any question",
            "asked the lunch supervisor when it is quiet", "drew the house together from the child's bed outwards",
        ]),
    ],
    "goals-reached": [
        ("agree goals that a family would choose", [
            "wrote the goal down in the father's words", "had only one goal at a time", "put a photo of the goal on the plan",
            "asked at each visit how near we are from nought to ten",
        ]),
        ("stop plans that nobody can follow", [
            "cut the plan to one page", "took out every sentence that begins with ensure", "gave each task a name and a day",
        ]),
    ],
    "time-with-families": [
        ("win an hour a week from the screen", [
            "typed the note with the family beside us", "let the duty clerk chase the school reports",
            "asked the panel to read the file instead of a summary", "stopped printing what is on the screen",
        ]),
    ],
    "assessments-in-time": [
        ("wait less for others", [
            "went to the surgery and asked", "shared a car with the health visitor", "asked the court for the list on Fridays",
        ]),
        ("let an assessment take as long as the family needs", [
            "wrote down why day 45 was wrong for this child", "showed the cabinet member three late ones that were right",
        ]),
    ],
    "placement-moves": [
        ("notice early when a placement gets heavy", [
            "rang the carer every other Sunday", "asked the child to pick a weather for the week",
            "paid the carer's sister for a night",
        ]),
    ],
    None: [
        ("begin the day together", ["stood for ten minutes at the whiteboard", "let the night worker speak first"]),
        ("learn from what went well", ["asked who noticed and how", "told the story of one good week to the other team"]),
        ("make it easier to say I do not know", ["began with my own mistake of the week",
            "put two chairs by the window for worries"]),
        ("have fewer forms", ["crossed out the field that is always no", "found out who reads the second copy",
                              "tried a fortnight without the cover sheet"]),
    ],
}  # fmt: skip

PLACES = [
    "on the harbour estate", "with one family", "with three families", "for under-fives", "with teenagers",
    "in the hill villages",
    "with new colleagues", "at the baby clinic", "for a week", "on Thursdays", "with brothers and sisters", "with young carers",
    "in the evening", "where the father lives elsewhere", "for children at the special school", "with families new to us",
]  # fmt: skip

PREDICTIONS = [
    "one in two will like it", "it will cost us half an hour each time", "nobody will ring", "the little ones will talk more",
    "we shall give it up by Friday", "fewer calls to the duty desk", "school will say yes", "the mother will bring her sister",
    "it will be two days quicker", "we shall hear one thing that surprises us", "it will not work in winter",
    "the others will laugh and then try it",
]  # fmt: skip

LESSONS = [
    "did not work: we had not asked the foster carer", "no difference; we let it go",
    "it took twice the time and nobody wanted it back",
    "two of three families said it helped", "worked once the phone was off", "we were wrong about who would mind",
    "only works if the same person does it twice", "the child laughed for the first time",
    "half of it worked; we keep that half",
    "better, but the bus does not run then", "we made it worse for the night shift and stopped",
    "the form was the trouble, not the visit",
    "quicker than we thought", "the grandfather knew all along", "it helped us more than the family; still, we keep it",
    "failed twice for different reasons", "they asked whether we would come again",
]  # fmt: skip

ASIDES = [
    "we go on with two families", "the clerk had said so in March", "it was the wrong week for it", "the uncle wants to be asked",
    "we had guessed the opposite", "the dog helped", "it takes a second chair", "nobody wrote it down at first",
    "the midwife told us why", "we shall leave it until spring", "the older sister explained it to us",
    "it needs somebody at the desk", "two said no, for good reasons", "we tell the other patch on Monday",
    "it only looked easy", "the ferry was late twice", "the form did not mind", "they had tried it themselves before",
    "the night worker is for it", "we ask once more in six weeks", "it surprised the head teacher", "our own fault",
]  # fmt: skip

TEAMS = [
    "Front door",
    "East patch",
    "West patch",
    "Children looked after",
    "Young people leaving care",
    "Family centre",
]
ROLES = ["social worker", "family worker", "practice lead", "team manager", "team clerk"]
