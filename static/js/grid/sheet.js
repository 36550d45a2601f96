// The sheet of one cell: value, status, note, who and when, the records behind it. On a phone this is how one enters.
import { Dialog } from "./dialogs.js";
import { make } from "./dom.js";
import { contentOf } from "./model.js";
import { parseValue } from "./parse.js";
import { written } from "./view.js";
import { say } from "./words.js";

export class Sheet {
  constructor(app) {
    this.app = app;
    this.dialog = new Dialog("grid-sheet");
    const { dialog } = this;
    for (const name of ["value", "status", "note", "form", "fault", "meta", "links", "fields"]) this[name] = dialog.find(name);
    for (const [code, label] of app.data.statuses) this.status.append(make("option", { value: code }, label));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this._save();
    });
    this.value.addEventListener("input", () => this._refuse(""));
    dialog.find("none").addEventListener("click", () => this._put("-"));
    dialog.find("clear").addEventListener("click", () => this._put(""));
    dialog.onClosed(() => app.view.focus());
  }

  _put(text) {
    this.value.value = text;
    this._refuse("");
    if (text === "") this.note.value = "";
    this.value.focus();
  }

  show(key) {
    const { model, view } = this.app;
    const cell = model.cells.get(key);
    const content = model.content(key);
    const open = model.open(key);
    const mark = view.marks.get(key);
    this.key = key;
    this.seen = cell.seen ?? null;
    this.dialog.title.textContent = model.label(key);
    this.value.value = mark?.text ?? (content.state === "value" ? written(content) : content.state === "none" ? "-" : "");
    this.status.value = content.status;
    this.note.value = content.note;
    this.fields.hidden = !open;
    this.dialog.find("save").hidden = !open;
    this._refuse(mark?.kind === "refused" ? mark.reason : "");
    this._tell(cell, content, open);
    this.dialog.show();
    if (open) this.value.select();
  }

  _tell(cell, content, open) {
    const lines = [];
    if (!open) lines.push(`${written(content) || say("missing")} · ${cell.locked}`);
    if (cell.who) lines.push(say("stated_by", { who: cell.who, when: cell.when }));
    if (cell.flag) lines.push(cell.flag);
    this.meta.replaceChildren(...lines.map((line) => make("p", {}, line)));
    const links = [];
    if (cell.url) links.push(make("a", { href: cell.url }, say("open_records")));
    const evidence = this.app.evidenceAddress(cell);
    if (evidence) links.push(make("a", { href: evidence }, say("open_evidence")));
    this.links.replaceChildren(...links);
    this.links.hidden = !links.length;
  }

  _refuse(reason) {
    this.fault.textContent = reason;
    this.fault.hidden = !reason;
    this.value.classList.toggle("is-invalid", Boolean(reason));
    if (reason) this.value.setAttribute("aria-invalid", "true");
    else this.value.removeAttribute("aria-invalid");
  }

  _save() {
    const parsed = parseValue(this.value.value);
    const note = this.note.value.trim();
    if (parsed.state === "refused") return this._refuse(say(`refused_${parsed.error}`, { text: parsed.text }));
    if (parsed.state === "missing" && note) return this._refuse(say("note_alone"));
    this.dialog.close();
    const content = contentOf({ state: parsed.state, value: parsed.value ?? null, status: this.status.value, note });
    this.app.change([{ key: this.key, content }], { seen: this.seen });
  }
}
