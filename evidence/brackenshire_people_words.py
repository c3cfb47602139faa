"""What leaders, partners, children and families of the invented Brackenshire did and said, and what it says of itself."""

from _stories import Claim, Leader, Promise, Said, Statement

CS, POLICE, HEALTH, SCHOOLS, HOUSING = "children's services", "police", "health trust", "schools forum", "housing"
CHARITY, YOUTH = "domestic abuse charity", "youth justice service"

LEADERS = [
    Leader(
        "director of children's services", 560, (0.14, 0.31), (0.06, 0.17), "chief executive and lead member",
        (1, 3, 5, 7, 9, 11),
        "achieve 1 13 15; change 1 13 16; customers 1 14 14; priorities 2 13 17; time 2 19 20; enable 2 14 18; "
        "system 3 20 22; account 3 20 24",
    ),
    Leader(
        "assistant director", 560, (0.1, 0.25), (0.05, 0.14), "director of children's services",
        (0, 2, 4, 6, 8, 10, 11),
        "achieve 2 15 16; change 2 15 17; customers 2 15 18; priorities 3 15 -; time 3 16 21; enable 3 16 19; "
        "system 5 22 23; account 5 22 25",
    ),
    Leader(
        "principal social worker", 500, (0.34, 0.42), (0.08, 0.1), "director of children's services", (2, 5, 8, 11),
        "achieve 1 9 10; change 1 9 10; customers 1 9 12; priorities 1 10 14; time 1 10 -; enable 2 12 13; system "
        "2 12 18; account 4 17 20",
    ),
    Leader(
        "head of children in care", 540, (0.07, 0.12), (0.03, 0.05), "assistant director", (4, 9),
        "achieve 4 20 -; change 4 20 24; customers 4; priorities 6; time 6 - -",
    ),
    Leader(
        "head of safeguarding", 550, (0.06, 0.2), (0.04, 0.13), "safeguarding partnership", (3, 6, 9, 11),
        "achieve 3 14 16; change 3 14 18; customers 5 18 20; priorities 5 18 -; enable 6 19 22; system 9 24 26; "
        "account 9 24 28",
    ),
]  # fmt: skip

PROMISES = [
    Promise(
        POLICE, CS, "Join every strategy discussion within two hours", 11, 16, 16, True,
        "strategy discussions with all three present", "kept",
        "We come because the line rings at our own desk now. Before, it was an e-mail that somebody read at night.",
        27,
    ),
    Promise(
        HEALTH, CS, "Join every strategy discussion within two hours", 11, 16, 16, True,
        "strategy discussions with all three present", "kept",
        "It costs us a nurse each morning. It is worth it; we hear of babies a week earlier.", 27,
    ),
    Promise(
        CS, POLICE, "Tell officers within a day what came of their report", 9, 13, 14, True,
        "reports answered within a day", "kept",
        "For years we never heard. Now somebody rings, and our officers write better reports.", 20,
    ),
    Promise(
        CS, SCHOOLS, "One named worker for each school", 6, 10, 10, True, "schools that can name their worker",
        "kept", "We know her, and she knows the canteen.", 18,
    ),
    Promise(
        SCHOOLS, CS, "A quiet room for any child who is to be seen", 8, 12, 11, True, "visits held at school", "kept",
        "Every school but two has found one.", 18,
    ),
    Promise(
        HEALTH, CS, "A health visitor at every core group", 17, 21, None, True,
        "core groups that every agency attended", "not-kept",
        "We promised what we could not keep. A third of our posts went and we should have said so in the spring.", 31,
    ),
    Promise(
        SCHOOLS, CS, "A teacher at every core group", 17, 21, 22, True, "core groups that every agency attended",
        "partly-kept", "In term time, yes. Nobody thought of August.", 31,
    ),
    Promise(
        HOUSING, CS, "No eviction of a family with a plan before we have spoken", 12, 15, 15, True,
        "evictions without a talk", "kept", "There were four in the year before and none since.", 25,
    ),
    Promise(
        CS, HOUSING, "Send a worker to the tenancy panel", 12, 15, 19, False, None, "partly-kept",
        "Somebody comes. Too often somebody else.", 25,
    ),
    Promise(
        CS, CHARITY, "Ask the mother first whether it is safe to write", 14, 17, 17, True,
        "letters sent without asking", "kept",
        "They rang us about the letters that went out anyway, before we had noticed.", 26,
    ),
    Promise(
        CHARITY, CS, "Tell us on the same day when a family leaves the refuge", 14, 17, 16, True, "days until told",
        "kept", "Same day, by phone; we wrote the script together.", 26,
    ),
    Promise(
        CS, HEALTH, "Share the plan before the meeting and not in it", 16, 19, 20, True, "plans sent two days before",
        "kept", "It comes on time and on one page.", 28,
    ),
    Promise(
        YOUTH, CS, "One plan for a young person, not two", 20, 25, 25, True, "young people with one plan", "kept",
        "Two of ours still have two. The other thirty-one have one.", 32,
    ),
    Promise(
        CS, YOUTH, "Stay with a young person in custody", 20, 24, None, False, None, "not-kept",
        "They mean it and they are not there. Our workers go alone.", 32,
    ),
    Promise(
        POLICE, SCHOOLS, "Tell the school before the bell when there was an incident at home", 18, 22, 22, True,
        "incidents told before nine", "kept", "It is a text of four words. It changed our mornings.", 29,
    ),
    Promise(
        CS, SCHOOLS, "Ring back on the same day", 24, 28, 28, True, "calls returned on the day", "kept",
        "Nine times in ten. The tenth time we ring again and nobody minds.", 33,
    ),
    Promise(
        HEALTH, CS, "Health checks at home for children in care", 28, 33, 33, True, "health checks done when due",
        "partly-kept", "We go. The figures do not show it yet and we do not know why.", 35,
    ),
    Promise(CS, HEALTH, "Share cars in the valley", 34, 38, None, True, "miles driven alone"),
]  # fmt: skip

