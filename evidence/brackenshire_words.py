"""What the people of the invented Brackenshire might write in their improvement log. Nobody here exists."""

# Indicator (or None) to: aim, places where the work happens, and changes tried there.
TOPICS: dict[str | None, list[tuple[str, list[str]]]] = {
    "children-seen-alone": [
        ("let every child talk to us without a parent in the room", [
            "asked school for its quiet room before ringing home", "took the drawing kit along on the second visit",
            "walked the dog with the young person instead of sitting in the kitchen", "let the child choose where to meet",
            "swapped the first home visit for one at nursery",
        ]),
        ("find out what children make of our visits", [
            "left a postcard with three faces for the child to fill in", "ended each visit by asking what we got wrong",
            "read the last visit's notes back to the teenager", "put the child's own words in the first line of the record",
        ]),
    ],
    "visits-by-same-worker": [
        ("stop children having to start again with somebody new", [
            "kept the case with the worker who took the first call", "paired two workers for each family from day one",
            "handed over in the family's living room rather than by e-mail", "held the case back from transfer for four weeks",
            "asked agency colleagues to shadow for a fortnight before taking cases",
        ]),
        ("make cover arrangements that a child would recognise", [
            "put a photo of the covering worker on the fridge", "booked leave in pairs so that one of the two is always here",
            "had the covering worker ring before the first visit",
        ]),
    ],
    "reports-read-to-family": [
        ("let parents read our report before anybody else at the table does", [
            "sent the draft two days earlier and rang to go through it", "left out the chronology and told the story instead",
            "printed it in large type and read it aloud", "wrote it with the mother at her own table",
        ]),
        ("write so that the family understands", [
            "took every abbreviation out of the conference report", "asked a care leaver to mark up an old report",
            "replaced the risk table by three sentences", "put what is going well on the first page",
        ]),
    ],
    "supervision-held": [
        ("make supervision happen when the week goes wrong", [
            "moved it from Friday to Tuesday morning", "met on the walk to court", "split one long session into two short ones",
            "took turns in a group of three when the manager was away",
        ]),
        ("make supervision about thinking rather than counting", [
            "began with the case that kept somebody awake", "left the task list outside the room",
            "asked what we would do if there were no form", "brought one success to each session",
        ]),
    ],
    "assessments-in-time": [
        ("start assessments on what matters to the family", [
            "dropped two pages of the form for families we know", "booked the joint visit with health at the first call",
            "asked the family what they would want us to find out", "wrote the assessment up in the car straight after",
        ]),
        ("stop assessments waiting for other people", [
            "rang school rather than sending the request", "asked the GP's secretary which day suits them",
            "agreed with police to share the log on the same day", "put an end date in every request we send",
        ]),
    ],
    "re-referrals": [
        ("close cases so that families need not come back", [
            "rang three weeks after closing", "agreed with the family whom they would ring first",
            "held the closing meeting at the children's centre", "kept the door open for six weeks without a new referral",
        ]),
        ("see a second call as the same story", [
            "gave the second call to the worker of the first", "read the closing summary before deciding anything",
            "asked the referrer what had changed since",
        ]),
    ],
    "placement-moves": [
        ("keep children where they are", [
            "visited the carer in the first week without an agenda", "set up a carers' phone tree for Sunday evenings",
            "asked the child's old carer to tea", "brought the school bus pass on the first day",
        ]),
        ("hear trouble before a placement breaks", [
            "asked carers to score each week from one to five by text", "sat in on the carers' coffee morning",
            "met after every missing episode, carer first",
        ]),
    ],
    "time-with-families": [
        ("have more hours with families and fewer with the screen", [
            "dictated case notes on the way back", "had business support open the forms", "kept Wednesday free of meetings",
            "stopped copying e-mails into the record", "let one note serve for brothers and sisters",
        ]),
        ("take away what nobody reads", [
            "left the weekly return empty to see who would ask", "merged three checklists into one side of paper",
            "asked the panel which pages it had read",
        ]),
    ],
    "care-leavers-in-touch": [
        ("stay in touch the way young people want", [
            "used the messaging app that they use", "met at the gym instead of the office", "sent birthday cards by hand",
            "let a care leaver write the text messages",
        ]),
    ],
    "staff-can-speak-up": [
        ("make it safe to say that something went wrong", [
            "opened the team meeting with a mistake of my own", "put a mistakes board beside the kettle",
            "asked what we learned before asking who", "wrote a thank-you note to whoever raised a worry",
        ]),
    ],
    "core-groups-attended": [
        ("get everybody who matters into the core group", [
            "moved it to the school at pick-up time", "let health visitors join by phone", "asked the father's shift pattern first",
            "sent one question instead of an agenda",
        ]),
    ],
    None: [
        ("make the morning calmer", [
            "moved allocation to half past nine", "took the duty phone out of the open room", "wrote the day on one whiteboard",
        ]),
        ("learn from a case that went well", [
            "asked the family what made the difference", "walked through the file backwards with the whole team",
            "invited the school to tell its side",
        ]),
        ("work better with the police", [
            "sat at the police desk for a morning", "agreed on one phrase for urgent", "went through two strategy talks together",
        ]),
        ("help new colleagues to find their feet", [
            "gave the newcomer three cases and one old hand", "made a map of who knows what", "let students shadow court",
        ]),
        ("see fewer forms", [
            "crossed out every box that is always ticked", "asked why the form wants this twice",
            "tried one week without the transfer form",
        ]),
    ],
}  # fmt: skip

