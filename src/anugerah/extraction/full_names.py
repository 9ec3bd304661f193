"""The full names of persons whom an article also names shortly: "Dewanti", "Dewanti Rumpoko"."""

from __future__ import annotations

from anugerah.extraction.names import name_words, read_name, same_person
from anugerah.extraction.reading import Reading, ReadSentence


class FullNames:
    """The longest form in which an article gives each name that stands beside an office."""

    def __init__(self, reading: Reading) -> None:
        names = dict.fromkeys(
            m.name for s in reading.sentences for m in s.offices if m.name is not None
        )
        by_word: dict[str, list[str]] = {}
        for name in names:
            for word in name_words(name):
                by_word.setdefault(word, []).append(name)
        self._full: dict[str, str] = {}
        alone: set[str] = set()
        for name in names:
            words = name_words(name)
            others = by_word.get(words[0], ()) if words else ()
            longer = [other for other in others if other != name and same_person(name, other)]
            if longer:
                self._full[name] = max(longer, key=len)
            elif " " not in name:
                alone.add(name)
        if alone:
            self._look_for(alone, reading)

    def of(self, name: str) -> str:
        """Return the full form of `name`, or the name itself."""
        return self._full.get(name, name)

    def _look_for(self, alone: set[str], reading: Reading) -> None:
        """Look for single names in places without an office: "… diterima oleh Dewanti Rumpoko"."""
        for read_sentence in reading.sentences:
            if read_sentence.sentence.is_title:
                continue
            for token in read_sentence.sentence.tokens:
                if token.text in alone and token.text not in self._full:
                    longer = _longer(token.start, read_sentence)
                    if longer and longer.split()[0] == token.text:
                        self._full[token.text] = longer


def _longer(start: int, read_sentence: ReadSentence) -> str | None:
    at = start - read_sentence.start
    named = read_name(read_sentence.text, at)
    if named is None or named[1] != at or " " not in named[0]:
        return None
    end = read_sentence.start + named[2]
    spans = [(m.start, m.end) for m in read_sentence.governments]
    spans += [(m.start, m.end) for m in read_sentence.organisations]
    if any(first < end and start < last for first, last in spans):
        return None
    return named[0]
