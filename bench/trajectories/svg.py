"""Small plots by hand: stacked bars of calls, lines with an onset, and means with intervals. Strings in, strings out."""

from collections.abc import Sequence
from html import escape

COLOURS = {
    "no-change": "#c9cdd2",
    "gradual-gain": "#7fb3d5",
    "sudden-gain": "#2874a6",
    "faded-gain": "#b39ddb",
    "loss": "#e08a3c",
    "too-few-points": "#eef0f2",
}
WIDTH = 640


def page(height: int, title: str, body: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="11" fill="#333"><title>{escape(title)}</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    return "\n".join([head, *body, "</svg>"]) + "\n"


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'


def bars(title: str, groups: Sequence[tuple[str, dict[str, float]]]) -> str:
    """One stacked bar for each group; shares by call add to 1."""
    body, left, wide = [], 190, WIDTH - 200
    for row, (name, shares) in enumerate(groups):
        y, x = 30 + 24 * row, float(left)
        body.append(text(left - 8, y + 12, name, "end"))
        for call, colour in COLOURS.items():
            w = wide * shares.get(call, 0.0)
            if w > 0:
                body.append(f'<rect x="{x:.1f}" y="{y}" width="{w:.1f}" height="17" fill="{colour}" stroke="#fff"/>')
                if w > 26:
                    body.append(text(x + w / 2, y + 12, f"{100 * shares[call]:.0f}%", "middle"))
            x += w
    for i, (call, colour) in enumerate(COLOURS.items()):
        x = 8 + 105 * i
        body += [f'<rect x="{x}" y="8" width="10" height="10" fill="{colour}" stroke="#999"/>', text(x + 14, 17, call)]
    return page(40 + 24 * len(groups), title, body)


def lines(title: str, panels: Sequence[tuple[str, Sequence[float], int | None]]) -> str:
    """Small panels, three a row; each its heading, its values and the place of its onset."""
    body, wide, high = [], 200, 100
    for k, (name, values, onset) in enumerate(panels):
        left, top = 12 + (wide + 10) * (k % 3), 24 + (high + 28) * (k // 3)
        low, reach = min(values), max(values) - min(values) or 1.0
        xs = [left + wide * i / (len(values) - 1) for i in range(len(values))]
        ys = [top + high - high * (v - low) / reach for v in values]
        body.append(text(left, top - 6, name))
        if onset is not None:
            at = xs[onset]
            body.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{top}" y2="{top + high}" stroke="#e08a3c"/>')
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
        body.append(f'<polyline points="{points}" fill="none" stroke="#2874a6" stroke-width="1.5"/>')
    return page(24 + (high + 28) * -(-len(panels) // 3), title, body)


def means(title: str, axis: str, groups: Sequence[tuple[str, float, float, float]]) -> str:
    """A dot with its interval for each group, on one axis through nought."""
    left, wide = 230, WIDTH - 260
    reach = max(max(abs(low), abs(high)) for _, _, low, high in groups) or 1.0
    bottom = 16 + 24 * len(groups)

    def place(value: float) -> float:
        return left + wide * (value / reach + 1) / 2

    body = [f'<line x1="{place(0):.1f}" x2="{place(0):.1f}" y1="8" y2="{bottom}" stroke="#999"/>']
    for row, (name, mean, low, high) in enumerate(groups):
        y = 22 + 24 * row
        body.append(text(left - 8, y + 4, name, "end"))
        body.append(f'<line x1="{place(low):.1f}" x2="{place(high):.1f}" y1="{y}" y2="{y}" stroke="#2874a6"/>')
        body.append(f'<circle cx="{place(mean):.1f}" cy="{y}" r="4" fill="#2874a6"/>')
    for value in (-reach, 0.0, reach):
        body.append(text(place(value), bottom + 12, f"{value:+.2f}" if value else "0", "middle"))
    body.append(text(left + wide / 2, bottom + 28, axis, "middle"))
    return page(bottom + 38, title, body)
