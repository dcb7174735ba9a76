"""Fetching new reports from the inspectorate's public listing, politely and never twice."""

from sightline.inspections.fetching.fetch import FetchReport, fetch_reports

__all__ = ["FetchReport", "fetch_reports"]
