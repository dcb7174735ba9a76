"""Signing in, staying signed in, and what somebody sets up to do so."""
