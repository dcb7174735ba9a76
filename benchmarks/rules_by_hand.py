"""The rules beside hand-written SQL that gives the same rows, in one run.

    ./run bench rules_by_hand [--children 60000] [--folder RECORDS]

Makes a made-up authority (or reads the one in --folder), opens it in DuckDB, and for each rule
runs the compiled Ibis expression and the query of `benchmarks/hand_written/` in turn, five times,
each writing its rows to a table. Prints the medians and their ratio, whether the rows are the
same, and what building and compiling cost beside that. Then the five rules with most rows are asked
together as the nightly check asks them (what they share kept once, rows of one subject merged once),
beside their five queries. Seconds are of processor time, on all cores.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

QUERIES = Path(__file__).parent / "hand_written"
REPEATS = 5
AS_READ = (
    "case when read_from_others then "
    "'no reason recorded: not in care, under 18 and alive by the other records' "
    "else 'as recorded' end"
)
# By their rows, as `all_rules` counts them.
FIVE_LARGEST = (
    "event_recorded_late",
    "visit_recorded_late",
    "open_case_not_in_supervision",
    "child_not_seen_alone",
    "child_in_need_visit_overdue",
)
TIMES_BY_HAND = 1.3
COMPARED = ("child", "subject", "starts", "due", "met", "lapses", "opens", "closes", "evidence")


def part(name: str) -> str:
    """A common part of the queries, without its comment lines."""
    lines = (QUERIES / f"{name}.sql").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))


def query(rule: str) -> str:
    """The hand-written query of a rule, its common parts filled in."""
    endings, supported = part("endings"), part("supported_times")
    return part(rule).format(
        plans=part("plans"),
        plans_in_need=part("plans").replace("protection_plans", "child_in_need_plans"),
        supported_times=supported,
        stretches=part("stretches"),
        cases=part("cases").format(supported_times=supported, stretches=part("stretches")),
        visits=part("visits"),
        written_up=part("written_up"),
        endings=endings,
        first_assessments=part("first_assessments"),
        care_starts=endings[: endings.index("\nended_plans as")].rstrip().rstrip(","),
        how_read=AS_READ,
    )


def open_records(folder: Path):
    """The folder's tables in a DuckDB in memory, with the calendar the queries use."""
    import pyarrow.parquet as parquet

    from sightline.engine.store import open_memory
    from sightline.records.calendar import WORKING_DAYS
    from sightline.records.tables import TABLES

    backend = open_memory()
    tables = {
        name: backend.create_table(name, parquet.read_table(folder / f"{name}.parquet"))
        for name in TABLES
        if (folder / f"{name}.parquet").exists()
    }
    backend.con.register("calendar_source", WORKING_DAYS)
    backend.con.execute("create table calendar as select * from calendar_source")
    backend.con.execute(
        "create table working_days as select day, ordinal from calendar where is_working_day"
    )
    backend.con.execute(part("macros"))
    return backend, tables


def seconds(work) -> float:
    """Processor seconds that the work took."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def same_rows(backend, compared: Sequence[str] = COMPARED) -> str:
    """``same`` where both tables hold the same rows, or how many each has alone."""
    columns = ", ".join(compared)
    counts = [
        backend.con.execute(
            f"select count(*) from (select {columns} from {one} except all "
            f"select {columns} from {other})"
        ).fetchall()[0][0]
        for one, other in (("by_rule", "by_hand"), ("by_hand", "by_rule"))
    ]
    return "same" if counts == [0, 0] else f"DIFFER: rule alone {counts[0]}, hand alone {counts[1]}"


def measure(backend, tables, rule) -> tuple[float, float, float, int, str]:
    """Median seconds by rule and by hand, seconds of building and compiling, rows, same or not."""
    from sightline.engine.asking import ask

    begin = time.process_time()
    expression = ask(rule, tables)
    compiled = backend.compile(expression)
    compiling = time.process_time() - begin
    backend._run_pre_execute_hooks(expression)
    by_hand = query(rule.name)

    def run(table: str, sql: str) -> float:
        return seconds(lambda: backend.con.execute(f"create or replace table {table} as {sql}"))

    times = [(run("by_rule", compiled), run("by_hand", by_hand)) for _ in range(REPEATS)]
    rows = backend.con.execute("select count(*) from by_rule").fetchall()[0][0]
    return (
        statistics.median(rule_time for rule_time, _ in times),
        statistics.median(hand_time for _, hand_time in times),
        compiling,
        rows,
        same_rows(backend),
    )


def five_largest(backend, tables) -> bool:
    """The five rules with most rows together, beside their queries; whether the aim is met."""
    from sightline.engine.asking import ASKED_SCHEMA
    from sightline.engine.compiled import CompiledRules
    from sightline.rules import RULES

    begin = time.process_time()
    compiled = CompiledRules(backend, [RULES[name] for name in FIVE_LARGEST], tables)
    compiling = time.process_time() - begin
    queries = [query(name) for name in FIVE_LARGEST]

    def by_hand() -> None:
        backend.con.execute("create or replace table by_hand as from by_rule limit 0").fetchall()
        for sql in queries:
            backend.con.execute(f"insert into by_hand by name {sql}").fetchall()

    times = [
        (seconds(lambda: compiled.ask_all("by_rule")), seconds(by_hand)) for _ in range(REPEATS)
    ]
    rule, hand = (statistics.median(column) for column in zip(*times, strict=True))
    rows = backend.con.execute("select count(*) from by_rule").fetchall()[0][0]
    same = same_rows(backend, ASKED_SCHEMA.names)
    met = same == "same" and rule <= TIMES_BY_HAND * hand
    print(
        f"{'the five largest, as the night asks them':45} {rows:9,} {rule:8.3f} {hand:8.3f} {rule / hand:6.2f}  {same}"
    )
    print(f"building and compiling these, apart: {compiling:.2f} s; "
          f"aim at most {TIMES_BY_HAND} times: {'met' if met else 'MISSED'}")  # fmt: skip
    return met


def report(folder: Path) -> int:
    """Measure and print; returns 1 where a rule and its query gave different rows or the aim is missed."""
    from sightline.rules import RULES

    backend, tables = open_records(folder)
    total_rule = total_hand = total_compiling = 0.0
    different = 0
    print(f"{'rule':45} {'rows':>9} {'rule s':>8} {'hand s':>8} {'ratio':>6}  rows")
    for name in sorted(path.stem for path in QUERIES.glob("*.sql") if path.stem in RULES):
        by_rule, by_hand, compiling, rows, same = measure(backend, tables, RULES[name])
        total_rule += by_rule
        total_hand += by_hand
        total_compiling += compiling
        different += same != "same"
        print(f"{name:45} {rows:9,} {by_rule:8.3f} {by_hand:8.3f} {by_rule / by_hand:6.2f}  {same}")
    print(f"{'all':45} {'':9} {total_rule:8.3f} {total_hand:8.3f} {total_rule / total_hand:6.2f}")
    print(f"building and compiling, apart: {total_compiling:.2f} s")
    met = five_largest(backend, tables)
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
    return 1 if different or not met else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    if chosen.folder:
        return report(chosen.folder)
    from sightline.synthetic.authority import synthesise

    with tempfile.TemporaryDirectory() as folder:
        synthesise(chosen.children, 1, Path(folder))
        return report(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
