"""Unborn children who were born: what was told before birth is told of the born child.

Most sources keep the id and only fill in the date of birth: then there is nothing to join. Where
an id is given anew at birth, the source, or a person in what is recorded here, says so in
``children.unborn_id``. It is never guessed, and only the id of a child whom no source calls born is
ever joined: nothing can lead from one identity of an adopted child to the other.
"""

from typing import Any


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
    connection.execute(
        f"""
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
        END AS why FROM declared_births;
        CREATE OR REPLACE TEMP TABLE born_as AS
        SELECT unborn, child FROM not_joined WHERE why IS NULL;
        DELETE FROM not_joined WHERE why IS NULL;
        """
    )
    return connection.execute("SELECT count(*) FROM born_as").fetchall()[0][0] > 0
