"""The nodes of an assurance case, and how they hang together."""

from collections.abc import Iterable
from itertools import count
from typing import Literal, NamedTuple, get_args

Kind = Literal["G", "S", "Sn", "C", "A", "J", "CG", "CSn"]
"""Goal, strategy, solution, context, assumption, justification, counter goal, counter solution: the tool's own prefixes."""
SUPPORTS: tuple[Kind, ...] = ("G", "S", "Sn", "CG", "CSn")
Key = tuple[str, str]
"""A sort of thing in the result, and its id there: `("finding", "loss/x")`."""
TOP: Key = ("verdict", "")


class Node(NamedTuple):
    """One node: its kind, its words, what of the result it stands for, and the key of the node that it challenges, if any.

    `digests` are the files that a solution is, each with its whole sha256. `defeated`: what challenges it has the better of it.
    """

    kind: Kind
    text: str
    stands_for: str
    challenges: Key | None = None
    digests: str = ""
    defeated: bool = False


class Case:
    """Nodes by their keys, in the order in which they were put in; each but the first hangs on another."""

    def __init__(self) -> None:
        self.nodes: dict[Key, Node] = {}
        self.supported: dict[Key, list[Key]] = {}
        self.context: dict[Key, list[Key]] = {}

    def put(self, key: Key, node: Node, under: Key | None = None) -> Key:
        """Put a node in, unless one is there by that key, and hang it under another, unless it hangs there."""
        self.nodes.setdefault(key, node)
        if under is not None:
            links = self.supported if self.nodes[key].kind in SUPPORTS else self.context
            if key not in links.setdefault(under, []):
                links[under].append(key)
        return key

    def challenge(self, key: Key, node: Node) -> Key:
        """Put in a counter goal or counter solution that challenges a node of this case."""
        assert node.challenges in self.nodes, node
        return self.put(key, node)

    def __contains__(self, key: Key) -> bool:
        return key in self.nodes

    def ids(self) -> dict[Key, str]:
        """The ids of the nodes: the prefix of their kind, and their place among their kind, as wide for all so that they sort."""
        counts = {kind: len(self.of([kind])) for kind in get_args(Kind)}
        places = {kind: count(1) for kind in counts}
        return {
            key: f"{node.kind}{next(places[node.kind]):0{len(str(counts[node.kind]))}}"
            for key, node in self.nodes.items()
        }

    def undeveloped(self, key: Key) -> bool:
        """Whether a goal or strategy has nothing that supports it."""
        return self.nodes[key].kind in ("G", "S") and not self.supported.get(key)

    def of(self, kinds: Iterable[Kind]) -> list[Key]:
        """The nodes of these kinds."""
        wanted = set(kinds)
        return [key for key, node in self.nodes.items() if node.kind in wanted]
