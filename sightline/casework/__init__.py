"""What people record and decide: the policy and the audit trail."""
