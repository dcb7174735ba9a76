"""Whether a homeless young person of 16 or 17 was assessed by social care at once."""

from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import times_homeless_until_adult

HOMELESS_YOUNG_PERSON_NOT_ASSESSED = Rule(
    name="homeless_young_person_not_assessed",
    title="Homeless young person not assessed at once",
    question="Did social care see the homeless young person the day they asked for help?",
    stage="leaving care",
    sources=("HOM-01",),
    themes=("homeless_16_17",),
    one_row_per="homeless from",
    subject_day=_.presented,
    population=times_homeless_until_adult,
    clock=Clock(starts=_.presented, limit="HOM-01", met=_.assessed, lapses=_.no_longer_a_child),
    needs=("homeless_young_people.presented", "homeless_young_people.assessed"),
    counted_in="homeless_young_people",
    evidence={
        "asked for help": Evidence(value=_.presented),
        "assessed": Evidence(value=_.assessed),
        "housing took part": Evidence(value=_.assessed_with_housing, known_by=_.assessed),
        "lived then": Evidence(value=_.outcome, known_by=_.assessed),
    },
    readings=(
        "The same day: guidance asks that the young person is safe that night and is assessed at once. "
        "The whole assessment is also held to the limit for every assessment, which is another rule.",
        "The clock starts on the day they came to whichever service of the council, housing included, on "
        "a weekend too.",
        "Turning 18 or death lapses the duty. Two requests on one day are one.",
    ),
    helps="See the young person today, with housing. Make sure there is a safe bed for tonight, and not in "
    "bed and breakfast.",
    cannot_see="Where they slept that night, and young people whom housing sent away without a record.",
)
