"""The engine for a handful of rows: the same Ibis expressions, written out as Python once a process.

A database takes milliseconds to set up a query, however few rows it reads, and one child's rules
are a hundred and fifty queries. Here each relation of an expression becomes one Python function
from rows to rows, compiled when a web process starts. No rule is written twice: what is declared is
the Ibis expression, and tests hold the answers to DuckDB's, rule by rule and operation by operation.

``meanings``   what operations mean on plain values, as DuckDB understands them
``values``     writes the lines of Python that work out values of one row
``grouped``    windows and aggregates: values worked out of many rows
``relations``  writes the function of each relation
``engine``     the functions, and running them on a child's rows

Rows are tuples in the order of the schema. A date is its day's number (``date.toordinal``), a moment
the day it lies on: the rules know no time of day. What is unknown is None.
"""
