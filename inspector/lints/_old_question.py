"""Words that ask where a service stands, told from words that question whether that is the right thing to ask.

Each function takes words as people read them (values as `N`) and gives the words that ask, or nothing. A sentence that questions
a target, says what it cost or why it was missed for somebody's sake is welcome: that is learning. `unquestioned` leaves that out.
"""

import re
from collections.abc import Callable, Iterator

from inspector.lints import _yardsticks

Asks = Callable[[str], str]

_AIM = (
    r"(?:targets?|standards?|thresholds?|benchmarks?|deadlines?|time\s?scales?|time\s?frames?|time\s?limits?|quotas?|kpis?|"
    r"(?:key\s)?performance\sindicators?|milestones?|requirements?|expectations?|criteri(?:on|a)|specifications?|obligations?|"
    r"dut(?:y|ies)|(?:required|expected|minimum|service)\slevels?|slas?)"
)
_FAR_AIM = r"(?:objectives?|goals?|ambitions?|aims?)"
_MEET = (
    r"(?:meets?|met|meeting|miss(?:es|ed|ing)?|hits?|hitting|reach(?:es|ed|ing)?|achiev(?:es?|ed|ing)|attain\w*|exceed\w*|"
    r"satisf(?:y|ies|ied|ying)|fulfil\w*|surpass\w*|beats?|beaten|beating|breach(?:es|ed|ing)?|compl(?:y|ies|ied|ying)\swith|"
    r"adher(?:es?|ed|ing)\sto|conform(?:s|ed|ing)?\s(?:to|with)|f(?:all|alls|ell|alling)\sshort\sof|pass(?:es|ed|ing)?)"
)
_BETWEEN = (
    r"(?:(?!(?:with|who|whom|to|and|or|about|whether|that|when|question\w*|chang\w*|right|wrong|which|what|how|why|if|but|"
    r"only)\b)"
    r"[\w'’,-]+\s){0,6}?"
)
_BEFORE = (
    r"(?:(?:the|its|their|his|her|our|your|a|an|any|all|every|each|national|statutory|local|agreed|set|N|\d+|of|"
    r"required)\s){0,5}"
)
_SIDE = (
    r"(?:on|off|at|above|below|under|over|within|outside|beyond|against|short\sof|ahead\sof|behind|up\sto|in\sline\swith|"
    r"close\sto|near|(?:better|worse|higher|lower|faster|slower)\sthan)"
)
_OUTCOME = r"(?:met|missed|hit|reached|achieved|attained|exceeded|breached|beaten|satisfied|fulfilled|surpassed|passed)"

