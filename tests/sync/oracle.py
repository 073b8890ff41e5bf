#!/usr/bin/env python3
"""Merges sync files by the naive rule, independently of the program: of all values of a cell the greatest stamp wins.

    oracle.py FILE.json…          prints the rows that every device must have after merging them all
    oracle.py --check OUT FILE…   exit status 1 unless the rows of OUT are exactly those

Knows nothing of tables and types: values are compared as the bytes that stand in the files.
"""
import json
import sys

ZERO = (0, 0, "00000000-0000-0000-0000-000000000000", 0)


def spelled(value):
    """One spelling of JSON: keys sorted, no spaces, whole numbers without a fraction."""
    if isinstance(value, float):
        if value == int(value) and abs(value) < 2**53:
            return str(int(value))
        return repr(value)
    if isinstance(value, list):
        return "[" + ",".join(map(spelled, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{spelled(key)}:{spelled(value[key])}" for key in sorted(value, key=str.encode)) + "}"
    return json.dumps(value, ensure_ascii=False)


def cells(row):
    for register, value in row.get("f", {}).items():
        yield register, spelled(value), tuple(row["s"])
    for register, (value, stamp) in row.get("o", {}).items():
        yield register, spelled(value), tuple(stamp)


def rank(cell):
    value, stamp = cell
    return (stamp[0], stamp[1], stamp[2], value.encode(), stamp[3])


def merged(files):
    state = {}
    for name in files:
        with open(name, encoding="utf-8") as file:
            for row in json.load(file)["rows"]:
                held, made = state.setdefault((row["t"], row["id"]), ({}, [ZERO]))
                if not row.get("f") and not row.get("o"):
                    made[0] = max(made[0], tuple(row["s"]))
                for register, value, stamp in cells(row):
                    if value == "null" and stamp == ZERO:
                        continue
                    if register not in held or rank(held[register]) < rank((value, stamp)):
                        held[register] = (value, stamp)
    return state


def line(key, held, made):
    counts = {} if held else {made: 1}
    for _, stamp in held.values():
        counts[stamp] = counts.get(stamp, 0) + 1
    shared = max(counts, key=lambda stamp: (counts[stamp], stamp))
    text = f'{{"t":{spelled(key[0])},"id":"{key[1]}","s":{spelled(list(shared))},"f":{{'
    names = sorted(held, key=str.encode)
    text += ",".join(f"{spelled(name)}:{held[name][0]}" for name in names if held[name][1] == shared) + "}"
    others = [name for name in names if held[name][1] != shared]
    if others:
        text += ',"o":{' + ",".join(f"{spelled(name)}:[{held[name][0]},{spelled(list(held[name][1]))}]" for name in others) + "}"
    return text + "}"


def lines(state):
    shown = []
    for key, (held, made) in sorted(state.items(), key=lambda one: (one[0][0].encode(), one[0][1])):
        if any(stamp != ZERO for _, stamp in held.values()) or (not held and made[0] != ZERO):
            shown.append(line(key, held, made[0]))
    return shown


def rows_of(name):
    with open(name, encoding="utf-8") as file:
        text = file.read()
    start = text.index('"rows": [\n') + len('"rows": [\n')
    rows = text[start:text.rindex('\n],\n"checksum"')] if '\n],\n"checksum"' in text[start:] else ""
    return rows.split(",\n") if rows else []


def main(arguments):
    if arguments and arguments[0] == "--check":
        expected, found = lines(merged(arguments[2:])), rows_of(arguments[1])
        for ours, theirs in zip(expected, found):
            if ours != theirs:
                sys.exit(f"expected {ours}\n   found {theirs}")
        if len(expected) != len(found):
            sys.exit(f"expected {len(expected)} rows, found {len(found)}")
        print(f"{len(found)} rows agree")
    elif arguments:
        print(",\n".join(lines(merged(arguments))))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
