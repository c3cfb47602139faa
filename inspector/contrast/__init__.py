"""Both questions side by side: what "are you up to standard?" sees, and what "what are you doing to improve?" sees.

This room is fenced. It is the only one that holds a figure against its target or a case against its deadline, and it does so
to show what such an answer is worth. It comes after the verdict: only the command line may import it, so that nothing
that judges can ever know what it says.
"""

from inspector.contrast.improvement import Improvement, Movement, improvement
from inspector.contrast.standards import Held, Standards, standards

__all__ = ["Held", "Improvement", "Movement", "Standards", "improvement", "standards"]