TARGET = re.compile(
    rf"""\b(?:
      {_MEET}\s{_BETWEEN}{_AIM}
    | (?:met|meets?|meeting|miss(?:es|ed|ing)?|hits?|reach(?:es|ed|ing)?|achiev(?:es?|ed|ing))\s{_BEFORE}{_FAR_AIM}
    | (?:{_AIM}|{_FAR_AIM})\s(?:for|of|in|on)\s(?:\w+\s){{1,4}}?(?:was|were|is|are|has|have)\s(?:been\s|not\s
    |all\s){{0,2}}{_OUTCOME}\b
    | (?:{_AIM}|{_FAR_AIM})\s(?:(?:N|was|were|is|are|has|have|had|been|being|not|also|all|always|consistently|to|be|set|in
    |full)\s){{0,4}}
      {_OUTCOME}(?=[\s.,;:?!]|$)(?!\s(?:with|by\s(?:chang|question)))
    | {_SIDE}\s{_BEFORE}(?:{_AIM}|norms?)(?=\s*(?:[.,;:?!)\]'"]|$)|\s(?:for|in|of|on|by|at|and|but|set|again|this|every|each
    |over|since|a|N)\b)
    | up\sto\s(?:the\s)?(?:standard|scratch|the\smark|date\swith)
    | compl(?:y|ies|ied|ying)\s(?:fully\s)?with\s(?:the|its|all|every|national|statutory|legal|local|guid\w+|polic\w+
    |procedures?|law)\b
    | (?:target|standard|kpi|performance)s?[\s-](?:attainment|achievement|met|missed)
    | (?:on|off)[\s-](?:track|course|trajectory|schedule)|(?:is|are|was|were|be|back|running|remains?|not)\s(?:on
    |off)\splan(?=[\s.,;:?!]|$) | (?:ahead\sof|behind)\s(?:schedule|plan
    |trajectory)
    | (?:(?:in|not\sin|full|fully|non|partial(?:ly)?)[\s-]?)?(?:non-?)?complian(?:t|ce)(?!\s(?:officers?|teams?
      |departments?|units?|managers?|staff))
    | (?:what|as|where|that|all)\s(?:the\s|its\s|their\s)?(?:inspect\w+|regulat\w+|ministry|minister|law|statute|commissioners?
    |board|department|government|auditors?)\s
      (?:\w+ly\s)?(?:requires?|required|wants?|wanted|expects?|expected|demands?|demanded|asks?\sfor|prescribes?|prescribed
      |looks?\sfor|lays?\sdown)
    | satisf(?:y|ies|ied|ying)\s(?:the|its|all|every)\s(?:\w+\s){{0,2}}?(?:checklist|inspect\w+|regulat\w+|audit\w*
    |commissioners?)
    | (?:as|what|that)\s(?:it|they|he|she|staff|everybody)\s(?:must|should|ought\sto|has\sto|have\sto|is\srequired\sto
    |are\srequired\sto)(?=\s*(?:[.,;:?!]|$))
    | at\sthe\s(?:level|rate|frequency)\s(?:that\s)?(?:the|it|they)\s(?:\w+\s)?(?:sets?|requires?|required|agreed|prescribe[sd]?
    |expect(?:s|ed)?)
    | (?:hits?|hitting|met|meets?|misses|missed|keeps?\sto|kept\sto)\s(?:the|its|their)\s(?:\w+\s)?(?:trajectory|forecast|budget
    |plan)\b
    | (?:inside|within|outside|beyond)\s(?:the\s)?(?:statutory|legal|prescribed|allowed|permitted)\s(?:period|time|days|weeks
    |window|limits?)
    | where\s(?:it|they|we|you|one)\s(?:should|ought\sto|needs?\sto|are\smeant\sto|is\smeant\sto|must)\sbe | (?:right
    |wrong)\sside\sof\sthe\sline
    | (?:full|complete|strict|good|poor|total)\s(?:adherence|conformity|observance) | adherence\sto\s(?:the\s|all\s
    |its\s)?(?:procedures?|polic\w+|protocols?|guid\w+|standards?|rules|checklist)
    | (?:in|under)\s(?:full\s)?(?:accordance|line)\swith\s(?:the\s|its\s|all\s|national\s|statutory\s)*(?:guid\w+|polic\w+
    |procedures?|protocols?|regulations?|legislation|law|framework)
    | ahead\sof\s(?:the\s|its\s|their\s|national\s)*(?:trajector\w+|plan|schedule|curve)
    | (?:what\sgood\slooks\slike) | (?:no|few|some|several|many)\sareas?\s(?:requiring|for|of)\s(?:improvement|concern|weakness)
    | how\sfar\s(?:are|is|from|off|away)\b.{{0,30}}\btargets? | how\smany\sof\s(?:your|the|its)\s(?:\w+\s)?(?:targets|standards
    |indicators|kpis|measures)
    | good\senough | fit\sfor\spurpose | (?:in)?adequate(?:ly)? | (?:un)?acceptable\s(?:level|standard|performance)
    | (?:not\s)?(?:yet\s)?(?:un)?satisfactory | (?:not\s)?(?:yet\s)?satisfactorily
    | (?:as|than|where)\s(?:it\sis\s|is\s|was\s)?(?:expected|required)\s(?:of|by)\s(?:the|a|an|all)\s(?:regulator|inspectorate
    |ministry|law|statute|standard)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GRADES = (
    r"(?:good|outstanding|inadequate|poor|excellent|weak|strong|satisfactory|unsatisfactory|requir(?:e|es|"
    r"ing)\simprovement|fair|sound)"
)
_SERVICE = (
    r"(?:service|practice|leadership|care|work|provision|performance|quality|team|authority|prison|school|force|brigade|"
    r"ward|library)"
)
RATING = re.compile(
    rf"""\b(?:
      rated | ratings? | (?:re|down|up)?graded\s | grades?\s(?:of\s(?!paper|steel|timber|salt|stone|coal|sand|wool|card)|as
        |is|was|[a-e]\b|N|\d)
    | (?:graded?|judged|assessed|deemed|found)\s(?:to\sbe\s|as\s|to\s)?{_GRADES}
    | {_GRADES}\s(?:rating|grade|judg\w+|performance|outcome)s?
    | {_SERVICE}\s(?:is|was|are|were|remains?|stays?|has\sbeen)\s(?:\w+\s)?{_GRADES}
    | (?:is|are|was|were)\s(?:inadequate|satisfactory)(?=\s*(?:[.,;:?!]|$)) | (?:it|this|that|they)\s(?:is|are|was
    |were)\soutstanding(?=\s*(?:[.,;:?!]|$))
    | (?:red|amber|green|rag)[\s-](?:status|rated|rating|flagged|light)
    | (?:one|two|three|four|five|N|\d)[\s-]stars?
    | scor(?:es?|ed|ing)\s(?:of\s|at\s)?(?:\w+\s)?(?:N|\d+|high\w*|low\w*|well|poorly|badly|above|below|at\sleast|out\sof|points
    |full\smarks)
    | (?:high|low|overall|maximum|total|composite|maturity)[\s-]scor(?:e|es|ing)
    | (?:N|\d+)\s(?:points|marks)\sout\sof
    | (?:pass(?:es|ed|ing)?|fail(?:s|ed|ing)?)\s(?:the|an|a|its|their|every|each|all)\s(?:\w+\s){{0,3}}(?:inspection|audit
    |assessment|accreditation|test|check)s?
    | (?:inspect\w+|regulat\w+|ofsted|cqc|hmicfrs|hmip|estyn|audit)[\s'’s]*(?:grade|judge?ment|verdict|outcome|result|score)s?
    | (?:came|come|comes|turned|turns)\s(?:out|back)\s(?:as\s)?(?:\w+\s)?{_GRADES} | in\sthe\s(?:green|red
    |amber)(?:\szone)?(?=\s*(?:[.,;:?!]|$)|\szone)
    | (?:service|unit|school|prison|home|trust|force|brigade|ward|department|team)\s(?:is|are|was|were)\s(?:failing|coasting
    |struggling|underperforming|thriving|exemplary)
    | (?:performance|practice|quality|delivery)\s(?:holds?|is\sholding|held|keeps?|kept|stands?)\s(?:up\s)?(?:well|strong|steady
    |firm)
    | (?:figures?|numbers?|results?|statistics|data|outcomes?)\s(?:looks?|seems?|appears?|reads?)\s(?:\w+\s)?(?:healthy|good
    |fine|right|strong|weak|poor|bad|sound|encouraging|worrying)
    | (?:gold|silver|bronze|platinum)\s(?:award|standard|status|mark|medal) | (?:kite|charter|quality)\s?marks?
    | awards?\sfor\s(?:excellence|quality)
    | (?:is|are|turned|turns|all|were|was|mostly|now|with)\s(?:red|amber|green)(?=\s*(?:[.,;:?!]|$)|\s(?:indicators?|measures?
    |targets?|on\sthe))
    | (?:firm|tight|strong|good|poor)\s(?:grip|handle|hold)\son | rates?\s(?:the|it|this|their|its)\s(?:\w+\s){{1,2}}(?:at\s)?(?:N
    |\d)
    | would\syou\ssay\s(?:that\s)?(?:you|it|they|the\s\w+)\s(?:is|are)\s(?:\w+\s)?(?:good|bad|strong|weak|effective|safe)
    | a\s(?:\w+\sand\s)?(?:safe|decent|good|strong|failing|poor|excellent)(?:\sand\s\w+)?\s(?:place|prison|school|service|home
    |trust|force|library|brigade|ward|authority)
    | special\smeasures | maturity\s(?:level|model|stage) | (?:level|tier|band|category|grade)\s(?:one|two|three|four|five|N|\d
    |[a-e])\b(?=\s*(?:[.,;:?!]|$)|\s(?:in|on|for|and|or|of|at|is|was|are|were|has|this|again|since|overall|by|reached)\b)
    | (?:re-?)?accredit(?:ed|ation)
    | performance\s(?:is|was|remains?|has\sbeen|stays?|looks?)\s\w+ | (?:levels?|quality|standards?)\sof\s(?:service|performance
    |care|practice)\s(?:is|are|was|were|remains?)\s\w+
    | perform(?:s|ed|ing)?\s(?:very\s|less\s)?(?:well|poorly|strongly|badly|above|below|better|worse)
    | (?:high|low|under|over|poor|poorly|top|best|worst|well|strong)[\s-]?perform(?:ing|ance|er|ers|s|ed) | out-?perform\w*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHERS = (
    r"(?:others?|neighbours?|peers?|comparators?|elsewhere|authorit(?:y|ies)|services?|forces?|trusts?|schools?|prisons?|homes?|"
    r"councils?|brigades?|boroughs?|count(?:y|ies)|regions?|hospitals?|librar(?:y|ies)|england|wales|scotland|(?:the\s)?country|"
    r"places|areas|providers?|stations?|nation)"
)
_LIKE = (
    r"(?:(?:the|its|their|your|our|a|an|any|all|most|many|some|every|other|similar|comparable|neighbouring|nearest|"
    r"statistical|rest|of|average|typical|national)\s){0,5}"
)
COMPARISON = re.compile(
    rf"""\b(?:
      (?:above|below|near|at|than|to|with|over|under|against|beats?|exceeds?|around|about)\s{_LIKE}(?:average|median|mean|norm)\b
    | (?:national|england|english|welsh|regional|family|county|sector|group|uk|country|peer|statistical
    |all-?england)[\s-](?:average|mean|median|norm|figure|benchmark|ranking|table)s?
    | benchmark(?:s|ed|ing)?\b(?!\sof\stheir\sown)
    | (?:statistical|comparator|similar)\s(?:neighbours?|authorities|forces)
    | (?:better|worse|higher|lower|faster|slower|quicker|safer|stronger|weaker|fewer|less|more\s\w+|more|longer|shorter|greater
    |smaller)\sthan\s(?:(?:in|at|for|among|by)\s)?{_LIKE}{_OTHERS}\b
    | compar(?:e|es|ed|ing|ison|isons)\s(?:\w+\s){{0,2}}?(?:with|to|against|favourably|well|badly|poorly
    |unfavourably)\s{_LIKE}(?:{_OTHERS}\b|average)
    | how\s(?:do|does|did)\s\w+\s(?:\w+\s){{0,3}}compare\b
    | (?:relative\sto|versus|ahead\sof|behind|unlike|lags?|lagging|leads?|leading|outstrips?)\s{_LIKE}{_OTHERS}\b
    | (?:top|bottom|upper|lower|best|worst)[\s-](?:quartile|decile|quintile|third|half|ten|five|twenty|N|\d+|performing)\b
    | quartiles? | deciles? | percentiles? | league\stables? | outliers?
    | rank(?:s|ed|ing|ings)?\s(?:\w+\s)?(?:first|last|second|third|above|below|among|in\sthe|highest|lowest|top|bottom|N|\d)
    | rankings?
    | (?:best|worst|leading|foremost)\s(?:in|of)\s(?:the\s|its\s|their\s)?(?:class|country|region|county|england|field|sector
    |nation|family)
    | (?:one|two|three|some|few|many|most|N|\d+)\sof\sthe\s(?:\w+est|best|worst|most\s\w+|least\s\w+)\s(?:\w+\s)?(?:in|of|among
    |anywhere|nationally|{_OTHERS})\b
    | (?:among|amongst)\sthe\s(?:\w+est|best|worst|most\s\w+|least\s\w+)\b
    | (?:beats?|beaten|outdo(?:es)?|outstrips?|tops?)\s(?:those\sof\s|the\s\w+\sof\s)?{_LIKE}{_OTHERS}\b
    | (?:only|just)\s(?:a\sfew|one|two|three|four|N|\d+)\s(?:other|others)\b.{{0,30}}\b(?:better|worse|more|fewer|higher|lower)
    | (?:as\s(?:well|badly|good|bad|fast|often|high|low)\sas|in\sline\swith|similar\sto
    |in\skeeping\swith)\s{_LIKE}(?:neighbours?|peers|others|national|england|similar)\b
    | nationally\s(?:high|low|leading) | world[\s-]class | sector[\s-]leading | best[\s-]in[\s-]class
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FIGURE = (
    r"(?:figures?|numbers?|percentages?|rates?|scores?|indicators?|measures?|metrics?|results?|statistics|stats|kpis?|ratings?|"
    r"performance|compliance|share|proportion|averages?|median|totals?)"
)
FIGURE = re.compile(
    rf"""\b(?:
      (?:raise|increase|lift|lower|reduce|cut|improve|push|drive|bring|boost|bump|maximise|minimise|get|hit|move|shift|halve
      |double)\s
      (?:up\s|down\s)?(?:(?:the|your|its|their|this|that|these|those|our|overall|headline|reported
      |published)\s)+(?:\w+\s)?{_FIGURE}\b
    | (?:raise|increase|lift|lower|reduce|cut|improve|boost|maximise|minimise)\s(?:\w+\s)?(?:figures?|percentages?|rates?
    |scores?|indicators?|kpis?|ratings?|performance|compliance)\b
    | (?:get|bring|keep|push|drive|hold|move|take|raise|increase|reduce|cut|lower|lift|reach|hit|stay|remain|be|is|are|was|were
    |stands?|rise|fall)\s
      (?:[\w'’-]+\s){{0,6}}?(?:above|below|under|over|to|at|at\sleast|at\smost|up\sto|down\sto|by)\s
      (?:at\sleast\s|at\smost\s|more\sthan\s|less\sthan\s)?(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)
    | (?:at\sleast|at\smost|more\sthan|less\sthan|fewer\sthan|over|under|above|below)\s(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HOW_MANY = (
    r"(?:(?:N|\d+(?:\.\d+)?)\s?(?:%|per\s?cent)|(?:(?:N|\d+)\s(?:of|out\sof)\s(?:N|\d+)|most|all|every|nearly\sall|almost\sall|"
    r"few|"
    r"(?:the\s)?(?:share|proportion|percentage|majority)|how\smany)\b)"
)
_PROMPT = (
    r"(?:in\stime|on\stime|to\stime|in\stimescale|by\sthe\sdeadline|within\s(?:the\s)?(?:statutory\s|national\s|required\s)?"
    r"(?:time\s?scales?|time\s?limits?|targets?|deadlines?|standards?|"
    r"(?:N|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\s(?:working\s)?"
    r"(?:minutes?|hours?|days?|weeks?|months?)))\b"
)
IN_TIME = re.compile(rf"\b(?:{_HOW_MANY}.{{0,90}}?\b{_PROMPT}|{_PROMPT}.{{0,60}}?\b{_HOW_MANY})", re.IGNORECASE)
_GROUP = (
    r"(?:numbers?|rates?|shares?|levels?(?=\s(?:are|were)\b|\sof\s(?:service|care|performance|satisfaction|confidence|absence|sickness|staff\w*|vacanc\w+))|"
    r"proportions?|percentages?|figures?|counts?|outcomes?|results?|volumes?|turnover|"
    r"sickness|absence|attendance|complaints?|incidents?|demand|satisfaction|confidence|morale|waits?|waiting\stimes?|"
    r"backlogs?|caseloads?|vacanc\w+|reoffending|detections?|loans|visits|response|responses)"
)
_WRITTEN = (
    r"(?:N|\d+(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|"
    r"seventy|eighty|ninety|a\shundred)(?:-\w+)?)"
)
STATE = re.compile(
    rf"""\b(?:
      (?:stands?|stood|is|are|was|were|remains?|runs?|sits?|lies?|holds?)\s(?:now\s|currently\s|steady\s|still\s|down\s
      |up\s)?(?:at|to|on)\s(?:about\s|around\s|just\s|only\s|over\s|under\s)?(?:N|\d+(?:\.\d+)?)
      \s?(?:%|per\s?cent|out\sof|points?|stars?)
    | {_GROUP}\s(?:of\s(?:\w+\s){{1,3}}?|for\s(?:\w+\s){{1,3}}?|in\s(?:\w+\s){{1,3}}?|times\s)?(?:is|are|was|were|remains?
    |stays?)\s(?:very\s|too\s|quite\s|still\s|generally\s|consistently\s|now\s|rather\s)?
      (?:low|high|small|large|strong|good|poor|weak|excellent|acceptable|normal|healthy|swift|prompt|slow|safe)
    | (?:stands?|stood|is|are|was|were|remains?|runs?|sits?|lies?)\s(?:\w+\s)?(?:above|below|over|under|beyond|around
    |about)\s{_WRITTEN}\s?(?:%|per\s?cent|percent)
    | (?:within|inside|in\sunder|under)\s{_WRITTEN}\s(?:working\s)?(?:seconds?|minutes?|hours?|days?|weeks?)\s(?:was|were|is
    |are)\s(?:achieved|reached|met|kept|usual|the\snorm)
    | (?:highest|lowest|best|worst|shortest|longest)\s(?:since|ever|on\srecord|in\s(?:\w+\s)?(?:years|decades|memory)|level
    |of\sany)
    | (?:(?:N|\d+)\s(?:of|out\sof|in)\s(?:N|\d+|ten|a\shundred)|(?:seven|eight|nine)\s(?:in|of|out\sof)\sten|all|every|most
    |nearly\sall|almost\sall)\s(?:\w+\s){{1,4}}?(?:was|were|is|are|have\sbeen|has\sbeen|got|took\splace)\s
      (?:\w+\s){{0,3}}?(?:correctly|properly|fully|in\sfull|accurately|compliantly|in\splace|up\sto\sdate|within\s(?:N|\d+|two
      |three|four|five|ten|twenty))\b
    | (?:seven|eight|nine)\s(?:in|of|out\sof)\sten\s.{{0,60}}\bwithin\s(?:N|\d+)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PROMISED = re.compile(
    r"\b(?:trials?|tests?|ideas?|"
    r"promis\w*|commit\w*|pledg\w*|due\s|better|worse|sooner|faster|quicker|slower|later|than\sbefore|used\sto|changed|"
    r"since\s|"
    r"fell|rose|moved)\b",
    re.IGNORECASE,
)
"""What was promised is held to its own day; and what says how something moved is no level."""

_MOVED = re.compile(
    r"\b(?:better|worse|sooner|faster|quicker|slower|than\sbefore|used\sto|chang\w+|fell|rose|moved|grew|growing|became|"
    r"becom\w+|improv\w+|since\s(?!records|\d)|"
    r"trials?|promis\w*|commit\w*|due\s|judged|begin|end|nobody|too\slittle|open)\b",
    re.IGNORECASE,
)
"""Who says how something moved may say where it stands now; and what a finding cannot tell is no level."""

_THEN_NOT = (
    r"(?:rather\sthan|instead\sof|not\swhether|not\sthat|never\smind|no\slonger|more\sthan|even\swhere|without|"
    r"not\sjust|not\sonly)"
)
_QUESTIONED = re.compile(
    rf"""\b(?:
      question(?:s|ed|ing)?\s(?:[\w'’-]+\s){{0,6}}?(?:{_AIM}|{_FAR_AIM}|ratings?|averages?|benchmark\w*|scores?|measures?
      |figures?|rules?|comparisons?)
    | (?:the\s)?(?:right|wrong|sensible|best|useful|helpful|fair|meaningful)\s(?:\w+\s)?(?:{_AIM}|thing|measure|question|figure
    |number|comparison)
    | (?:drop|dropp|scrap|abandon|chang|chose|choos|revis|replac|rewr|remov|withdr|rethink|rethought|relax|loosen|ignor|challeng
    |doubt|distrust|disput)\w*\s
      (?:[\w'’-]+\s){{0,5}}?(?:{_AIM}|{_FAR_AIM}|ratings?|averages?|benchmark\w*|scores?|measures?|figures?|comparisons?)
    | (?:put|set|left|leave|let|gave|give|given|do|did|got|get)\s(?:[\w'’-]+\s){{0,5}}?(?:aside|go|up|without|rid|away)\b
    | stopp?(?:ed|ing)?\s(?:using|counting|chasing|reporting|asking|comparing|looking|counting)
    | (?:cost|costs|price|expense)\s(?:of|to|for|them|you|us|people|families|patients)
    | (?:in\sthe\sway|mak(?:e|es|ing)\ssense|made\ssense|hit\sthe\starget\sand\smiss|miss\w*\sthe\spoint|perverse
    |side[\s-]effects?|crowd\w*\sout)
    | chas(?:e|ed|es|ing)\s
    | help\w*(?!\s(?:[\w'’-]+\s){{1,4}}?(?:to\s(?:an?|the|reach|meet|get|achieve|keep|hit)|reach|meet|achieve|hit)\b)
    | (?:harm\w*|hurt\w*|hinder\w*|suffer\w*|los[et]\w*|gave\sup|give\sup|neglect\w*|squeezed\sout|went\swithout|waited)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:miss\w*|breach\w*|exceed\w*|late|past|beyond|outside|over|fell\sshort|broke|against)\b.{0,100}?\b"
    r"(?:because|so\sthat|for\sthe\ssake|in\sorder|so\sas|since|when|where)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(_THEN_NOT, re.IGNORECASE)


def target(words: str) -> str:
    """The words that hold a service against a target or a standard."""
    return _found(TARGET, words)


def rating(words: str) -> str:
    """The words that rate a service, or say what rating it has."""
    return _found(RATING, words) or _yardsticks.prize(words)


def comparison(words: str) -> str:
    """The words that compare a service with others."""
    return _found(COMPARISON, words) or _yardsticks.elsewhere(words)


def figure(words: str) -> str:
    """The words that want a figure to be moved, or hold one against a share."""
    return _found(FIGURE, words) or _yardsticks.quota(words)


def in_time(words: str) -> str:
    """The words that tell how many were done in time."""
    return "" if _PROMISED.search(words) else _found(IN_TIME, _yardsticks.without_events(words))


def state(words: str) -> str:
    """The words that tell how high or good something is, in a sentence that does not tell how it moved."""
    return "" if _MOVED.search(words) else _found(STATE, _yardsticks.without_events(words))


def line(words: str) -> str:
    """The words that hold something against what is laid down from outside."""
    return _yardsticks.laid_down(words)


def laid_down(words: str) -> str:
    """As `line`, and the words that hold it against a time that stands in them."""
    return line(words) or ("" if _PROMISED.search(words) else _yardsticks.limit(words))


ALL: tuple[Asks, ...] = (target, rating, comparison, figure, laid_down, in_time, state)


def unquestioned(asks: Asks, parts: Iterator[str] | list[str]) -> str:
    """The first words of these sentences that ask so, in a sentence that does not question it; nothing if there are none."""
    for part in parts:
        found = asks(part)
        if found and not questioned(part, found):
            return found
    return ""


def questioned(sentence: str, found: str) -> bool:
    """Whether a sentence questions what it names, says what it cost, or that it gave way to somebody's need."""
    if _QUESTIONED.search(sentence) or _FOR_SOMEBODY.search(sentence):
        return True
    turned = _TURNED.search(sentence)
    return turned is not None and turned.start() < sentence.find(found)


def _found(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found[0].strip() if found else ""
