"""Compares JMH's result with the baseline in the repository: compare.py [--keep] BASELINE RESULT."""

import json
import os
import pathlib
import sys

SLOWER = 1.5
MORE = 1.2  # bytes allocated are nearly the same on every machine and under any load


def scores(path):
    return {
        entry["benchmark"].removeprefix("app.pallet."): (
            entry["primaryMetric"]["score"],
            entry["primaryMetric"]["scoreError"],
            entry["primaryMetric"]["scoreUnit"],
            entry["secondaryMetrics"].get("gc.alloc.rate.norm", entry["secondaryMetrics"].get("·gc.alloc.rate.norm", {})).get("score"),
        )
        for entry in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    }


def number(value):
    return float(value) if value not in (None, "NaN") else 0.0


def main(arguments):
    keep = arguments[:1] == ["--keep"]
    baseline, result = pathlib.Path(arguments[-2]), pathlib.Path(arguments[-1])
    now = scores(result)
    if keep:
        kept = {
            "about": f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} at the end; ratios on another machine mean little",
            "scores": {name: {"score": s, "error": number(e), "unit": u, "bytes": b} for name, (s, e, u, b) in now.items()},
        }
        baseline.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
        print(f"Kept {len(now)} figures in {baseline}")
        return 0
    before = json.loads(baseline.read_text(encoding="utf-8"))["scores"]
    worse = 0
    print(f"{'':40}{'baseline':>10}{'now':>10}{'ratio':>8}       {'bytes':>10}{'now':>10}{'ratio':>8}")
    for name, (score, error, unit, allocated) in sorted(now.items()):
        old = before.get(name)
        if old is None:
            print(f"{name:40}{'-':>10}{score:10.3f}{'new':>8} {unit}")
            continue
        ratio, more = score / old["score"], number(allocated) / max(number(old["bytes"]), 1)
        faults = [
            text
            for text, is_so in (
                ("SLOWER", ratio > SLOWER and score - number(error) > old["score"] + old["error"]),
                ("ALLOCATES MORE", more > MORE and number(allocated) > number(old["bytes"]) + 16),
            )
            if is_so
        ]
        worse += len(faults)
        print(f"{name:40}{old['score']:10.3f}{score:10.3f}{ratio:8.2f} {unit} {number(old['bytes']):10.0f}"
              f"{number(allocated):10.0f}{more:8.2f}   {', '.join(faults)}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
