"""What leaders, partners, children and families of the invented Dunnockshire did and said, and what it says of itself."""

from _stories import Claim, Leader, Promise, Said, Statement

CS, POLICE, HEALTH, SCHOOLS, SURGERY = "children's services", "police", "health visitors", "schools", "general practice"

LEADERS = [
    Leader(
        "director of children's services", 540, (0.2, 0.33), (0.08, 0.18), "chief executive and lead member",
        (1, 3, 5, 7, 9, 11),
        "achieve 0 12 13; change 0 12 14; customers 0 12 14; priorities 1 12 16; time 1 12 13; enable 1 13 17; "
        "system 2 18 20; account 2 18 21",
    ),
    Leader(
        "head of family help and protection", 540, (0.15, 0.28), (0.06, 0.15), "director of children's services",
        (0, 2, 4, 6, 8, 10),
        "achieve 2 14 15; change 2 14 15; customers 2 14 17; priorities 2 14 18; time 3 15 19; enable 3 15 18; "
        "system 4 20 22; account 4 20 24",
    ),
    Leader(
        "head of children looked after", 530, (0.12, 0.24), (0.05, 0.12), "director of children's services",
        (1, 4, 7, 10),
        "achieve 3 16 18; change 3 16 19; customers 3 16 17; priorities 4 16 -; time 4 - -; enable 5 19 22; system "
        "6 20 23; account 6 20 25",
    ),
    Leader(
        "lead practice worker", 480, (0.36, 0.44), (0.06, 0.08), "head of family help and protection", (2, 5, 8, 11),
        "achieve 1 8 9; change 1 8 10; customers 1 8 10; priorities 1 9 11; time 2 9 -; enable 2 11 12; system 3 "
        "15 16; account 3 15 18",
    ),
]  # fmt: skip

PROMISES = [
    Promise(
        SCHOOLS, CS, "A room and twenty minutes for any child", 7, 10, 10, True, "visits held at school", "kept",
        "It took a timetable and a key. The children find the way alone now.", 19,
    ),
    Promise(
        CS, SCHOOLS, "Answer a teacher's letter within two days", 15, 19, 19, True, "letters answered in two days",
        "kept", "They do. We asked four heads and all four said so.", 28,
    ),
    Promise(
        HEALTH, CS, "Come to the table each Thursday", 14, 18, 18, True, "Thursdays with all three", "kept",
        "We have missed three in eighteen months, twice for snow.", 33,
    ),
    Promise(
        SCHOOLS, CS, "Come to the table each Thursday", 14, 18, None, True, "Thursdays with all three", "partly-kept",
        "Our primary schools come. The two large ones send their regrets.", 33,
    ),
    Promise(
        CS, HEALTH, "Tell us when a case is closed", 16, 20, 20, True, "closures told on the day", "kept",
        "It used to be a rumour. It is a call now.", 27,
    ),
    Promise(
        POLICE, CS, "A desk for the night worker", 20, 23, 23, True, "nights with a worker at the station", "kept",
        "She knows our sergeants by their first names and we know her tea.", 30,
    ),
    Promise(
        CS, POLICE, "Ring back within the hour", 20, 23, None, True, "calls returned in the hour", "partly-kept",
        "In the week, yes. On Sundays it depends on who is on.", 30,
    ),
    Promise(
        SURGERY, CS, "Answer within three days when we ask for an assessment", 5, 9, None, True,
        "answers within three days", "not-kept",
        "We are two doctors short. Walking over to us works; letters do not.", 22,
    ),
    Promise(
        CS, SURGERY, "Come and ask instead of writing", 10, 13, 12, True, "visits to the surgery", "kept",
        "They come on Mondays and we have the notes ready.", 22,
    ),
    Promise(
        POLICE, SCHOOLS, "A text before the bell after an incident at home", 24, 28, 28, True, "texts before nine",
        "kept", "A head told us that it was the first time she knew why a boy slept in class.", 33,
    ),
    Promise(
        CS, HEALTH, "Try the front door at the family centre together", 31, 36, None, True,
        "families who come unasked",
    ),
]  # fmt: skip

