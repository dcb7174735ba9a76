"""Casework on a real PostgreSQL server: the same writes, and nothing that can be taken out again."""

import os
import subprocess
import sys

import pytest

from sightline.casework import database_role
from tests.sources.ssd import postgresql


@pytest.fixture(scope="module")
def server():
    """The folder of the socket of a server of this test's own."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("There is no PostgreSQL on this machine.")
    with postgresql.server(programs) as address:
        yield address.partition("host=")[2]


def run(server: str, what: str, role: str) -> list[str]:
    """Run one part of ``on_postgresql`` as a database role; the lines it printed."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sightline.web.settings",
        "SIGHTLINE_DATABASE": f"postgresql://{role}@localhost/postgres?host={server}",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.casework.on_postgresql", what],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


def test_the_application_records_and_can_remove_nothing(server):
    assert run(server, "migrate", "sightline") == ["refused to the owner: 6 of 6"]
    assert run(server, "write", "sightline_web") == [
        "the ledger reads: 2024-03-03 True C1",
        "faults: 0 entries: 4",
        "refused to the application: 16 of 16",
    ]
    # After review only the owner of the tables lets go of a child.
    (refused,) = run(server, "let go", "sightline_web")
    assert "as the role that owns the tables" in refused
    assert run(server, "let go", "sightline") == ["let go: 1 faults: 0"]


@pytest.mark.parametrize("role", ["", "web; DROP TABLE x", "Web", 'a"b'])
def test_a_name_that_is_no_plain_name_is_granted_nothing(role):
    with pytest.raises(ValueError, match="no plain name"):
        database_role.grants(role)
