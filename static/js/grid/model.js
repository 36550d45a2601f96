// The table as data: what the server holds, what was typed and is not answered yet, and the steps that can be undone.
// Pure: it knows neither page nor network. A cell's content is {state, value, status, note}.

export const MISSING = Object.freeze({ state: "missing", value: null, status: "actual", note: "" });

export const contentOf = ({ state, value, status, note }) =>
  state === "missing"
    ? MISSING
    : { state, value: state === "value" ? value : null, status: status || "actual", note: note || "" };

export const same = (one, other) =>
  one.state === other.state && one.value === other.value && one.status === other.status && one.note === other.note;

/** What stands in a cell after a value was typed or pasted over it: its status and note stay with it. */
export const replaced = (former, parsed) => {
  if (parsed.state === "missing") return MISSING;
  const kept = former.state === "missing" ? MISSING : former;
  return { state: parsed.state, value: parsed.state === "value" ? parsed.value : null, status: kept.status, note: kept.note };
};

export class Model {
  constructor({ rows, columns, cells }) {
    this.rows = rows;
    this.columns = columns;
    this.cells = new Map(Object.entries(cells)); // as the server said last
    this.drafts = new Map(); // content that the server has not taken yet
    this.places = new Map();
    rows.forEach((row, r) => columns.forEach((column, c) => this.places.set(`${row.id}|${column.id}`, { r, c })));
    this.done = [];
    this.undone = [];
  }

  get height() {
    return this.rows.length;
  }

  get width() {
    return this.columns.length;
  }

  key(r, c) {
    return `${this.rows[r].id}|${this.columns[c].id}`;
  }

  has(key) {
    return this.cells.has(key);
  }

  open(key) {
    return this.has(key) && !this.cells.get(key).locked;
  }

  label(key) {
    const { r, c } = this.places.get(key);
    const { label, under } = this.columns[c];
    return `${this.rows[r].label} · ${under ? `${under} – ` : ""}${label}`;
  }

  /** What the reader sees as the cell's content. */
  content(key) {
    return this.drafts.get(key) ?? contentOf(this.cells.get(key));
  }

  /** The cell as the server holds it now; true where that is news. */
  learn(key, cell) {
    const news = !this.has(key) || !same(contentOf(this.cells.get(key)), contentOf(cell));
    this.cells.set(key, cell);
    return news;
  }

  /** One step of changes [{key, content}]; those that change nothing are left out. Returns what is to be sent. */
  apply(changes, name = "") {
    const kept = this._carry(changes);
    if (kept.length) {
      this.done.push({ name, changes: kept });
      this.undone = [];
    }
    return kept;
  }

  /** Takes the last step back. What somebody else has changed since then is left alone and counted in `skipped`. */
  undo() {
    return this._turn(this.done, this.undone, "after", "before");
  }

  redo() {
    return this._turn(this.undone, this.done, "before", "after");
  }

  _turn(from, to, expected, wanted) {
    const step = from.pop();
    if (!step) return null;
    const free = step.changes.filter(({ key, [expected]: was }) => this.open(key) && same(this.content(key), was));
    const changes = this._carry(free.map(({ key, [wanted]: content }) => ({ key, content })));
    if (free.length) to.push({ name: step.name, changes: free });
    return { name: step.name, changes, skipped: step.changes.length - free.length };
  }

  _carry(changes) {
    const kept = [];
    for (const { key, content } of changes) {
      const before = this.content(key);
      if (!this.open(key) || same(before, content)) continue;
      this.drafts.set(key, content);
      kept.push({ key, before, after: content });
    }
    return kept;
  }

  /** The keys of a rectangle, row by row. */
  rectangle({ r: r1, c: c1 }, { r: r2, c: c2 }) {
    const rows = [];
    for (let r = Math.min(r1, r2); r <= Math.max(r1, r2); r += 1) {
      const keys = [];
      for (let c = Math.min(c1, c2); c <= Math.max(c1, c2); c += 1) keys.push(this.key(r, c));
      rows.push(keys);
    }
    return rows;
  }

  /** Fill down: the first row's contents into those below it. One row alone takes what stands above it. Notes stay behind. */
  filledDown(from, to) {
    const top = Math.min(from.r, to.r);
    const alone = from.r === to.r;
    if (alone && top === 0) return [];
    const first = alone ? top - 1 : top;
    const below = this.rectangle({ r: first, c: from.c }, to).slice(1);
    return below.flatMap((keys) =>
      keys.flatMap((key) => {
        const { c } = this.places.get(key);
        const source = this.key(first, c);
        if (!this.has(key) || !this.has(source)) return [];
        const content = this.content(source);
        const note = content.state === "missing" ? "" : this.content(key).note;
        return [{ key, content: contentOf({ ...content, note }) }];
      }),
    );
  }
}
