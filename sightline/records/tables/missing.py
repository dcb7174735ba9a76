"""Missing episodes and the interviews after a child comes back."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

MISSING_EPISODES = Table(
    name="missing_episodes",
    one_row_per="episode of a child being missing or away without authorisation",
    meaning="A child was missing from home or care, from the day last seen to the day found.",
    key="missing_episode",
    happened="started",
    ends="returned",
    required=("child", "started"),
    columns=(
        Column("missing_episode", TEXT, "The source's id of the episode.", ssd="MISS001A"),
        Column("child", TEXT, "The child.", ssd="MISS002A", refers_to="children"),
        Column("started", DATE, "The day the child was last seen.", ssd="MISS003A"),
        Column(
            "returned",
            DATE,
            "The day the child was found or came back; empty while still missing.",
            trap="An episode nobody closed looks like a child still missing.",
            ssd="MISS005A",
        ),
        Column(
            "type",
            TEXT,
            "M: whereabouts unknown. A: away without authorisation, whereabouts known.",
            ssd="MISS004A",
            codes="missing_type",
        ),
        Column(
            "interview_offered",
            YES_NO,
            "Whether a return interview was offered.",
            trap="The Dataset keeps no day of the offer.",
            ssd="MISS006A",
            known_by="returned",
        ),
        Column(
            "interview_accepted",
            YES_NO,
            "Whether the child accepted it.",
            trap="Says nothing of when the interview was held, or whether it was.",
            ssd="MISS007A",
            known_by="returned",
        ),
        Column("missing_from", TEXT, "From home, from care or from another place."),
        Column("police_told", DATE, "The day the police were told."),
        Column("recorded_on", DATE, "The day it was written into the record."),
    ),
)

RETURN_INTERVIEWS = Table(
    name="return_interviews",
    one_row_per="return interview offered after a missing episode",
    meaning="Somebody independent asks the child why they went and what happened.",
    key="interview",
    happened="offered",
    required=("child",),
    columns=(
        Column("interview", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "missing_episode",
            TEXT,
            "The episode it follows.",
            trap="One interview may answer several short episodes and name only the first or last.",
            refers_to="missing_episodes",
        ),
        Column("offered", DATE, "The day it was offered."),
        Column(
            "held",
            DATE,
            "The day the interview was held; empty where it was not.",
            trap="The Standard Safeguarding Dataset has no such date, so most sources cannot tell.",
            explained_by=("declined",),
        ),
        Column("declined", DATE, "The day the child declined it."),
        Column(
            "independent",
            YES_NO,
            "Whether the interviewer was independent of the child's care.",
            known_by="held",
        ),
        Column("worker", TEXT, "Who held it.", known_by="held"),
        Column("agency", TEXT, "For whom the interviewer works.", known_by="held", codes="agency"),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)
