// What offices write, read: numbers in a cell, and blocks copied from Excel or LibreOffice. Pure: text in, values out.
// A cell holds {state: "value", value}, {state: "none"} (stated: nothing occurred) or {state: "missing"} (not stated).

export const LARGEST = Number.MAX_SAFE_INTEGER;

const SPACES = /[\s\u00a0\u2007\u2009\u200b\u202f\ufeff]+/g;
const DASHES = new Set(["-", "–", "—", "−", "‐", "‑"]);
const NONE_WORDS = new Set(["không", "không có", "không phát sinh"]);
const PLAIN = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*$/; // one kind of separator throughout, as the forms of the house read it
const WITH_ZEROS = /^(\d{1,3}(?:\.\d{3})*|\d+),0{1,2}$|^(\d+)\.0{1,2}$/; // "12,00": a column that Excel shows with decimals
const DECIMAL = /^[\d.]*\d,\d+$|^\d+\.\d+$|^[\d,]*\d\.\d+$/;
const DAY = /^\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{2}|\d{4}))?$|^\d{4}-\d{1,2}-\d{1,2}$/;
const NEGATIVE = /^[-–—−]\s*[\d.,]+$|^\([\d.,]+\)$/;

const refusal = (error, text) => ({ state: "refused", error, text });

const whole = (digits, text) => {
  const value = Number(digits);
  return value > LARGEST ? refusal("large", text) : { state: "value", value };
};

/** One cell as typed or pasted. Refused: {state: "refused", error: "decimal" | "day" | "negative" | "percent" | "large" | "text", text}. */
export const parseValue = (written) => {
  const text = String(written ?? "").normalize("NFC").replace(SPACES, " ").trim().replace(/^'/, "");
  if (text === "") return { state: "missing" };
  if (DASHES.has(text) || NONE_WORDS.has(text.toLocaleLowerCase("vi"))) return { state: "none" };
  const unsigned = text.replace(/^\+/, "");
  if (PLAIN.test(unsigned) || GROUPED.test(unsigned)) return whole(unsigned.replace(/[., ]/g, ""), text);
  if (WITH_ZEROS.test(unsigned)) return whole(unsigned.replace(/[.,]0{1,2}$/, "").replace(/\./g, ""), text);
  if (NEGATIVE.test(text)) return refusal("negative", text);
  if (/%$/.test(text)) return refusal("percent", text);
  if (DAY.test(text) && !/^\d+\.\d+$/.test(text)) return refusal("day", text);
  if (DECIMAL.test(unsigned)) return refusal("decimal", text);
  return refusal("text", text);
};

/** 1200 → "1.200"; the separator is that of the reader's language. */
export const writeNumber = (value, separator = ".") => String(value).replace(/\B(?=(\d{3})+$)/g, separator);

const QUOTED_END = /^[\t\r\n]/;

/** The text of a quoted cell that opens at `start`, and where it ends; null where the quote is only a sign in the text. */
const quoted = (text, start) => {
  let said = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') said += text[at];
    else if (text[at + 1] === '"') {
      said += '"';
      at += 1;
    } else return at + 1 === text.length || QUOTED_END.test(text.slice(at + 1)) ? { said, end: at + 1 } : null;
  }
  return null;
};

/** text/plain of a spreadsheet → rows of texts, all of one width. Quoted cells may hold tabs and line breaks. */
export const parseBlock = (text) => {
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    const opened = text[at] === '"' ? quoted(text, at) : null;
    let end = opened ? opened.end : at;
    if (!opened) while (end < text.length && !"\t\r\n".includes(text[end])) end += 1;
    rows.at(-1).push(opened ? opened.said : text.slice(at, end));
    if (end >= text.length) break;
    if (text[end] !== "\t") {
      if (text[end] === "\r" && text[end + 1] === "\n") end += 1;
      rows.push([]);
    }
    at = end + 1;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last.length <= 1 && !last[0]) rows.pop(); // the line end after the last row
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
};

/** Is this one cell, or a block? */
export const isBlock = (text) => /[\t\n\r]/.test(text.replace(/\r?\n$/, ""));

/** Rows of texts → what a spreadsheet takes. */
export const writeBlock = (rows) =>
  rows
    .map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\r\n");
