"""What tells a person from namesakes in other articles."""

from __future__ import annotations

from anugerah import iris
from anugerah.extraction.facts import Body, Government, Organisation

NATIONAL = "nasional"


def home_of(name: str, body: Body) -> str:
    """Return the home of the person `name` who holds an office in `body`.

    That is the province of the office, or "nasional": who has the same full name there is taken for
    the same person, who may rise from regent to governor. A name of one word says less: it is one
    person's only within one organisation.
    """
    if " " not in name.strip():
        return _slug(body)
    if isinstance(body, Government):
        return body.home
    return NATIONAL if isinstance(body, Organisation) else body.government.home


def _slug(body: Body) -> str:
    if isinstance(body, Government | Organisation):
        return body.slug
    return f"{body.government.slug}-{iris.slug(body.name)}"
