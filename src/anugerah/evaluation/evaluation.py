"""The extraction's facts against a gold set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from anugerah.errors import AnugerahError
from anugerah.evaluation import conferrals, statements
from anugerah.evaluation.gold import GoldArticle, Wanted, read_gold
from anugerah.evaluation.matching import Fit, Found, Matching, match
from anugerah.evaluation.problems import Problem, describe_found, describe_wanted
from anugerah.evaluation.scores import AttributeTally, Outcome, Tally, TrapTally
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import Conferral, Fact, Innovation, InnovationCount, Tenure, WinCount

Progress = Callable[[int, int], None]
"""Told how many articles are done, and how many there are."""


@dataclass(slots=True)
class Evaluation:
    """How well the extraction reads a gold set.

    Attributes:
        articles: how many were read.
        skipped: a sentence for each gold article that has no text.
        tallies: conferrals, officials, innovations, counts (of innovations) and wins.
        attributes: of the matched conferrals, by attribute.
        attribute_values: all attributes together; those of missed conferrals are missed, too.
        innovation_attributes: of the matched innovations: government and agency.
        traps: the articles in which nothing is conferred.
        problems: whatever isn't right, the worst first.
    """

    articles: int = 0
    skipped: tuple[str, ...] = ()
    tallies: dict[str, Tally] = field(
        default_factory=lambda: {
            name: Tally() for name in ("conferrals", "officials", "innovations", "counts", "wins")
        }
    )
    attributes: dict[str, AttributeTally] = field(
        default_factory=lambda: {name: AttributeTally() for name in conferrals.ATTRIBUTES}
    )
    attribute_values: Tally = field(default_factory=Tally)
    innovation_attributes: dict[str, AttributeTally] = field(
        default_factory=lambda: {name: AttributeTally() for name in ("government", "agency")}
    )
    traps: TrapTally = field(default_factory=TrapTally)
    problems: list[Problem] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """Return what a floor is set for: shares from 0 to 1 that rise as the extraction improves.

        The attributes are measured together: the share of one attribute falls when a conferral is
        newly found that lacks it, which is no step back.
        """
        conferrals, values = self.tallies["conferrals"], self.attribute_values
        named: dict[str, float | None] = {
            "traps.clean": self.traps.clean_share,
            "conferrals.precision": conferrals.precision,
            "conferrals.recall": conferrals.recall,
            "attributes.precision": values.precision,
            "attributes.recall": values.recall,
            **{f"{name}.f1": tally.f1 for name, tally in self.tallies.items()},
        }
        return {name: round(value, 4) for name, value in named.items() if value is not None}

    def as_json(self) -> dict[str, Any]:
        """Return the whole report in plain data."""
        return {
            "articles": self.articles,
            "skipped": list(self.skipped),
            **{name: tally.as_json() for name, tally in self.tallies.items()},
            "attributes": {name: tally.as_json() for name, tally in self.attributes.items()},
            "attribute_values": self.attribute_values.as_json(),
            "innovation_attributes": {
                name: tally.as_json() for name, tally in self.innovation_attributes.items()
            },
            "traps": self.traps.as_json(),
            "problems": [asdict(problem) for problem in self.problems],
        }


def evaluate(
    gold_dir: Path,
    extractor: Extractor,
    texts: Path | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Compare what `extractor` finds in the articles of a gold set with what they state.

    Args:
        gold_dir: holds `<id>.json`, and the text beside it as `<id>.txt`, `.md` or `.html`.
        extractor: reads the texts.
        texts: where the texts are, if not in `gold_dir`.
        progress: called after each article.

    Raises:
        AnugerahError: a folder is missing, a gold file isn't what it should be, or no gold
            article has a text.
    """
    gold = read_gold(gold_dir, texts)
    readable = [article for article in gold if article.text is not None]
    if not readable:
        raise AnugerahError(
            f"No gold article of {gold_dir} has a text in {texts or gold_dir}: "
            "put <id>.txt there, or name their folder with --texts."
        )
    evaluation = Evaluation(
        articles=len(readable),
        skipped=tuple(
            f"{article.source} was skipped: there is no {article.source}.txt in "
            f"{texts or gold_dir}."
            for article in gold
            if article.text is None
        ),
    )
    for done, article in enumerate(readable, 1):
        add(evaluation, article, extractor.extract(article.read()))
        if progress is not None:
            progress(done, len(readable))
    evaluation.problems.sort(key=lambda problem: problem.severity)
    return evaluation


