"""The only place Spark is opened: the scale-out engine, for many authorities at once.

Spark is an extra (``requirements/spark.txt``) and needs Java 17. The rules are the same
expressions; what they give is the same rows as in DuckDB.
"""

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow.parquet as parquet

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    # A date outside a calendar is an error in one setting and empty in the other: empty, as in DuckDB.
    "spark.sql.ansi.enabled": "false",
}
SETTINGS_OF_ONE_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    # What fits one machine is small: nearly all the time goes into planning hundreds of queries.
    # In one part nothing is sent round or planned anew, and no query waits for Java to compile it.
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.ui.explainMode": "simple",
}


class SparkNotThere(RuntimeError):
    """Spark, or the Java it needs, is not on this machine: one sentence why, one what to do."""


def open_spark(master: str = "") -> Any:
    """The Ibis backend of a Spark session; ``master`` as Spark names it, such as ``spark://host:7077``.

    Without one, whatever ``spark-submit`` or the environment configured, or else two cores of this
    machine. Raises SparkNotThere where PySpark or Java is missing.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise SparkNotThere(
            "Spark is not installed. It is an extra: pip install -r requirements/spark.txt, and Java 17."
        ) from missing
    builder = SparkSession.builder.appName("Sightline")
    for name, value in (SETTINGS | ({} if master else SETTINGS_OF_ONE_MACHINE)).items():
        builder = builder.config(name, value)
    try:
        session = builder.master(master or "local[2]").getOrCreate()
    except PySparkRuntimeError as error:
        raise SparkNotThere(
            "Spark could not be started. It needs Java 17: install a Java 17 runtime, or set JAVA_HOME."
        ) from error
    session.sparkContext.setLogLevel("ERROR")
    return ibis.pyspark.connect(session)


def read_parquet(backend: Any, name: str, file: Path) -> ir.Table:
    """The Parquet file as the table ``name``."""
    from pyspark.sql.pandas.types import from_arrow_schema

    # Left to tell the columns itself, Spark runs a job for each file.
    columns = parquet.read_schema(file)
    rows = backend._session.read.schema(from_arrow_schema(columns)).parquet(str(file))
    rows.createOrReplaceTempView(name)
    return ibis.table(ibis.Schema.from_pyarrow(columns), name=name)


def keep(backend: Any, name: str, rows: ir.Table) -> ir.Table:
    """Keep ``rows`` as the table ``name`` while the session is open, worked out once.

    What is kept forgets how it was worked out: otherwise every query that reads it would be
    planned together with all that lies under it, which takes minutes from the third step on.
    """
    parts = int(backend._session.conf.get("spark.sql.shuffle.partitions"))
    worked_out = _frame(backend, rows).coalesce(parts).localCheckpoint()
    worked_out.createOrReplaceTempView(name)
    return ibis.table(rows.schema(), name=name)


def write_parquet(backend: Any, rows: ir.Table, folder: Path, *, partition_by: str) -> None:
    """Write ``rows`` to Parquet files in ``folder``, a folder for each value of ``partition_by``."""
    _frame(backend, rows).write.mode("append").partitionBy(partition_by).parquet(str(folder))


def _frame(backend: Any, rows: ir.Table) -> Any:
    backend._run_pre_execute_hooks(rows)  # makes the tables that lie in memory known to Spark
    return backend._session.sql(backend.compile(rows))
