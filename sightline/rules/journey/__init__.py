"""Steps in a child's journey that several rules ask about: plans, visits, care, endings, open cases."""
