"""What makes a made-up world telling for the rules of neglect and domestic abuse."""

MORE_ROWS = {"notifications": 6}
TELLING_VALUES = {
    ("notifications", "kind"): ("domestic abuse",),
    ("referrals", "primary_need"): ("N1", "N1", "N4"),
    ("protection_plans", "initial_category"): ("NEG", "NEG", "EMO"),
}
MONTH_STEPS = (3, 12, 36)
FOLLOWS = {"notifications": ("notifications", (7, 30, 60))}
