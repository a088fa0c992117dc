from pathlib import Path

from rdflib import Graph

from kg.pipeline import sample_corpus

REPORT = sample_corpus() / "rocbap-401.txt"


def test_one_report_goes_to_standard_output(kg) -> None:
    ran = kg("extract", REPORT, "--quiet")
    assert (ran.code, ran.err) == (0, "")
    assert len(Graph().parse(data=ran.out, format="turtle")) > 10


def test_files_go_into_the_folder(kg, tmp_path: Path) -> None:
    ran = kg("extract", REPORT, "-f", "ntriples", "--out", tmp_path / "new")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"1 file in {tmp_path / 'new'}.\n"
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["rocbap-401.nt"]


def test_standard_output_and_file_are_alike_on_every_run(kg, tmp_path: Path) -> None:
    kg("extract", REPORT, "--out", tmp_path)
    assert kg("extract", REPORT).out == kg("extract", REPORT).out == (tmp_path / "rocbap-401.ttl").read_text("utf-8")


def test_a_bad_report_is_named_and_the_others_written(kg, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = kg("extract", tmp_path / "empty.txt", REPORT, "--out", tmp_path / "out", "--quiet")
    assert ran.code == 1
    assert "empty.txt" in ran.err
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_nothing_to_read_is_wrong_use(kg, tmp_path: Path) -> None:
    assert kg("extract").code == 2
    assert kg("extract", tmp_path / "nowhere").code == 2
