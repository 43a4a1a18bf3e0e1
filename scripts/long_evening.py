"""An evening that never ends, recorded by the real program: what the campaigns of power cuts and of kills have in common.

One voice goes round and round; each change is an action. `saisir --accuse` says `ack N` once action N is on the disk;
`ouvrir --lineaire` says a line once it is. What is found afterwards is checked here, from the bytes, with nothing of the
program: the chain of seals, the numbers, and each action against the one that was asked.
"""
import hashlib
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time

SESSION = """(
    assemblee: (nom: "Conseil municipal de Saint-Exemple", genre: Commune),
    seance: (date: "2025-03-03", president: "MARTINET Léa", secretaire: "AUBRY Paul"),
    membres: [
        (nom: "MARTINET", prenom: "Léa"), (nom: "AUBRY", prenom: "Paul"), (nom: "BRETON", prenom: "Alix"),
        (nom: "CHEVAL", prenom: "Rose"), (nom: "DUVAL", prenom: "Jean"),
    ],
    ordre_du_jour: [Rapport(numero: "1", objet: "Tarifs de la cantine")],
)
"""
CHOICES = ["Contre", "Abstention", "NePrendPasPart"]
FIELDS = ["contre", "abstentions", "ne_prennent_pas_part"]
KEYS = [",", ";", ":"]

# Each call answers that all went well, and does nothing: the promise is broken.
WITHOUT_SYNC = """
int fsync(int fd) { (void)fd; return 0; }
int fdatasync(int fd) { (void)fd; return 0; }
"""

