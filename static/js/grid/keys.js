// Keys, mouse and clipboard: what each means. It does nothing itself; `app` has the verbs.
import { isBlock } from "./parse.js";

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGE = 10; // rows

export class Keys {
  constructor(app) {
    this.app = app;
    this.origin = null; // the column where a run of Tabs began: Enter returns to it, one row below
    this.leaving = false; // Escape, then Tab: out of the table
    const { table } = app.view;
    table.addEventListener("keydown", (event) => this._key(event));
    table.addEventListener("pointerdown", (event) => this._down(event));
    table.addEventListener("pointerover", (event) => this._over(event));
    table.addEventListener("click", (event) => this._click(event));
    table.addEventListener("dblclick", (event) => this._cell(event) && app.edit("edit"));
    document.addEventListener("pointerup", () => (this.dragging = false));
    for (const name of ["copy", "cut", "paste"]) document.addEventListener(name, (event) => this._clipboard(event));
  }

  _key(event) {
    if (event.isComposing) return;
    this.app.lastKey = Date.now();
    const done = this.app.editor.open ? this._whileEditing(event) : this._inTable(event);
    if (done) event.preventDefault();
    if (event.key !== "Escape" && event.key !== "Shift") this.leaving = false;
  }

  _whileEditing(event) {
    const { app } = this;
    const plain = !event.ctrlKey && !event.metaKey;
    if (event.key === "Escape") app.editor.cancel();
    else if (event.key === "Enter" && event.altKey) app.editor.commit(), app.openSheet();
    else if (event.key === "Enter") app.editor.commit(), this._enter(event.shiftKey);
    else if (event.key === "Tab") app.editor.commit(), this._tab(event.shiftKey, true);
    else if (event.key in ARROWS && app.editor.mode === "type" && plain && !event.shiftKey) {
      app.editor.commit();
      this._arrow(event);
    } else if (event.key === "F2") app.editor.mode = "edit";
    else return false;
    return true;
  }

  _inTable(event) {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey) return this._command(event);
    if (event.altKey && event.key !== "Enter") return false;
    const { app } = this;
    switch (event.key) {
      case "Enter":
        return event.altKey ? app.openSheet() || true : this._enter(event.shiftKey);
      case "Tab":
        return this._tab(event.shiftKey, false);
      case "F2":
        return app.edit("edit") || true;
      case "Escape":
        this.leaving = true;
        return app.dismiss() || true;
      case "Delete":
      case "Backspace":
        return app.clear() || true;
      case "?":
        return app.help() || true;
      case "Home":
      case "End":
        return this._to({ r: app.view.end.r, c: event.key === "Home" ? 0 : app.model.width - 1 }, event);
      case "PageUp":
      case "PageDown":
        return this._to({ r: app.view.end.r + (event.key === "PageUp" ? -PAGE : PAGE), c: app.view.end.c }, event);
      default:
        if (event.key in ARROWS) return this._arrow(event);
        // The field opens before the sign arrives, and the sign goes into it: not prevented.
        if (event.key === " ") return true;
        if (event.key.length === 1 || event.key === "Process" || event.key === "Unidentified") app.edit("type");
        return false;
    }
  }

  _command(event) {
    const { app } = this;
    const { height, width } = app.model;
    switch (event.key.toLowerCase()) {
      case "z":
        return (event.shiftKey ? app.redo() : app.undo()) || true;
      case "y":
        return app.redo() || true;
      case "d":
        return app.fillDown() || true;
      case "a":
        app.view.go({ r: 0, c: 0 });
        app.view.go({ r: height - 1, c: width - 1 }, { extend: true });
        return true;
      case "home":
        return this._to({ r: 0, c: 0 }, event);
      case "end":
        return this._to({ r: height - 1, c: width - 1 }, event);
      default:
        if (!(event.key in ARROWS)) return false;
        return this._to(this._edge(ARROWS[event.key]), event);
    }
  }

  _edge([dr, dc]) {
    const { end } = this.app.view;
    const { height, width } = this.app.model;
    return { r: dr < 0 ? 0 : dr > 0 ? height - 1 : end.r, c: dc < 0 ? 0 : dc > 0 ? width - 1 : end.c };
  }

  _to(place, event) {
    this.origin = null;
    this.app.view.go(place, { extend: event.shiftKey });
    return true;
  }

  _arrow(event) {
    const [dr, dc] = ARROWS[event.key];
    const from = event.shiftKey ? this.app.view.end : this.app.view.active;
    return this._to({ r: from.r + dr, c: from.c + dc }, event);
  }

  /** Down the column; from its foot to the head of the next, so that a hand on the number pad never leaves it. */
  _enter(back) {
    const { view, model } = this.app;
    if (this.origin !== null && !back && view.active.r + 1 < model.height) {
      view.go({ r: view.active.r + 1, c: this.origin });
      this.origin = null;
      return true;
    }
    this.origin = null;
    const place = view.next("column", back ? -1 : 1);
    if (place) view.go(place);
    return true;
  }

  /** To the next cell of the row; out of the table behind the last, or after Escape. */
  _tab(back, edited) {
    const { view } = this.app;
    const place = view.next("row", back ? -1 : 1);
    if (!edited && (this.leaving || !place)) return false;
    if (!place) return true;
    if (!back) this.origin ??= view.active.c;
    view.go(place);
    return true;
  }

  _cell(event) {
    const element = event.target.closest("[data-cell]");
    return element && !this.app.editor.open ? this.app.model.places.get(element.dataset.cell) : null;
  }

  _down(event) {
    this.pointer = event.pointerType;
    const element = event.target.closest("[data-cell]");
    if (!element || event.button !== 0 || event.target.closest("input")) return;
    this.app.lastKey = Date.now();
    if (this.app.editor.open) this.app.editor.commit({ focus: false });
    if (event.pointerType === "touch") return;
    event.preventDefault(); // no text is selected by dragging
    this.origin = null;
    this.dragging = true;
    this.app.view.go(this.app.model.places.get(element.dataset.cell), { extend: event.shiftKey });
  }

  _over(event) {
    if (!this.dragging || !(event.buttons & 1)) return;
    const place = this._cell(event);
    if (place) this.app.view.go(place, { extend: true });
  }

  /** A finger opens the cell's sheet: there is no room for a field in the cell, nor a key to move on with. */
  _click(event) {
    if (this.pointer !== "touch") return;
    const place = this._cell(event);
    if (!place) return;
    this.app.view.go(place);
    this.app.openSheet();
  }

  _clipboard(event) {
    const { app } = this;
    if (!app.view.table.contains(document.activeElement)) return;
    if (app.editor.open) {
      const text = event.type === "paste" ? event.clipboardData.getData("text/plain") : "";
      if (!isBlock(text)) return; // within the field, as in any other
      app.editor.cancel();
    }
    event.preventDefault();
    if (event.type === "paste") app.paste(event.clipboardData.getData("text/plain"));
    else {
      event.clipboardData.setData("text/plain", app.copied());
      if (event.type === "cut") app.clear();
    }
  }
}
