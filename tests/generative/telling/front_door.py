"""What makes a made-up world telling for the rules of contacts and referrals."""

MORE_ROWS = {"contacts": 9}
TELLING_VALUES = {
    ("contacts", "outcome"): ("no further action", "no further action", "no further action", None),
    ("referrals", "closure_reason"): ("RC8", "RC9", "RC7"),
}
FOLLOWS = {"contacts": ("contacts", (14, 30, 90))}
