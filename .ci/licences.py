#!/usr/bin/env python3
"""licences.py [--write]: the packages that a build of kiosque holds and their licences, in assets/third-party.md.

Without --write, fails when the list is not that of Cargo.lock, or a licence is none that deny.toml allows."""
import json
import re
import subprocess
import sys

LIST = "assets/third-party.md"


def packages():
    """Name, version, licence and repository of every package of a build, without those that only tests or builds need."""
    data = json.loads(subprocess.run(["cargo", "metadata", "--format-version", "1", "--locked"], check=True, capture_output=True).stdout)
    nodes = {n["id"]: n for n in data["resolve"]["nodes"]}
    seen, todo = set(), [data["resolve"]["root"]]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += [d["pkg"] for d in nodes[node]["deps"] if any(k["kind"] is None for k in d["dep_kinds"])]
    own = data["resolve"]["root"]
    return sorted((p["name"], p["version"], p["license"] or "", p["repository"] or "") for p in data["packages"] if p["id"] in seen and p["id"] != own)


def allowed(licence, allow):
    """True when an expression of licences can be met by those that are allowed."""
    either = re.split(r"\s+OR\s+|\s*/\s*", licence.replace("(", "").replace(")", "")) if " AND " not in licence else [licence]
    return any(all(part.strip(" ()") in allow or allowed(part.strip(" ()"), allow) for part in re.split(r"\s+AND\s+", one)) if " AND " in one else one.strip() in allow for one in either)


def main():
    found = packages()
    allow = set(re.findall(r'^  "([^"]+)",$', open("deny.toml", encoding="utf-8").read(), re.M))
    wrong = [f"{n} {v}: {l or 'no licence'}" for n, v, l, _ in found if not l or not allowed(l, allow)]
    rows = [f"| {n} | {v} | {l} | {r} |" for n, v, l, r in found]
    text = "\n".join(["# Packages that a build of kiosque holds", "", "| package | version | licence | where |", "|---|---|---|---|", *rows, ""])
    if "--write" in sys.argv:
        open(LIST, "w", encoding="utf-8").write(text)
    elif open(LIST, encoding="utf-8").read() != text:
        wrong.append(f"{LIST} is not that of Cargo.lock: .ci/licences.py --write makes it")
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
