from kg.extraction.words.titles import title_table, title_words


def test_the_words_of_titles_are_single_words_with_their_hyphens_and_without():
    assert {"Director", "General", "Secretary", "Vice-Chairperson", "Vice", "Chairperson"} <= title_words()
    assert not any(" " in word for word in title_words())


def test_a_title_is_followed_by_its_plural_where_it_has_one():
    forms = {form.text: form for form in title_table()}
    assert forms["Directors"].plural
    assert forms["Directors"].row is forms["Director"].row
    assert "Director Generals of State" not in forms
    assert "Customss" not in forms
