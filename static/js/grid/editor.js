// The field inside a cell. It takes the key that opened it, so that input methods begin in it; what leaves it is text.
import { make } from "./dom.js";
import { written } from "./view.js";

export class Editor {
  constructor({ view, model, onCommit }) {
    Object.assign(this, { view, model, onCommit });
    this.input = null;
  }

  get open() {
    return this.input !== null;
  }

  /** "type": what is typed replaces the cell; "edit": the caret stands behind what is there. */
  start(mode) {
    const key = this.view.key;
    if (this.open || !this.model.open(key)) return false;
    const element = this.view.element(key);
    const mark = this.view.marks.get(key);
    const content = this.model.content(key);
    const text = mode === "type" ? "" : (mark?.text ?? (content.state === "value" ? String(content.value) : written(content)));
    this.key = key;
    this.mode = mode;
    this.before = text;
    this.seen = this.model.cells.get(key).seen ?? null; // what the author had before their eyes
    const label = this.model.label(key);
    this.input = make("input", { class: "grid-input", inputmode: "numeric", autocomplete: "off", "aria-label": label });
    this.input.value = text;
    this.input.addEventListener("blur", () => setTimeout(() => this._left(), 0));
    this.view.editing = key;
    element.classList.add("is-editing");
    element.append(this.input); // over the text, which keeps the column's width
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(text.length, text.length);
    return true;
  }

  /** Another window is no reason to close the field; another place on the page is. */
  _left() {
    if (this.open && document.activeElement !== this.input) this.commit({ focus: false });
  }

  commit({ focus = true } = {}) {
    if (!this.open) return;
    const { key, seen } = this;
    const text = this.input.value;
    const changed = this.mode === "type" ? text.trim() !== "" : text !== this.before;
    this._close(focus);
    if (changed) this.onCommit({ key, text, seen });
  }

  cancel() {
    if (this.open) this._close(true);
  }

  _close(focus) {
    this.input = null;
    this.view.editing = null;
    this.view.element(this.key).classList.remove("is-editing");
    this.view.render(this.key);
    if (focus) this.view.focus();
  }
}
