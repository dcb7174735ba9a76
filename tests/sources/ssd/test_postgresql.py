"""The Dataset in PostgreSQL, on a real server: whatever the names' case, and nothing written."""

from pathlib import Path

import pyarrow as pa
import pytest

from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for
from sightline.sources.ssd import database, folder
from sightline.synthetic.ssd_database import write_ssd_database


def put(address: str, source: Path, schema: str, named=str) -> str:
    """Put a folder of the Dataset into a schema; gives the address that names the schema."""
    return write_ssd_database(source, f"{address}&schema={schema}", named=named)


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


def test_a_schema_that_is_there_is_left_alone(upper_case, postgresql_address, written):
    with pytest.raises(CouldNot, match="has a schema SSD_Development already"):
        put(postgresql_address, written("systemc"), "SSD_Development")
    assert database.read(upper_case).tables["children"].rows.num_rows


def test_a_database_that_is_not_there_is_said(written):
    with pytest.raises(CouldNot, match="cannot be reached"):
        write_ssd_database(written("systemc"), "postgresql://nobody@localhost:1/none")
