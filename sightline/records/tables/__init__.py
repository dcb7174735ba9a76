"""The record tables, in the order of a child's journey."""

from sightline.records.table import Table
from sightline.records.tables.assessment import ASSESSMENT_FACTORS, ASSESSMENTS
from sightline.records.tables.child_in_need import CHILD_IN_NEED_PLANS, CHILD_IN_NEED_VISITS
from sightline.records.tables.children import CHILDREN
from sightline.records.tables.children_in_care import CARE_EPISODES, PLACEMENTS
from sightline.records.tables.enquiry_and_conference import (
    ENQUIRIES,
    INITIAL_CONFERENCES,
    STRATEGY_DISCUSSIONS,
)
from sightline.records.tables.extract import EXTRACT
from sightline.records.tables.front_door import CONTACTS, REFERRALS
from sightline.records.tables.missing import MISSING_EPISODES, RETURN_INTERVIEWS
from sightline.records.tables.oversight import (
    ALLOCATIONS,
    MANAGEMENT_DECISIONS,
    SUPERVISION,
    WORKERS,
)
from sightline.records.tables.protection_plan import (
    PROTECTION_PLANS,
    PROTECTION_VISITS,
    REVIEW_CONFERENCES,
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        EXTRACT,
        CHILDREN,
        CONTACTS,
        REFERRALS,
        ASSESSMENTS,
        ASSESSMENT_FACTORS,
        STRATEGY_DISCUSSIONS,
        ENQUIRIES,
        INITIAL_CONFERENCES,
        PROTECTION_PLANS,
        REVIEW_CONFERENCES,
        PROTECTION_VISITS,
        CHILD_IN_NEED_PLANS,
        CHILD_IN_NEED_VISITS,
        CARE_EPISODES,
        PLACEMENTS,
        MISSING_EPISODES,
        RETURN_INTERVIEWS,
        ALLOCATIONS,
        WORKERS,
        SUPERVISION,
        MANAGEMENT_DECISIONS,
    )
}
