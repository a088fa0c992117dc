"""Reading text loads nothing that only other formats need."""

import subprocess
import sys

HEAVY = ("trafilatura", "lxml", "pypdfium2", "charset_normalizer", "markdown_it", "fsspec", "warcio", "tarfile")


def test_text_is_read_without_heavy_libraries() -> None:
    code = (
        "import sys\n"
        "from kg.reading import find_reports, read_bytes\n"
        "read_bytes('Heads meet\\n\\nThey met in Abidjan, Côte d’Ivoire. They left.'.encode('cp1252'), 'report.txt')\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
