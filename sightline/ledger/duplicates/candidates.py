"""Who may be compared with whom, and on what."""

from typing import Any

import pyarrow as pa

from sightline.ledger.keeping.adoption import with_signs_of_adoption
from sightline.ledger.keeping.earlier_ledger import refuse_an_earlier_ledger

CANDIDATES_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("given_name", pa.string()),
        ("family_name", pa.string()),
        ("born", pa.date32()),
        ("sex", pa.string()),
        ("postcode", pa.string()),
        ("pupil_number", pa.string()),
        ("national_id", pa.string()),
    ]
)


def candidates_of(connection: Any) -> tuple[pa.Table, int]:
    """Everybody on file who may be compared, and how many are left out for a sign of adoption.

    Names and numbers are in small letters without spaces around them; the postcode is the latest.
    """
    refuse_an_earlier_ledger(connection)
    signs = with_signs_of_adoption(connection)
    connection.register("signs", pa.table({"child": pa.array(sorted(signs), pa.string())}))
    plain = "nullif(lower(trim({0})), '') AS {0}".format
    named = ("given_name", "family_name", "sex", "pupil_number", "national_id")
    rows = connection.sql(
        f"""
        SELECT child, {", ".join(plain(name) for name in named)}, born, postcode
        FROM records.children LEFT JOIN (
            SELECT child, arg_max(nullif(replace(lower(postcode), ' ', ''), ''), started) AS postcode
            FROM records.addresses WHERE confidential IS NOT TRUE GROUP BY child
        ) USING (child)
        WHERE child NOT IN (SELECT child FROM signs) ORDER BY child
        """
    ).to_arrow_table()
    connection.unregister("signs")
    (everybody,) = connection.execute("SELECT count(*) FROM records.children").fetchall()[0]
    found = rows.select(CANDIDATES_SCHEMA.names).cast(CANDIDATES_SCHEMA)
    return found, everybody - found.num_rows
