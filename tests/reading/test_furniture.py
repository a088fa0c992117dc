import pytest

from kg.reading.furniture import is_footer_head, is_furniture, is_menu, is_small_print


@pytest.mark.parametrize(
    "text",
    [
        "For more information, please write to us at",
        "Questions? Please write to our office",
        "Write to news at example.org for more.",
        "To learn more, please contact",
        "Contact: news at example.org",
        "Earlier items on the same partner may be read under “Workshops/Meetings”",
        "本页仅有英文版 (English)",
        "Sólo en inglés",
        "Новость опубликована только на английском языке (English)",
        "Disponible seulement en anglais",
        "Relatório também em português.",
        "Photo: participants of the workshop",
        "(Photo: participants)",
        "Click here",
        "The photos can be viewed here.",
        "Related articles: workshops of 2019",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "For more information on origin, the delegates turned to Mr. Igarashi.",
        "To learn more about the HS, Mr. Kuramoto visited the laboratory.",
        "Next came the opening speech of Dr. Mikuriya.",
        "Opening speech by the WCO Secretary General (in Spanish): click here.",
        "Questions of governance were debated.",
        "Contact points met in Seoul.",
        "Save for two Members, all were represented.",
        "Guatemala to follow Argentina as Vice Chair",
        "Related to this, Mr. Kim spoke of risk.",
        "Back to back with it, the RTC heads met.",
        "The speech of Mr. Kuramoto can be viewed here.",
        "Click here for the speech of Ms. Yuko Mamiya",
        "Photocopies were handed out.",
    ],
)
def test_what_states_something_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Print | Share | Back to top",
        "join    leave",
        "Home > News > 2019",
        "More news | Events calendar",
        "Newsroom",
        "sign up  •  sign off",
    ],
)
def test_menu(text: str) -> None:
    assert is_menu(text)


@pytest.mark.parametrize(
    "text",
    [
        "Budapest hosts European ROCB, RTCs and Vice Chairs’ Office",
        "He spoke of home.  Then he left for the newsroom.",
        "Mr. Kim | Director of a Very Long and Important Office of the World",
        "Wildlife traffickers",
    ],
)
def test_no_menu(text: str) -> None:
    assert not is_menu(text)


def test_footer_head() -> None:
    assert is_footer_head("Partner Links")
    assert is_footer_head("Related news:")
    assert not is_footer_head("Partner Links of the ROCB A/P were discussed.")


def test_small_print() -> None:
    assert is_small_print("Your Email :")
    assert is_small_print("Sites of partners")
    assert not is_small_print("The partners met.")
    assert not is_small_print("The closing ceremony")
