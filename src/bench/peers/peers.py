"""Runs Pallet and its peers in turns on the same rows, and writes what came out into docs/performance.md.

Each run begins with a fresh copy of the same file, already on the disk; the order changes from round to round; a ratio
compares the time a row with that of the plain JDBC batch in the same round.
"""

import argparse
import datetime
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import report

HERE = pathlib.Path(__file__).resolve().parent
ONE_BY_ONE_ROWS = 1_000


class Peer:
    """One competitor: its name on the page, its work, how many rows it takes, and how it is run."""

    def __init__(self, name, work, runner, slow=False):
        self.name, self.work, self.runner, self.slow = name, work, runner, slow
        self.seconds, self.ratios = [], []

    def rows(self, rows):
        return min(rows, ONE_BY_ONE_ROWS) if self.slow else rows


class Java:
    """The competitors on the JVM, in one process for all rounds."""

    def __init__(self, project, rows, folder):
        home = java_home()
        libraries = str(project / "target/pallet/lib" / "*")
        classes = folder / "classes"
        sources = HERE.parent / "java"
        subprocess.run(
            [home / "bin/javac", "-nowarn", "-proc:none", "-d", classes, "-cp", libraries,
             "-sourcepath", sources, sources / "app/pallet/benchmark/Peers.java"], check=True)
        self.version = subprocess.run(
            [home / "bin/java", "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
        self.process = subprocess.Popen(
            [home / "bin/java", "--enable-native-access=ALL-UNNAMED", "-cp", f"{classes}:{libraries}",
             "app.pallet.benchmark.Peers", str(rows), str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=folder)
        self.answer()

    def answer(self):
        line = self.process.stdout.readline().strip()
        if not line:
            sys.exit("The process with the JVM's competitors has ended")
        return line

    def run(self, competitor, work, rows, file):
        print(competitor, work, rows, file, file=self.process.stdin, flush=True)
        return float(self.answer())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def java_home():
    """The newest JDK from 25 on."""
    found = []
    for home in [os.environ.get("JAVA_HOME", ""), *map(str, pathlib.Path("/usr/lib/jvm").glob("*"))]:
        path = pathlib.Path(home)
        if home and (path / "bin/javac").exists() and (path / "release").exists():
            for line in (path / "release").read_text().splitlines():
                if line.startswith("JAVA_VERSION="):
                    found.append((int(line.split('"')[1].split(".")[0]), path))
    if not found or max(found)[0] < 25:
        sys.exit("Needs a JDK from 25 on; set JAVA_HOME to it")
    return max(found)[1]


def printed_seconds(command):
    return float(subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout)


def shell_import(file, rows_file):
    script = (
        f"PRAGMA journal_mode = WAL;\nPRAGMA synchronous = NORMAL;\n.mode tabs\n.import --skip 1 {rows_file} product\n")
    began = time.perf_counter()
    done = subprocess.run(["sqlite3", str(file)], input=script, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    if done.stderr:
        sys.exit("sqlite3 .import: " + done.stderr[:300])
    return seconds


def head(source, rows, folder):
    """The first rows of a file of rows, for those who take a sample."""
    target = folder / f"{source.stem}-{rows}.tsv"
    if not target.exists():
        with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
            for _, line in zip(range(rows + 1), lines):
                out.write(line)
    return target


def peers(java, folder, rows):
    def jvm(competitor):
        return lambda work, count, file: java.run(competitor, work, count, file)

    def orm(library, way):
        return lambda work, count, file: printed_seconds(
            ["/usr/bin/python3", HERE / "orm.py", library, way, file, head(folder / f"{work}s.tsv", count, folder)])

    def c_program(work, count, file):
        return printed_seconds([folder / "writer", work, file, folder / f"{work}s.tsv"])

    result = []
    for work in ("add", "edit"):
        result += [
            Peer("Plain JDBC batch", work, jvm("jdbc-batch")),
            Peer("Pallet, batch", work, jvm("pallet-batch")),
            Peer("Pallet, add all", work, jvm("pallet-add-all")),
            Peer("Pallet, one by one", work, jvm("pallet-one-by-one"), slow=True),
            Peer("Hibernate session, flush and clear", work, jvm("hibernate-session")),
            Peer("C program", work, c_program),
        ]
        if work == "add":
            result.append(Peer("sqlite3 .import", work, lambda w, n, file: shell_import(file, folder / "adds.tsv")))
        for library, label in (("sqlalchemy", "SQLAlchemy"), ("flask-sqlalchemy", "Flask-SQLAlchemy")):
            if work == "add":
                result.append(Peer(f"{label} add_all", work, orm(library, "add-all")))
            bulk = "insert" if work == "add" else "update"
            result.append(Peer(f"{label} bulk_{bulk}_mappings", work, orm(library, f"bulk-{bulk}-mappings")))
            result.append(Peer(f"{label}, one by one", work, orm(library, f"{work}-one-by-one"), slow=True))
    return result


def fresh_copy(source, target):
    for suffix in ("", "-wal", "-shm"):
        pathlib.Path(str(target) + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    with open(target, "rb+") as file:
        os.fsync(file.fileno())


def measure(competitors, folder, options, loads):
    file = folder / "run.pallet"
    for turn in range(options.warm_ups + options.rounds):
        for work in ("add", "edit"):
            group = [peer for peer in competitors if peer.work == work]
            times = {}
            for peer in group[turn % len(group):] + group[:turn % len(group)]:
                if turn < options.warm_ups and peer.runner.__name__ == "<lambda>" and "SQLAlchemy" in peer.name:
                    continue  # a process of its own each time, which nothing warms up
                fresh_copy(folder / ("empty.pallet" if work == "add" else "full.pallet"), file)
                rows = peer.rows(options.rows)
                times[peer] = peer.runner(work, rows, file)
                print(f"round {turn + 1}: {work:5}{peer.name:40}{rows:10,}{times[peer]:10.3f} s", flush=True)
            loads.append(os.getloadavg()[0])
            if turn >= options.warm_ups:
                yardstick = times[group[0]] / group[0].rows(options.rows)
                for peer in group:
                    peer.seconds.append(times[peer])
                    peer.ratios.append(times[peer] / peer.rows(options.rows) / yardstick)


def versions(java, project):
    def output(*command):
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def library(name):
        found = next((project / "target/pallet/lib").glob(name + "-[0-9]*.jar"))
        return found.stem.removeprefix(name + "-")

    python = output("/usr/bin/python3", "-c",
                    "import sqlalchemy, importlib.metadata as m, platform; print('Python', platform.python_version() +"
                    " ', SQLAlchemy', sqlalchemy.__version__ + ', Flask-SQLAlchemy', m.version('flask-sqlalchemy'))")
    return [
        java.version,
        f"Hibernate {library('hibernate-core')}, sqlite-jdbc {library('sqlite-jdbc')} (its own SQLite)",
        python,
        f"SQLite of Debian {output('sqlite3', '--version').split()[0]} (C program, shell, Python)",
        output("gcc", "--version").splitlines()[0] + ", -O2",
    ]


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = int(open("/proc/meminfo").readline().split()[1]) // 1024 // 1024
    name = next((line.split('"')[1] for line in open("/etc/os-release") if line.startswith("PRETTY_NAME")), "?")
    return f"{os.cpu_count()} cores of {model}, {memory} GB, {name}, kernel {platform.release()}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--project", type=pathlib.Path, required=True)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--warm-ups", type=int, default=2)
    arguments.add_argument("--folder", type=pathlib.Path, default=pathlib.Path.cwd(), help="its disk is measured")
    arguments.add_argument("--dry", action="store_true", help="print only, leave docs/performance.md as it is")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix=".pallet-peers-") as name:
        folder = pathlib.Path(name)
        subprocess.run(["gcc", "-O2", "-Wall", "-D_GNU_SOURCE", "-o", folder / "writer", HERE / "writer.c", "-lsqlite3"],
                       check=True)
        java = Java(options.project, options.rows, folder)
        competitors = peers(java, folder, options.rows)
        loads = []
        try:
            measure(competitors, folder, options, loads)
        finally:
            java.close()
    about = report.About(
        date=datetime.date.today().isoformat(), rows=options.rows, rounds=options.rounds, warm_ups=options.warm_ups,
        machine=machine(), load=(min(loads), max(loads)), versions=versions(java, options.project))
    text = report.section(competitors, about)
    print(text)
    if not options.dry:
        report.write(options.project / "docs", text, competitors)


if __name__ == "__main__":
    main()
