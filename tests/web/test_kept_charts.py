"""Charts are drawn once, kept by what is in them, and not kept for ever."""

import os
from dataclasses import dataclass

from sightline.web.charts import kept_charts


@dataclass
class Chart:
    """A chart that says what it is made of."""

    text: str

    def as_text(self) -> str:
        return self.text


def test_a_chart_is_drawn_once_and_anew_when_it_changes(tmp_path):
    drawn = []

    def draw(chart):
        drawn.append(chart.text)
        return f"<svg>{chart.text}</svg>"

    for text in ("a", "a", "b"):
        assert kept_charts.drawn(Chart(text), draw, tmp_path) == f"<svg>{text}</svg>"
    assert drawn == ["a", "b"]


def test_the_oldest_are_let_go_of(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_charts, "MOST_KEPT", 2)
    for place, text in enumerate("abc"):
        kept_charts.drawn(Chart(text), lambda chart: chart.text, tmp_path)
        newest = max(
            (tmp_path / "cache" / "charts").iterdir(), key=lambda file: file.stat().st_mtime_ns
        )
        os.utime(newest, (place, place))
    kept = [file.read_text() for file in (tmp_path / "cache" / "charts").iterdir()]
    assert len(kept) == 2
    assert "c" in kept


def test_a_chart_kept_from_before_the_house_style_changed_is_not_shown(tmp_path, monkeypatch):
    def draw(chart):
        return chart.text

    kept_charts.drawn(Chart("a"), draw, tmp_path)
    changed = tmp_path / "house_style.py"
    changed.write_text("INK = 'another'\n")
    monkeypatch.setattr(kept_charts.house_style, "__file__", str(changed))
    kept_charts._code_of.cache_clear()
    kept_charts.drawn(Chart("a"), draw, tmp_path)
    assert len(list((tmp_path / "cache" / "charts").iterdir())) == 2
