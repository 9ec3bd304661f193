"""One function a kind of fact: its IRI and its statements."""

from __future__ import annotations

from functools import singledispatch

import pyoxigraph as ox

from anugerah.extraction.facts import (
    Aspiration,
    Conferral,
    Fact,
    Innovation,
    InnovationCount,
    Tenure,
    WinCount,
)
from anugerah.extraction.language_data import load
from anugerah.mapping import things
from anugerah.mapping.statements import Statements, thing
from anugerah.mapping.things import day, decimal, label_of, party_slug, short_slug
from anugerah.vocabulary import ANUGERAH, RDF, SKOS


@singledispatch
def add_fact(fact: Fact, _graph: Statements) -> ox.NamedNode:
    """Write `fact` to `graph` and return its node.

    The node's IRI depends on what makes the fact the same fact in another article.
    """
    raise TypeError(f"There is no mapping for {type(fact).__name__}.")


@add_fact.register
def _conferral(fact: Conferral, graph: Statements) -> ox.NamedNode:
    """Award, year, category and recipient make the IRI.

    Without its category a win is a node of its own, whatever other articles say: which of the
    recipient's categories it was is not known. Queries that list or count wins leave it out there.
    """
    recipient = things.party(graph, fact.recipient)
    parts = [fact.award.slug, str(fact.year or "undated")]
    parts += [short_slug(fact.category)] if fact.category else []
    node = thing("conferral", "-".join([*parts, party_slug(fact.recipient)]))
    edition = f"{fact.award.name} {fact.year}" if fact.year else fact.award.name
    title = f"{edition}: {label_of(fact.recipient)}"
    title += f" ({fact.category})" if fact.category else ""
    graph.describe(ANUGERAH.Conferral, node, title)
    graph.add(node, ANUGERAH.conferredIn, things.edition(graph, fact.award, fact.year))
    graph.add(node, ANUGERAH.recipient, recipient)
    if fact.category:
        category = things.category(graph, fact.award, fact.category)
        graph.add(node, ANUGERAH.inCategory, category)
    if fact.distinction:
        graph.add(node, ANUGERAH.distinction, ox.Literal(fact.distinction))
    if fact.held_on:
        graph.add(node, ANUGERAH.conferredOn, day(fact.held_on))
    if fact.venue:
        building, town = things.venue(graph, fact.venue)
        if building:
            graph.add(node, ANUGERAH.heldAt, building)
        if town:
            graph.add(node, ANUGERAH.heldIn, town)
    if fact.conferred_by:
        graph.add(node, ANUGERAH.conferredBy, things.party(graph, fact.conferred_by))
    if fact.conferred_through:
        graph.add(node, ANUGERAH.conferredThrough, things.party(graph, fact.conferred_through))
    for person in fact.presented_by:
        graph.add(node, ANUGERAH.presentedBy, things.person(graph, person))
    for person in fact.accepted_by:
        graph.add(node, ANUGERAH.acceptedBy, things.person(graph, person))
    if fact.rank:
        graph.add(node, ANUGERAH.rank, ox.Literal(fact.rank))
    if fact.score is not None:
        graph.add(node, ANUGERAH.score, decimal(fact.score))
    return node


@add_fact.register
def _tenure(fact: Tenure, graph: Statements) -> ox.NamedNode:
    role = short_slug(fact.role) + ("-acting" if fact.acting else "")
    node = thing("tenure", party_slug(fact.person), party_slug(fact.organisation), role)
    prefix = "Pj. " if fact.acting else ""
    title = f"{fact.person.name}, {prefix}{fact.role} ({label_of(fact.organisation)})"
    graph.describe(ANUGERAH.Tenure, node, title)
    graph.add(node, ANUGERAH.tenureOf, things.person(graph, fact.person))
    graph.add(node, ANUGERAH.inOffice, things.office(graph, fact.role, fact.organisation))
    graph.add(node, ANUGERAH.acting, ox.Literal(fact.acting))
    if fact.attested_on:
        graph.add(node, ANUGERAH.attestedOn, day(fact.attested_on))
    return node


