"""Words that find a person at fault: somebody as the subject of a failure, or as what is to be mended."""

import re

from inspector.lints._persons import PERSON

_LOW = (
    r"(?:losses|loss|fall|drop|decline|failures?|harm|errors?|mistakes?|results?|figures?|delays?|gaps?|deaths?|incidents?|"
    r"backlog)"
)
FAULT = re.compile(
    rf"""\b(?:
      {PERSON}\s(?:who\s)?(?:(?:has|have|had|also|simply|again|often|still|clearly|repeatedly|on\s\w+)\s){{0,3}}?
      (?:failed\sto|fails?\sto|failed\sin|neglect(?:s|ed)\b|forgot\b|overlook(?:s|ed)\b|ignor(?:es|ed)\b|refus(?:es|ed)\sto|mishandled
      |botched|bungled|dropped\sthe\sball|cut\scorners|got\s(?:it|this|that|things)\swrong|turned\sa\sblind\seye|lost\sinterest
      |let\s(?:\w+\s){{1,3}}?(?:slide|slip|drift|happen|lapse|go\b|fall|down)|looked\s(?:away|the\sother\sway)|made\s(?:\w+\s)?(?:mistakes?
      |errors?)|missed\s(?:the\s|every\s|all\s|obvious\s)*(?:signs?|chances?|warnings?|signals?|opportunit\w+)
      |caused\s(?:the|this|these|most\sof\sthe|\w+)\s(?:\w+\s)?{_LOW}
      |(?:is|are|was|were)\s(?:\w+\s)?(?:careless|lazy|negligent|incompetent|sloppy|complacent|at\sfault|to\sblame|guilty|slack
      |irresponsible|inattentive|not\s(?:up\sto|paying|doing\stheir|bothered))
      |(?:should|ought\sto)\shave\s(?!been\b|had\b)\w+ |could\shave\s(?:prevented|avoided|noticed|spotted|seen|stopped
        |caught|known|acted
      |done\s(?:more|better)|checked)
      |(?:did|do|does)\snot\s(?:bother|care|try\shard|do\s(?:their|his|her|the)\s(?:job|duty|work)|take\sit\sseriously|know\s(?:their|his
      |her)\sjob))
    | (?:careless|lazy|negligent|incompetent|sloppy|complacent|slack|irresponsible)\s{PERSON}
    | (?:{_LOW}|it|this|these|they)\s(?:should|could|ought\sto)\shave\sbeen\s(?:prevented|avoided|noticed|spotted|seen
      |stopped|caught
    |picked\sup|foreseen)
    | (?:re-?train|reprimand|discipline|dismiss|sack|demote|rebuke|admonish|performance[\s-]manage|caution)\s(?:(?:the|that
      |those|any|every
    |each|all|this|these|some)\s)?(?:\w+\s){{0,2}}?(?:{PERSON}|those|whoever|anybody|anyone)
    | (?:replace|remove|suspend|warn|report|single\sout|speak\sto|move)\s(?:(?:the|that|any|every
      |each)\s)?(?:\w+\s){{0,2}}?(?:{PERSON}
    |those|whoever|anybody|anyone)\s(?:who|whose|responsible|at\sfault|that\s(?:caused|failed|let))
    | f(?:ind|inds|ound)\s(?:the\s|a\s)?(?:\w+\s)?{PERSON}\s(?:guilty|at\sfault|negligent|culpable|to\sblame)
    | hold(?:s|ing)?\s(?:(?:the|each|every|any|those)\s)?(?:\w+\s){{0,3}}?(?:to\saccount|accountable|responsible)\b
    | (?:because|owing\sto|due\sto|down\sto|thanks\sto|fault\sof|blame\s(?:of|on|for))\s(?:the\s|a\s|one\s
      |their\s)?(?:\w+\s)?{PERSON}(?:['’]s?)?
      \s(?:fail\w*|neglect|carelessness|negligence|mistakes?|errors?|attitudes?|inexperience|laziness|incompetence)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
GUILTY = re.compile(
    rf"""\b(?:
      (?:which|whose)\s(?:\w+\s){{0,2}}?{PERSON}\s(?:\w+\s)?(?:failed|missed|forgot|neglected|ignored|caused|(?:is|was|were)\s(?:at\sfault
      |to\sblame|responsible)|let|made\s(?:the|this|that|a)|should\shave)
    | whose\s(?:\w+\s)?(?:error|mistake|failure|negligence|neglect|carelessness|fault)\b
    | who\s(?:should\shave|forgot|neglected|ignored|let\s(?:it|this|that|them|things)|got\s(?:it|this|that)\swrong|did\snot\sdo
      |dropped\sthe|slipped\sup|missed\s(?:it|this|that|the))
    | why\s(?:did|do|does|have|has)\s(?:the\s|your\s|our\s|a\s)?(?:\w+\s){{0,2}}?{PERSON}\s(?:fail|refuse|neglect|ignore
      |forget|not\scare|let)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
