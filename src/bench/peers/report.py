"""Puts measured figures into docs/performance.md, between its two marks, and draws the charts beside it."""

import dataclasses
import html
import math
import statistics

BEGIN, END = "<!-- peers: begin, written by src/bench/run peers -->", "<!-- peers: end -->"
WORKS = (("add", "Adds"), ("edit", "Edits"))
TARGETS = (
    ("add", "Pallet, batch", "Plain JDBC batch", "at most 1.2 times its time", lambda ratio: 1 / ratio <= 1.2),
    ("edit", "Pallet, batch", "Plain JDBC batch", "at most 1.3 times its time", lambda ratio: 1 / ratio <= 1.3),
    ("add", "Pallet, batch", "SQLAlchemy bulk_insert_mappings", "2.5 times as fast or more", lambda ratio: ratio >= 2.5),
    ("edit", "Pallet, batch", "SQLAlchemy bulk_update_mappings", "3 times as fast or more", lambda ratio: ratio >= 3),
)


@dataclasses.dataclass
class About:
    date: str
    rows: int
    rounds: int
    warm_ups: int
    machine: str
    load: tuple
    versions: list


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def faster(peers, work, ours, theirs):
    """How many times as fast ours is, from the same rounds."""
    one = next(peer for peer in peers if peer.work == work and peer.name == ours)
    other = next(peer for peer in peers if peer.work == work and peer.name == theirs)
    return statistics.median(b / a for a, b in zip(one.ratios, other.ratios))


def section(peers, about):
    lines = [
        f"Measured on {about.date}: {about.machine}; load while it ran {about.load[0]:.1f} to {about.load[1]:.1f}."
        f" {about.rows:,} products of 23 columns; {about.rounds} rounds after {about.warm_ups} to warm up. WAL,"
        " `synchronous=NORMAL`, for everybody.",
        "",
        *[f"- {version}" for version in about.versions],
        "",
    ]
    for work, title in WORKS:
        lines += [
            f"### {title}",
            "",
            f"![{title}: time a row, plain JDBC batch = 1](performance-{work}s.svg)",
            "",
            "| | rows | seconds, median (from to) | rows/s | time a row, JDBC = 1: median (from to) |",
            "|---|---:|---:|---:|---:|",
        ]
        for peer in sorted((p for p in peers if p.work == work), key=lambda p: statistics.median(p.ratios)):
            seconds = statistics.median(peer.seconds)
            name = f"**{peer.name}**" if peer.name.startswith("Pallet") else peer.name
            lines.append(
                f"| {name} | {peer.rows(about.rows):,} | {seconds:.3f} ({min(peer.seconds):.3f} to"
                f" {max(peer.seconds):.3f}) | {peer.rows(about.rows) / seconds:,.0f} | {number(statistics.median(peer.ratios))}"
                f" ({number(min(peer.ratios))} to {number(max(peer.ratios))}) |")
        lines.append("")
    lines += ["### Targets", "", "| | target | measured | |", "|---|---|---:|---|"]
    for work, ours, theirs, target, is_met in TARGETS:
        ratio = faster(peers, work, ours, theirs)
        shown = f"{1 / ratio:.2f} times its time" if "time" in target.split()[-1] else f"{ratio:.2f} times as fast"
        lines.append(f"| {ours} against {theirs}, {work}s | {target} | {shown} | {'met' if is_met(ratio) else '**missed**'} |")
    return "\n".join(lines) + "\n"


def chart(title, peers):
    """Bars on a logarithmic scale; whiskers from the quickest to the slowest round. Legible on light and dark pages."""
    peers = sorted(peers, key=lambda peer: statistics.median(peer.ratios))
    low = math.log10(min(0.5, min(min(peer.ratios) for peer in peers)))
    high = math.log10(max(max(peer.ratios) for peer in peers) * 1.6)
    left, width, step, top = 250, 430, 26, 44
    height = top + step * len(peers) + 34

    def x(value):
        return left + width * (math.log10(value) - low) / (high - low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 40} {height}" role="img"'
        f' aria-label="{html.escape(title)}" font-family="system-ui, sans-serif" font-size="13">',
        "<style>.text{fill:#1f2328}.quiet{fill:#59636e}.line{stroke:#d1d9e0}.whisker{stroke:#59636e}.bar{fill:#9aa7b5}"
        ".pallet{fill:#0969da}@media(prefers-color-scheme:dark){.text{fill:#f0f6fc}.quiet{fill:#9198a1}"
        ".line{stroke:#3d444d}.whisker{stroke:#9198a1}.bar{fill:#59636e}.pallet{fill:#4493f8}}</style>",
        f'<text class="text" x="0" y="18" font-size="15" font-weight="600">{html.escape(title)}</text>',
    ]
    for power in range(math.ceil(low), math.floor(high) + 1):
        at = x(10 ** power)
        parts.append(f'<line class="line" x1="{at:.1f}" x2="{at:.1f}" y1="{top - 8}" y2="{height - 26}"/>')
        label = f"{10 ** power:,}" if power >= 0 else f"{10 ** power:g}"
        parts.append(f'<text class="quiet" x="{at:.1f}" y="{height - 8}" text-anchor="middle">{label}</text>')
    for index, peer in enumerate(peers):
        middle, y = statistics.median(peer.ratios), top + step * index
        kind = "pallet" if peer.name.startswith("Pallet") else "bar"
        start, end = x(10 ** low), x(middle)
        bold = ' font-weight="600"' if kind == "pallet" else ""
        parts.append(f'<text class="text"{bold} x="{left - 10}" y="{y + 14}" text-anchor="end">{html.escape(peer.name)}</text>')
        parts.append(f'<rect class="{kind}" x="{start:.1f}" y="{y + 2}" width="{max(end - start, 1):.1f}" height="16" rx="2"/>')
        first, last = x(min(peer.ratios)), x(max(peer.ratios))
        parts.append(f'<line class="whisker" x1="{first:.1f}" x2="{last:.1f}" y1="{y + 10}" y2="{y + 10}"/>')
        parts.append(f'<text class="text" x="{max(last, end) + 6:.1f}" y="{y + 14}">{number(middle)}</text>')
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def write(docs, text, peers):
    page = docs / "performance.md"
    old = page.read_text(encoding="utf-8")
    before, rest = old.split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
    for work, title in WORKS:
        svg = chart(f"{title}: time a row, plain JDBC batch = 1", [peer for peer in peers if peer.work == work])
        (docs / f"performance-{work}s.svg").write_text(svg, encoding="utf-8")
