"""What a reader is told: stories of measures, what became of recommendations, voices, claims beside figures.

Made after the judgement, which cannot have seen it.
"""

from collections.abc import Sequence

from inspector.model.argument import Objection
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.stories import Told


def tell(evidence: Evidence, inspection: Inspection, objections: Sequence[Objection] = ()) -> Told:
    """Everything that is told of `evidence` as it was judged; `objections` are those to gains, one a gain.

    All texts of the evidence have passed the gate of privacy when it was read; here they are made harmless and short.
    """
    from inspector.telling.claims import claims
    from inspector.telling.doubtful import doubtful
    from inspector.telling.recommended import recommended
    from inspector.telling.stories import stories
    from inspector.telling.voices import voices

    return Told(
        stories=stories(evidence, inspection, objections),
        recommendations=recommended(evidence, inspection),
        voices=voices(evidence),
        claims=claims(evidence, inspection),
        doubts=doubtful(evidence, inspection),
    )
