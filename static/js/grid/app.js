// The grid as a whole: what each verb does with model, view, queue and dialogs.
import { Bar } from "./bar.js";
import { Conflicts } from "./conflicts.js";
import { Dialog } from "./dialogs.js";
import { Editor } from "./editor.js";
import { Fresh } from "./fresh.js";
import { Keys } from "./keys.js";
import { Leave } from "./leave.js";
import { Line } from "./line.js";
import { MISSING, Model, contentOf, replaced, same } from "./model.js";
import { Offer } from "./offer.js";
import { isBlock, parseBlock, parseValue, writeBlock } from "./parse.js";
import { landsAtOnce, planPaste, changesOf } from "./paste.js";
import { PasteField, PastePreview } from "./paste_preview.js";
import { Queue, addressOf, followed } from "./queue.js";
import { Sheet } from "./sheet.js";
import { SignIn } from "./sign_in.js";
import { Store, newId } from "./store.js";
import { View } from "./view.js";
import { say } from "./words.js";

export class App {
  constructor(data) {
    this.data = data;
    this.statuses = new Map(data.statuses);
    this.lastKey = 0;
    this.answered = 0; // sendings that were answered
    this.elsewhere = []; // refusals of cells that this page does not show
    this.model = new Model(data);
    this.byAddress = new Map(Object.entries(data.cells).map(([key, cell]) => [addressOf(cell), key]));
    this.store = new Store({ key: data.key, saveUrl: data.save_url });
    this.line = new Line({ saveUrl: data.save_url, freshUrl: data.fresh_url, signInUrl: data.sign_in_url, user: data.user });
    this.view = new View({ model: this.model, statuses: data.statuses });
    this.queue = new Queue({
      post: (entries) => this.line.save(entries),
      keep: (entries) => this.store.keep(entries),
      onState: () => this._state(),
      onResult: (result) => this._result(result),
      onAnswer: (answer) => this._answer(answer),
    });
    this.editor = new Editor({ view: this.view, model: this.model, onCommit: (typed) => this._typed(typed) });
    this.conflicts = new Conflicts(this);
    this.offer = new Offer(this);
    this.signIn = new SignIn(this);
    this.sheet = new Sheet(this);
    this.preview = new PastePreview(this);
    this.field = new PasteField(this);
    this.helpDialog = new Dialog("grid-help");
    this.bar = new Bar(this);
    this.keys = new Keys(this);
    this.view.onMove = () => this.bar.render();
    this.fresh = new Fresh(this);
    this.leave = new Leave(this);
    this._outside();
  }

  start() {
    const first = { r: 0, c: 0 };
    this.view.go(this.model.open(this.model.key(0, 0)) ? first : (this.view.next("row", 1) ?? first), { focus: false });
    this.bar.render();
    this.offer.look();
  }

