"""What people record and decide: who they are, what they may do, and the trail of what they did."""
