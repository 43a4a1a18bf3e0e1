#!/usr/bin/env python3
"""Write seeds into fuzz/corpus/TARGET: the made-up séances, courses, journals and models, and some steered bytes.

  python3 fuzz/seeds.py PATH_TO_HEMICYCLE

The first byte says whether a file follows as it is (0) or what is to be done with a sample (see tests/fuzzed/).
"""
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SESSIONS = HERE.parent / "sessions"


def put(target, name, content):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def steered(target, count, shortest, longest, first):
    """Bytes that choose what is done: the same ones in every run."""
    numbers = random.Random(target)
    for place in range(count):
        rest = bytes(numbers.randrange(256) for _ in range(numbers.randrange(shortest, longest)))
        put(target, f"steered-{place}", bytes([numbers.randrange(*first)]) + rest)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    for path in sorted(SESSIONS.glob("exemple-*.ron")):
        put("session_file", path.stem, b"\0" + path.read_bytes())
    for path in sorted((SESSIONS / "deroules").glob("*.ron")):
        for session in range(5):
            put("course", f"{path.stem}-{session}", bytes([0, session]) + path.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([program, "modeles", "exporter", folder / "m"], stdout=subprocess.DEVNULL, check=True)
        for path in sorted((folder / "m").glob("*.odt")):
            put("model", path.stem, b"\0" + path.read_bytes())
        # The journal of a whole evening, on the séance that the target takes for bytes as they are.
        subprocess.run(["cp", "-r", SESSIONS / "exemple-commune.ron", SESSIONS / "exemple-commune", folder], check=True)
        course = SESSIONS / "deroules" / "exemple-commune.ron"
        subprocess.run([program, "saisir", folder / "exemple-commune.ron", course], stdout=subprocess.DEVNULL)
        put("journal", "whole", b"\0" + (folder / "exemple-commune.journal").read_bytes())
    steered("session_file", 60, 8, 40, (1, 0xC0))
    steered("journal", 60, 8, 60, (1, 0x100))
    steered("course", 60, 8, 40, (1, 0x100))
    steered("model", 60, 4, 24, (1, 0x100))
    steered("key_stream", 60, 200, 800, (0, 0x100))
    steered("small_files", 120, 4, 24, (0, 0x100))


main()
