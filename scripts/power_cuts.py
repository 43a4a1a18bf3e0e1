#!/usr/bin/env python3
"""Cut the power under the real program while it records, and count the acknowledged actions that are lost (Linux, root).

  scripts/power_cuts.py PROGRAM [ROUNDS] [--screen] [--without-sync] [--seed N]

The séance stands on an ext4 image, mounted on a loop. The cut is the shutdown ioctl of ext4 that writes nothing more, not even
its journal: what was not synced is gone. The image is then mounted again, as after a start, and what is left is looked at. With
`--screen` the séance is held in a terminal (`ouvrir --lineaire`), and its second copy stands on another image that is cut at
the same instant; at each reopening the program must find every action that the screen told of. With `--without-sync` fsync and
fdatasync answer and do nothing: that must lose some, or these cuts prove nothing.

Prints one line of figures; exit 0 if nothing is lost and nothing else is wrong, 1 otherwise, 2 where it cannot be run.
"""
import argparse
import fcntl
import os
import random
import shutil
import subprocess
import sys
import time

from long_evening import WITHOUT_SYNC, Evening, Terminal, acknowledged_by, broken, judged, said_by_the_screen, work_folder

# _IOR('X', 125, __u32), and the flag that loses what is not synced: linux/fs/ext4/ext4.h
SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = (2).to_bytes(4, "little")
ACTIONS = 2000


class Image:
    """A file system of its own, in a file."""

    def __init__(self, work, name):
        self.image, self.place = f"{work}/{name}.img", f"{work}/{name}"
        os.mkdir(self.place)

    def make(self):
        with open(self.image, "wb") as image:
            image.truncate(16 << 20)
        made = subprocess.run(["mkfs.ext4", "-Fq", self.image], capture_output=True, text=True)
        return made.stderr.strip() if made.returncode else self.mount()

    def mount(self):
        """Why it cannot be mounted; None if it is."""
        done = subprocess.run(["mount", "-o", "loop", self.image, self.place], capture_output=True, text=True)
        return (done.stderr.strip() or "mount failed") if done.returncode else None

    def unmount(self):
        subprocess.run(["umount", self.place], stderr=subprocess.DEVNULL)

    def cut(self):
        handle = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, SHUTDOWN, NO_LOG_FLUSH)
        finally:
            os.close(handle)


def refused(images):
    """Why power cannot be cut here; None if it can."""
    if os.geteuid() != 0:
        return "it must be root, to mount an image"
    if not shutil.which("mkfs.ext4"):
        return "there is no mkfs.ext4"
    for image in images:
        why = image.make()
        if why:
            return why
        try:
            image.cut()
        except OSError as error:
            return f"no shutdown ioctl: {error}"
        finally:
            image.unmount()
    return None


def cut_under_saisir(evening, images, longest):
    """How many actions were acknowledged before the cut."""
    process = evening.record()
    os.set_blocking(process.stdout.fileno(), False)
    said, end = b"", time.monotonic() + random.uniform(0, longest)
    while time.monotonic() < end and process.poll() is None:
        said += process.stdout.read() or b""
        time.sleep(0.0005)
    # What was said up to here was said before the cut.
    said += process.stdout.read() or b""
    for image in images:
        image.cut()
    process.kill()
    process.communicate()
    return acknowledged_by(said)


def cut_under_the_screen(evening, images, longest):
    process, master = evening.hold()
    terminal = Terminal(master)
    terminal.play(time.monotonic() + 0.05 + random.uniform(0, longest))
    terminal.read(0)
    told = said_by_the_screen(terminal.heard)
    for image in images:
        image.cut()
    process.kill()
    process.wait()
    os.close(master)
    return told


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("rounds", type=int, nargs="?", default=500)
    options.add_argument("--screen", action="store_true")
    options.add_argument("--without-sync", action="store_true")
    options.add_argument("--seed", type=int, default=7)
    asked = options.parse_args()
    random.seed(asked.seed)
    work = work_folder("hemicycle-cuts-")
    images = [Image(work, "seance")] + ([Image(work, "etat")] if asked.screen else [])
    state = images[-1].place if asked.screen else f"{work}/state"
    why = refused(images)
    library = broken(WITHOUT_SYNC, work) if asked.without_sync else None
    if not why and asked.without_sync and not library:
        why = "there is no C compiler to break the program with"
    if why:
        print(f"not run: {why}")
        shutil.rmtree(work, ignore_errors=True)
        return 2
    acknowledged = lost = losing = wrong = 0
    begun = time.monotonic()
    try:
        for number in range(asked.rounds):
            for image in images:
                image.make()
            evening = Evening(asked.program, images[0].place, state, ACTIONS, library)
            evening.write()
            told = (cut_under_the_screen if asked.screen else cut_under_saisir)(evening, images, 0.6 if asked.screen else 0.15)
            for image in images:
                image.unmount()
                why = image.mount()
                if why:
                    raise SystemExit(f"round {number}: the image cannot be mounted again: {why}")
            missing, odd, there = judged(evening, told)
            # Keys run ahead of what the screen says, so more may be there than was read from it.
            odd = None if odd and asked.screen and "only" in odd else odd
            if not asked.without_sync:
                # Sound, and not lacking: the program itself must go on from what is there.
                evening.library = None
                odd = odd or evening.is_reopened(there)
            if odd and not asked.without_sync:
                print(f"round {number}: {odd}")
            wrong += bool(odd)
            acknowledged += told
            lost += missing
            losing += missing > 0
            if missing and not asked.without_sync:
                print(f"round {number}: {told} acknowledged, {there} there")
            for image in images:
                image.unmount()
    finally:
        for image in images:
            image.unmount()
        shutil.rmtree(work, ignore_errors=True)
    where, name = "the screen" if asked.screen else "saisir", "without sync" if asked.without_sync else "as it is"
    print(
        f"power cuts, {where}, {name}: {asked.rounds} cuts, {acknowledged} actions acknowledged, {lost} lost in {losing} rounds, "
        f"{wrong} otherwise wrong, {asked.rounds / (time.monotonic() - begun):.1f} cuts/s"
    )
    return 1 if lost or wrong else 0


sys.exit(main())
