"""Writing the lines of Python that work out the values of one row.

Each operation of an expression becomes one line, ``v7 = ...``, or stands within another where it is
a name or a constant. What two values share is worked out once.
"""

import re
import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import ibis.expr.operations as ops

from sightline.engine.few_rows import meanings

# A text that needs no line of its own: a name, a column of a row, a number.
PLAIN = re.compile(r"[A-Za-z_]\w*(\[\d+\])?|-?\d+(\.\d+)?")
DAY, WEEK, MONTH, YEAR = "D", "W", "M", "Y"
DAYS_IN_WEEK = 7
COMPARISONS = {
    "Equals": "==",
    "NotEquals": "!=",
    "Less": "<",
    "LessEqual": "<=",
    "Greater": ">",
    "GreaterEqual": ">=",
}
ARITHMETIC = {"Add": "+", "Subtract": "-", "Multiply": "*", "DateDelta": "-"}


class NotUnderstood(NotImplementedError):
    """An operation that this engine has not been taught. The message names it and where to teach it."""


def not_understood(what: str) -> NotUnderstood:
    """What to raise where an expression holds what this engine does not know."""
    return NotUnderstood(
        f"The engine for few rows does not know {what}. Teach it in sightline/engine/few_rows, and "
        "show in tests/engine/test_few_rows.py that it answers as DuckDB does."
    )


