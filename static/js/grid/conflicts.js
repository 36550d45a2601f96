// Two people in one cell: both values, who and when; nothing is chosen beforehand, nothing is lost meanwhile.
import { Dialog, whenCalm } from "./dialogs.js";
import { make } from "./dom.js";
import { contentOf } from "./model.js";
import { written } from "./view.js";
import { say } from "./words.js";

const told = (content) => {
  const text = written(content) || say("missing");
  return content.note ? `${text} · ${content.note}` : text;
};

export class Conflicts {
  constructor(app) {
    this.app = app;
    this.open = new Map(); // address → {label, mine, theirs}
    this.isNew = false; // something has come that was not shown yet
    this.coming = false;
    this.dialog = new Dialog("grid-conflict");
    this.rows = this.dialog.find("rows");
    this.go = this.dialog.find("go");
    this.rows.addEventListener("change", () => this._count());
    for (const side of ["mine", "theirs"]) this.dialog.find(`all-${side}`).addEventListener("click", () => this._all(side));
    this.go.addEventListener("click", () => this._decide());
    this.dialog.onClosed(() => app.view.focus());
  }

  add(address, { label, entry, theirs }) {
    this.open.set(address, { label, mine: contentOf(entry), theirs });
    this.isNew = true;
  }

  drop(address) {
    this.open.delete(address);
  }

  /** By itself only for what is new, and only once nobody is typing; later on the reader asks for it. */
  ask() {
    if (!this.isNew || this.coming) return;
    this.coming = true;
    whenCalm(this.app, () => {
      this.coming = false;
      if (this.isNew) this.show();
    });
  }

  show() {
    if (!this.open.size || this.dialog.open) return;
    this.isNew = false;
    this.rows.replaceChildren(...[...this.open].map(([address, conflict], index) => this._row(address, conflict, index)));
    this.dialog.find("all").hidden = this.open.size < 2;
    this._count();
    this.dialog.show();
    this.dialog.title.focus();
  }

  _row(address, { label, mine, theirs }, index) {
    const who = theirs.who ? say("stated_by", { who: theirs.who, when: theirs.when }) : say("withdrawn");
    const choice = (side, text, note) =>
      make(
        "label",
        { class: "conflict-choice" },
        make("input", { type: "radio", name: `conflict-${index}`, value: side, class: "form-check-input" }),
        make("span", {}, make("b", {}, text), make("span", { class: "note" }, note)),
      );
    return make(
      "fieldset",
      { "data-address": address, class: "conflict-cell" },
      make("legend", {}, label),
      choice("theirs", told(contentOf(theirs)), who),
      choice("mine", told(mine), say("yours")),
    );
  }

  _all(side) {
    for (const input of this.rows.querySelectorAll(`input[value="${side}"]`)) input.checked = true;
    this._count();
  }

  _count() {
    this.go.disabled = this.rows.querySelectorAll("input:checked").length < this.rows.children.length;
  }

  _decide() {
    const decided = [...this.rows.children].map((row) => [row.dataset.address, row.querySelector("input:checked").value]);
    this.dialog.close();
    for (const [address, side] of decided) {
      const conflict = this.open.get(address);
      this.open.delete(address);
      if (conflict) this.app.decided(address, { mine: side === "mine", seen: conflict.theirs.seen ?? null });
    }
  }
}
