"""Judging graphs by the SHACL shapes of the project."""

from __future__ import annotations

from anugerah.validation.report import Report, Result
from anugerah.validation.shapes import Shapes

__all__ = ["Report", "Result", "Shapes"]
