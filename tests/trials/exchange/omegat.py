"""OmegaT, as a translator would run it on a file of ours: a project, its memory, no window."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from editorial.content import Words

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>ZH-CN</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
creationtoolversion="3.6.0" segtype="paragraph" srclang="EN"/><body>{units}</body></tmx>
"""
UNIT = '<tu><tuv lang="EN"><seg>{en}</seg></tuv><tuv lang="ZH-CN"><seg>{zh}</seg></tuv></tu>'


def translated_by_omegat(folder: Path, name: str, content: bytes, memory: Iterable[Words]) -> bytes:
    """The file as OmegaT writes it, each text that its memory knows translated."""
    project, home = folder / "project", folder / "home"
    for part in ("source", "target", "omegat", "tm", "glossary", "dictionary"):
        (project / part).mkdir(parents=True)
    home.mkdir()
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "source" / name).write_bytes(content)
    units = "".join(UNIT.format(en=escape(words.en), zh=escape(words.zh_hans)) for words in memory)
    (project / "omegat/project_save.tmx").write_text(MEMORY.format(units=units), encoding="utf-8")
    # Java takes its home from the password file, not from the environment.
    environment = os.environ | {"HOME": str(home), "JAVA_TOOL_OPTIONS": f"-Duser.home={home}"}
    command = ["omegat", str(project), "--mode=console-translate"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    written = project / "target" / name
    assert written.exists(), run.stdout + run.stderr
    return written.read_bytes()