PLACES = [
    "in the duty room", "on the Thornwick estate", "with the families of one school", "for cases of brothers and sisters",
    "with two new starters", "on late visits", "with unborn babies", "at the hospital", "with kinship carers", "for a fortnight",
    "on Mondays only", "with teenagers who go missing", "with families who have been here before", "in the north locality",
    "with children under five", "for court work", "where English is not spoken at home", "with foster carers in the valley",
    "after hours", "with disabled children",
]  # fmt: skip

PREDICTIONS = [
    "three in four will say yes", "it will take ten minutes longer and save a visit later", "we shall hear things that we did not know",
    "parents will ring us first next time", "nothing will change in the first week", "half of the team will forget",
    "school will mind, and then stop minding", "we shall be done a day earlier", "it will feel awkward twice and then it will not",
    "fewer calls on Friday afternoon", "the record will be shorter and say more", "at least one child will tell us something new",
    "people will say that there is no time", "the manager will need to read less", "families will say it is the first time",
    "it will work for the little ones and not for teenagers", "we shall drop it within a week", "it will cost an hour and give back two",
    "other teams will ask how we did it", "the waiting will go down by a few days", "carers will ring before it gets bad",
]  # fmt: skip

LESSONS = [
    "worked with the younger ones; teenagers wanted to be asked first", "took longer than we thought and was worth it",
    "nobody read the second page, so we left it out", "the prediction was wrong: it was the school that minded",
    "two families said so unasked", "failed on the first day because we had not told duty",
    "we had asked the wrong question; the form itself is in the way", "half as many calls came back",
    "it only works while the same person does it", "the child said more in ten minutes than in three visits",
    "one colleague hated it and had a point about confidentiality", "we needed the police to agree first",
    "no difference that anybody could see", "easier than the old way, so it stuck", "parents brought their own notes the next time",
    "the hour went into the car instead of the screen", "we learned that we had never asked the fathers",
    "it showed that the deadline makes us visit the wrong child first", "good for one team, useless for night duty",
    "the carer said that she would have given notice otherwise", "we shall try it with two families more before we believe it",
    "what helped was the phone call, not the letter", "too many at once; one at a time next week",
    "the trainee saw what we had stopped seeing",
]  # fmt: skip

ASIDES = [
    "next time we start a week earlier", "the school secretary noticed before we did", "we shall ask the grandmother too",
    "it rained, which mattered more than we thought", "the newcomer saw it first", "it is on the whiteboard for the others",
    "the second family was different again", "the father had not been told", "Fridays are the wrong day for it",
    "the little brother joined in", "duty has to know before we begin", "we had no car that day",
    "the carer has kept notes of her own since", "health asked whether they may copy it", "it cost one hour, not two",
    "nobody asked for the old way back", "we forgot the interpreter", "the panel did not notice",
    "the next one is with a family that said no", "the mother told her sister", "we still do not know about nights",
    "half of it was luck", "we shall count it for a month", "it needs a room with a door", "the student did it better than we did",
    "the constable laughed and then agreed", "the youngest drew it for us", "what we predicted was the easy part",
    "we asked again after two weeks and it was the same", "the manager sat in and said nothing, which helped",
]  # fmt: skip

TEAMS = [
    "Duty and assessment north", "Duty and assessment south", "Family support east", "Family support west",
    "Children in care", "Leaving care", "Disabled children", "Fostering",
]  # fmt: skip
ROLES = [
    "social worker", "senior practitioner", "team manager", "family support worker", "business support",
    "personal adviser", "supervising social worker",
]  # fmt: skip
