"""Changes to the rules of leaving care, and to the steps they share, that change no answer."""

SAME_BIRTHDAY = "every row of one young person holds the same day"

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("care_leaver_not_in_touch_at_birthday", "PAV-05 one less"): "nobody is eligible before 16",
    (
        "care_leaver_not_in_touch_at_birthday",
        "> became >=: _.birthday > _.eligible_from",
    ): "who becomes eligible on a birthday is in care on it, which leaves the birthday out",
    ("leaving_care", "min became max: _.sixteenth_birthday.min()"): SAME_BIRTHDAY,
    ("leaving_care", "min became max: _.adult_from.min()"): SAME_BIRTHDAY,
    ("leaving_care", "min became max: _.died.min()"): SAME_BIRTHDAY,
    ("leaving_care", "left out: _.born.notnull()"): "without a birthday no day of turning 18 is "
    "known, and nothing comes before it",
    ("leaving_care", "min became max: _.what.min(where=_.holds)"): "which of several words of one "
    "day is shown changes nothing that is judged",
    ("leaving_care", "< became <=: _.begins < _.ends"): "a stretch of no days holds no day to "
    "become eligible on",
    ("leaving_care", "left out: _.day.notnull()"): "a saying without a day comes after all others "
    "and opens on no day",
}
