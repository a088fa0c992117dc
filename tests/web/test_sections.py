"""The questions that pages ask."""

import pytest

from kg.query import run
from kg.resources import resource
from kg.store import open_store
from kg.web import sections
from kg.web.sections import page_question

NAMES = sorted(path.stem for path in resource("queries", "pages").glob("*.rq"))


@pytest.mark.parametrize("name", NAMES)
def test_question_of_a_page_has_an_answer_and_heads(name: str, sample_store) -> None:
    question = page_question(name)
    with open_store(sample_store) as store:
        answer = run(store, question, question.example)
        assert set(answer.columns) == set(question.columns)
        assert next(answer.rows(), None) is not None


def test_every_question_is_on_a_page() -> None:
    used = {name for kind in sections._KINDS.values() for name in kind.questions}
    assert used | {"latest-meetings"} == set(NAMES)
