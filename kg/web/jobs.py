"""The jobs of a reader by name. Each takes the store and arguments that JSON can hold, and gives a reply."""

from __future__ import annotations

from collections.abc import Callable

from kg.web.answers import answer
from kg.web.asked import asked
from kg.web.dataset import dataset
from kg.web.dumps import make_dumps
from kg.web.entity import document
from kg.web.ontology import ontology, ontology_version
from kg.web.pages import about, drawing, editor, question, questions, start
from kg.web.reply import Reply
from kg.web.search import search, suggest

__all__ = ["JOBS"]

JOBS: dict[str, Callable[..., Reply]] = {
    job.__name__: job
    for job in (
        about,
        answer,
        asked,
        dataset,
        document,
        drawing,
        editor,
        make_dumps,
        ontology,
        ontology_version,
        question,
        questions,
        search,
        start,
        suggest,
    )
}
