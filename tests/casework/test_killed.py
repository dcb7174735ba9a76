"""A process killed while it writes: each thing recorded is whole or absent, with its audit entry."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing

WRITE = """
import sys
from pathlib import Path
from sightline.web.serving import prepare
prepare(Path(sys.argv[1]))
from sightline.casework import recording
from tests.casework.people import CHILD, somebody
holder = somebody("practitioner", worker="W1")
given = {"held": "2024-03-01", "agencies_attended": 3}
print("begun", flush=True)
while True:
    recording.record(by=holder, child=CHILD, table="core_groups", given=given)
"""
VERIFY = """
import sys
from pathlib import Path
from sightline.web.serving import open_casework
open_casework(Path(sys.argv[1]))
from sightline.casework import audit
sys.exit(len(audit.verify()))
"""


def rows(database, table: str) -> int:
    """How many rows a table holds."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_killed_writer_leaves_nothing_half_done(tmp_path):
    database = tmp_path / "casework.sqlite3"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with writer:
        while writer.stdout.readline().strip() != "begun":
            assert writer.poll() is None
        while rows(database, "casework_recording") < 40:
            time.sleep(0.01)
        writer.kill()
    written = rows(database, "casework_recording")
    assert written >= 40
    assert rows(database, "casework_recordingversion") == written
    assert rows(database, "casework_auditentry") == written
    assert rows(database, "recorded_core_groups") == written
    subprocess.run([sys.executable, "-c", VERIFY, str(tmp_path)], check=True)
