// The table as the reader sees it: contents, marks, the cell where one is, the selection, the totals.
import { byId, hidden, make } from "./dom.js";
import { contentOf } from "./model.js";
import { writeNumber } from "./parse.js";
import { say, separator } from "./words.js";

export const NONE = "–";

export const written = ({ state, value, text }) =>
  state === "value" ? writeNumber(value, separator()) : state === "none" ? NONE : state === "text" ? text : "";

const MARKS = ["waiting", "sending", "saved", "refused", "conflict", "changed"];

export class View {
  constructor({ model, statuses }) {
    this.model = model;
    this.statuses = new Map(statuses);
    this.table = byId("grid");
    this.scroll = byId("grid-scroll");
    this.marks = new Map(); // key → {kind, reason, text}
    this.active = { r: 0, c: 0 };
    this.end = this.active;
    this.editing = null;
    this.elements = new Map();
    for (const element of this.table.querySelectorAll("[data-cell]")) this.elements.set(element.dataset.cell, element);
    this._prepare();
  }

  /** The table that the server wrote becomes a grid: one stop for Tab, arrows inside. */
  _prepare() {
    this.table.setAttribute("role", "grid");
    this.table.setAttribute("aria-multiselectable", "true");
    this.table.classList.add("is-live");
    for (const [key, element] of this.elements) {
      element.setAttribute("role", "gridcell");
      element.tabIndex = -1;
      this.render(key);
    }
    this.scroll.removeAttribute("tabindex");
  }

  element(key) {
    return this.elements.get(key);
  }

  get key() {
    return this.model.key(this.active.r, this.active.c);
  }

  /** The keys of the selection, row by row. */
  get selection() {
    return this.model.rectangle(this.active, this.end);
  }

  mark(key, kind, more = {}) {
    if (kind) this.marks.set(key, { kind, ...more });
    else this.marks.delete(key);
    this.render(key);
  }

  shown(key) {
    return this.marks.get(key)?.text ?? written(this.model.content(key));
  }

  render(key) {
    const element = this.element(key);
    if (!element || this.editing === key || !this.model.has(key)) return;
    const content = this.model.content(key);
    const cell = this.model.cells.get(key);
    const mark = this.marks.get(key);
    const text = this.shown(key);
    const look = element.classList;
    look.toggle("none", content.state === "none" && !mark?.text);
    look.toggle("missing", content.state === "missing" && !mark?.text);
    look.toggle("is-locked", Boolean(cell.locked));
    look.toggle("is-tentative", content.state === "value" && content.status !== "actual");
    look.toggle("has-note", Boolean(content.note));
    look.toggle("has-flag", Boolean(cell.flag));
    for (const name of MARKS) look.toggle(`is-${name}`, mark?.kind === name);
    if (this.model.open(key)) element.removeAttribute("aria-readonly");
    else element.setAttribute("aria-readonly", "true");
    if (mark?.kind === "refused") element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
    const said = this._said(content, cell, mark);
    element.replaceChildren(make("span", { class: "grid-text" }, text), said ? hidden(said) : "");
  }

  /** What colours and signs say, in words for those who listen. */
  _said(content, cell, mark) {
    const said = [];
    if (content.state === "missing" && !mark?.text) said.push(say("missing"));
    if (content.state === "none") said.push(say("none"));
    if (content.state !== "missing" && content.status !== "actual") said.push(this.statuses.get(content.status) ?? "");
    if (cell.locked) said.push(say("locked"));
    if (mark) said.push(say(`mark_${mark.kind}`));
    if (cell.flag) said.push(cell.flag);
    if (content.note) said.push(say("has_note"));
    return said.length ? ` (${said.join("; ")})` : "";
  }

  renderAll() {
    for (const key of this.elements.keys()) this.render(key);
  }

  /** Puts the reader into a cell; `extend` keeps the first corner of the selection. */
  go({ r, c }, { extend = false, focus = true } = {}) {
    const place = { r: Math.max(0, Math.min(r, this.model.height - 1)), c: Math.max(0, Math.min(c, this.model.width - 1)) };
    const left = this.key;
    const former = this.element(left);
    this.end = place;
    if (!extend) this.active = place;
    if (left !== this.key && this.marks.get(left)?.kind === "changed") this.mark(left, null); // it was looked at
    former.tabIndex = -1;
    this.element(this.key).tabIndex = 0;
    this._paint();
    const target = this.element(this.model.key(place.r, place.c));
    if (focus) {
      this.element(this.key).focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    this.onMove?.();
  }

  _paint() {
    const chosen = new Set(this.selection.flat());
    const many = chosen.size > 1;
    const here = this.key;
    for (const [key, element] of this.elements) {
      element.classList.toggle("here", key === here);
      element.classList.toggle("is-chosen", many && chosen.has(key));
      element.setAttribute("aria-selected", String(chosen.has(key)));
    }
    for (const heading of this.table.querySelectorAll("[data-row-head], [data-column-head]")) {
      const id = heading.dataset.rowHead ?? heading.dataset.columnHead;
      const line = heading.dataset.rowHead === undefined ? this.model.columns[this.active.c] : this.model.rows[this.active.r];
      heading.classList.toggle("is-here", line.id === id);
    }
  }

  focus() {
    this.element(this.key).focus({ preventScroll: true });
  }

  totals(totals) {
    for (const [id, { text, note }] of Object.entries(totals ?? {})) {
      const element = this.table.querySelector(`[data-total="${CSS.escape(id)}"]`);
      if (!element) continue;
      element.replaceChildren(text, note ? hidden(` (${note})`) : "");
      element.title = note;
    }
  }

  /** The nearest open cell after this one in reading order ("row") or down the columns ("column"); null at the end. */
  next(order, step) {
    const { height, width } = this.model;
    const count = height * width;
    const at = order === "row" ? this.active.r * width + this.active.c : this.active.c * height + this.active.r;
    for (let to = at + step; to >= 0 && to < count; to += step) {
      const place = order === "row" ? { r: Math.floor(to / width), c: to % width } : { r: to % height, c: Math.floor(to / height) };
      if (this.model.open(this.model.key(place.r, place.c))) return place;
    }
    return null;
  }

  /** What somebody else holds in that cell. */
  held(key) {
    return contentOf(this.model.cells.get(key));
  }
}
