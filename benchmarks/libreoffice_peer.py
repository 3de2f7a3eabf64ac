"""The peer of the PDF writer: LibreOffice, which makes a PDF of our Word file."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path


def converter(folder: Path) -> Callable[[bytes], bytes] | None:
    """Give what converts a Word file, or None without LibreOffice; its profile is made beforehand."""
    program = shutil.which("soffice")
    if not program:
        return None
    source = folder / "document.docx"

    def convert(docx: bytes) -> bytes:
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
            check=True,
            capture_output=True,
        )
        return source.with_suffix(".pdf").read_bytes()

    return convert