SAID = [
    Said(
        0, "front-line", "forms", "We write the same thing into three places.", 31, "take away what nobody reads", 9,
    ),
    Said(
        0, "families", "new faces", "I have told it so often that I do not believe it any more.", 12,
        "visits-by-same-worker", 12,
    ),
    Said(1, "children", "being heard", "She asked my mum what I think.", 18, "children-seen-alone", 10),
    Said(1, "front-line", "supervision", "It is cancelled first.", 22, "supervision-held", 8),
    Said(1, "partners", "strategy talks", "We hear about it when it is over.", 6, "work better with the police", 14),
    Said(
        2, "families", "reports", "I read about myself in front of eleven people.", 15, "reports-read-to-family", 12,
    ),
    Said(
        2, "carers", "Sundays", "It is always Sunday when it breaks, and nobody is there on Sunday.", 9,
        "placement-moves", 10,
    ),
    Said(3, "front-line", "meetings", "Tuesdays to Thursdays I see no family.", 27, "time-with-families", 6),
    Said(3, "children", "changes of worker", "I had four. I liked the second one.", 14, "visits-by-same-worker", 15),
    Said(3, "families", "coming back", "You closed us on a Friday and on Monday he was back.", 8, "re-referrals", 14),
    Said(4, "front-line", "newcomers", "I had nineteen children in my third week.", 7, "help new colleagues", 10),
    Said(4, "partners", "core groups", "Nobody told us the date.", 5),
    Said(4, "carers", "birthdays", "You know the form and not the birthday.", 11, "care-leavers-in-touch"),
    Said(5, "children", "where to meet", "Not in the kitchen.", 21, "children-seen-alone", 9),
    Said(4, "families", "words", "What is a threshold?", 16, "reports-read-to-family", 12),
    Said(5, "front-line", "worries", "I went home with it three nights.", 13, "staff-can-speak-up", 7),
    Said(6, "partners", "police log", "We send it and it falls into a hole.", 4, "work better with the police", 11),
    Said(6, "children", "being told", "Nobody said what happened after I said it.", 17, "children-seen-alone", 8),
    Said(6, "front-line", "the deadline", "Day 40 decides whom I visit.", 24, "assessments-in-time", 13),
    Said(7, "families", "fathers", "He works until eight. You come at four.", 9, None, 60),
    Said(7, "carers", "moves", "She was moved with a bin bag.", 6, "placement-moves", 12),
    Said(7, "partners", "one plan", "Three plans and none on the fridge.", 7, "core-groups-attended"),
    Said(8, "children", "leaving care", "You text like an office.", 13, "care-leavers-in-touch", 7),
    Said(8, "front-line", "agency workers", "We train them and they go.", 29, None, 40),
    Said(8, "families", "after the end", "I did not know I could ring.", 14, "re-referrals", 11),
    Said(
        9, "front-line", "forms", "The new form is half as long. The panel still asks for the old one.", 19,
        "take away what nobody reads", 9,
    ),
    Said(9, "children", "the worker stays", "She knows my dog's name.", 15),
    Said(9, "partners", "core groups", "We are too few and ashamed to say so.", 4, "core-groups-attended", 10),
    Said(
        10, "carers", "asked first", "Now they ask me how the week was, before it is too late.", 12,
        "placement-moves", 9,
    ),
    Said(
        10, "families", "being asked", "Someone asked what would help. It was an hour and no form.", 18,
        "time-with-families", 8,
    ),
    Said(10, "children", "school", "Do not fetch me out of maths.", 8),
    Said(
        10, "front-line", "speaking up", "I said it and nobody looked for who was to blame.", 20,
        "staff-can-speak-up", 6,
    ),
    Said(11, "families", "waiting", "Two weeks, then all on one day.", 10),
    Said(11, "front-line", "supervision", "It has gone again. We told them.", 16),
]  # fmt: skip

