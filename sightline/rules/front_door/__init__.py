"""Rules about contacts and referrals."""
