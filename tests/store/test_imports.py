"""Who uses a folder loads nothing that speaks to servers, reads archives or shares work over machines."""

import subprocess
import sys

HEAVY = ("urllib3", "fsspec", "warcio", "distributed", "dask")


def test_a_store_in_a_folder_needs_no_http() -> None:
    code = (
        "import sys\n"
        "import kg.cli.build, kg.pipeline, kg.query, kg.store\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
