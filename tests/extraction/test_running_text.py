"""Lists that complete a sentence."""

from kg.extraction.running_text import join_lists
from kg.reading import read_text

BODY = """The participants heard:
- Mr. Larry Liza on training;
- Mr. Kunio Mikuriya on data.

6. Group work. Three groups met.

7. Thanks. The hosts were thanked.
"""


def test_items_with_another_mark_are_another_list():
    report = read_text(f"Published by: WCO\n\nThe heads met\n\n{BODY}", "r")
    joined = [report.quote(sentence.span) for sentence, _ in join_lists(report)]
    heard = next(text for text in joined if text.startswith("The participants heard"))
    assert heard.endswith("Mr. Kunio Mikuriya on data.")
    assert any("Group work" in text for text in joined if text is not heard)
