"""What the casework database keeps, a file for each subject."""

from sightline.casework.models.access import (
    NamedGrant,
    Notice,
    ReasonedAccess,
    Restriction,
    TeamMembership,
)
from sightline.casework.models.allocations import AllocationDecision
from sightline.casework.models.asked_again import AskedAgain
from sightline.casework.models.audit_trail import (
    AuditedChild,
    AuditEntry,
    AuditHead,
    CannotBeChanged,
)
from sightline.casework.models.audits import (
    AuditAction,
    AuditCase,
    AuditDraw,
    CaseAudit,
    Grading,
    Moderation,
)
from sightline.casework.models.decisions import ConcernDecision, ConcernLook, MovedConcern, Task
from sightline.casework.models.jobs import Job
from sightline.casework.models.look_backs import LookBack, LookBackChild
from sightline.casework.models.people import FailedSignIn, Person, Role, SpentCode
from sightline.casework.models.programs import ProgramKey
from sightline.casework.models.recordings import Recording, RecordingVersion
from sightline.casework.models.rule_stages import RuleStage
from sightline.casework.models.service_changes import AffectedChild, Destination, ServiceChange
from sightline.casework.models.submissions import Draft, Submission

__all__ = (
    "AffectedChild",
    "AllocationDecision",
    "AskedAgain",
    "AuditAction",
    "AuditCase",
    "AuditDraw",
    "AuditEntry",
    "AuditHead",
    "AuditedChild",
    "CannotBeChanged",
    "CaseAudit",
    "ConcernDecision",
    "ConcernLook",
    "Destination",
    "Draft",
    "FailedSignIn",
    "Grading",
    "Job",
    "LookBack",
    "LookBackChild",
    "Moderation",
    "MovedConcern",
    "NamedGrant",
    "Notice",
    "Person",
    "ProgramKey",
    "ReasonedAccess",
    "Recording",
    "RecordingVersion",
    "Restriction",
    "Role",
    "RuleStage",
    "ServiceChange",
    "SpentCode",
    "Submission",
    "Task",
    "TeamMembership",
)
