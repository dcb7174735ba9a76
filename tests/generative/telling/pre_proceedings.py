"""What makes a made-up world telling for the rules of pre-proceedings."""

from tests.plain.pre_proceedings import POINTS

TELLING_VALUES = {
    **{("letters_before_proceedings", point): (True,) for point in POINTS},
    ("letters_before_proceedings", "family_group_offered"): (False, False, True, None),
    ("pre_proceedings", "gateway_outcome"): ("B", "B", "B", "A", "C", None),
}
