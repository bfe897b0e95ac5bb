#!/usr/bin/env python3
"""Runs the scorers over the release build and fails under the floors.

The figures on the development sets are those of the shipped models, which were
trained on them: they guard against loss. What to expect on other pages is the
cross-validation in assets/clean/manifest.json and assets/story/links.json.

usage: floors.py SHARED [--print]     floors stand in floors.json beside this file
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = os.path.join(ROOT, "target", "release", "kiosque")


def run(argv, cwd):
    out = subprocess.run(argv, cwd=cwd, capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"{shlex.join(argv)} failed:\n{out.stdout}\n{out.stderr}")
    return out.stdout


def number(pattern, text):
    found = re.search(pattern, text)
    return float(found.group(1)) if found else None


def cleaning(shared):
    folder = os.path.join(shared, "eval", "cleaning")
    clean = f"{PROGRAM} clean --format json {{file}}"
    out = run([sys.executable, "score_text.py", "--cmd", clean, "--set", "seeds", "--seeds", os.path.join(shared, "seeds")], folder)
    yield "seeds.line_f1", number(r"line F1 ([\d.]+)", out)
    yield "seeds.cuts", number(r"in-line cuts (\d+)/", out)
    yield "seeds.kinds", number(r"kinds (\d+)/", out)
    yield "seeds.meta", number(r"metadata (\d+)/", out)
    with tempfile.NamedTemporaryFile(suffix=".json") as f:
        batch = f"{PROGRAM} clean --batch {{in}} {{out}}"
        run([sys.executable, "score_text.py", "--batch-cmd", batch, "--set", "dev", "--json", f.name], folder)
        scores = json.load(open(f.name))["scores"]
    for style in ("htmltext", "crop"):
        for name in ("scrapinghub", "french"):
            s = scores[f"{style} {name}"]
            yield f"dev.{style}.{name}.line", s["line"]["pageF1"]
            yield f"dev.{style}.{name}.shingle", s["shingle"]["F1"]


def pages(shared):
    folder = os.path.join(shared, "eval", "cleaning")
    out = run(
        [sys.executable, "score_html.py", "--set", "sh", "--data", os.path.join(folder, "html-dev"), "--cmd", f"{PROGRAM} clean --format text -"],
        folder,
    )
    yield "html.shingle", number(r"F1[ =]+([\d.]+)", out)


def entities(shared):
    folder = os.path.join(shared, "eval", "entities")
    out = run(
        [sys.executable, "score_ner.py", "--cmd", f"{PROGRAM} entities --format json FILE", "--set", "seeds", "--dir", os.path.join(shared, "seeds")],
        folder,
    )
    exact = re.findall(r"[\d.]+/[\d.]+/([\d.]+)", next(l for l in out.splitlines() if l.startswith("exact")))
    yield "ner.names", float(exact[0])
    yield "ner.dates", float(exact[5])
    yield "ner.b3", number(r"B-cubed P/R/F [\d.]+/[\d.]+/([\d.]+)", out)
    yield "ner.speech", number(r"quotes \(speech\) P/R/F [\d.]+/[\d.]+/([\d.]+)", out)
    yield "ner.quotes", number(r"all marks (?:P/R/F )?[\d.]+/[\d.]+/([\d.]+)", out)
    yield "ner.speakers", number(r"speaker accuracy ([\d.]+)", out)


def comparison(shared):
    folder = os.path.join(shared, "eval", "compare")
    compare = f"{PROGRAM} compare --format json"
    sets = {
        "seeds": ("seeds_gold.json", os.path.join(shared, "seeds")),
        "fr-real": ("gold/fr-real-dev.gold.json", "texts/fr-real-dev.texts.jsonl.gz"),
        "syn-fr": ("gold/syn-fr-dev.gold.json.gz", "texts/syn-fr-dev.texts.jsonl.gz"),
        "pan": ("gold/pan-dev.gold.json.gz", "texts/pan-dev.texts.jsonl.gz"),
    }
    for name, (gold, texts) in sets.items():
        out = json.loads(run([sys.executable, "score_compare.py", "--gold", gold, "--texts", texts, "--cmd", compare, "--json"], folder))
        for key in ("f1", "precision", "kind_exact", "quotes_f1", "furniture_hits", "plagdet"):
            if out.get(key) is not None:
                yield f"compare.{name}.{key}", out[key]
        if "trap_hits" in out:
            yield f"compare.{name}.traps", int(str(out["trap_hits"]).split("/")[0])
        figures = out.get("figures_differing") or {}
        if figures.get("gold"):
            yield f"compare.{name}.figures_precision", figures["precision"]
            yield f"compare.{name}.figures_recall", figures["recall"]


def stories(shared):
    folder = os.path.join(shared, "eval", "compare")
    sets = {
        "seeds": ("seeds_gold.json", os.path.join(shared, "seeds")),
        "fr-stories": ("gold/fr-stories-dev.gold.json", "texts/fr-stories-dev.texts.jsonl.gz"),
        "basil": ("gold/basil-dev.gold.json", "texts/basil-dev.texts.jsonl.gz"),
        "leads": ("gold/leads-dev.gold.json", "texts/leads-dev.texts.jsonl.gz"),
    }
    for name, (gold, texts) in sets.items():
        out = json.loads(run([sys.executable, "score_stories.py", "--gold", gold, "--texts", texts, "--cmd", f"{PROGRAM} stories --format json", "--json"], folder))
        yield f"stories.{name}.bcubed", out["bcubed_f1"]
        for key in ("dup_precision", "dup_recall"):
            if key in out:
                yield f"stories.{name}.{key}", out[key]


def main():
    shared = os.path.abspath(sys.argv[1])
    floors = json.load(open(os.path.join(HERE, "floors.json"), encoding="utf8"))
    low = []
    for part in (cleaning, pages, entities, comparison, stories):
        for name, value in part(shared):
            floor = floors["at_least"].get(name)
            ceiling = floors["at_most"].get(name)
            mark = ""
            if floor is not None and (value is None or value < floor):
                mark = f"  UNDER {floor}"
                low.append(name)
            if ceiling is not None and (value is None or value > ceiling):
                mark = f"  OVER {ceiling}"
                low.append(name)
            print(f"{name:32} {value}{mark}", flush=True)
    if low:
        sys.exit("under the floors: " + ", ".join(low))


if __name__ == "__main__":
    main()
