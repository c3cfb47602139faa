"""The one-token changes that can be made to a Python source, and a seeded sample of them.

Left out are places where no change can alter an answer: annotations, decorators, bases, `if TYPE_CHECKING`, `strict=`,
and the words for a reader (f-strings, `raise`, metadata). A guard against rounding (a number below 1e-6) is changed a
thousandfold only, as nothing that anybody could observe hangs on a tenth of it.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

EDGES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
TURNS = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "!=", "!=": "==", "in": "not in", "is": "is not"}
ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "//", "**": "*", "&": "|", "|": "&"}
LOGIC = {"and": "or", "or": "and"}
NAMES = {"min": "max", "max": "min", "minimum": "maximum", "maximum": "minimum", "any": "all", "all": "any"}
NAMES |= {"floor": "ceil", "ceil": "floor"}
SPELLED: dict[type[ast.AST], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.In: "in",
    ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not", ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
    ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.BitAnd: "&", ast.BitOr: "|", ast.And: "and", ast.Or: "or",
    ast.Not: "not", ast.USub: "-", ast.Invert: "~",
}  # fmt: skip
METADATA = {"ABOUT", "FIELDS", "INNOCENT", "ASK", "LOOKS_AT"}
WORDS = {"says", "ask", "innocent", "title", "message", "description", "strict"}
TYPES = {"int", "float", "str", "bool", "bytes", "date", "None"}
TINY = 1e-6


@dataclass(frozen=True)
class Change:
    """`old` at byte `start` of `file` becomes `new`; `text` is the line it stands on, where it is the `which`-th such token."""

    file: str
    line: int
    start: int
    old: str
    new: str
    kind: str
    text: str
    which: int = 1

    def apply(self, source: bytes) -> bytes:
        """The source with this change made."""
        return source[: self.start] + self.new.encode() + source[self.start + len(self.old.encode()) :]

    @property
    def words(self) -> str:
        return f"{self.old} to {self.new or 'nothing'}"


def sample(changes: Iterable[Change], count: int, seed: int) -> list[Change]:
    """One change at each of `count` places, drawn by `seed`; code that changes elsewhere leaves the draw as it was."""
    places: dict[tuple[str, int], list[Change]] = {}
    for change in sorted(changes, key=lambda one: (one.file, one.start, one.new)):
        places.setdefault((change.file, change.start), []).append(change)
    seen: dict[tuple[str, str, str], int] = {}
    drawn = []
    for variants in places.values():
        name = (variants[0].file, variants[0].text, variants[0].old)
        seen[name] = seen.get(name, 0) + 1
        lot = int.from_bytes(sha256(repr((seed, name, seen[name])).encode()).digest())
        drawn.append((lot, variants[lot % len(variants)]))
    return [change for _, change in sorted(drawn, key=lambda one: one[0])[:count]]


def changes_of(source: bytes, file: str) -> list[Change]:
    """Every change that can be made to `source`, in the order of the file."""
    found = _Finder(source, file)
    found.visit(ast.parse(source))
    places: dict[tuple[int, str], list[int]] = {}
    for one in found.changes:
        places.setdefault((one.line, one.old), []).append(one.start)
    numbered = [
        replace(one, which=1 + sorted(set(places[one.line, one.old])).index(one.start)) for one in found.changes
    ]
    return sorted(numbered, key=lambda one: one.start)


class _Finder(ast.NodeVisitor):
    def __init__(self, source: bytes, file: str) -> None:
        self.source, self.file, self.changes = source, file, list[Change]()
        self.lines = source.split(b"\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def add(self, start: int, old: str, news: Iterable[str], kind: str) -> None:
        line = self.source.count(b"\n", 0, start)
        text = self.lines[line].decode().strip()
        self.changes += [Change(self.file, line + 1, start, old, new, kind, text) for new in news]

    def start(self, node: ast.expr) -> int:
        return self.starts[node.lineno - 1] + node.col_offset

    def between(self, left: ast.expr, right: ast.expr, operator: ast.AST) -> tuple[int, str]:
        """Where the operator between two expressions stands, and how it is written there."""
        spelled = SPELLED[type(operator)]
        start = self.starts[(left.end_lineno or 0) - 1] + (left.end_col_offset or 0)
        gap = re.sub(rb"#[^\n]*", lambda comment: b" " * len(comment[0]), self.source[start : self.start(right)])
        found = re.search(re.escape(spelled).replace(r"\ ", r"\s+").encode(), gap)
        assert found is not None
        return start + found.start(), found[0].decode()

    def swap(self, left: ast.expr, right: ast.expr, operator: ast.AST) -> None:
        if type(operator) not in SPELLED:
            return
        start, old = self.between(left, right, operator)
        for kind, table in (("edge", EDGES), ("turn", TURNS), ("arithmetic", ARITHMETIC), ("logic", LOGIC)):
            self.add(start, old, [table[old]] if old in table else [], kind)
        if "not" in old.split():
            self.add(start, old, [" ".join(word for word in old.split() if word != "not")], "dropped")

    def visit_Compare(self, node: ast.Compare) -> None:
        for (left, right), operator in zip(pairwise([node.left, *node.comparators]), node.ops, strict=True):
            self.swap(left, right, operator)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            self.swap(left, right, node.op)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if not any(_is_text(side) or _is_type(side) for side in (node.left, node.right)):
            self.swap(node.left, node.right, node.op)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if not _is_text(node.value):
            self.swap(node.target, node.value, node.op)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if spelled := SPELLED.get(type(node.op)):
            self.add(self.start(node), spelled, [""], "dropped")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.add(self.start(node), str(node.value), [str(not node.value)], "truth")
        elif isinstance(node.value, int | float):
            old = (ast.get_source_segment(self.source.decode(), node)) or ""
            for kind, news in _numbers(node.value):
                self.add(self.start(node), old, news, kind)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in NAMES:
            end = self.starts[(node.func.end_lineno or 0) - 1] + (node.func.end_col_offset or 0)
            self.add(end - len(name), name, [NAMES[name]], "name")
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in (*node.args.defaults, *node.args.kw_defaults, *node.body):
            if one is not None:
                self.visit(one)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for one in node.body:
            self.visit(one)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value and getattr(node.target, "id", "") not in METADATA:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(getattr(target, "id", "") in METADATA for target in node.targets):
            self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if "TYPE_CHECKING" not in ast.unparse(node.test):
            self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in WORDS:
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Words for a reader."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words for a reader."""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_type(node: ast.expr) -> bool:
    return ast.unparse(node).split(" ")[0] in TYPES


def _numbers(value: float) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, int):
        yield "little", [str(value + 1), str(value - 1)]
        yield "lot", [str(value * 10 or 10)]
    elif 0 < value < TINY:
        yield "lot", [f"{value * 1000:g}", f"{value / 1000:g}"]
    else:
        yield "little", [f"{value * 1.1:.7g}", f"{value * 0.9:.7g}"] if value else ["0.1", "-0.1"]
        yield "lot", [repr(value * 10 or 10.0)]
