#!/usr/bin/env python3
"""Run fuzz targets for so much processor time each, whatever else the machine does, and print one line of figures each.

  python3 fuzz/run.py [--seconds 600] [--sanitizer address] [--target-dir DIR] TARGET...

Wants the nightly toolchain and `cargo install cargo-fuzz`. What was found is kept in corpus/, and what
was spent in artifacts/TARGET/spent.json, so that a target that was stopped goes on from there: remove both to begin again.
Stops a target at its first finding, which lies in artifacts/TARGET. Exit 1 if there is one.
"""
import argparse
import json
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(target, asked):
    build = ["cargo", "+nightly", "fuzz", "build", target, "--sanitizer", asked.sanitizer]
    where = pathlib.Path(asked.target_dir or HERE / "target")
    subprocess.run(build + ["--target-dir", str(where)], cwd=HERE, check=True, stderr=subprocess.DEVNULL)
    binary = next(where.glob(f"*/release/{target}"))
    artifacts, corpus = HERE / "artifacts" / target, HERE / "corpus" / target
    artifacts.mkdir(parents=True, exist_ok=True)
    corpus.mkdir(parents=True, exist_ok=True)
    kept = artifacts / "spent.json"
    spent = json.loads(kept.read_text()) if kept.exists() else {"seconds": 0, "executions": 0, "cov": 0, "ft": 0}
    found = ""
    while spent["seconds"] < asked.seconds and not found:
        # By the clock: a machine that does something else needs several rounds.
        options = [f"-max_total_time={max(60, int(asked.seconds - spent['seconds']))}", "-timeout=180", "-rss_limit_mb=4096", "-max_len=24576"]
        command = ["nice", "-n", "10", binary, *options, "-len_control=20", "-print_final_stats=1", f"-artifact_prefix={artifacts}/", corpus]
        begun = processor_seconds()
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        spent["seconds"] += processor_seconds() - begun
        spent["executions"] += int((re.findall(r"number_of_executed_units: (\d+)", done.stderr) or ["0"])[-1])
        figures = re.findall(r"cov: (\d+) ft: (\d+)", done.stderr)
        if figures:
            spent["cov"], spent["ft"] = (int(figure) for figure in figures[-1])
        if done.returncode:
            found = (re.findall(r"Test unit written to (\S+)", done.stderr) or ["?"])[-1]
            (artifacts / "last.log").write_text(done.stderr)
        kept.write_text(json.dumps(spent))
    print(
        f"{target}: {spent['executions']} executions in {spent['seconds']:.0f} s of processor, "
        f"cov {spent['cov']}, ft {spent['ft']}, found: {found or 'nothing'}",
        flush=True,
    )
    return bool(found)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--sanitizer", default="address")
    options.add_argument("--target-dir")
    options.add_argument("targets", nargs="+")
    asked = options.parse_args()
    sys.exit(any([run(target, asked) for target in asked.targets]))


main()