# A line of the journal is said to be written, and is half a millisecond after it was acknowledged.
SAID_FIRST = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static char late[1 << 16];
static size_t length;
static int where = -1;
static ssize_t (*real)(int, const void *, size_t);
static int is_journal(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    return n > 8 && !memcmp(path + n - 8, ".journal", 8);
}
static void catch_up(void) {
    if (where >= 0) { real(where, late, length); where = -1; }
}
ssize_t write(int fd, const void *bytes, size_t count) {
    if (!real) real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (fd > 2 && count < sizeof late && is_journal(fd)) {
        catch_up();
        memcpy(late, bytes, count);
        length = count;
        where = fd;
        return (ssize_t)count;
    }
    ssize_t taken = real(fd, bytes, count);
    if (fd == 1 && where >= 0) { usleep(500); catch_up(); }
    return taken;
}
"""


def broken(source, folder):
    """The library that makes a program break its promise; None where no compiler is."""
    compiler = shutil.which("cc")
    if not compiler:
        return None
    path = pathlib.Path(folder) / "broken.so"
    made = subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", path, "-x", "c", "-", "-ldl"], input=source, text=True)
    return path if made.returncode == 0 else None


class Evening:
    """The program on a séance in a folder."""

    def __init__(self, program, folder, state, actions, library=None):
        self.program = str(pathlib.Path(program).resolve())
        self.folder, self.library = pathlib.Path(folder), library
        self.session, self.course = self.folder / "x.ron", self.folder / "d.ron"
        # No preference and no memory of who runs this.
        self.environment = dict(os.environ, XDG_STATE_HOME=str(state), XDG_CONFIG_HOME=str(state), TERM="xterm", LANG="C.UTF-8")
        self.actions = actions

    def write(self):
        """The files that the clerk made, on the disk before anything begins."""
        votes = (f'    Voix(rapport: "1", {FIELDS[n % 3]}: ["AUBRY Paul"]),\n' for n in range(self.actions))
        self.session.write_text(SESSION)
        self.course.write_text('[\n    Ouvrir(),\n    Rapport(numero: "1"),\n' + "".join(votes) + "]\n")
        subprocess.run(["sync", "-f", self.folder], check=True)

    def _environment(self):
        more = {"LD_PRELOAD": str(self.library)} if self.library else {}
        return dict(self.environment, **more)

    def record(self, goes_on=False):
        """`saisir`: its acknowledgements come over a pipe."""
        command = [self.program, "saisir", "--accuse", str(self.session), str(self.course)]
        command += ["--suite"] if goes_on else []
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=quiet, env=self._environment())

    def hold(self):
        """`ouvrir --lineaire` in a terminal of its own: the process, and the terminal."""
        mine, theirs = pty.openpty()
        command = [self.program, "ouvrir", "--lineaire", str(self.session)]
        process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=self._environment(), start_new_session=True
        )
        os.close(theirs)
        return process, mine

    def found(self):
        """The actions in the journal, checked from the bytes alone; [] if there is none. Raises ValueError if one is wrong."""
        journal = self.folder / "x.journal"
        return actions_of(journal.read_bytes()) if journal.exists() else []

    def is_reopened(self, expected):
        """Whether the program itself opens what was left and goes on behind it."""
        process = self.record(goes_on=True)
        said = process.stdout.readline()
        process.kill()
        wrong = process.stderr.read().decode(errors="replace")
        process.wait()
        number = re.fullmatch(rb"ack (\d+)\n", said)
        is_over = not said and process.returncode == 0 and expected == self.actions + 2
        if not is_over and (not number or int(number[1]) != expected + 1):
            return f"goes on with {said!r} after {expected}: {wrong.strip()}"
        return None


def actions_of(journal):
    """What each whole line after the first says was done, if every seal and every number is right."""
    seal, actions = b"0" * 64, []
    whole = journal[: journal.rfind(b"\n") + 1]
    for number, line in enumerate(whole.splitlines()):
        said, json_text = line[:64], line[65:]
        seal = hashlib.sha256(seal + b" " + json_text).hexdigest().encode()
        if said != seal:
            raise ValueError(f"line {number}: the seal is wrong")
        content = json.loads(json_text)
        if content["n"] != number:
            raise ValueError(f"line {number}: it says {content['n']}")
        if number:
            actions.append(content["fait"])
    return actions


def asked(number):
    """What action `number` is, from 1."""
    if number == 1:
        return [{"SeanceOuverte": {}}]
    if number == 2:
        return [{"RapportOuvert": {"rapport": "1"}}]
    choice = CHOICES[(number - 3) % 3]
    return [{"Voix": {"rapport": "1", "membre": "aubry-paul", "choix": choice}}]


def judged(evening, acknowledged):
    """(how many acknowledged actions are lost, what else is wrong, how many are there)."""
    try:
        there = evening.found()
    except (ValueError, KeyError) as wrong:
        return acknowledged, str(wrong), 0
    for number, done in enumerate(there, 1):
        if done != asked(number):
            return acknowledged, f"action {number} is {done}", len(there)
    lost = max(0, acknowledged - len(there))
    wrong = None
    if len(there) > acknowledged + 1:
        wrong = f"{len(there)} actions are there, and only {acknowledged} were acknowledged"
    return lost, wrong, len(there)


def acknowledged_by(said):
    """The number in the last whole acknowledgement of `saisir`."""
    numbers = re.findall(rb"ack (\d+)\n", said)
    return int(numbers[-1]) if numbers else 0


def said_by_the_screen(heard):
    """How many actions the linear mode told of."""
    text = heard.decode(errors="replace").replace("\r", "")
    whole = text[: text.rfind("\n") + 1]
    begun = len(re.findall(r"^Séance ouverte\.", whole, re.M)) + len(re.findall(r"^Qui est contre \?", whole, re.M))
    return begun + len(re.findall(r"^AUBRY Paul : ", whole, re.M))


class Terminal:
    """Keys typed as fast as the program says what became of them."""

    def __init__(self, master):
        self.master, self.heard, self.typed = master, b"", 0

    def read(self, seconds):
        """What comes within that time; false once nobody is there."""
        try:
            if select.select([self.master], [], [], seconds)[0]:
                self.heard += os.read(self.master, 65536)
            return True
        except OSError:
            return False

    def play(self, until):
        """Types action after action until that instant, three ahead of what was said."""
        while time.monotonic() < until and b"peut \xc3\xaatre ouverte" not in self.heard:
            if not self.read(0.005):
                return
        while time.monotonic() < until:
            while self.typed < said_by_the_screen(self.heard) + (1 if self.typed < 2 else 3):
                number = self.typed + 1
                keys = "\r" if number <= 2 else "aub" + KEYS[(number - 3) % 3]
                os.write(self.master, keys.encode())
                self.typed = number
            if not self.read(0.005):
                return

    def close(self):
        while self.read(0) and select.select([self.master], [], [], 0)[0]:
            pass
        os.close(self.master)


def work_folder(prefix):
    return tempfile.mkdtemp(prefix=prefix)
