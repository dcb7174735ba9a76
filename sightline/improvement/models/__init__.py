"""What the casework database keeps of improvement plans, a file for each subject.

Rows marked ``written_once`` are never changed: a later row says what became of them.
"""

from sightline.improvement.models.actions import Action, Change, Dependency, Note
from sightline.improvement.models.claims import Claim, ClaimTie
from sightline.improvement.models.evidence import Evidence
from sightline.improvement.models.objectives import (
    ChosenMeasure,
    ChosenQuestion,
    Objective,
    ObjectiveSentence,
    Step,
)
from sightline.improvement.models.plans import Plan, Sentence
from sightline.improvement.models.posts_and_money import KeyPost, Money, PostHolder, Spending

__all__ = (
    "Action",
    "Change",
    "ChosenMeasure",
    "ChosenQuestion",
    "Claim",
    "ClaimTie",
    "Dependency",
    "Evidence",
    "KeyPost",
    "Money",
    "Note",
    "Objective",
    "ObjectiveSentence",
    "Plan",
    "PostHolder",
    "Sentence",
    "Spending",
    "Step",
)
