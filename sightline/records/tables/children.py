"""Who the child is."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

CHILDREN = Table(
    name="children",
    one_row_per="child",
    meaning="Every child and young person the service knows, unborn children included.",
    key="child",
    happened="",
    required=("child",),
    columns=(
        Column(
            "child",
            TEXT,
            "The council's own id of the child, the same in every source.",
            trap="An adopted child has two ids that must never be linked.",
            ssd="PERS001A",
        ),
        Column("given_name", TEXT, "The name the child is called by.", ssd="PERS015A"),
        Column("family_name", TEXT, "The child's family name.", ssd="PERS016A"),
        Column(
            "born",
            DATE,
            "Date of birth; empty for an unborn child.",
            trap="Some systems put the expected date here until the birth is recorded.",
            ssd="PERS005A",
        ),
        Column(
            "expected_birth",
            DATE,
            "Expected date of birth of an unborn child.",
            trap="Often left in place after the birth.",
            ssd="PERS009A",
            planned=True,
        ),
        Column(
            "died",
            DATE,
            "Date of death, empty while the child lives.",
            trap="May lie years after the case closed, or be missing where another service was told.",
            ssd="PERS010A",
        ),
        Column(
            "sex",
            TEXT,
            "Sex as recorded for returns: F, M or U (not known).",
            trap="Called gender before 2024-25; SystemC copies one into the other.",
            ssd="PERS002A",
            codes="sex",
        ),
        Column(
            "ethnicity",
            TEXT,
            "Ethnic background by the Department for Education's code.",
            trap="Recorded as the family says. NOBT (not yet obtained) and REFU are not groups.",
            ssd="PERS004A",
            codes="ethnicity",
        ),
        Column(
            "disabled",
            YES_NO,
            "Yes where any disability code other than NONE is recorded.",
            trap="Empty often means nobody asked, not that the child is not disabled.",
            ssd="DISA002A",
        ),
        Column(
            "unaccompanied",
            YES_NO,
            "Yes for a child seeking asylum without a parent or carer.",
            trap="A status with dates of its own: a young person keeps it only until 18.",
            ssd="IMMI002A",
        ),
    ),
)
