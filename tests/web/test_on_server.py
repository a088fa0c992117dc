"""Pages and endpoint of a graph that another server keeps."""

import time
from pathlib import Path

from kg.pipeline import build, sample_corpus
from kg.store.publish import publish


def test_a_graph_on_a_server_is_served_and_a_new_one_taken_up(
    serving, site, sample_store: Path, any_server: str, tmp_path: Path
) -> None:
    publish(sample_store, any_server)
    count = "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D"
    with serving(store=Path(any_server), readers=1, contact="privacy@example.org") as other:
        for path in ("/", "/doc/person/norikazu-kuramoto", "/doc/report/rocbap-664", "/questions", count):
            assert other.get(path).status == 200
        assert other.get(count).text == site.get(count).text
        assert "Kuramoto" in other.get("/search?q=kuramoto").text
        before = other.get(count).text
        build([sample_corpus() / "rocbap-664.txt"], tmp_path / "store")
        publish(tmp_path / "store", any_server)
        for _ in range(100):
            if other.get(count).text != before:
                break
            time.sleep(0.1)
        assert other.get("/doc/report/rocbap-401").status == 404
