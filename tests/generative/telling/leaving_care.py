"""What makes a made-up world telling for the rules of leaving care."""

TELLING_VALUES = {
    ("care_leavers", "eligibility"): ("former relevant", "former relevant", "none", None),
    ("care_leavers", "in_touch"): ("NO", "NO", "YES", None),
    ("care_leavers", "accommodation_suitable"): ("2", "1", None),
    ("care_leavers", "activity"): ("G4", "G5", "G6", "F1", "P5", None),
    ("care_leaver_contacts", "mode"): ("in person", "in person", "virtual", "attempted", None),
    ("care_episodes", "legal_status"): ("C2", "C2", "C2", "V2", "V4", None),
}
MORE_ROWS = {"care_leavers": 4, "care_leaver_contacts": 10}
WORKING_DAY_STEPS = (1, 20)
DAY_STEPS = (7, 28)
MONTH_STEPS = (1, 2, 3, 6)
