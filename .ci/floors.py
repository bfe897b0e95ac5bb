#!/usr/bin/env python3
"""Fails where a figure is under its floor, or over its ceiling.

`left_out.*` are the figures that the manifests of the models state: articles,
pairs or sites were left out of training in turn, so they are what to expect
elsewhere, and a model that is worse there does not land. With SHARED the
scorers are run too, over the program that KIOSQUE_PROGRAM names, else over
the release build: how much it was optimised changes no figure. What they say of `stories.*` and
`compare.pan.*` is of texts that nothing was learnt from; all others are of
texts that the shipped models were trained on, a smoke test against loss.

usage: floors.py [SHARED]     floors stand in floors.json beside this file
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
PROGRAM = os.environ.get("KIOSQUE_PROGRAM") or os.path.join(ROOT, "target", "release", "kiosque")


def run(argv, cwd):
    out = subprocess.run(argv, cwd=cwd, capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"{shlex.join(argv)} failed:\n{out.stdout}\n{out.stderr}")
    return out.stdout


def number(pattern, text):
    found = re.search(pattern, text)
    return float(found.group(1)) if found else None


def manifest(*path):
    with open(os.path.join(ROOT, "assets", *path), encoding="utf8") as f:
        return json.load(f)


def left_out():
    for language, name in (("fr", "manifest.json"), ("en", "manifest-names-en.json")):
        scores = manifest("entity", name)["scores"]
        # As the texts are, read with the rules.
        fold = next(s for s in scores if s["file"].startswith("a third of") and s["rules"] and "variant" not in s)
        yield f"left_out.names.{language}.f1", fold["all"][2]
        yield f"left_out.names.{language}.sure", fold["names"]["sure"]
    choice = next(s for s in manifest("entity", "choice.json")["scores"] if s["chosen"] and s["variant"] == "as they are")
    yield "left_out.names.choice.f1", choice["all"][2]
    yield "left_out.names.choice.sure", choice["names"]["sure"]
    speakers = next(s["left_out"] for s in manifest("fact", "speakers.json")["scores"] if s["set"] == "annotated")
    yield "left_out.speakers.right", speakers["right"]
    yield "left_out.speakers.wrong", speakers["wrong_without_doubt"]
    links = manifest("story", "links.json")["scores"]["left_out"]
    yield "left_out.links.sure.precision", links["sure"]["precision"]
    yield "left_out.links.likely.f1", links["likely"]["f1"]
    for name, score in manifest("clean", "manifest.json")["cross_validation"]["scores"].items():
        yield f"left_out.lines.{name.replace(' ', '.')}", score["shingle_f1"]
    blocks = manifest("ingest", "blocks.json")["cross_validation"]["scores"]
    whole = blocks["scrapinghub.jsonl.gz"]
    yield "left_out.blocks.scrapinghub", whole["runs"] / whole["pages"]
    snippets = blocks["trafilatura.jsonl.gz"]
    yield "left_out.blocks.trafilatura.found", snippets["found"] / snippets["wanted"]
    yield "left_out.blocks.trafilatura.lost", snippets["lost"]


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


def measured(shared):
    yield from left_out()
    if shared:
        for part in (cleaning, pages, entities, comparison, stories):
            yield from part(os.path.abspath(shared))


def main():
    floors = json.load(open(os.path.join(HERE, "floors.json"), encoding="utf8"))
    shared = sys.argv[1] if len(sys.argv) > 1 else None
    low, seen = [], set()
    for name, value in measured(shared):
        seen.add(name)
        floor = floors["at_least"].get(name)
        ceiling = floors["at_most"].get(name)
        mark = ""
        if floor is not None and (value is None or value < floor):
            mark = f"  UNDER {floor}"
            low.append(name)
        if ceiling is not None and (value is None or value > ceiling):
            mark = f"  OVER {ceiling}"
            low.append(name)
        print(f"{name:40} {value}{mark}", flush=True)
    if low:
        sys.exit("under the floors: " + ", ".join(low))
    asked = [n for n in (*floors["at_least"], *floors["at_most"]) if shared or n.startswith("left_out.")]
    missing = [n for n in asked if n not in seen]
    if missing:
        sys.exit("no figure for: " + ", ".join(missing))


if __name__ == "__main__":
    main()
