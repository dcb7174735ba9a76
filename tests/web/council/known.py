"""What both sides of the made-up council's sign-on know."""

PASSWORD = "at the council"
CLIENT_ID, CLIENT_SECRET = "sightline", "agreed with the council"
BACK = "http://testserver/sign-in/by/council/back/"

# Its people, and what it asked of each before it let them in.
ASKED = {"pat": ["pwd", "mfa"], "sam": ["pwd"]}
