#!/usr/bin/env python3
"""kill -9 at random instants under the real program while it records, and count the acknowledged actions that are lost.

  scripts/kills.py PROGRAM [ROUNDS] [--screen] [--without-sync | --said-first] [--seed N]

Each round goes on where the last one was killed, so the torn ends and the reopening are tested too; a new séance begins after
a few thousand actions. `--screen` holds the séance in a terminal (`ouvrir --lineaire`) in place of `saisir`. A kill does not
test fsync: the memory of the system survives the process. So `--without-sync` loses nothing here (that is what
`power_cuts.py` is for); `--said-first`, where an action is acknowledged and only then written, must lose some.

Prints one line of figures; exit 0 if nothing is lost and nothing else is wrong, 1 otherwise, 2 where it cannot be run.
"""
import argparse
import random
import shutil
import sys
import time

from long_evening import SAID_FIRST, WITHOUT_SYNC, Evening, Terminal, acknowledged_by, broken, judged, said_by_the_screen, work_folder

ACTIONS = 1500


def one_round(evening, before, longest):
    """Kills the program once; how many actions it acknowledged in all, and how long it recorded."""
    begun = time.monotonic()
    process = evening.record(goes_on=before > 0)
    first = process.stdout.readline() if random.random() < 0.9 else b""
    time.sleep(random.uniform(0, longest))
    process.kill()
    said = first + process.stdout.read()
    wrong = process.stderr.read().decode(errors="replace").strip()
    process.wait()
    if process.returncode not in (0, -9):
        print(f"the program ended with {process.returncode}: {wrong}")
    return max(before, acknowledged_by(said)), time.monotonic() - begun


def one_round_on_the_screen(evening, longest):
    process, master = evening.hold()
    terminal = Terminal(master)
    terminal.play(time.monotonic() + random.uniform(0.05, longest))
    process.kill()
    process.wait()
    terminal.close()
    return said_by_the_screen(terminal.heard)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("rounds", type=int, nargs="?", default=2000)
    options.add_argument("--screen", action="store_true")
    options.add_argument("--without-sync", action="store_true")
    options.add_argument("--said-first", action="store_true")
    options.add_argument("--seed", type=int, default=7)
    asked = options.parse_args()
    random.seed(asked.seed)
    work = work_folder("hemicycle-kills-")
    source = SAID_FIRST if asked.said_first else WITHOUT_SYNC if asked.without_sync else None
    library = broken(source, work) if source else None
    if source and not library:
        print("not run: there is no C compiler to break the program with")
        return 2
    name = "said first" if asked.said_first else "without sync" if asked.without_sync else "as it is"
    acknowledged = lost = losing = wrong = before = series = 0
    evening = None
    begun = time.monotonic()
    try:
        for number in range(asked.rounds):
            if asked.screen or evening is None or before >= ACTIONS:
                series += 1
                folder = f"{work}/{series}"
                shutil.rmtree(f"{work}/{series - 1}", ignore_errors=True)
                __import__("os").mkdir(folder)
                evening, before = Evening(asked.program, folder, f"{work}/state", ACTIONS, library), 0
                evening.write()
            if asked.screen:
                told = one_round_on_the_screen(evening, 0.5)
            else:
                told, _ = one_round(evening, before, 0.05)
            missing, odd, there = judged(evening, told)
            if odd and not (asked.screen and "only" in odd):
                print(f"round {number}: {odd}")
                wrong += 1
            acknowledged += max(0, told - before)
            lost += missing
            losing += missing > 0
            before = there
            if missing and not asked.said_first:
                print(f"round {number}: {told} acknowledged, {there} there")
            # After a loss the rest of the series would miss it again.
            if missing or odd:
                evening = None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    where = "the screen" if asked.screen else "saisir"
    print(
        f"kills, {where}, {name}: {asked.rounds} kills, {acknowledged} actions acknowledged, {lost} lost in {losing} rounds, "
        f"{wrong} otherwise wrong, {asked.rounds / (time.monotonic() - begun):.1f} kills/s"
    )
    return 1 if lost or wrong else 0


sys.exit(main())
