"""The innovations of an article, each once, however often and in whatever form it is named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.acronyms import abbreviates
from anugerah.extraction.facts import Innovation, Support
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.innovation_names import NameReader
from anugerah.extraction.innovation_owners import Owners, with_government
from anugerah.extraction.language_data import load, phrases
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.tokens import words


class Register:
    """Collects innovations and merges those that are one: "Cake Kebun", "CAKE KEBUN Menghadang"."""

    def __init__(self) -> None:
        self._innovations: list[Innovation] = []
        self._forms: dict[str, int] = {}
        self._parts: dict[str, int] = {}

    def add(self, new: Innovation) -> None:
        """Add `new`, or what it tells of an innovation that is already known."""
        at = self._known(new)
        if at is None:
            at = len(self._innovations)
            self._innovations.append(new)
            for part in _parts(_key(new.name)):
                self._parts.setdefault(part, at)
        else:
            known = self._innovations[at]
            self._innovations[at] = replace(
                known,
                expansion=known.expansion or new.expansion,
                agency=known.agency or new.agency,
                supports=known.supports if known.agency or not new.agency else _both(known, new),
            )
        for form in (new.name, new.expansion):
            if form:
                self._forms.setdefault(_letters(form), at)

    def _known(self, new: Innovation) -> int | None:
        key = _key(new.name)
        if _letters(key) in self._forms:
            return self._forms[_letters(key)]
        inside = [self._forms.get(_letters(part)) for part in _parts(key)]
        candidates = [self._parts.get(key), *inside]
        if new.expansion:
            candidates.append(self._forms.get(_letters(new.expansion)))
        for at in candidates:
            if at is not None and self._innovations[at].government == new.government:
                return at
        return None

    def with_later_sentences(self, reading: Reading) -> list[Innovation]:
        """Return the innovations with what sentences that name them tell: long form, groups."""
        names = [(each.name, each.name) for each in self._innovations]
        named = Gazetteer(names)
        firsts = {words(name)[0] for name, _ in names}
        told: dict[str, list[ReadSentence]] = defaultdict(list)
        for sentence in reading.sentences if names else ():
            if sentence.sentence.is_title:
                continue
            tokens = sentence.sentence.tokens
            for at in [at for at, token in enumerate(tokens) if token.norm in firsts]:
                match = named.match(tokens, at)
                for name in match[1] if match else ():
                    if not told[name] or told[name][-1] is not sentence:
                        told[name].append(sentence)
        return [
            _with_target_groups(
                _with_agency(_with_expansion(each, told[each.name]), told[each.name], reading),
                told[each.name],
            )
            for each in self._innovations
        ]


def _both(known: Innovation, new: Innovation) -> tuple[Support, ...]:
    return tuple(dict.fromkeys((*known.supports, *new.supports)))


def _key(name: str) -> str:
    return " ".join(words(name))


def _letters(name: str) -> str:
    """Return `name` as it is compared: "Awas Si Koma" is "Awas Sikoma"."""
    return "".join(words(name))


def _parts(key: str) -> list[str]:
    """Return the runs of two and more words inside `key`, the whole left out."""
    parts = key.split(" ")
    ends = range(2, len(parts) + 1)
    runs = [parts[begin:end] for end in ends for begin in range(end - 1)]
    return [" ".join(run) for run in runs if len(run) < len(parts)]


def _with_expansion(innovation: Innovation, sentences: list[ReadSentence]) -> Innovation:
    """Add the long form that a later sentence gives: "Jumpa Segar merupakan akronim dari …"."""
    if innovation.expansion is not None:
        return innovation
    for sentence in sentences:
        at = sentence.text.find(innovation.name)
        name = NameReader(sentence).read(at) if at >= 0 else None
        if name and name.expansion and abbreviates(innovation.name, name.expansion):
            support = sentence.support("innovation/long-form", 0.85, "expansion")
            return replace(
                innovation,
                expansion=name.expansion,
                supports=(*innovation.supports, support),
            )
    return innovation


def _with_agency(
    innovation: Innovation, sentences: list[ReadSentence], reading: Reading
) -> Innovation:
    """Add the agency that a later sentence gives: "Jumpa Segar digagas oleh Dinas Sosial"."""
    if innovation.agency is not None:
        return innovation
    for sentence in sentences:
        at = sentence.text.find(innovation.name)
        agency = Owners(sentence, reading).run_by(at + len(innovation.name)) if at >= 0 else None
        if agency is not None:
            support = sentence.support("innovation/run-by", 0.8, "agency")
            return replace(
                innovation,
                agency=with_government(agency, innovation.government),
                supports=(*innovation.supports, support),
            )
    return innovation


@cache
def _groups() -> list[tuple[str, MarkedPattern]]:
    return [(group["label"], phrases(tuple(group["words"]))) for group in load("target-groups")]


def _with_target_groups(innovation: Innovation, sentences: list[ReadSentence]) -> Innovation:
    """Add the groups named in sentences that speak of the innovation by its name."""
    labels: list[str] = []
    supports = list(innovation.supports)
    for sentence in sentences:
        found = [label for label, pattern in _groups() if pattern.search(sentence.text)]
        if found:
            labels += [label for label in found if label not in labels]
            supports.append(sentence.support("innovation/target-groups", 0.8, "target_groups"))
    if not labels:
        return innovation
    return replace(innovation, target_groups=tuple(labels), supports=tuple(supports))