@add_fact.register
def _innovation(fact: Innovation, graph: Statements) -> ox.NamedNode:
    node = thing("innovation", fact.government.slug, short_slug(fact.name))
    graph.describe(ANUGERAH.Innovation, node, fact.name)
    graph.add(node, ANUGERAH.innovationOf, things.party(graph, fact.government))
    if fact.expansion:
        graph.add(node, SKOS.altLabel, ox.Literal(fact.expansion))
    if fact.agency:
        graph.add(node, ANUGERAH.runBy, things.party(graph, fact.agency))
    english = {group["label"]: group["en"] for group in load("target-groups")}
    for label in fact.target_groups:
        group = thing("target-group", short_slug(label))
        graph.describe(ANUGERAH.TargetGroup, group, label)
        graph.add(group, SKOS.prefLabel, ox.Literal(label))
        graph.add(group, SKOS.altLabel, ox.Literal(english[label], language="en"))
        graph.add(node, ANUGERAH.serves, group)
    return node


@add_fact.register
def _innovation_count(fact: InnovationCount, graph: Statements) -> ox.NamedNode:
    year = str(fact.year) if fact.year else "undated"
    node = thing("innovation-count", f"{fact.government.slug}-{year}-{fact.count}")
    about = "± " if fact.approximate else ""
    when = f" ({fact.year})" if fact.year else ""
    graph.describe(
        ANUGERAH.InnovationCount,
        node,
        f"{label_of(fact.government)}: {about}{fact.count} inovasi{when}",
    )
    graph.add(node, ANUGERAH.countedFor, things.party(graph, fact.government))
    graph.add(node, ANUGERAH.count, ox.Literal(fact.count))
    graph.add(node, ANUGERAH.approximate, ox.Literal(fact.approximate))
    graph.add(node, ANUGERAH.countBasis, ox.Literal(fact.basis))
    if fact.year:
        graph.add(node, ANUGERAH.inYear, ox.Literal(fact.year))
    return node


@add_fact.register
def _win_count(fact: WinCount, graph: Statements) -> ox.NamedNode:
    year = str(fact.year) if fact.year else "undated"
    recipient = party_slug(fact.recipient)
    node = thing("win-count", f"{fact.award.slug}-{year}-{recipient}-{fact.count}")
    graph.describe(
        ANUGERAH.WinCount,
        node,
        f"{label_of(fact.recipient)}: {fact.award.name}, {fact.count} kali",
    )
    graph.add(node, ANUGERAH.countedFor, things.party(graph, fact.recipient))
    graph.add(node, ANUGERAH.countedAward, things.award(graph, fact.award))
    graph.add(node, ANUGERAH.count, ox.Literal(fact.count))
    if fact.year:
        graph.add(node, ANUGERAH.inYear, ox.Literal(fact.year))
    if fact.previous_year:
        graph.add(node, ANUGERAH.previousWinYear, ox.Literal(fact.previous_year))
    return node


@add_fact.register
def _aspiration(fact: Aspiration, graph: Statements) -> ox.NamedNode:
    goal = f"-top-{fact.target_rank}" if fact.target_rank else ""
    aspirant = party_slug(fact.aspirant)
    node = thing("aspiration", f"{fact.kind}-{fact.award.slug}-{fact.year}-{aspirant}{goal}")
    kind = ANUGERAH.Target if fact.kind == "target" else ANUGERAH.Nomination
    word = "target" if fact.kind == "target" else "nominasi"
    rank = f" {fact.target_rank} besar" if fact.target_rank else ""
    title = f"{label_of(fact.aspirant)}: {word}{rank} {fact.award.name} {fact.year}"
    graph.describe(kind, node, title)
    graph.add(node, RDF.type, ANUGERAH.Aspiration)
    graph.add(node, ANUGERAH.aspirant, things.party(graph, fact.aspirant))
    graph.add(node, ANUGERAH.aspiresTo, things.edition(graph, fact.award, fact.year))
    if fact.target_rank:
        graph.add(node, ANUGERAH.targetRank, ox.Literal(fact.target_rank))
    return node
