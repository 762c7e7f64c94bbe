#!/usr/bin/env python3
"""Writes src/internal/unicode-assigned.ts from Python's own Unicode tables.

Python 3.11 carries Unicode 14.0.0; another version is refused, because identities are pinned to it.
"""
import pathlib
import unicodedata

VERSION = "14.0.0"
if unicodedata.unidata_version != VERSION:
    raise SystemExit(f"needs Unicode {VERSION}, this Python has {unicodedata.unidata_version}")


def base36(n: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while True:
        n, rest = divmod(n, 36)
        out = digits[rest] + out
        if n == 0:
            return out


edges, inside = [], False
for code in range(0x110000):
    # Surrogates count as unassigned here: no scalar value may be one.
    assigned = unicodedata.category(chr(code)) not in ("Cn", "Cs")
    if assigned != inside:
        edges.append(code)
        inside = assigned
if inside:
    edges.append(0x110000)

deltas, previous = [], 0
for edge in edges:
    deltas.append(base36(edge - previous))
    previous = edge

text, line = "", ""
for delta in deltas:
    if len(line) + len(delta) + 1 > 100:
        text += f"  '{line}' +\n"
        line = ""
    line += delta + " "
text += f"  '{line.strip()}';\n"

target = pathlib.Path(__file__).parent.parent / "src" / "internal" / "unicode-assigned.ts"
target.write_text(
    f"""/**
 * Code points assigned in Unicode {VERSION}, without surrogates. Written by scripts/write-assigned.py; do not edit.
 *
 * Alternating starts and ends of ranges, each as its distance from the one before, in base 36.
 */
const EDGES: string =
{text}
/** Starts and ends of the assigned ranges, ascending; even positions start one, odd positions end it. */
export const ASSIGNED_EDGES: readonly number[] = Object.freeze(
  EDGES.split(' ').reduce<number[]>((edges, delta) => {{
    edges.push((edges.at(-1) ?? 0) + Number.parseInt(delta, 36));
    return edges;
  }}, []),
);
"""
)
print(f"{len(edges) // 2} ranges")
