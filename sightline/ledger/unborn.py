"""Unborn children who were born: what was told before birth is told of the born child.

Most sources keep the id and only fill in the date of birth: then there is nothing to join. Where
an id is given anew at birth, the source, or a person in what is recorded here, says so in
``children.unborn_id``. It is never guessed, and only the id of a child whom no source calls born, and
to whom nothing happened long after the birth, is ever joined: nothing may lead from one identity of
an adopted child to the other.
"""

from typing import Any

from sightline.records.tables import TABLES

# A birth is registered within 42 days (Births and Deaths Registration Act 1953, section 2): by then
# a case system has the child, and an id still in use was no unborn child's.
IN_USE_AFTER_BIRTH = 42


def find_births(connection: Any, stood: str) -> bool:
    """Make ``born_as`` (unborn, child) and ``not_joined`` (child, unborn, why); True where any joins.

    ``stood`` is the condition on rows of history that count.
    """
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE declared_births AS
        SELECT DISTINCT child, unborn_id AS unborn FROM history.children
        WHERE {stood} AND unborn_id IS NOT NULL AND unborn_id <> child
        """
    )
    if not connection.execute("SELECT count(*) FROM declared_births").fetchall()[0][0]:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE not_joined AS "
            "SELECT child, unborn, '' AS why FROM declared_births"
        )
        return False
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE in_use_too_long AS
        SELECT unborn FROM ({_last_days(stood)}) JOIN declared_births ON unborn = of_child
        JOIN (
            SELECT child, max(born) AS born FROM history.children WHERE {stood} GROUP BY child
        ) AS births ON births.child = declared_births.child
        WHERE last_day > born + {IN_USE_AFTER_BIRTH};
        CREATE OR REPLACE TEMP TABLE not_joined AS
        SELECT child, unborn, CASE
            WHEN unborn IN (
                SELECT child FROM history.children WHERE {stood} AND born IS NOT NULL
            ) THEN 'It is the id of a child who has a date of birth.'
            WHEN unborn IN (SELECT child FROM declared_births)
                THEN 'It is the id of a child who is said to have had another before birth.'
            WHEN count(*) OVER (PARTITION BY unborn) > 1
                THEN 'Several children are said to have had it before birth.'
            WHEN count(*) OVER (PARTITION BY child) > 1
                THEN 'Two ids before birth are given for this child.'
            WHEN unborn IN (SELECT unborn FROM in_use_too_long)
                THEN 'More than six weeks after the birth things still happened under it.'
        END AS why FROM declared_births;
        CREATE OR REPLACE TEMP TABLE born_as AS
        SELECT unborn, child FROM not_joined WHERE why IS NULL;
        DELETE FROM not_joined WHERE why IS NULL;
        """
    )
    return connection.execute("SELECT count(*) FROM born_as").fetchall()[0][0] > 0


def _last_days(stood: str) -> str:
    """SQL that gives, for each id said to be of an unborn child, the last day anything happened."""
    return " UNION ALL ".join(
        f"SELECT child AS of_child, max({table.happened}) AS last_day FROM history.{table.name} "
        f"WHERE {stood} AND child IN (SELECT unborn FROM declared_births) GROUP BY child"
        for table in TABLES.values()
        if table.happened and "child" in table.column_names
    )