class Constants:
    """What lines of Python refer to by name: functions of ``meanings``, and values that have no words."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {
            name: one for name, one in vars(meanings).items() if callable(one)
        }

    def name_of(self, value: Any) -> str:
        """A name for a value."""
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name


class Row:
    """Writes the values of one row. ``given`` has the text of what is worked out elsewhere."""

    def __init__(
        self,
        constants: Constants,
        fields: Mapping[Any, tuple[str, Sequence[str]]],
        given: Mapping[Any, str] | None = None,
        prefix: str = "v",
    ) -> None:
        """``fields`` names by relation the row that holds its values and the columns in their order."""
        self.lines: list[str] = []
        self._constants, self._fields, self._prefix = constants, fields, prefix
        self._texts: dict[Any, str] = dict(given or {})

    def text(self, value: Any) -> str:
        """The name or constant that stands for ``value``, an Ibis operation; writes the lines it needs."""
        if value not in self._texts:
            written = self._written(value)
            if not isinstance(value, ops.Field | ops.Literal) and not PLAIN.fullmatch(written):
                name = f"{self._prefix}{len(self._texts)}"
                self.lines.append(f"{name} = {written}")
                written = name
            self._texts[value] = written
        return self._texts[value]

    def texts(self, values: Sequence[Any]) -> list[str]:
        """The texts of several values."""
        return [self.text(one) for one in values]

    def known(self) -> dict[Any, str]:
        """The texts of what is worked out already."""
        return dict(self._texts)

    def _written(self, value: Any) -> str:
        name = type(value).__name__
        if name in COMPARISONS:
            return self._strict(f"{{}} {COMPARISONS[name]} {{}}", value.left, value.right)
        if name in ARITHMETIC:
            if name == "DateDelta" and self.text(value.part) != "'day'":
                raise not_understood("differences in other units than days")
            return self._strict(f"{{}} {ARITHMETIC[name]} {{}}", value.left, value.right)
        writer = _WRITERS.get(name)
        if writer is None:
            raise not_understood(f"the operation {name}")
        return writer(self, value)

    def _strict(self, pattern: str, *values: Any) -> str:
        """``pattern`` of the values, or None where any is None."""
        texts = self.texts(values)
        if "None" in texts:
            return "None"
        unsure = dict.fromkeys(text for text in texts if not _is_literal(text))
        written = pattern.format(*texts)
        if not unsure:
            return written
        nothing = " or ".join(f"{text} is None" for text in unsure)
        return f"None if {nothing} else {written}"

    def _field(self, field: Any) -> str:
        row, columns = self._fields[field.rel]
        return f"{row}[{columns.index(field.name)}]"

    def _literal(self, literal: Any) -> str:
        value = literal.value
        if isinstance(value, date):
            return str(value.toordinal())
        if value is None or isinstance(value, str | bool | int | float):
            return repr(value)
        raise not_understood(f"constants of the type {literal.dtype}")

    def _cast(self, cast: Any) -> str:
        before, after = _kind(cast.arg.dtype), _kind(cast.to)
        if before == after or before == "null":
            return self.text(cast.arg)
        pattern = _CASTS.get((before, after))
        if pattern is None:
            raise not_understood(f"making {after} of {before}")
        return self._strict(pattern, cast.arg)

    def _moved_by_interval(self, moved: Any) -> str:
        sign = "-" if isinstance(moved, ops.DateSub) else "+"
        interval, unit = moved.right, moved.right.dtype.unit.short
        number = interval.arg if isinstance(interval, ops.IntervalFromInteger) else interval
        if unit in (DAY, WEEK):
            times = f" * {DAYS_IN_WEEK}" if unit == WEEK else ""
            return self._strict(f"{{}} {sign} ({{}}{times})", moved.left, number)
        if unit in (MONTH, YEAR):
            times = f" * {meanings.MONTHS_IN_YEAR}" if unit == YEAR else ""
            return self._strict(f"add_months({{}}, {sign}({{}}{times}))", moved.left, number)
        raise not_understood(f"intervals in {moved.right.dtype.unit.plural}")

    def _extreme(self, extreme: Any) -> str:
        function = "greatest" if isinstance(extreme, ops.Greatest) else "least"
        texts = [text for text in self.texts(extreme.arg) if text != "None"]
        if len(texts) != 2:
            return f"{function}({', '.join(texts)})"
        one, other = texts
        sign = ">=" if function == "greatest" else "<="
        return (
            f"{other} if {one} is None else {one} if {other} is None or {one} {sign} {other} "
            f"else {other}"
        )

    def _in_values(self, found: Any) -> str:
        options = [one.value for one in found.options if isinstance(one, ops.Literal)]
        if len(options) < len(found.options) or None in options:
            raise not_understood("looking for a value among values that are not constant")
        if _kind(found.value.dtype) == "date":
            options = [one.toordinal() for one in options]
        return self._strict(f"{{}} in {self._constants.name_of(frozenset(options))}", found.value)

    def _searched_case(self, case: Any) -> str:
        branches = zip(self.texts(case.results), self.texts(case.cases), strict=True)
        tests = "".join(f"{result} if {test} else " for result, test in branches)
        return tests + self.text(case.default)

    def _simple_case(self, case: Any) -> str:
        base = self.text(case.base)
        branches = zip(self.texts(case.results), self.texts(case.cases), strict=True)
        # A case that is not known is no case: nothing equals it.
        tests = "".join(
            f"{result} if {base} == {one} and {base} is not None else " for result, one in branches
        )
        return tests + self.text(case.default)

    def _coalesce(self, value: Any) -> str:
        *others, last = self.texts(value.arg)
        return "".join(f"{one} if {one} is not None else " for one in others) + last

    def _joined(self, join: Any) -> str:
        return f"joined({self.text(join.sep)}, ({', '.join(self.texts(join.arg))},))"

    def _concatenated(self, joined: Any) -> str:
        return self._strict(" + ".join("{}" for _ in joined.arg), *joined.arg)

    def _replaced_by_pattern(self, replaced: Any) -> str:
        pattern, by = replaced.pattern, replaced.replacement
        if not isinstance(pattern, ops.Literal) or not isinstance(by, ops.Literal):
            raise not_understood("patterns that are not constant")
        if "\\" in by.value:
            raise not_understood("replacing by parts of what was found")
        name = self._constants.name_of(re.compile(pattern.value))
        return self._strict(f"{name}.sub({by.value!r}, {{}})", replaced.arg)

    def _part_of_text(self, part: Any) -> str:
        if part.length is None:
            return self._strict("{}[{}:]", part.arg, part.start)
        return self._strict("part_of({}, {}, {})", part.arg, part.start, part.length)

    def _of_each(self, each: Any) -> str:
        """A function of one value of a list, and the list made by it."""
        if each.index is not None:
            raise not_understood("the place of a value in a list")
        inner = Row(self._constants, self._fields, self._texts | {each.param: "one"}, "w")
        body = inner.text(each.body)
        name = f"{self._prefix}{len(self._texts)}_of_one"
        self.lines += [f"def {name}(one):", *(f"    {line}" for line in inner.lines)]
        self.lines.append(f"    return {body}")
        made = f"if {name}(one)" if isinstance(each, ops.ArrayFilter) else ""
        what = "one" if isinstance(each, ops.ArrayFilter) else f"{name}(one)"
        return self._strict(f"[{what} for one in {{}} {made}]", each.arg)


def _strictly(pattern: str, *names: str) -> Callable[[Row, Any], str]:
    """Writes ``pattern`` of the arguments of those names; None where any is None."""
    return lambda row, value: row._strict(pattern, *(getattr(value, name) for name in names))


def _plainly(pattern: str, *names: str) -> Callable[[Row, Any], str]:
    """Writes ``pattern`` of the arguments of those names, which copes with None."""
    return lambda row, value: pattern.format(*(row.text(getattr(value, one)) for one in names))


_WRITERS: dict[str, Callable[[Row, Any], str]] = {
    "Field": Row._field,
    "Literal": Row._literal,
    "Cast": Row._cast,
    "DateAdd": Row._moved_by_interval,
    "DateSub": Row._moved_by_interval,
    "Greatest": Row._extreme,
    "Least": Row._extreme,
    "InValues": Row._in_values,
    "SearchedCase": Row._searched_case,
    "SimpleCase": Row._simple_case,
    "Coalesce": Row._coalesce,
    "StringJoin": Row._joined,
    "StringConcat": Row._concatenated,
    "RegexReplace": Row._replaced_by_pattern,
    "ArrayFilter": Row._of_each,
    "ArrayMap": Row._of_each,
    "And": _plainly(
        "False if {0} is False or {1} is False else None if {0} is None or {1} is None else True",
        "left",
        "right",
    ),
    "Or": _plainly(
        "True if {0} or {1} else None if {0} is None or {1} is None else False", "left", "right"
    ),
    "Not": _strictly("not {}", "arg"),
    "IfElse": _plainly("{1} if {0} else {2}", "bool_expr", "true_expr", "false_null_expr"),
    "IsNull": _plainly("{} is None", "arg"),
    "NotNull": _plainly("{} is not None", "arg"),
    "NullIf": _plainly("None if {0} == {1} else {0}", "arg", "null_if_expr"),
    "Between": _plainly("between({}, {}, {})", "arg", "lower_bound", "upper_bound"),
    "Divide": _strictly("divided({}, {})", "left", "right"),
    "Round": _strictly("rounded({}, {})", "arg", "digits"),
    "Strip": _strictly(f"{{}}.strip({string.whitespace!r})", "arg"),
    "StringReplace": _strictly("{}.replace({}, {})", "arg", "pattern", "replacement"),
    "StringLength": _strictly("len({})", "arg"),
    "Substring": Row._part_of_text,
    "StrRight": _strictly("last_of({}, {})", "arg", "nchars"),
    "StringSplit": _strictly("{}.split({})", "arg", "delimiter"),
    "ArrayStringJoin": _strictly("joined({1}, {0})", "arg", "sep"),
    "ArrayIndex": _strictly("at({}, {})", "arg", "index"),
    "ArraySort": _strictly("sorted({})", "arg"),
}
_CASTS = {
    ("boolean", "integer"): "int({})",
    ("boolean", "text"): "('true' if {} else 'false')",
    ("date", "text"): "text_of_day({})",
    ("text", "date"): "day_of_text({})",
    ("integer", "text"): "str({})",
    ("number", "text"): "repr({})",
    ("integer", "number"): "float({})",
}


def _kind(dtype: Any) -> str:
    """The kind of value a type holds, as this engine tells them apart."""
    kinds = {
        "date": dtype.is_date() or dtype.is_timestamp(),
        "text": dtype.is_string(),
        "boolean": dtype.is_boolean(),
        "integer": dtype.is_integer(),
        "number": dtype.is_floating(),
        "null": dtype.is_null(),
    }
    return next((kind for kind, it_is in kinds.items() if it_is), str(dtype))


def _is_literal(text: str) -> bool:
    """Whether a text is a constant that is known."""
    return text in ("True", "False") or text[0] in "'\"-" or text[0].isdigit()
