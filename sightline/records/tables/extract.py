"""What the source says of itself: which authority, which day, made up or real."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

EXTRACT = Table(
    name="extract",
    one_row_per="source",
    meaning="The source's word on itself. One row.",
    key="authority",
    happened="",
    columns=(
        Column("authority", TEXT, "Name of the authority whose records these are."),
        Column(
            "extract_day",
            DATE,
            "The last day the source can speak of. Rules are asked on this day unless told.",
            trap="Not the day the file was copied: a file copied on Monday of Friday's data says Friday.",
            planned=True,
        ),
        Column(
            "earliest_day",
            DATE,
            "The day before which the source holds nothing, or does not promise to.",
            trap="Sources with a six-year window forget older plans: a look-back reaches no further.",
            planned=True,
        ),
        Column("made_up", YES_NO, "Yes where the authority and every child in it are invented."),
    ),
)
