"""What one child costs while a person waits, warm: stored concerns, asking again, the rules themselves.

    ./run bench one_child [--children 2000] [--asked 200] [--workspace WORKSPACE]

Makes a made-up authority, loads and checks it (or takes the workspace given, of made-up records: it
records in it), and takes the children with most records and others,
as many of each. For each it reads the concerns of the last night; records something, and asks the
rules again as the web application does, with what was recorded laid over; and asks the rules that
read a touched table, and all rules, of the child's rows. Beside each stands how many times as long
it takes as reading the child's rows from the ledger alone. Milliseconds are of processor time.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from sightline.ledger.load import load
from sightline.ledger.reading import child_records, records_of
from sightline.ledger.workspace import Workspace
from sightline.measures.check import check
from sightline.synthetic.authority import synthesise
from sightline.web.serving import prepare

TOUCHED = {"referrals"}
READING, STORED, AGAIN = (
    "reading the child's rows",
    "stored concerns",
    "asking again after a record",
)
PROMISED = {STORED: 10, AGAIN: 100, "rules of a touched table": 75, "all rules": 250}
WARM_UP = 10
Times = list[float]


def a_workspace(folder: Path, children: int) -> Workspace:
    """A made-up authority as the last night left it, with the web application's database."""
    synthesise(children, 1, folder / "records")
    workspace = Workspace(folder / "workspace")
    load(folder / "records", workspace)
    check(workspace)
    prepare(workspace.folder)
    return workspace


def of_most_and_of_others(workspace: Workspace, asked: int) -> list[str]:
    """Half of those asked have most rows; the others stand at equal distances."""
    with workspace.reading() as backend:
        # Counted table by table: reading each child to count it takes longer than all that is measured.
        told = " UNION ALL ".join(
            f"SELECT child FROM records.{name}"
            for name, table in records_of(backend).items()
            if "child" in table.columns
        )
        by_size = [
            child
            for (child,) in backend.con.execute(
                f"SELECT child FROM ({told}) JOIN (SELECT child FROM records.children) USING (child) "
                "GROUP BY child ORDER BY count(*) DESC, child"
            ).fetchall()
        ]
    half = min(asked // 2, len(by_size) // 2)
    others = by_size[half:]
    return by_size[:half] + others[:: max(1, len(others) // half)][:half]


def times_of(work: Callable[[str], object], children: Sequence[str]) -> Times:
    """Milliseconds of processor time that each child took, after some that warm up."""
    for child in children[:WARM_UP]:
        work(child)
    times = []
    for child in children:
        begin = time.process_time()
        work(child)
        times.append(1000 * (time.process_time() - begin))
    return times


def measured(workspace: Workspace, children: Sequence[str]) -> dict[str, Times]:
    """Every time by what was done."""
    from sightline.web import rules_ready, service

    begin = time.process_time()
    rules = rules_ready.of_one_child(workspace.settings.standards)
    print(f"The rules compiled in {time.process_time() - begin:.1f} s")
    assert rules is not None
    touched = rules.reading(TOUCHED)
    served = service.current()
    found: dict[str, Times] = {}
    with workspace.reading() as backend:
        found[READING] = times_of(lambda child: child_records(backend, child), children)
        rows = {child: child_records(backend, child) for child in children}
    found[STORED] = times_of(served.concerns_of, children)
    gc.collect()
    found["rules of a touched table"] = times_of(
        lambda one: rules.ask(rows[one], touched), children
    )
    found["all rules"] = times_of(lambda one: rules.ask(rows[one]), children)
    found[AGAIN] = asked_again(children)
    found["stored concerns of a child asked again"] = times_of(served.concerns_of, children)
    print(f"{len(touched)} rules read a touched table")
    return found


def asked_again(children: Sequence[str]) -> Times:
    """What asking again takes after something was recorded for each child, not the recording itself."""
    from sightline.casework import recording
    from sightline.casework.models import Person
    from sightline.casework.policy import ChildRecord
    from sightline.web import live_child, service

    by = Person.objects.create(username="benchmark", role="leader")
    day = service.current().authority().day
    given = {"held": day - timedelta(days=1), "needed_since": day - timedelta(days=3)}

    def record(child: str) -> None:
        recording.record(
            by=by, child=ChildRecord(child=child), table="strategy_discussions", given=given
        )

    for child in [*children[:WARM_UP], *children]:
        record(child)
    live_child.ask_again(children[0])
    times = []
    for child in children:
        record(child)
        begin = time.process_time()
        live_child.ask_again(child)
        times.append(1000 * (time.process_time() - begin))
    return times


def at_95(times: Times) -> float:
    """The time that 95 in a hundred did not exceed."""
    return sorted(times)[int(len(times) * 0.95)]


def report(workspace: Workspace, asked: int) -> int:
    """Measure, print, and fail where a promise is broken."""
    found = measured(workspace, of_most_and_of_others(workspace, asked))
    bare = at_95(found[READING])
    for what, times in found.items():
        slow, promised = at_95(times), PROMISED.get(what)
        aim = f", promised {promised} ms" if promised else ""
        middle = sorted(times)[len(times) // 2]
        print(f"{what}: median {middle:.1f} ms, 95th percentile {slow:.1f} ms, "
              f"{slow / bare:.1f} times reading alone{aim}")  # fmt: skip
    return 0 if all(at_95(found[what]) < most for what, most in PROMISED.items()) else 1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--children", type=int, default=2000)
    options.add_argument("--asked", type=int, default=200)
    options.add_argument("--workspace", type=Path)
    given = options.parse_args()
    if given.workspace:
        prepare(given.workspace)
        return report(Workspace(given.workspace), given.asked)
    with tempfile.TemporaryDirectory() as folder:
        return report(a_workspace(Path(folder), given.children), given.asked)


if __name__ == "__main__":
    sys.exit(main())
