"""The words of an article, without what a web page puts around every article."""

from __future__ import annotations

import re

_ENDS = re.compile(
    r"\s*(?:comments are closed|enter your email address|%d bloggers like this|subscribe\b.{0,40}$"
    r"|.{0,30}\bdigital membership\b|.{0,30}\bmagazine$|related (?:articles|stories)\b|share this\b"
    r"|sign up (?:to|for)\b|read more:?\s|most read\b|all rights reserved|© )",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\b(?:picture|image|photo(?:graph)?|credit)s?\s*:\s*\S.{0,60}$", re.IGNORECASE
)
_COOKIES = re.compile(
    r"\bcookies?\b|\bprivacy policy\b|\bterms of use\b|\bnewsletter\b", re.IGNORECASE
)
_PRICE = re.compile(
    r"^\s*(?:from\s+)?£\d+(?:\.\d\d)?\s*(?:/|a|per)\s*(?:month|year|week)\b", re.IGNORECASE
)


def paragraphs_without_boilerplate(text: str) -> list[str]:
    """The paragraphs that somebody wrote for this article, in order, each once."""
    kept: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        if kept and _ENDS.match(words):
            break
        if _CAPTION.search(words) or _COOKIES.search(words) or _PRICE.match(words):
            continue
        if words not in kept:
            kept.append(words)
    return kept
