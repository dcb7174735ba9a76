"""The structure of the children in need census, 2022-23 to 2026-27: which element tells what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ONLY_THAT_YEAR = "the census tells the reviews of its own year only"

CHILD_FIELDS: dict[str, tuple[str, ...]] = {
    "child": ("LAchildID",),
    "pupil_number": ("UPN",),
    "no_pupil_number_because": ("UPNunknown",),
    "born": ("PersonBirthDate",),
    "expected_birth": ("ExpectedPersonBirthDate",),
    # Sex took the place of GenderCurrent in 2024-25.
    "sex": ("Sex", "GenderCurrent"),
    "died": ("PersonDeathDate",),
    "ethnicity": ("Ethnicity",),
}
"""Columns of a child, and the elements that tell them, the first that is there."""


@dataclass(frozen=True)
class Tell:
    """What one block tells of one record table.

    ``fields``      record columns and the element that tells each, in the block or around it.
    ``ids``         record columns that hold the id of a block: this one or one around it.
    ``only_where``  an element without which the block tells nothing of this table.
    """

    table: str
    fields: Mapping[str, str]
    ids: Mapping[str, str]
    only_where: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The record columns that are told."""
        return ("child", *self.ids, *self.fields)


@dataclass(frozen=True)
class Block:
    """One kind of element with elements inside. ``each`` names an element of which every one is a row."""

    tells: tuple[Tell, ...] = field(default_factory=tuple)
    each: str = ""


EPISODE = "CINdetails"
CONFERENCE_DAY = "DateOfInitialCPC"

BLOCKS: dict[str, Block] = {
    EPISODE: Block(
        (
            Tell(
                "referrals",
                {
                    "received": "CINreferralDate",
                    "source": "ReferralSource",
                    "primary_need": "PrimaryNeedCode",
                    "no_further_action": "ReferralNFA",
                    "closed": "CINclosureDate",
                    "closure_reason": "ReasonForClosure",
                },
                {"referral": EPISODE},
            ),
            Tell(
                "initial_conferences",
                {"held": CONFERENCE_DAY, "due": "InitialCPCtarget"},
                {"referral": EPISODE, "enquiry": "Section47"},
                only_where=CONFERENCE_DAY,
            ),
        )
    ),
    "Assessments": Block(
        (
            Tell(
                "assessments",
                {
                    "started": "AssessmentActualStartDate",
                    "authorised": "AssessmentAuthorisationDate",
                },
                {"assessment": "Assessments", "referral": EPISODE},
            ),
        )
    ),
    "FactorsIdentifiedAtAssessment": Block(
        (
            Tell(
                "assessment_factors",
                {"found": "AssessmentAuthorisationDate", "factor": "AssessmentFactors"},
                {"assessment": "Assessments"},
            ),
        ),
        each="AssessmentFactors",
    ),
    "CINPlanDates": Block(
        (
            Tell(
                "child_in_need_plans",
                {"started": "CINPlanStartDate", "ended": "CINPlanEndDate"},
                {"plan": "CINPlanDates", "referral": EPISODE},
            ),
        )
    ),
    "Section47": Block(
        (
            Tell(
                "enquiries",
                {"started": "S47ActualStartDate", "no_further_action": "ICPCnotRequired"},
                {"enquiry": "Section47", "referral": EPISODE},
            ),
            Tell(
                "initial_conferences",
                {"held": CONFERENCE_DAY, "due": "InitialCPCtarget"},
                {"referral": EPISODE, "enquiry": "Section47"},
                only_where=CONFERENCE_DAY,
            ),
        )
    ),
    "ChildProtectionPlans": Block(
        (
            Tell(
                "protection_plans",
                {
                    "started": "CPPstartDate",
                    "ended": "CPPendDate",
                    "initial_category": "InitialCategoryOfAbuse",
                    "latest_category": "LatestCategoryOfAbuse",
                },
                {"plan": "ChildProtectionPlans", "referral": EPISODE},
            ),
        )
    ),
    "Reviews": Block(
        (
            Tell(
                "review_conferences",
                {"held": "CPPreviewDate"},
                {"plan": "ChildProtectionPlans"},
            ),
        ),
        each="CPPreviewDate",
    ),
    # From 2026-27. What it says of family group decision-making has no day, and is not taken.
    "PreProceedingsandFGDM": Block(
        (
            Tell(
                "pre_proceedings",
                {
                    "decided": "PPStartDate",
                    "letter_sent": "LBPSentDate",
                    "first_meeting": "InitialPPMeetingDate",
                    "review_meetings": "ReviewMeetingsCount",
                    "outcome_agreed": "StepDecisionDate",
                    "outcome": "PPOutcome",
                    "application_issued": "CourtAppDate",
                    "letter_of_issue_sent": "LetterInitCPDate",
                },
                {"pre_proceedings": "PreProceedingsandFGDM"},
                only_where="PPStartDate",
            ),
        )
    ),
}
"""Every block inside a child's episode, by the name of its element, in whatever depth it stands."""
