"""The name of an office, put together from its words: "Kepala Perwakilan BPK"."""

from __future__ import annotations

import re

from anugerah.extraction.facts import Organisation
from anugerah.extraction.language_data import load
from anugerah.extraction.office_heads import Head
from anugerah.extraction.organisations import OrganisationMention
from anugerah.extraction.units import Unit

_OF_MINISTRY = re.compile(r" Kementerian .*$")


def role_of(
    head: Head,
    unit: Unit | None,
    inside: str | None,
    organisation: OrganisationMention | None,
    of: str | None,
) -> str:
    """Return the plain name of an office whose words have been read."""
    body = organisation.organisation if organisation else None
    if of == "branch" and unit is None:
        name = load("units")["branches"].get(body.slug, body.name) if body else ""
        kind = head.role
        if kind in ("Kepala", "Ketua", "Pimpinan"):
            kind = "Kepala Perwakilan"
        return f"{kind} {name}".strip() if kind.startswith("Kepala") else kind
    if head.unit is not None:
        return f"{head.role} {head.unit}"
    if head.of == "place" and head.place == "Kecamatan":
        return f"{head.role} {inside or ''}".strip()
    if head.of in ("place", "office"):
        return head.role
    if unit is not None:
        if of == "body" and inside == unit.name and head.role.startswith("Direktur"):
            return head.role
        return f"{head.role} {unit.spelt}"
    if body is not None and head.role == "Kepala":
        return f"Kepala {plain_name(body)}"
    return head.role


def plain_name(body: Organisation) -> str:
    """Return the name of a body without the ministry that it belongs to."""
    return _OF_MINISTRY.sub("", body.name)
