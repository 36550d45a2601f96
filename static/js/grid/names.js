// A block copied with its headings says itself where it belongs: names of offices beside it, names of indicators above it.
// Pure.

const SPACES = /[\s\u00a0\u202f]+/g;
const LOOKED_AT = 3; // rows or columns at the block's edge that may hold names (running numbers stand before them)

const plain = (text) => text.normalize("NFC").replace(SPACES, " ").trim().toLocaleLowerCase("vi");

/** All the names a row or column goes by: "Cà Mau", "Giám sát", "Giám sát – Chuyên đề", "Giám sát, khảo sát". */
const namesOf = ({ label, under, title }) => {
  const full = (title ?? "").split(": ")[0];
  return [label, under ? `${under} – ${label}` : "", full].filter(Boolean).map(plain);
};

/** text → place among `lines`; null where no line, or more than one, goes by it. */
const finder = (lines) => {
  const names = lines.map(namesOf);
  return (text) => {
    const said = plain(text).replace(/ \([^)]*\)$/, ""); // "Giám sát (cuộc)"
    if (!said) return null;
    const exact = names.flatMap((each, place) => (each.includes(said) ? [place] : []));
    if (exact.length) return exact.length === 1 ? exact[0] : null;
    const ending = names.flatMap((each, place) => (said.endsWith(` ${each[0]}`) ? [place] : [])); // "Đoàn ĐBQH tỉnh Cà Mau"
    return ending.length === 1 ? ending[0] : null;
  };
};

/** The edge that holds names: {at, places} with a place (or null) for each text; null where there is none. */
const edge = (lines, find) => {
  for (let at = 0; at < Math.min(LOOKED_AT, lines.length); at += 1) {
    const places = lines[at].map(find);
    const known = places.filter((place) => place !== null);
    const said = lines[at].filter((text) => text.trim()).length;
    const mostly = known.length * 2 >= said - 2; // a heading and a total may stand among the names
    if (known.length && mostly && new Set(known).size === known.length) return { at, places };
  }
  return null;
};

const turned = (texts) => texts[0].map((_, c) => texts.map((row) => row[c]));

/** {rows, columns} as edges, or null for each that the block does not name. */
export const namedBy = (model, texts) => ({
  rows: texts[0].length > 1 ? edge(turned(texts), finder(model.rows)) : null,
  columns: texts.length > 1 ? edge(texts, finder(model.columns)) : null,
});
