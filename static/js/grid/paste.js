// What a pasted block would do, cell by cell, before anything is done. Pure.
import { MISSING, replaced, same } from "./model.js";
import { namedBy } from "./names.js";
import { parseValue } from "./parse.js";

/** Texts laid over the selection: one value fills it whole; a block begins at its first cell. */
const laid = (model, texts, from, to) => {
  const single = texts.length === 1 && texts[0].length === 1;
  const top = Math.min(from.r, to.r);
  const left = Math.min(from.c, to.c);
  const height = single ? Math.abs(from.r - to.r) + 1 : texts.length;
  const width = single ? Math.abs(from.c - to.c) + 1 : texts[0].length;
  const found = [];
  for (let r = 0; r < height; r += 1) {
    for (let c = 0; c < width; c += 1) {
      const text = single ? texts[0][0] : texts[r][c];
      const inside = top + r < model.height && left + c < model.width;
      found.push({ text, key: inside ? model.key(top + r, left + c) : null });
    }
  }
  return found;
};

/** A block with headings: each value goes where its names say; what they do not name begins at the selection. */
const laidByName = (model, texts, { rows, columns }, from) => {
  const found = [];
  const top = columns ? columns.at + 1 : 0;
  const left = rows ? rows.at + 1 : 0;
  for (let r = top; r < texts.length; r += 1) {
    for (let c = left; c < texts[r].length; c += 1) {
      const row = rows ? rows.places[r] : from.r + r - top;
      const column = columns ? columns.places[c] : from.c + c - left;
      const inside = row !== null && column !== null && row < model.height && column < model.width;
      found.push({ text: texts[r][c], key: inside ? model.key(row, column) : null });
    }
  }
  return found;
};

const judged = (model, { text, key }) => {
  const parsed = parseValue(text);
  if (key === null || !model.has(key)) return { kind: parsed.state === "missing" ? "blank" : "outside", text };
  const before = model.content(key);
  if (parsed.state === "missing") return { kind: before.state === "missing" ? "blank" : "clears", key, text, before, after: MISSING };
  if (parsed.state === "refused") return { kind: "refused", key, text, error: parsed.error, before };
  const after = replaced(before, parsed);
  if (same(before, after)) return { kind: "same", key, text, before };
  if (!model.open(key)) return { kind: "locked", key, text, before };
  return { kind: before.state === "missing" ? "new" : "replaced", key, text, before, after };
};

/** {lines, counts, named}; `kind` of a line: new, replaced, same, clears, blank, refused, locked or outside. */
export const planPaste = (model, texts, from, to = from) => {
  const names = namedBy(model, texts);
  const named = Boolean(names.rows || names.columns);
  const lines = (named ? laidByName(model, texts, names, from) : laid(model, texts, from, to))
    .map((each) => judged(model, each))
    .map((line) => (line.kind === "clears" && !model.open(line.key) ? { ...line, kind: "blank" } : line));
  const counts = { new: 0, replaced: 0, same: 0, clears: 0, blank: 0, refused: 0, locked: 0, outside: 0 };
  for (const line of lines) counts[line.kind] += 1;
  return { lines, counts, named };
};

/** Lands at once: everything goes into blank cells where the selection is, and nothing is refused or left out. */
export const landsAtOnce = ({ counts, named }) =>
  !named &&
  counts.replaced + counts.clears + counts.refused + counts.locked + counts.outside === 0;

/** The changes that a plan carries out; a blank overwrites only where that was chosen. */
export const changesOf = ({ lines }, { clearing = false } = {}) =>
  lines
    .filter(({ kind }) => kind === "new" || kind === "replaced" || (clearing && kind === "clears"))
    .map(({ key, after }) => ({ key, content: after }));
