"""Which mentions of a report name the same person, and whom a title or a pronoun means."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.mentions import Mention

__all__ = ["Cast", "Figure"]

_FEMALE = ("Ms", "Mrs", "Miss", "Mme", "Madam", "Madame", "Mlle", "Her", "Dame", "Lady", "ms")
_MALE = ("Mr", "mr", "Sir", "His", "Monsieur", "Dato", "Datuk", "Shri")


@dataclass(slots=True)
class Figure:
    """A person of one report.

    Attributes:
        key: ``p1``, ``p2``, ... in the order of first mention.
        name: Fullest form.
        mentions: All mentions, in the order of the text.
        titles: Titles of the posts that the report gives, lower case.
    """

    key: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def words(self) -> set[str]:
        """The words of the name, lower case."""
        return {word.lower().strip(".") for word in self.name.replace("-", " ").split()}


class Cast:
    """The people of one report.

    Two mentions name one person where the words of one name are among those of the other; of several candidates the
    one mentioned last counts, and a full name is never joined to another full name that adds a different word.
    """

    def __init__(self, mentions: list[Mention]) -> None:
        self.figures: list[Figure] = []
        ordered = sorted(mentions, key=lambda m: m.start)
        for mention in sorted(ordered, key=lambda m: (len(m.form.split()) < 2, m.start)):
            self._place(mention)
        self.figures.sort(key=lambda f: min(m.start for m in f.mentions))
        for number, figure in enumerate(self.figures, 1):
            figure.key = f"p{number}"
            figure.mentions.sort(key=lambda m: m.start)
            for mention in figure.mentions:
                mention.key = figure.key

    def _place(self, mention: Mention) -> None:
        words = {word.lower().strip(".") for word in mention.form.replace("-", " ").split()}
        folded = {_plain(word) for word in words}
        fitting = [
            f for f in self.figures if folded <= {_plain(w) for w in f.words} or {_plain(w) for w in f.words} <= folded
        ]
        gender = _gender(mention.honorific)
        fitting = [f for f in fitting if not gender or not f.gender or f.gender == gender] or fitting[:0]
        if not fitting:
            self.figures.append(Figure("", mention.form, [mention], gender=gender))
            return
        before = [f for f in fitting if any(m.start <= mention.start for m in f.mentions)]
        figure = max(
            before or fitting, key=lambda f: max((m.start for m in f.mentions if m.start <= mention.start), default=-1)
        )
        figure.mentions.append(mention)
        figure.gender = figure.gender or gender
        if len(mention.form.split()) > len(figure.name.split()):
            figure.name = mention.form

    def by_key(self, key: str) -> Figure:
        """The person of a key."""
        return next(f for f in self.figures if f.key == key)

    def titled(self, title: str, before: int) -> Figure | None:
        """Who is meant by a title alone: the one person of the report with it, or the one mentioned last."""
        wanted = title.lower().replace("-", " ")
        exact = [f for f in self.figures if any(t.replace("-", " ") == wanted for t in f.titles)]
        if not exact:
            exact = [
                f
                for f in self.figures
                if any(
                    t.replace("-", " ").startswith(wanted + " ")
                    or t.replace("-", " ").endswith(" " + wanted)
                    and wanted
                    not in {
                        "director general",
                        "director",
                        "secretary general",
                        "minister",
                        "head",
                        "president",
                        "chair",
                    }
                    for t in f.titles
                )
            ]
        if len(exact) == 1:
            return exact[0]
        return None


def _plain(word: str) -> str:
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _gender(honorific: str) -> str:
    if honorific.startswith(_FEMALE) or " Ms" in honorific or " Mrs" in honorific:
        return "f"
    if honorific.startswith(_MALE) or " Mr" in honorific:
        return "m"
    return ""
