"""One small made-up authority, as Sightline's own folder and as each system's Dataset."""

from pathlib import Path

import pytest

from sightline.synthetic.authority import synthesise
from sightline.synthetic.ssd_folder import AS_SPECIFIED, write_ssd_folder
from tests.sources.ssd import postgresql

CHILDREN = 400


@pytest.fixture(scope="session")
def records(tmp_path_factory) -> Path:
    """The authority as Sightline's own folder."""
    folder = tmp_path_factory.mktemp("records")
    synthesise(CHILDREN, 7, folder)
    return folder


@pytest.fixture(scope="session")
def written(records, tmp_path_factory):
    """Writes the authority as the Dataset, each flavour and ending once: (flavour, ending) -> folder."""
    done: dict[tuple[str, str], Path] = {}

    def write(flavour: str = AS_SPECIFIED, ending: str = "parquet") -> Path:
        if (flavour, ending) not in done:
            out = tmp_path_factory.mktemp(f"ssd-{flavour}-{ending}".replace(" ", "-"))
            write_ssd_folder(records, out, flavour=flavour, ending=ending)
            done[flavour, ending] = out
        return done[flavour, ending]

    return write


@pytest.fixture(scope="session")
def postgresql_address():
    """The address of a server started for these tests."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server (initdb) on this machine")
    with postgresql.server(programs) as address:
        yield address
