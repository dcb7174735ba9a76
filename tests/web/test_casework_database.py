"""Where casework is kept, by the address given."""

from pathlib import Path

import pytest

from sightline.sources.could_not import CouldNot
from sightline.web.casework_database import casework_database, recorded_here


def test_without_an_address_it_is_a_file_of_the_workspace(tmp_path):
    assert casework_database(tmp_path, "")["NAME"] == tmp_path / "casework.sqlite3"
    assert recorded_here(tmp_path, "") == tmp_path / "casework.sqlite3"


def test_an_address_is_taken_apart():
    found = casework_database(
        None, "postgresql://web:p%40ss@db.example:5433/sightline?sslmode=require"
    )
    named = {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert named == {
        "NAME": "sightline",
        "USER": "web",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert casework_database(None, "postgresql://web@localhost/x?host=/run/pg")["HOST"] == "/run/pg"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://secret@host/x",
        "postgresql://secret@host/",
        "secret",
        "postgresql://secret:x@[::1/y",
        "postgresql://secret@h:port/y",
    ],
)
def test_any_other_address_is_refused_and_not_repeated(address):
    with pytest.raises(CouldNot, match="no address of a PostgreSQL database") as refused:
        casework_database(Path("x"), address)
    assert "secret" not in str(refused.value)