def add(evaluation: Evaluation, gold: GoldArticle, extraction: Extraction) -> None:
    """Count one article; a section that its gold file leaves out isn't judged."""
    facts = extraction.facts
    if "conferrals" in gold.facts:
        _add_conferrals(evaluation, gold, extraction.conferrals)
    if "officials" in gold.facts:
        found = [fact for fact in facts if isinstance(fact, Tenure)]
        _tally(evaluation, gold, "officials", found, statements.official_fit)
    if "innovations" in gold.facts:
        innovations = [fact for fact in facts if isinstance(fact, Innovation)]
        matching = _tally(evaluation, gold, "innovations", innovations, statements.innovation_fit)
        for wanted, innovation in matching.pairs:
            compared = statements.innovation_attributes(wanted, innovation)
            for name, outcome in compared.items():
                evaluation.innovation_attributes[name].add(outcome)
    if "counts" in gold.facts:
        counts = [fact for fact in facts if isinstance(fact, InnovationCount)]
        _tally(evaluation, gold, "counts", counts, statements.count_fit)
    if "wins" in gold.facts:
        wins = [fact for fact in facts if isinstance(fact, WinCount)]
        _tally(evaluation, gold, "wins", wins, statements.win_fit)


def _add_conferrals(evaluation: Evaluation, gold: GoldArticle, found: list[Conferral]) -> None:
    matching = _tally(evaluation, gold, "conferrals", found, conferrals.fit)
    values = evaluation.attribute_values
    for wanted, conferral in matching.pairs:
        for name, value_of in conferrals.ATTRIBUTES.items():
            outcome = conferrals.compare(wanted, name, value_of(conferral))
            evaluation.attributes[name].add(outcome)
            values.right += outcome == "right"
            values.false += outcome == "wrong"
            values.missed += outcome == "missing" or (
                outcome == "wrong" and None not in wanted.accepted(name)
            )
            if outcome in ("wrong", "missing"):
                evaluation.problems.append(
                    _attribute_problem(gold, wanted, conferral, name, outcome)
                )
    values.missed += sum(
        None not in wanted.accepted(name)
        for wanted in matching.missed
        for name in conferrals.ATTRIBUTES
    )
    if gold.trap:
        evaluation.traps.articles += 1
        evaluation.traps.claimed_articles += bool(matching.false)
        evaluation.traps.false_conferrals += len(matching.false)


def _tally(
    evaluation: Evaluation,
    gold: GoldArticle,
    section: str,
    found: list[Found],
    fit: Fit[Found],
) -> Matching[Found]:
    matching = match(_judged(gold, section), found, fit)
    tally = evaluation.tallies[section]
    tally.right += len(matching.pairs)
    tally.missed += len(matching.missed)
    tally.false += len(matching.false)
    evaluation.problems += _problems(gold, section, matching.missed, matching.false)
    return matching


def _judged(gold: GoldArticle, section: str) -> list[Wanted]:
    """Counts of other things than innovations are no facts of ours; of parts of them may be."""
    wanted = gold.facts[section]
    if section != "counts":
        return list(wanted)
    return [
        Wanted(one.fields, one.optional or one.fields["what"] != statements.INNOVATIONS)
        for one in wanted
        if str(one.fields["what"]).startswith(statements.INNOVATIONS)
    ]


def _problems(
    gold: GoldArticle, section: str, missed: Iterable[Wanted], false: Iterable[Any]
) -> Iterator[Problem]:
    kind = section.removesuffix("s")
    for wanted in missed:
        yield Problem(f"missed {kind}", gold.source, wanted=describe_wanted(section, wanted))
    for fact in false:
        name = (
            f"false {kind} in a trap" if gold.trap and section == "conferrals" else f"false {kind}"
        )
        yield _found_problem(name, gold.source, fact)


def _found_problem(kind: str, source: str, fact: Fact) -> Problem:
    first = fact.supports[0]
    return Problem(kind, source, given=describe_found(fact), quote=first.quote, rule=first.rule)


def _attribute_problem(
    gold: GoldArticle, wanted: Wanted, found: Conferral, name: str, outcome: Outcome
) -> Problem:
    given = conferrals.ATTRIBUTES[name](found)
    first = next((s for s in found.supports if s.field == name), found.supports[0])
    right = " or ".join(wanted.labels(name)) or "nothing"
    return Problem(
        f"{outcome} {name}",
        gold.source,
        wanted=f"{right} for {describe_found(found)}",
        given=", ".join(given) if isinstance(given, tuple) else given and str(given),
        quote=first.quote,
        rule=first.rule,
    )
