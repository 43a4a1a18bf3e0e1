#!/usr/bin/env python3
"""Run fuzz targets for so much processor time each, whatever else the machine does, and print one line of figures each.

  python3 fuzz/run.py [--seconds 600] [--sanitizer address] [--target-dir DIR] TARGET...

Wants the nightly toolchain and `cargo install cargo-fuzz`. A round lasts a minute; what was found is kept in corpus/, so the
next round goes on from there. Stops a target at its first finding, which lies in artifacts/TARGET. Exit 1 if there is one.
"""
import argparse
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
    artifacts = HERE / "artifacts" / target
    artifacts.mkdir(parents=True, exist_ok=True)
    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    begun, executed, cov, ft, found = processor_seconds(), 0, 0, 0, ""
    while processor_seconds() - begun < asked.seconds and not found:
        options = ["-max_total_time=60", "-timeout=30", "-rss_limit_mb=4096", "-max_len=24576", "-len_control=20", "-print_final_stats=1"]
        command = ["nice", "-n", "10", binary, *options, f"-artifact_prefix={artifacts}/", corpus]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        executed += int((re.findall(r"number_of_executed_units: (\d+)", done.stderr) or ["0"])[-1])
        figures = re.findall(r"cov: (\d+) ft: (\d+)", done.stderr)
        cov, ft = figures[-1] if figures else (cov, ft)
        if done.returncode:
            found = (re.findall(r"Test unit written to (\S+)", done.stderr) or ["?"])[-1]
            (artifacts / "last.log").write_text(done.stderr)
    spent = processor_seconds() - begun
    print(f"{target}: {executed} executions in {spent:.0f} s of processor, cov {cov}, ft {ft}, found: {found or 'nothing'}", flush=True)
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