STATEMENTS = [
    Statement(
        "children seen and heard",
        "More children are seen alone than two years ago, the little ones first. Teenagers less so.",
        "Audit of every tenth record, and the children in care council asks children itself",
        "Ask those teenagers who refused what would have made it easier", 32, [
            Claim(
                "More children are seen alone", "better", "children-seen-alone", 9,
                ("audit of records", "children in care council"),
            ),
        ],
    ),
    Statement(
        "the same worker", "Children keep their worker longer. Agency workers undo part of it.",
        "Counted from the visits themselves, not from what managers say",
        "Contracts that people stay for; nobody owns this yet", 32, [
            Claim(
                "More visits are by the worker of the visit before", "better", "visits-by-same-worker", 6,
                ("visits",),
            ),
            Claim("Children in care change worker less often", "better", "changes-of-worker", 14, ("case files",)),
            Claim("More posts are filled by agency workers", "worse", "agency-workers", 17, ("payroll",)),
        ],
    ),
    Statement(
        "time with families", "Workers spend more hours with families. Half of it came from forms that are gone.",
        "Time diaries of one week in each month, drawn by lot", "Look at the half that still sits at the screen", 32, [
            Claim("More hours with families", "better", "time-with-families", 9, ("time diaries",)),
            Claim("Less of the week at the screen", "better", "time-at-screen", 10, ("time diaries",)),
            Claim("Assessments have fewer pages", "better", "pages-per-assessment", 13, ("page counts",)),
        ],
    ),
    Statement(
        "supervision",
        "It got better when we moved it, and it has gone back. We did not notice for half a year; a review told us.",
        "Workers' calendars, and a review of one case in spring", "Groups of three that do not depend on a manager",
        33, [
            Claim(
                "Supervision has gone back to where it was", "worse", "supervision-held", 15,
                ("calendars", "case review c11"),
            ),
        ],
    ),
    Statement(
        "core groups",
        "Fewer core groups have everybody at the table than two years ago. We wrote letters, which did not help.",
        "Minutes of core groups; the health trust says so too",
        "Meet at school; ask health what it can promise and keep", 33, [
            Claim(
                "Fewer core groups are attended by every agency", "worse", "core-groups-attended", 20,
                ("minutes", "health trust"),
            ),
        ],
    ),
    Statement(
        "coming back",
        "Fewer families are referred again. We do not know yet whether they are well or have stopped ringing.",
        "Referrals counted by family, and calls to thirty families three months after the end",
        "Ask those who did not pick up", 32, [
            Claim(
                "Fewer referrals within twelve months of an earlier one", "better", "re-referrals", 12,
                ("referrals", "calls"),
            ),
            Claim("Fewer plans are for children who had one before", "better", "repeat-plans", 18),
        ],
    ),
    Statement(
        "caseload", "Six more posts have not made caseloads smaller. As many more children came.",
        "Weekly count per worker; payroll", "Stop asking for posts until we know why cases stay open", 33, [
            Claim("Caseloads are where they were", "unchanged", "caseload", 0, ("weekly count",)),
            Claim("Newcomers have fewer children", "better", "new-starter-cases", 18, ("weekly count",)),
            Claim("No fewer plans are open for over a year", "unchanged", "open-over-a-year", 0, ("plans",)),
        ],
    ),
    Statement(
        "speaking up", "We have tried more here than anywhere and the answers are what they were.",
        "Staff survey each month, answered outside of work and counted by the partnership",
        "Ask what we do when somebody has spoken", 33, [
            Claim(
                "No more staff say that they can raise a worry", "unchanged", "staff-can-speak-up", 0,
                ("staff survey",),
            ),
        ],
    ),
    Statement(
        "police and health",
        "All three are there more often when it matters on the day. It took one phone line and one desk.",
        "Records of the line, checked by the health trust", "Do the same for schools", 32, [
            Claim(
                "More strategy discussions have all three agencies", "better", "strategy-talks-joint", 14,
                ("phone line", "health trust"),
            ),
        ],
    ),
    Statement(
        "brothers and sisters", "More of them live together. We cannot say why; nobody set out to do it.",
        "Placements on the last day of the month", "Find out, before we claim it", 32, [
            Claim("More brothers and sisters live together", "better", "siblings-together", 22, ("placements",)),
        ],
    ),
    Statement(
        "time limits", "As many assessments are in time as before. We stopped aiming at it.", "Dates on file",
        "Look with families at the late ones", 32, [
            Claim(
                "Timeliness of assessments has not changed", "unchanged", "assessments-in-time", 0,
                ("dates on file",),
            ),
        ],
    ),
    Statement(
        "fathers", "We seldom speak to fathers.", "Two reviews, and nine families who told us", None, 33, [
            Claim("We speak to no more fathers than before", "unchanged", None, None, ("case reviews", "families")),
        ],
    ),
    Statement(
        "care leavers", "We work at it and it does not move.", "Calls logged each month",
        "Let care leavers say what to count instead", 33, [
            Claim(
                "Care leavers are in touch as much as before", "unchanged", "care-leavers-in-touch", 0, ("call log",),
            ),
            Claim("Placements move as often as they did", "unchanged", "placement-moves", 0, ("placements",)),
        ],
    ),
]  # fmt: skip
