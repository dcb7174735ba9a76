"""SQL Server, as text: no server of that kind has been tried, and the docs say so."""

import contextlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from sightline.sources.could_not import CouldNot
from sightline.sources.doors import name_of
from sightline.sources.ssd import database
from sightline.sources.ssd.dialects import (
    COLUMNS_OF_THE_DATASET,
    POSTGRESQL,
    SQL_SERVER,
    sql_server_connection_text,
    taken_apart,
    without_schema,
)


def test_names_are_quoted_so_that_nothing_in_them_counts():
    assert SQL_SERVER.select("ssd_development", "ssd_person", ["pers_sex", "a]b"], "pers_sex") == (
        "SELECT [pers_sex], [a]]b] FROM [ssd_development].[ssd_person] ORDER BY [pers_sex]"
    )
    assert POSTGRESQL.select("s", 'odd"name', ["x"]) == 'SELECT "x" FROM "s"."odd""name"'


def test_a_checksum_is_asked_of_the_server():
    assert SQL_SERVER.select_checksum("dbo", "ssd_person") == (
        "SELECT COUNT_BIG(*), COALESCE(CHECKSUM_AGG(BINARY_CHECKSUM(*)), 0) "
        "FROM [dbo].[ssd_person] AS held"
    )


@pytest.mark.parametrize("dialect", [POSTGRESQL, SQL_SERVER], ids=lambda one: one.package)
def test_every_statement_is_a_select(dialect):
    statements = [
        COLUMNS_OF_THE_DATASET,
        dialect.select("s", "t", ["c"]),
        dialect.select_checksum("s", "t"),
    ]
    assert all(statement.startswith("SELECT ") and ";" not in statement for statement in statements)


def test_the_connection_text_signs_in_with_windows_or_with_a_user():
    assert sql_server_connection_text(urlsplit("mssql://reporting.example/SSD")) == (
        "Server=reporting.example;Database={SSD};Trusted_Connection=yes;"
        "Encrypt=yes;ApplicationIntent=ReadOnly;"
    )
    text = sql_server_connection_text(urlsplit("mssql://reader:p%3Bw%7D@host:1444/SSD?schema=dbo"))
    assert text.startswith("Server=host,1444;Database={SSD};UID={reader};PWD={p;w}}};")
    assert "schema" not in text


def test_what_else_the_address_asks_goes_along():
    address = urlsplit("mssql://host/SSD?schema=dbo&TrustServerCertificate=yes")
    assert sql_server_connection_text(address).endswith("TrustServerCertificate={yes};")


def test_without_its_package_it_is_said_what_to_install(monkeypatch):
    def not_installed(name):
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", not_installed)
    with pytest.raises(CouldNot, match="needs the package mssql_python, which is not installed"):
        database.read("mssql://host/SSD")


def test_an_address_is_no_folder():
    assert database.looks_like_this("MSSQL://host/SSD")
    assert not database.looks_like_this("folder/with/files")
    with pytest.raises(CouldNot, match="no address of a database"):
        database.read("folder")


def test_a_source_is_named_without_its_sign_in():
    assert name_of(Path("mssql://reader:secret@host/SSD?schema=dbo")) == "SSD, schema dbo"
    assert name_of(Path("postgresql://reader:secret@host")) == "database"
    assert name_of(Path("some/folder")) == "folder"


@pytest.mark.parametrize(
    ("given", "host", "path"),
    [
        ("postgresql:///ssd", None, "/ssd"),
        ("postgresql:///ssd?host=/run/postgresql", None, "/ssd"),
        ("postgresql://reader@host/ssd", "host", "/ssd"),
        ("postgresql://host", "host", ""),
    ],
)
def test_an_address_keeps_its_host_or_that_it_has_none(given, host, path):
    assert (taken_apart(given).hostname, taken_apart(given).path) == (host, path)
    with_schema = taken_apart(f"{given}{'&' if '?' in given else '?'}schema=s")
    assert unquote(without_schema(with_schema)) == given


def test_a_path_made_of_an_address_still_says_which_database():
    local = taken_apart(str(Path("postgresql:///ssd?host=/run/postgresql")))
    assert (local.hostname, local.path) == (None, "/ssd")
    named = taken_apart(str(Path("postgresql://reader:secret@host/ssd")))
    assert (named.hostname, named.username, named.path) == ("host", "reader", "/ssd")


def test_a_load_from_sql_server_says_that_no_server_was_tried(monkeypatch):
    monkeypatch.setattr(database, "connect", lambda address: OneChild())
    monkeypatch.setattr(database, "refusals_said", lambda dialect: contextlib.nullcontext())
    notes = database.read("mssql://host/SSD").notes
    assert [note for note in notes if "has been tested as text and not run on a server" in note]


def test_a_database_that_changes_while_it_is_read_is_refused(monkeypatch):
    monkeypatch.setattr(database, "connect", lambda address: OneChild(changing=True))
    monkeypatch.setattr(database, "refusals_said", lambda dialect: contextlib.nullcontext())
    with pytest.raises(CouldNot, match="The database SSD changed while it was read"):
        database.read("mssql://host/SSD")


class OneChild:
    """A stand-in for SQL Server: one table of the Dataset with one child."""

    def __init__(self, changing: bool = False) -> None:
        self.changing, self.asked, self.answer = changing, 0, []

    def cursor(self):
        return self

    def close(self):
        pass

    def execute(self, statement):
        if statement == COLUMNS_OF_THE_DATASET:
            self.answer = [("dbo", "ssd_person", "pers_person_id", "nvarchar")]
        elif "CHECKSUM_AGG" in statement:
            self.asked += self.changing
            self.answer = [(1, self.asked)]
        else:
            self.answer = [("C1",)]

    def fetchmany(self, size):
        answer, self.answer = self.answer, []
        return answer