SAID = [
    Said(0, "front-line", "screens", "I know my screen better than my families.", 21, "time-with-families", 8),
    Said(0, "families", "being asked", "You always bring the answer with you.", 9),
    Said(1, "front-line", "forms", "The fourth copy goes to nobody.", 17, "have fewer forms", 10),
    Said(1, "children", "new faces", "You are number five.", 12, "same-worker", 20),
    Said(2, "families", "coming back", "I had to fall twice before you came back.", 8, "re-referrals", 12),
    Said(
        2, "partners", "waiting for us", "You ask for it in a letter and wonder that it takes weeks.", 3,
        "assessments-in-time", 9,
    ),
    Said(3, "children", "hand-overs", "I told her. You did not read it.", 11, "same-worker", 14),
    Said(3, "front-line", "worries", "Whom would I have asked?", 14, "make it easier to say I do not know", 6),
    Said(4, "children", "where to meet", "Outside. I talk when I walk.", 16, "children-seen-alone", 8),
    Said(4, "families", "goals", "They were your goals.", 13),
    Said(5, "children", "being heard", "My brother answered for me.", 10, "children-seen-alone", 9),
    Said(5, "carers", "weekends", "It gets heavy on Sundays.", 7, None, 50),
    Said(6, "families", "goals", "Ours was to eat together. It was not on the list.", 15, "goals-reached", 10),
    Said(
        6, "front-line", "late assessments", "The late ones are often the good ones.", 12, "assessments-in-time", 12,
    ),
    Said(
        7, "partners", "waiting for us", "A letter takes us three weeks and a visit a day.", 4, "assessments-in-time",
        15,
    ),
    Said(7, "carers", "being rung", "Somebody rang and had no form.", 9, "placement-moves", 8),
    Said(7, "families", "plans", "I could not read the plan, so I signed it.", 11, "goals-reached", 9),
    Said(8, "children", "weather", "It was a hail week and nobody asked.", 8, "placement-moves", 7),
    Said(
        8, "front-line", "night duty", "What you settle by day falls on us at night.", 6, "begin the day together", 9,
    ),
    Said(9, "families", "the end", "You wrote the goodbye with us. I still have it.", 12),
    Said(9, "carers", "money", "A neighbour would do it, but you cannot pay her.", 5, None, 45),
    Said(9, "partners", "waiting for us", "You ask in July for what we knew in March.", 2, "assessments-in-time", 12),
    Said(10, "children", "moving", "Ask me before you ask the new carer.", 13, "placement-moves", 11),
    Said(
        10, "front-line", "giving up", "It is easier to stop something than it was.", 15,
        "make it easier to say I do not know", 8,
    ),
]  # fmt: skip

STATEMENTS = [
    Statement(
        "coming back", "Fewer families have to come back than two years ago. It is still many.",
        "Referrals counted by family, checked by audit; we ring those who do not come back",
        "The front door at the family centre, two weeks first", 32, [
            Claim(
                "Fewer referrals within twelve months of an earlier one", "better", "re-referrals", 12,
                ("referrals", "internal audit"),
            ),
        ],
    ),
    Statement(
        "the same worker", "Children keep their worker. It took one decision about desks.", "Counted from the visits",
        "Ask about those who still change", 32, [
            Claim("More visits are by the worker of the visit before", "better", "same-worker", 12, ("visits",)),
            Claim("Children change worker less often", "better", "changes-of-worker", 12, ("case files",)),
        ],
    ),
    Statement(
        "being heard", "More children are seen alone. Nearly two in five still are not.",
        "Audit of records by the partnership, and children themselves", "Find out who those are", 32, [
            Claim(
                "More children are seen alone", "better", "children-seen-alone", 17, ("audit of records", "children"),
            ),
        ],
    ),
    Statement(
        "goals", "More families say that they reached a goal of their own. Half still do not.",
        "Families are asked by the partnership and not by their worker",
        "Ask those who did not reach it what it would take", 33, [
            Claim("More families reach a goal of their own", "better", "goals-reached", 22, ("families",)),
        ],
    ),
    Statement(
        "what we work in",
        "Caseloads, time at the screen and days of sickness have gone down; all are still too high.",
        "Weekly count, diaries of one week a month, payroll", "Four posts end next year; tell cabinet in time", 33, [
            Claim("Fewer children per worker", "better", "caseload", 14, ("weekly count",)),
            Claim("More hours with families", "better", "time-with-families", 8, ("diaries",)),
            Claim("Less of the week at the screen", "better", "time-at-screen", 12, ("diaries",)),
            Claim("Fewer days lost to sickness", "better", "sickness", 14, ("payroll",)),
            Claim(
                "More staff have somebody to share a worry with", "better", "someone-to-talk-to", 17,
                ("monthly question",),
            ),
        ],
    ),
    Statement(
        "time limits", "Three in ten of our assessments are late, as before. We know why and it is not the clock.",
        "Every late one is looked at", "Wait less for others", 32, [
            Claim(
                "Timeliness of assessments has not changed", "unchanged", "assessments-in-time", 0,
                ("late cases, one by one",),
            ),
            Claim("Visits are recorded as late as before", "unchanged", "visits-in-time", 0, ("records",)),
        ],
    ),
    Statement(
        "placements", "As many children move as before, whatever we try.", "Moves counted by day",
        "Change the rules on paying neighbours; ask carers again", 32, [
            Claim("Children in care move as often", "unchanged", "placement-moves", 0, ("placements",)),
        ],
    ),
    Statement(
        "training", "We stopped chasing attendance and it has fallen. We see nothing else that got worse for it.",
        "Register of the learning team", "Ask whether anybody misses the other eight courses", 32, [
            Claim("Fewer staff complete the mandatory training", "worse", "training-completed", 14, ("register",)),
        ],
    ),
    Statement(
        "supervision", "As regular as before, which is not enough in two teams.", "Calendars",
        "Ask those two teams first", 33, [
            Claim("Supervision is held as often as before", "unchanged", "supervision-held", 0, ("calendars",)),
            Claim(
                "Children at immediate risk are seen as soon as before", "unchanged", "seen-same-day", 0,
                ("duty log",),
            ),
        ],
    ),
    Statement(
        "care leavers", "We do not know how they fare once they stop answering.", None,
        "Ask those who came back what the others do", 33, [
            Claim("As many are in touch as before", "unchanged", "care-leavers-in-touch", 0, ("call log",)),
        ],
    ),
]  # fmt: skip
