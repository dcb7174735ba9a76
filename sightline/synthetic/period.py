"""The days the made-up authority's records run over."""

from sightline.synthetic.days import day_of

AUTHORITY = "Northmere (made up)"

# Rules that look back 24 months can judge from April 2013, so the records begin in April 2011.
EARLIEST_DAY = day_of(2011, 4, 1)
EXTRACT_DAY = day_of(2024, 4, 30)

# Stories are told past the extract day, so that what was open then looks like any other; the
# records are cut afterwards. A day far beyond any story stands for "not yet".
NOT_YET = day_of(2050, 1, 1)
