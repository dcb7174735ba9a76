"""The record tables, in the order of a child's journey."""

from sightline.records.table import Table
from sightline.records.tables.about_the_child import (
    ADDRESSES,
    DISABILITIES,
    IMMIGRATION_STATUSES,
    LINKED_IDENTIFIERS,
)
from sightline.records.tables.adopters import PROSPECTIVE_ADOPTERS
from sightline.records.tables.assessment import ASSESSMENT_FACTORS, ASSESSMENTS
from sightline.records.tables.assessment_tools import EXPLOITATION_ASSESSMENTS, NEGLECT_ASSESSMENTS
from sightline.records.tables.care_planning import (
    CARE_PLANS,
    CARE_REVIEWS,
    CARE_VISITS,
    LEGAL_STATUSES,
    PLACEMENT_COSTS,
    REVIEWING_OFFICER_CONTACTS,
)
from sightline.records.tables.case_recording import (
    CASE_SUMMARIES,
    CHRONOLOGY_UPDATES,
    DIRECT_WORK,
    PLAN_UPDATES,
    VOICE_OF_THE_CHILD,
)
from sightline.records.tables.child_in_need import (
    CHILD_IN_NEED_PLANS,
    CHILD_IN_NEED_REVIEWS,
    CHILD_IN_NEED_VISITS,
)
from sightline.records.tables.children import CHILDREN
from sightline.records.tables.children_in_care import CARE_EPISODES, PLACEMENTS
from sightline.records.tables.early_help import EARLY_HELP_EPISODES, FAMILY_GROUP_DECISION_MAKING
from sightline.records.tables.education import (
    ELECTIVE_HOME_EDUCATION,
    EXCLUSIONS,
    MISSING_EDUCATION,
    PERSONAL_EDUCATION_PLANS,
    SCHOOL_ATTENDANCE,
)
from sightline.records.tables.enquiry_and_conference import (
    ENQUIRIES,
    INITIAL_CONFERENCES,
    STRATEGY_DISCUSSIONS,
)
from sightline.records.tables.extract import EXTRACT
from sightline.records.tables.family import FAMILY_MEMBERS, MOTHERS, PRE_BIRTH_PLANS
from sightline.records.tables.front_door import CONTACTS, REFERRALS
from sightline.records.tables.health_in_care import (
    CONVICTIONS,
    EMOTIONAL_WELLBEING,
    HEALTH_CHECKS,
    IMMUNISATIONS,
    STRENGTHS_AND_DIFFICULTIES,
    SUBSTANCE_MISUSE,
)
from sightline.records.tables.leaving_care import (
    CARE_LEAVER_ACCOMMODATION,
    CARE_LEAVER_CONTACTS,
    CARE_LEAVERS,
    HOMELESS_YOUNG_PEOPLE,
    PATHWAY_NEEDS_ASSESSMENTS,
    PATHWAY_PLAN_REVIEWS,
    PATHWAY_PLANS,
)
from sightline.records.tables.missing import MISSING_EPISODES, RETURN_INTERVIEWS
from sightline.records.tables.others_to_protect import (
    ADVOCACY,
    ALLEGATIONS,
    PRIVATE_FOSTERING_ARRANGEMENTS,
    PRIVATE_FOSTERING_VISITS,
)
from sightline.records.tables.oversight import (
    ALLOCATIONS,
    MANAGEMENT_DECISIONS,
    SUPERVISION,
    WORKERS,
)
from sightline.records.tables.permanence import PERMANENCE, PREVIOUS_PERMANENCE
from sightline.records.tables.plan_endings import PLAN_ENDINGS
from sightline.records.tables.pre_proceedings import (
    LEGAL_PLANNING_MEETINGS,
    LETTERS_BEFORE_PROCEEDINGS,
    PRE_PROCEEDINGS,
    PRE_PROCEEDINGS_MEETINGS,
)
from sightline.records.tables.protection_plan import (
    PROTECTION_PLANS,
    PROTECTION_VISITS,
    REVIEW_CONFERENCES,
)
from sightline.records.tables.special_needs import (
    EDUCATION_HEALTH_CARE_ASSESSMENTS,
    EDUCATION_HEALTH_CARE_PLANS,
    EDUCATION_HEALTH_CARE_REQUESTS,
    EDUCATION_HEALTH_CARE_REVIEWS,
    EDUCATION_IDENTIFIERS,
    SPECIAL_NEEDS,
)
from sightline.records.tables.warnings_and_notifications import NOTIFICATIONS, RISK_ALERTS
from sightline.records.tables.workforce import POSTS, TEAMS, TRAINING
from sightline.records.tables.working_together import (
    CORE_GROUPS,
    DECISION_MAKERS,
    PLAN_ACTIONS,
    PLAN_OUTCOMES,
    SAFETY_SCALES,
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        EXTRACT,
        # Who the child is
        CHILDREN,
        ADDRESSES,
        DISABILITIES,
        IMMIGRATION_STATUSES,
        FAMILY_MEMBERS,
        MOTHERS,
        PRE_BIRTH_PLANS,
        LINKED_IDENTIFIERS,
        # How the child came to notice
        CONTACTS,
        NOTIFICATIONS,
        RISK_ALERTS,
        EARLY_HELP_EPISODES,
        FAMILY_GROUP_DECISION_MAKING,
        REFERRALS,
        ASSESSMENTS,
        ASSESSMENT_FACTORS,
        NEGLECT_ASSESSMENTS,
        EXPLOITATION_ASSESSMENTS,
        # Protecting the child
        STRATEGY_DISCUSSIONS,
        ENQUIRIES,
        INITIAL_CONFERENCES,
        PROTECTION_PLANS,
        REVIEW_CONFERENCES,
        CORE_GROUPS,
        PROTECTION_VISITS,
        PLAN_ACTIONS,
        PLAN_OUTCOMES,
        SAFETY_SCALES,
        PLAN_ENDINGS,
        DECISION_MAKERS,
        CHILD_IN_NEED_PLANS,
        CHILD_IN_NEED_REVIEWS,
        CHILD_IN_NEED_VISITS,
        # Before the court
        LEGAL_PLANNING_MEETINGS,
        PRE_PROCEEDINGS,
        PRE_PROCEEDINGS_MEETINGS,
        LETTERS_BEFORE_PROCEEDINGS,
        # In care
        CARE_EPISODES,
        LEGAL_STATUSES,
        PLACEMENTS,
        PLACEMENT_COSTS,
        CARE_PLANS,
        CARE_VISITS,
        CARE_REVIEWS,
        REVIEWING_OFFICER_CONTACTS,
        HEALTH_CHECKS,
        IMMUNISATIONS,
        SUBSTANCE_MISUSE,
        STRENGTHS_AND_DIFFICULTIES,
        EMOTIONAL_WELLBEING,
        CONVICTIONS,
        PREVIOUS_PERMANENCE,
        PERMANENCE,
        PROSPECTIVE_ADOPTERS,
        MISSING_EPISODES,
        RETURN_INTERVIEWS,
        # Leaving care, and others the council must protect
        CARE_LEAVERS,
        PATHWAY_NEEDS_ASSESSMENTS,
        PATHWAY_PLANS,
        PATHWAY_PLAN_REVIEWS,
        CARE_LEAVER_CONTACTS,
        CARE_LEAVER_ACCOMMODATION,
        HOMELESS_YOUNG_PEOPLE,
        PRIVATE_FOSTERING_ARRANGEMENTS,
        PRIVATE_FOSTERING_VISITS,
        ALLEGATIONS,
        ADVOCACY,
        # At school
        SCHOOL_ATTENDANCE,
        MISSING_EDUCATION,
        ELECTIVE_HOME_EDUCATION,
        EXCLUSIONS,
        PERSONAL_EDUCATION_PLANS,
        EDUCATION_IDENTIFIERS,
        EDUCATION_HEALTH_CARE_REQUESTS,
        EDUCATION_HEALTH_CARE_ASSESSMENTS,
        EDUCATION_HEALTH_CARE_PLANS,
        EDUCATION_HEALTH_CARE_REVIEWS,
        SPECIAL_NEEDS,
        # The record, and those who work with the child
        CASE_SUMMARIES,
        CHRONOLOGY_UPDATES,
        PLAN_UPDATES,
        DIRECT_WORK,
        VOICE_OF_THE_CHILD,
        ALLOCATIONS,
        WORKERS,
        TEAMS,
        POSTS,
        TRAINING,
        SUPERVISION,
        MANAGEMENT_DECISIONS,
    )
}
"""Every record table by name. Where a row names a row of another table, that table stands before
it wherever the journey allows, so that a child found in one is found in the next."""
