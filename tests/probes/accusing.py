"""Words that a question about evidence never uses."""

import re

ACCUSING = re.compile(
    r"\b(fraud\w*|fak(e|es|ed|ing|ery)|manipulat\w*|cheat\w*|false\w*|falsif\w*|lied|lying|liars?|dishonest\w*|tamper\w*"
    r"|guilt\w*|deceiv\w*|decept\w*|conceal\w*|suspicious\w*|suspect\w*|forg(ed|ery)|invented|gam(ed|ing))\b",
    re.IGNORECASE,
)
