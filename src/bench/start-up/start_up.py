"""Starts packaged Pallet again and again, in turns with and without what makes it start sooner, and tells the medians.

A run is begun by the folder's own launcher, in a copy of it whose main class watches the window (Milestones.java); the
clock begins before the launcher's process does.
"""

import argparse
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "peers"))
import peers  # noqa: E402  (machine() and java_home())

MILESTONES = {"window": "Window visible", "rows": "First rows", "input": "Table obeys an arrow key"}


class Variant:
    """A folder as it is started: its name on the page, and what a run has shown."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.times = {milestone: [] for milestone in MILESTONES}
        self.processor = {milestone: [] for milestone in MILESTONES}


def copy_of(source, target, probe, cache, plain):
    """A copy of a folder with times of files kept, which the cache insists on."""
    shutil.copytree(source, target, copy_function=os.link if same_disk(source, target.parent) else shutil.copy2)
    script = target / "bin/pallet"
    text = script.read_text()
    script.unlink()
    jar = '"$jar:' + str(probe) + '" app.pallet.Milestones'
    text = text.replace('"$jar" app.pallet.Pallet', jar)
    text = text.replace('"$home/lib/*" app.pallet.Pallet', '"$home/lib/*:' + str(probe) + '" app.pallet.Milestones')
    if plain:
        text = re.sub(r"\$?-?(options )?-XX:Tier4\w+=\d+ ?", "", text)
    if "app.pallet.Milestones" not in text:
        sys.exit(f"The launcher of {source} names no main class that is known here")
    script.write_text(text)
    script.chmod(0o755)
    if not cache:
        (target / "lib/pallet.aot").unlink(missing_ok=True)
    return target


def same_disk(source, target):
    return os.stat(source).st_dev == os.stat(target).st_dev


def start(variant, catalogue, scratch):
    """One start: milliseconds and processor time until each milestone."""
    notes = scratch / "notes"
    for leftover in (notes, scratch / "notes.watching"):
        leftover.unlink(missing_ok=True)
    environment = dict(
        os.environ, XDG_CONFIG_HOME=str(scratch / "home"), XDG_DATA_HOME=str(scratch / "home"),
        PALLET_JAVA_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw")
    began = time.time_ns()
    done = subprocess.run([variant.folder / "bin/pallet", notes, catalogue], env=environment, capture_output=True)
    if done.returncode or done.stderr or done.stdout:
        sys.exit(f"{variant.name}: {done.stdout.decode()}{done.stderr.decode()}")
    lines = [line.split() for line in notes.read_text().splitlines()]
    return {line[0]: ((int(line[1]) - began) / 1e6, int(line[2])) for line in lines if line[0] in MILESTONES}


def tables(variants, first):
    for title, of in (("milliseconds", "times"), ("processor time, milliseconds", "processor")):
        yield f"| {title}: median (from to) | " + " | ".join(MILESTONES.values()) + " |"
        yield "|---|" + "---:|" * len(MILESTONES)
        for variant in variants:
            cells = []
            for milestone in MILESTONES:
                figures = getattr(variant, of)[milestone]
                ratios = [own / other for own, other in zip(figures, getattr(first, of)[milestone])]
                cells.append(f"{statistics.median(figures):,.0f} ({min(figures):,.0f} to {max(figures):,.0f})"
                             + f"; {statistics.median(ratios):.2f}")
            yield f"| {variant.name} | " + " | ".join(cells) + " |"
        yield ""


def write(page, lines):
    begin, end = "<!-- start-up: begin, written by src/bench/run start-up -->", "<!-- start-up: end -->"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(begin)
    page.write_text(before + begin + "\n" + "\n".join(lines) + "\n" + end + rest.split(end)[1], encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--project", type=pathlib.Path, required=True)
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--catalogue", type=pathlib.Path, help="this one instead of a made one; it is only read")
    arguments.add_argument("--before", type=pathlib.Path, help="the folder of another state of the sources")
    arguments.add_argument("--dry", action="store_true", help="print only, leave docs/performance.md as it is")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=options.project / "target", prefix="start-up-") as name:
        scratch = pathlib.Path(name)
        java = peers.java_home()
        folder = options.project / "target/pallet"
        classes = scratch / "classes"
        subprocess.run([java / "bin/javac", "-nowarn", "-proc:none", "-d", classes, "-cp", f"{folder}/lib/*",
                        *HERE.glob("*.java")], check=True)
        probe = scratch / "probe.jar"
        subprocess.run([java / "bin/jar", "--create", "--file", probe, "-C", classes, "."], check=True)
        catalogue = options.catalogue or scratch / "products.pallet"
        if not options.catalogue:
            subprocess.run([java / "bin/java", "--enable-native-access=ALL-UNNAMED", "-cp", f"{folder}/lib/*:{classes}",
                            "app.pallet.StartUpCatalogue", str(catalogue), str(options.rows)], check=True)
        variants = []
        if options.before:
            variants.append(Variant("Before", copy_of(options.before, scratch / "before", probe, True, False)))
        variants += [
            Variant("Without cache", copy_of(folder, scratch / "without", probe, False, True)),
            Variant("As packaged", copy_of(folder, scratch / "with", probe, True, False)),
        ]
        loads = []
        for turn in range(options.rounds + 1):
            for variant in variants[turn % len(variants):] + variants[:turn % len(variants)]:
                shown = start(variant, catalogue, scratch)
                print(f"round {turn}: {variant.name:14}", {key: round(value[0]) for key, value in shown.items()}, flush=True)
                if turn:  # the first start of each reads its files from the disk
                    for milestone, (milliseconds, processor) in shown.items():
                        variant.times[milestone].append(milliseconds)
                        variant.processor[milestone].append(processor)
            loads.append(os.getloadavg()[0])
    lines = [
        f"Measured on {datetime.date.today()}: {peers.machine()}; load {min(loads):.1f} to {max(loads):.1f};"
        f" {options.rounds} rounds, {options.rows:,} products. After the semicolon: over the first line, same round.",
        "",
        *tables(variants, variants[0]),
    ]
    print("\n".join(lines))
    if not options.dry:
        write(options.project / "docs/performance.md", lines)


if __name__ == "__main__":
    main()
