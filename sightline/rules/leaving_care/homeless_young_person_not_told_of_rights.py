"""Whether a homeless young person of 16 or 17 was told what they may ask for."""

from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import times_homeless_until_adult

HOMELESS_YOUNG_PERSON_NOT_TOLD_OF_RIGHTS = Rule(
    name="homeless_young_person_not_told_of_rights",
    title="Homeless young person not told of their rights",
    question="Could the homeless young person choose care, knowing what it would mean?",
    stage="leaving care",
    sources=("HOM-02",),
    themes=("homeless_16_17", "advocacy_iv"),
    one_row_per="homeless from",
    subject_day=_.presented,
    population=times_homeless_until_adult,
    clock=Clock(
        starts=_.presented, limit="HOM-02", met=_.told_of_rights, lapses=_.no_longer_a_child
    ),
    needs=("homeless_young_people.presented", "homeless_young_people.told_of_rights"),
    counted_in="homeless_young_people",
    evidence={
        "asked for help": Evidence(value=_.presented),
        "told of their rights": Evidence(value=_.told_of_rights),
        "advocate offered": Evidence(value=_.advocate_offered, known_by=_.told_of_rights),
        "care offered": Evidence(value=_.care_offered, known_by=_.told_of_rights),
        "answered": Evidence(value=_.answered),
        "care accepted": Evidence(value=_.care_accepted, known_by=_.answered),
    },
    readings=(
        "The limit is the council's own; without one it is the next working day, which is in time.",
        "Told of their rights means told that they may come into care (section 20) and what that brings. "
        "Whether an advocate and care were offered is shown beside it and not judged.",
        "Turning 18 or death lapses the duty. Two requests on one day are one.",
    ),
    helps="Tell the young person what care and what housing would each mean for money, support and later "
    "help, with an advocate beside them. Write down what they chose and why.",
    cannot_see="How well it was explained, and whether the choice was theirs.",
)
