"""The two kinds of server the Dataset lies in: how each is reached and quoted. SELECTs only."""

import contextlib
import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from sightline.sources.could_not import CouldNot

# Names in capitals, since a server that tells capitals apart has the catalogue so.
COLUMNS_OF_THE_DATASET = (
    "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS "
    "WHERE LOWER(TABLE_NAME) LIKE '%ssd%' "
    "ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION"
)
ROWS_AT_A_TIME = 5_000
# Sightline's own word in an address, of which no server knows.
SCHEMA = "schema"


@dataclass(frozen=True)
class Dialect:
    """One kind of server.

    ``package``    what reads it, and ``extra`` how to install that.
    ``quotes``     what stands before and after a name.
    ``checksum``   a number that is the same for the same rows in whatever order.
    ``caution``    a sentence for every load from such a server; "" where there is none to say.
    """

    name: str
    package: str
    extra: str
    quotes: tuple[str, str]
    checksum: str
    caution: str = ""

    def quoted(self, name: str) -> str:
        """A name as the server takes it literally; a closing quote inside is doubled."""
        first, last = self.quotes
        return f"{first}{name.replace(last, last * 2)}{last}"

    def select(self, schema: str, table: str, columns: Sequence[str], order_by: str = "") -> str:
        """Those columns of every row, in the order of ``order_by`` where one is given."""
        wanted = ", ".join(self.quoted(column) for column in columns)
        order = f" ORDER BY {self.quoted(order_by)}" if order_by else ""
        return f"SELECT {wanted} FROM {self.quoted(schema)}.{self.quoted(table)}{order}"

    def select_checksum(self, schema: str, table: str) -> str:
        """How many rows, and a number that changes when one of them does."""
        return f"SELECT {self.checksum} FROM {self.quoted(schema)}.{self.quoted(table)} AS held"

    def driver(self) -> Any:
        """The package that reaches the server. Raises CouldNot where it is not installed."""
        try:
            return importlib.import_module(self.package)
        except ImportError as error:
            raise CouldNot(
                f"Reading {self.name} needs the package {self.package}, which is not installed.",
                f"Install Sightline with its extra: pip install 'sightline[{self.extra}]'.",
            ) from error


POSTGRESQL = Dialect(
    "a PostgreSQL database",
    "psycopg",
    "postgresql",
    ('"', '"'),
    "count(*), coalesce(sum(hashtextextended(held::text, 0)::numeric), 0)",
)
SQL_SERVER = Dialect(
    "a SQL Server database",
    "mssql_python",
    "sqlserver",
    ("[", "]"),
    "COUNT_BIG(*), COALESCE(CHECKSUM_AGG(BINARY_CHECKSUM(*)), 0)",
    "Reading SQL Server has been tested as text and not run on a server: compare the rows read "
    "with those in the database.",
)
"""Its SQL text and connection text are tested; no server of this kind has been tried."""

BY_SCHEME = {
    "postgresql": POSTGRESQL,
    "postgres": POSTGRESQL,
    "mssql": SQL_SERVER,
    "sqlserver": SQL_SERVER,
}


def connect(address: SplitResult) -> Any:
    """A connection that reads one moment of the database and cannot write."""
    dialect = BY_SCHEME[address.scheme]
    driver = dialect.driver()
    try:
        if dialect is SQL_SERVER:
            return driver.connect(sql_server_connection_text(address))
        connection = driver.connect(without_schema(address))
        connection.read_only = True
        connection.isolation_level = driver.IsolationLevel.REPEATABLE_READ
        return connection
    except driver.Error as error:
        said = (str(error).strip().splitlines() or ["no reason given"])[0]
        raise CouldNot(
            f"The database cannot be reached: {said}.",
            "Check the address, that the server is up, and that this user may connect to it.",
        ) from error


@contextlib.contextmanager
def refusals_said(dialect: Dialect) -> Iterator[None]:
    """A server that refuses to answer, or goes away, said in a sentence."""
    driver = dialect.driver()
    try:
        yield
    except driver.Error as error:
        said = (str(error).strip().splitlines() or ["no reason given"])[0]
        raise CouldNot(
            f"The database did not answer: {said}.",
            "Check that this user may read every table called ssd_, then load again.",
        ) from error


def rows_in_parts(
    connection: Any, dialect: Dialect, statement: str
) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a SELECT, some thousands at a time, without a cursor on the server."""
    cursor = connection.cursor()
    if dialect is POSTGRESQL:
        part: list[tuple[Any, ...]] = []
        for row in cursor.stream(statement, size=ROWS_AT_A_TIME):
            part.append(row)
            if len(part) == ROWS_AT_A_TIME:
                yield part
                part = []
        if part:
            yield part
        return
    cursor.execute(statement)
    while part := cursor.fetchmany(ROWS_AT_A_TIME):
        yield [tuple(row) for row in part]


def taken_apart(given: str) -> SplitResult:
    """The parts of an address. Three strokes name a database of this machine: ``postgresql:///ssd``.

    A path made of an address has lost all strokes but one. A lone word after that one is then the
    database: nobody loads from a host without naming what to load.
    """
    scheme, _, after = given.partition(":")
    rest = after.lstrip("/")
    strokes = len(after) - len(rest)
    lone_word = not set("/@:") & set(rest.partition("?")[0])
    no_host = strokes > 2 or (strokes == 1 and lone_word)
    return urlsplit(f"{scheme.lower()}://{'/' if no_host else ''}{rest}")


def without_schema(address: SplitResult) -> str:
    """The address as the server's own package takes it, its strokes kept where it names no host."""
    kept = urlencode([one for one in parse_qsl(address.query) if one[0] != SCHEMA])
    return f"{address.scheme}://{address.netloc}{address.path}{'?' if kept else ''}{kept}"


def schema_wanted(address: SplitResult) -> str:
    """The schema an address names, "" where it names none."""
    return dict(parse_qsl(address.query)).get(SCHEMA, "")


def sql_server_connection_text(address: SplitResult) -> str:
    """The connection text of a SQL Server address: Windows sign-in where it names no user.

    What the address asks beyond the schema, such as ``?TrustServerCertificate=yes``, goes along.
    """
    server = address.hostname or "localhost"
    parts = [
        f"Server={server}{f',{address.port}' if address.port else ''}",
        f"Database={_braced(unquote(address.path.lstrip('/')))}",
    ]
    if address.username:
        parts.append(f"UID={_braced(unquote(address.username))}")
        parts.append(f"PWD={_braced(unquote(address.password or ''))}")
    else:
        parts.append("Trusted_Connection=yes")
    parts += ["Encrypt=yes", "ApplicationIntent=ReadOnly"]
    parts += [
        f"{name}={_braced(value)}" for name, value in parse_qsl(address.query) if name != SCHEMA
    ]
    return ";".join(parts) + ";"


def _braced(text: str) -> str:
    """A value that may hold a semicolon."""
    return "{" + text.replace("}", "}}") + "}"
