"""The record itself: when the summary and the chronology were brought up to date."""

from sightline.web.pages.child.what_to_record.to_record import Ask, ToRecord

PART = "The record itself"

CASE_SUMMARY = ToRecord(
    table="case_summaries",
    title="Case summary brought up to date",
    part=PART,
    when="The page that lets a stranger on night duty know the child was written again in the case system.",
    follows="It answers whether the summary is kept up to date.",
    own=("updated",),
    asks=(
        Ask("updated", "Day it was brought up to date"),
        Ask("worker", "Who wrote it"),
    ),
)

CHRONOLOGY_UPDATE = ToRecord(
    table="chronology_updates",
    title="Chronology brought up to date",
    part=PART,
    when="The events that mattered were put in order, with what they meant for the child.",
    follows="It answers whether the chronology is kept up to date.",
    own=("impact_told",),
    asks=(
        Ask("updated", "Day it was brought up to date"),
        Ask("impact_told", "Does it say what events meant for this child?"),
        Ask("worker", "Who wrote it"),
    ),
)

ABOUT_THE_RECORD = (CASE_SUMMARY, CHRONOLOGY_UPDATE)
