"""Finding which rows of several sources speak of one thing; each such row gets one leader."""

from typing import Any

from sightline.ledger.same_thing import passing_ids, told_apart_by
from sightline.ledger.sides import Sides
from sightline.records.table import Table


def pair(connection: Any, table: Table, sides: Sides) -> bool:
    """Put the rows of ``table`` that are laid together into ``laid``; True where there are any.

    Where a source tells several things that are alike in child and day, rows that say the same in
    all that every source tells are paired first, the rest in order.
    """
    alike = list(told_apart_by(table))
    if not alike:
        return False
    layers, several = _gather_shared(connection, table, alike, sides)
    if len(layers) < 2:
        return False
    if several:
        _say_what_all_tell(connection, table, alike)
    connection.execute("CREATE OR REPLACE TEMP TABLE led (history_row BIGINT, leader BIGINT)")
    for layer in layers[1:]:
        if several:
            _lead(connection, layer, [*alike, "all_tell"])
        _lead(connection, layer, alike)
    connection.execute(
        f"""
        INSERT INTO laid SELECT '{table.name}', history_row, leader FROM led
        UNION SELECT '{table.name}', leader, leader FROM led
        """
    )
    return True


def _gather_shared(
    connection: Any, table: Table, alike: list[str], sides: Sides
) -> tuple[list[int], bool]:
    """Gather in ``shared`` what several layers speak of; gives the layers, and whether any layer
    tells more than one thing alike in child and day."""
    says = ", ".join(f"{sides.said(table, name)} AS {name}" for name in alike)
    filled = " AND ".join(f"{name} IS NOT NULL" for name in alike)
    names = ", ".join(alike)
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE shared AS
        WITH speaking AS MATERIALIZED (
            SELECT * FROM (
                SELECT told.history_row, {sides.layer(table)} AS layer, {says}
                FROM {sides.from_history(table)} WHERE {sides.stood()}
            ) WHERE {filled}
        )
        SELECT *, '' AS all_tell FROM speaking SEMI JOIN (
            SELECT {names} FROM speaking GROUP BY ALL HAVING min(layer) <> max(layer)
        ) USING ({names})
        """
    )
    found = connection.execute(
        f"""
        SELECT layer, max(rows) > 1
        FROM (SELECT layer, count(*) AS rows FROM shared GROUP BY layer, {names})
        GROUP BY layer ORDER BY layer
        """
    ).fetchall()
    return [layer for layer, _ in found], any(several for _, several in found)


def _say_what_all_tell(connection: Any, table: Table, alike: list[str]) -> None:
    """Write into ``shared`` what each row says in the columns that every layer fills."""
    columns = [
        name for name in table.column_names if name not in alike and name not in passing_ids(table)
    ]
    if not columns:
        return
    counted = ", ".join(f"count(told.{name})" for name in columns)
    counts = connection.execute(
        f"SELECT {counted} FROM shared JOIN history.{table.name} AS told USING (history_row) "
        "GROUP BY layer"
    ).fetchall()
    by_all = [name for at, name in enumerate(columns) if all(one[at] for one in counts)]
    if not by_all:
        return
    says = ", ".join(f"coalesce(told.{name}::VARCHAR, '')" for name in by_all)
    connection.execute(
        f"""
        UPDATE shared SET all_tell = concat_ws(chr(31), {says})
        FROM history.{table.name} AS told WHERE told.history_row = shared.history_row
        """
    )


def _lead(connection: Any, layer: int, alike: list[str]) -> None:
    """Pair the rows of a layer with those before it, each leader with at most one of them."""
    names = ", ".join(alike)
    place = f"row_number() OVER (PARTITION BY {names} ORDER BY all_tell, history_row) AS place"
    connection.execute(
        f"""
        INSERT INTO led
        SELECT mine.history_row, before.history_row
        FROM (
            SELECT history_row, {names}, {place} FROM shared
            WHERE layer = {layer} AND history_row NOT IN (SELECT history_row FROM led)
        ) AS mine JOIN (
            SELECT history_row, {names}, {place} FROM shared
            WHERE layer < {layer} AND history_row NOT IN (SELECT history_row FROM led)
            AND history_row NOT IN (
                SELECT leader FROM led JOIN shared USING (history_row) WHERE layer = {layer}
            )
        ) AS before USING ({names}, place)
        """
    )
