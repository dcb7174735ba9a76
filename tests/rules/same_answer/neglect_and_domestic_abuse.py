"""Changes to the rules of neglect and domestic abuse that change no answer."""

SAME_ANSWER: dict[tuple[str, str], str] = {
    ("cumulative_neglect", "left out: _.ended.notnull()"): "a plan that still runs was left behind "
    "on no day",
    ("cumulative_neglect", ">= became >: _.day >= _.first_found"): "a referral on the day neglect "
    "was first found is one sign with it",
}