  _outside() {
    window.addEventListener("online", () => this.queue.state === "down" && this.queue.resume());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && ["down", "signin"].includes(this.queue.state)) this.queue.resume(); // signed in on another tab, perhaps
    });
  }

  // Changing ---------------------------------------------------------------------------------------------------------
  edit(mode) {
    this.editor.start(mode);
  }

  _typed({ key, text, seen }) {
    const parsed = parseValue(text);
    if (parsed.state === "refused") {
      const reason = say(`refused_${parsed.error}`, { text: parsed.text });
      this.view.mark(key, "refused", { reason, text: parsed.text });
      this.bar.render();
      this.bar.announce(`${this.model.label(key)}: ${reason}`);
      return;
    }
    this.change([{ key, content: replaced(this.model.content(key), parsed) }], { seen });
  }

  /** One step: shown at once, sent, and undone together. */
  change(changes, { name = "", seen = undefined } = {}) {
    for (const { key } of changes) if (this.view.marks.get(key)?.text !== undefined) this.view.mark(key, null);
    const kept = this.model.apply(changes, name);
    this._send(kept, seen);
    if (kept.length > 1) this.bar.announce(say("changed_many", { count: kept.length }));
  }

  _send(kept, seen) {
    const at = Date.now();
    const entries = kept.map(({ key, after }) => {
      const { office, indicator, from, to, seen: known } = this.model.cells.get(key);
      const sawThen = (seen === undefined ? known : seen) ?? null;
      return { id: newId(), office, indicator, from, to, ...after, seen: sawThen, label: this.model.label(key), at };
    });
    for (const entry of entries) this.conflicts.drop(addressOf(entry));
    if (entries.length) this.queue.put(entries);
    this.bar.render();
  }

  clear() {
    const keys = this.view.selection.flat();
    for (const key of keys) if (this.view.marks.get(key)?.text !== undefined) this.view.mark(key, null);
    this.change(keys.filter((key) => this.model.open(key)).map((key) => ({ key, content: MISSING })));
  }

  fillDown() {
    this.change(this.model.filledDown(this.view.active, this.view.end), { name: "fill" });
    this.view.focus();
  }

  undo() {
    this._turned(this.model.undo(), "undone");
  }

  redo() {
    this._turned(this.model.redo(), "redone");
  }

  _turned(step, word) {
    if (!step) return this.bar.announce(say(`nothing_${word}`));
    for (const { key } of step.changes) this.view.mark(key, null);
    if (step.changes.length) this.view.go(this.model.places.get(step.changes[0].key));
    this._send(step.changes);
    const said = [say(word, { count: step.changes.length })];
    if (step.skipped) said.push(say("skipped", { count: step.skipped }));
    this.bar.announce(said.join(" "));
    if (step.skipped) document.dispatchEvent(new CustomEvent("toast", { detail: { state: "info", text: said.join(" ") } }));
  }

  // Clipboard --------------------------------------------------------------------------------------------------------
  /** Digits without separators: Excel reads 1.200 as 1,2 where its language is English. */
  copied() {
    const text = ({ state, value }) => (state === "value" ? String(value) : state === "none" ? "-" : "");
    const rows = this.view.selection.map((keys) => keys.map((key) => text(this.model.content(key))));
    this.bar.announce(say("copied", { count: rows.length * rows[0].length }));
    return writeBlock(rows);
  }

  paste(text) {
    const texts = isBlock(text) ? parseBlock(text) : [[text]];
    const plan = planPaste(this.model, texts, this.view.active, this.view.end);
    if (landsAtOnce(plan)) this.change(changesOf(plan), { name: "paste" });
    else this.preview.show(plan);
  }

  pasteField() {
    this.field.show();
  }

  // Dialogs ----------------------------------------------------------------------------------------------------------
  openSheet() {
    this.sheet.show(this.view.key);
  }

  help() {
    this.helpDialog.show();
  }

  /** Escape on a cell: a refused text goes, what the server holds is shown again. */
  dismiss() {
    const { key } = this.view;
    const mark = this.view.marks.get(key);
    if (mark?.kind !== "refused" && mark?.kind !== "changed") return;
    if (mark.kind === "refused" && mark.text === undefined) this.model.drafts.delete(key);
    this.view.mark(key, null);
    this.bar.render();
  }

  /** Where the files of evidence lie for what this cell states. */
  evidenceAddress({ seen, indicator, office, from, to }) {
    if (!seen) return "";
    const named = { INDICATOR: indicator, OFFICE: office, FROM: from, TO: to };
    return this.data.evidence_url.replace(/INDICATOR|OFFICE|FROM|TO/g, (name) => encodeURIComponent(named[name]));
  }

  // Answers ----------------------------------------------------------------------------------------------------------
  _state() {
    const kind = this.queue.state === "down" || this.queue.state === "signin" ? "waiting" : "sending";
    for (const address of this.queue.slots.keys()) {
      const key = this.byAddress.get(address);
      if (key && this.view.marks.get(key)?.kind !== kind) this.view.mark(key, kind);
    }
    if (this.queue.state === "signin" && this.queue.entries.length) this.signIn.ask();
    if (this.queue.state === "down" && this.said !== "down") this.bar.announce(say("down", { count: this.queue.waiting }));
    this.said = this.queue.state;
    this.bar.render();
  }

  _result({ result, entry, newer }) {
    const address = addressOf(entry);
    const key = this.byAddress.get(address);
    if (key === undefined) {
      if (result.result === "refused") this.elsewhere.push({ label: entry.label, reason: result.reason || say("refused") });
      if (result.result === "conflict") this.conflicts.add(address, { label: entry.label, entry, theirs: result.cell });
      return;
    }
    if (result.cell) this.model.learn(key, result.cell);
    for (const field of [this.editor, this.sheet]) if (field.key === key) field.seen = followed(field.seen, { result, entry });
    if (newer) return;
    if (result.result === "saved") {
      this.model.drafts.delete(key);
      this.view.mark(key, "saved");
    } else if (result.result === "conflict") {
      this.conflicts.add(address, { label: entry.label, entry, theirs: result.cell });
      this.view.mark(key, "conflict", { reason: say("conflict", { who: result.cell.who || say("somebody"), value: this._value(result.cell) }) });
    } else {
      const reason = this._reason(key, result.reason);
      this.view.mark(key, "refused", { reason });
      this.bar.announce(`${entry.label}: ${reason}`);
    }
  }

  /** The cell's name stands before the reason already. */
  _reason(key, said) {
    const { r } = this.model.places.get(key);
    return (said?.startsWith(`${this.model.rows[r].label}, `) ? said.replace(/^[^:]*: /, "") : said) || say("refused");
  }

  _value(cell) {
    return cell.text || say("missing");
  }

  _answer(answer) {
    this.answered += 1;
    this.learn({ cells: answer.cells ?? {}, totals: answer.totals }, { aloud: false });
    if (answer.saved_at) {
      this.bar.savedAt = answer.saved_at;
      if (!this.queue.waiting && answer.results.every(({ result }) => result === "saved")) this.bar.announceSaved();
    }
    if (this.conflicts.open.size) {
      this.bar.announce(say("undecided", { count: this.conflicts.open.size }));
      this.conflicts.ask();
    }
  }

  /** News of others' cells. What waits here is not touched: the server will say that somebody was faster. */
  learn({ cells, totals }, { aloud = true } = {}) {
    const changed = [];
    for (const [key, cell] of Object.entries(cells)) {
      if (!this.view.element(key)) continue;
      const busy = this.queue.has(addressOf(cell)) || this.model.drafts.has(key) || this.view.marks.get(key)?.text !== undefined;
      const other = (this.model.cells.get(key)?.seen ?? null) !== (cell.seen ?? null);
      if (this.model.learn(key, cell) && other && !busy) {
        changed.push(key);
        this.view.mark(key, "changed", { reason: say("changed_by", { who: cell.who || say("somebody"), when: cell.when }) });
      } else this.view.render(key);
    }
    this.view.totals(totals);
    if (aloud && changed.length) this.bar.announce(say("changed_meanwhile", { count: changed.length }));
    this.bar.render();
  }

  decided(address, { mine, seen }) {
    const key = this.byAddress.get(address);
    if (key && !mine) {
      this.model.drafts.delete(key);
      this.view.mark(key, null);
    }
    this.queue.decide(address, { mine, seen });
    this.bar.render();
  }

  // Session ----------------------------------------------------------------------------------------------------------
  sessionOver() {
    this.queue._stop("signin");
  }

  signedIn() {
    this.queue.resume();
    this.fresh.soon(0);
    this.bar.announce(say("signed_in"));
  }

  /** Cells of an earlier visit: shown in their places, sent like those typed now. */
  adopt(found) {
    const entries = found.filter((entry) => !this.queue.has(addressOf(entry))); // what was typed now is newer
    for (const entry of entries) {
      const key = this.byAddress.get(addressOf(entry));
      if (key && this.model.open(key) && !same(this.model.content(key), contentOf(entry))) this.model.drafts.set(key, contentOf(entry));
    }
    this.queue.put(entries.map((entry) => ({ ...entry, id: newId() })));
    this.view.renderAll();
  }
}
