from kg.cli.output import counted


def test_a_number_agrees_with_its_noun() -> None:
    assert [counted(number, "report") for number in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]
    assert counted(2, "discrepancy", "discrepancies") == "2 discrepancies"
