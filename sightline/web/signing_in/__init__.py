"""How people sign in and stay signed in: what django-allauth asks of us, and what we ask of it."""
