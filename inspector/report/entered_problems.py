"""What the names in square brackets mean that are said of results, visits and replies that are entered in a register."""

ENTERED = {
    "not-of-a-submission": "A result or a visit is of a bundle whose root no submission in the register has. What is entered "
    "about nothing could be about anything.",
    "of-another-authority": "A result or a visit names another authority than the submission of its bundle's root.",
    "result-without-root": "A result is of a bundle that was never sealed: nothing says which submission it is of.",
    "visit-without-root": "A visit was planned for a bundle that was never sealed: nothing says which submission it was to.",
    "result-altered": "A result is not as Inspector wrote it: it says otherwise of the bundle than the submission does, or its "
    "findings, standings or verdict do not follow from its own facts by the rules that it names.",
    "entered-already": "The very same result or visit is in the register already.",
    "reply-to-no-result": "A reply is to an inspection; what was named is another entry, or a submission that has none.",
    "no-such-finding": "An inspection does not make the finding that is replied to. A finding may well be in a later inspection.",
    "reply-text": "What is said, or who says it, is empty, too long, or holds characters that are none.",
    "decision-without-reply": "A decision is on a reply; what was named is another entry.",
    "text-not-looked-at": "Free text can repeat what stands in a private column of the bundle, as the name of a worker or a day "
    "of birth. It is hidden where the bundle is at hand; where it is not, somebody has to have read the text.",
    "another-bundle": "A bundle that is given is not the one of the submission, by its root.",
    "another-framework": "A framework that is given is not the one that a result was judged by, by the digest over its files.",
    "no-such-authority": "The register has nothing of an authority of that name. Names spelt nearly the same are suggested.",
    "register-changed": "Somebody else entered something while this was prepared, so that another entry would be made now.",
}
