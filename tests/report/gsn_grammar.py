"""The published grammar of gsn2x 4.3 (its pages on YAML syntax and on checks), each rule by the number that it has there.

https://jonasthewolf.github.io/gsn2x/checks.html
"""

from typing import Any

import yaml

PREFIXES = {"CG": "counter goal", "CSn": "counter solution", "Sn": "solution", "G": "goal", "S": "strategy",
            "C": "context", "A": "assumption", "J": "justification"}  # fmt: skip
"""The first that an id begins with tells what it is."""
ARGUES = ("goal", "strategy")
MAY_SUPPORT = {
    "goal": ("goal", "strategy", "solution", "counter goal", "counter solution"),
    "strategy": ("goal", "strategy", "solution", "counter goal", "counter solution"),
    "counter goal": ("counter goal", "counter solution"),
}
MAY_SURROUND = dict.fromkeys(ARGUES, ("context", "assumption", "justification"))
LISTS = ("supportedBy", "inContextOf")


class Strict(yaml.CSafeLoader):
    """YAML in which no key stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep) for key, _ in node.value]  # type: ignore[no-untyped-call]
        assert len(set(keys)) == len(keys), f"a key stands twice: {sorted(keys)}"
        return super().construct_mapping(node, deep)


def kind_of(id: str) -> str | None:
    """What a node is, by its id."""
    return next((kind for prefix, kind in PREFIXES.items() if id.startswith(prefix)), None)


def nodes_of(text: str) -> dict[str, dict[str, Any]]:
    """The nodes of a file, by id, without its `module`."""
    found = yaml.load(text, Loader=Strict)
    return {id: node or {} for id, node in found.items() if id != "module"}


def faults(nodes: dict[str, dict[str, Any]]) -> list[str]:
    """The rules that a file breaks, by number and node, in order."""
    found = [f"V01 {id}" for id in nodes if kind_of(id) is None]
    for id, node in nodes.items():
        found += _node(id, node, nodes)
    return sorted({*found, *_whole(nodes)})


def _node(id: str, node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> list[str]:
    kind, found = kind_of(id), []
    if kind in ARGUES and not node.get("supportedBy") and not node.get("undeveloped"):
        found.append(f"V02 {id}")
    if node.get("supportedBy") and node.get("undeveloped"):
        found.append(f"V03 {id}")
    for name, may in (("supportedBy", MAY_SUPPORT), ("inContextOf", MAY_SURROUND)):
        refers = node.get(name, [])
        found += [f"V04 {id}" for other in refers if other in nodes and kind_of(other) not in may.get(str(kind), ())]
        found += [f"V05 {id}"] * (len(set(refers)) < len(refers)) + [f"V06 {id}"] * (id in refers)
        found += [f"C03 {id}" for other in refers if other not in nodes]
    if "challenges" in node:
        at = node["challenges"]
        found += [f"V12 {id}"] * (kind not in ("counter goal", "counter solution"))
        found += [f"C13 {id}"] * (at == id) + [f"C14 {id}"] * (at not in nodes)
    if node.get("defeated") and not any(other.get("challenges") == id for other in nodes.values()):
        found.append(f"V10 {id}")
    return found


def _whole(nodes: dict[str, dict[str, Any]]) -> list[str]:
    referred = {other for node in nodes.values() for name in LISTS for other in node.get(name, [])}
    tops = [id for id, node in nodes.items() if id not in referred and "challenges" not in node]
    if len(tops) != 1:
        return ["C01"]
    found = ["C02"] if kind_of(tops[0]) != "goal" else []
    below = {id: [*node.get("supportedBy", []), *node.get("inContextOf", [])] for id, node in nodes.items()}
    for id, node in nodes.items():
        if node.get("challenges") in below:
            below[node["challenges"]].append(id)
    reached, waiting = set(), [tops[0]]
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting += below.get(at, [])
    return found + [f"C08 {id}" for id in nodes if id not in reached] + ["C04"] * _circles(nodes)


def _circles(nodes: dict[str, dict[str, Any]]) -> bool:
    """Whether anything supports itself in the end: what nothing in question supports is taken away until nothing is left."""
    left = {id: {other for other in node.get("supportedBy", []) if other in nodes} for id, node in nodes.items()}
    while any(not below for below in left.values()):
        done = {id for id, below in left.items() if not below}
        left = {id: below - done for id, below in left.items() if id not in done}
    return bool(left)
