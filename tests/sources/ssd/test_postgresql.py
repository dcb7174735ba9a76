"""The Dataset in PostgreSQL, on a real server: whatever the names' case, and nothing written."""

from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for
from sightline.sources.ssd import database, folder
from sightline.sources.ssd.dialects import without_schema

TYPES = {pa.timestamp("ms"): "timestamp", pa.int64(): "integer", pa.float64(): "double precision"}


def put(address: str, source: Path, schema: str, named=str) -> str:
    """Put a folder of the Dataset into a schema; gives the address that names the schema."""
    import psycopg

    with psycopg.connect(without_schema(urlsplit(address)), autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"')
        for file in sorted(source.glob("ssd_*.parquet")):
            rows = pq.read_table(file)
            columns = ", ".join(
                f'"{named(field.name)}" {TYPES.get(field.type, "varchar(4000)")}'
                for field in rows.schema
            )
            table = f'"{schema}"."{named(file.stem)}"'
            connection.execute(f"CREATE TABLE {table} ({columns})")
            with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
                    copy.write_row(row)
    return f"{address}&schema={schema}"


@pytest.fixture(scope="module")
def upper_case(postgresql_address, written):
    return put(postgresql_address, written("systemc"), "SSD_Development", str.upper)


def test_the_database_tells_what_the_folder_tells(upper_case, written):
    from_database = database.read(upper_case)
    from_folder = folder.read(written("systemc"))
    assert set(from_database.tables) == set(from_folder.tables)
    for name, arrived in from_folder.tables.items():
        if name != "extract":
            columns = list(arrived.table.column_names)
            theirs = from_database.tables[name]
            assert rows_of(theirs.rows.select(columns)) == rows_of(arrived.rows.select(columns))
            assert theirs.filled == arrived.filled
            assert theirs.rows["source_file"][0].as_py().startswith("SSD_")


def rows_of(table: pa.Table) -> list[str]:
    return sorted(str(row) for row in table.to_pylist())


def test_an_address_is_told_by_looking_even_where_a_path_was_made_of_it(upper_case):
    assert door_for(Path(upper_case)).name == "ssd-database"
    assert database.fingerprint(Path(upper_case)) == database.fingerprint(upper_case)


def test_the_fingerprint_changes_with_a_row(postgresql_address, written):
    import psycopg

    address = put(postgresql_address, written("eclipse"), "changing")
    before = database.fingerprint(address)
    assert database.read(address).fingerprint == before
    with psycopg.connect(postgresql_address, autocommit=True) as connection:
        connection.execute(
            "UPDATE changing.ssd_person SET pers_forename = 'Other' "
            "WHERE pers_person_id = (SELECT min(pers_person_id) FROM changing.ssd_person)"
        )
    assert database.fingerprint(address) != before


def test_nothing_is_created(upper_case, postgresql_address):
    import psycopg

    def what_is_there() -> list[tuple]:
        with psycopg.connect(postgresql_address) as connection:
            return connection.execute("SELECT relname FROM pg_class ORDER BY oid").fetchall()

    before = what_is_there()
    database.read(upper_case)
    assert what_is_there() == before


def test_several_schemas_are_named_and_one_can_be_chosen(postgresql_address, upper_case, written):
    second = put(postgresql_address, written("systemc"), "second_copy")
    with pytest.raises(CouldNot, match="Several schemas hold the Dataset"):
        database.read(postgresql_address)
    assert database.read(second).tables["children"].rows.num_rows == 400
    with pytest.raises(CouldNot, match="The schema nowhere holds no table"):
        database.read(f"{postgresql_address}&schema=nowhere")


def test_a_refusal_is_said_in_a_sentence(postgresql_address, upper_case):
    import psycopg

    with psycopg.connect(postgresql_address, autocommit=True) as connection:
        connection.execute("CREATE ROLE outsider LOGIN")
    outsider = upper_case.replace("sightline@", "outsider@")
    with pytest.raises(CouldNot, match="holds no table"):
        database.read(outsider)
    with pytest.raises(CouldNot, match="The database cannot be reached"):
        database.read(postgresql_address.replace("/postgres?", "/nothere?"))
