// Above the table: the cell where one is, in words, and the buttons. Below it: how far saving is, and what needs a look.
import { byId, make } from "./dom.js";
import { written } from "./view.js";
import { say } from "./words.js";

const SHOWN = 5; // lines of what needs a look
const FLICKER = 300; // milliseconds; a saving that is over sooner is not announced as under way

export class Bar {
  constructor(app) {
    this.app = app;
    this.where = byId("grid-where");
    this.what = byId("grid-what");
    this.state = byId("grid-state");
    this.again = byId("grid-again");
    this.issues = byId("grid-issues");
    this.live = byId("grid-live");
    this.savedAt = "";
    const acts = { undo: "undo", redo: "redo", fill: "fillDown", paste: "pasteField", sheet: "openSheet", help: "help" };
    for (const [id, verb] of Object.entries(acts)) {
      this[id] = byId(`grid-${id}-button`);
      this[id].addEventListener("click", () => app[verb]());
    }
    this.again.addEventListener("click", () => this._again());
    for (const part of ["tools", "bar", "foot", "keys"]) byId(`grid-${part}`).hidden = false;
  }

  /** To those who listen: once, when nothing else is being said. */
  announce(text) {
    this.live.textContent = "";
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.live.textContent = text), 60);
  }

  /** Not after each cell of a quick hand. */
  announceSaved() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.announce(say("saved_at", { when: this.savedAt })), 1500);
  }

  render() {
    this._here();
    this._saving();
    this._issues();
    const { model } = this.app;
    this.undo.setAttribute("aria-disabled", String(!model.done.length));
    this.redo.setAttribute("aria-disabled", String(!model.undone.length));
  }

  _here() {
    const { model, view } = this.app;
    const key = view.key;
    const cell = model.cells.get(key);
    const count = view.selection.flat().length;
    this.where.textContent = model.label(key);
    if (count > 1) {
      const numbers = view.selection.flat().map((each) => model.content(each)).filter(({ state }) => state === "value");
      const sum = numbers.reduce((total, { value }) => total + value, 0);
      this.what.replaceChildren(say("selected", { count, sum: written({ state: "value", value: sum }) }));
      return;
    }
    const unit = model.columns[view.active.c].unit || model.rows[view.active.r].note;
    const parts = this._parts(key, cell, unit);
    this.what.replaceChildren(...parts.flatMap((part, index) => (index ? [" · ", part] : [part])));
  }

  _parts(key, cell, unit) {
    const { model, view, statuses } = this.app;
    const content = model.content(key);
    const mark = view.marks.get(key);
    const text = view.shown(key);
    const parts = [text ? make("b", {}, content.state === "value" && unit ? `${text} ${unit}` : text) : say("missing")];
    if (content.state !== "missing" && content.status !== "actual") parts.push(statuses.get(content.status));
    if (mark?.reason) parts.push(make("span", { class: mark.kind === "changed" ? "grid-info" : "grid-bad" }, mark.reason));
    else if (cell.locked) parts.push(cell.locked);
    else if (cell.who) parts.push(say("stated_by", { who: cell.who, when: cell.when }));
    if (cell.locked && cell.url) parts.push(make("a", { href: cell.url }, say("open_records")));
    if (cell.flag && !mark?.reason) parts.push(make("span", { class: "grid-warn" }, cell.flag));
    if (content.note) parts.push(`“${content.note}”`);
    return parts;
  }

  _saving() {
    const { queue, store } = this.app;
    clearTimeout(this.flicker);
    const count = queue.waiting;
    const show = (kind, text, again = "") => {
      const unsafe = store.safe ? "" : ` ${say("storage_unsafe")}`;
      this.state.className = `state state-${kind}`;
      this.state.textContent = text + unsafe;
      this.again.hidden = !again;
      this.again.querySelector("span").textContent = again;
    };
    const offered = this.app.offer.count;
    if (queue.state === "down") show("warn", say(queue.trouble ? "trouble" : "down", { count }), say("again"));
    else if (queue.state === "signin") this._signedOut(show, queue.entries.length);
    else if (count) this.flicker = setTimeout(() => show("info", say("saving", { count })), this.savedAt ? FLICKER : 0);
    else if (queue.held.size) show("warn", say("undecided", { count: queue.held.size }), say("decide"));
    else if (offered) show("warn", say("left_behind", { count: offered }), say("show_them"));
    else if (this.savedAt) show("ok", say("saved_at", { when: this.savedAt }));
    else show("neutral", say("ready"));
  }

  _signedOut(show, count) {
    show("bad", count ? say("signed_out", { count }) : say("session_over"), say("sign_in"));
  }

  _again() {
    const { queue, offer } = this.app;
    if (queue.state === "signin") this.app.signIn.show();
    else if (queue.state === "down") queue.resume();
    else if (queue.held.size) this.app.conflicts.show();
    else if (offer.count) offer.show();
  }

  /** Refused, undecided, doubtful: the reason in words, and a way to the cell. */
  _issues() {
    const { model, view, elsewhere } = this.app;
    const bad = [...view.marks].filter(([, { kind }]) => kind === "refused" || kind === "conflict");
    const flagged = [...model.cells].filter(([key, { flag }]) => flag && !bad.some(([each]) => each === key));
    const lines = [
      ...bad.map(([key, { reason, kind, text }]) => this._line(key, text ? `${reason}` : reason, kind === "conflict" ? "warn" : "bad")),
      ...elsewhere.map(({ label, reason }) => make("li", { class: "grid-issue grid-issue-bad" }, make("b", {}, label), `: ${reason}`)),
      ...flagged.map(([key, { flag }]) => this._line(key, flag, "warn")),
    ];
    const rest = lines.length - SHOWN;
    const said = lines.map(({ textContent }) => textContent).join("\n");
    if (said === this.told) return; // the reader may stand on one of them
    this.told = said;
    this.issues.replaceChildren(...lines.slice(0, SHOWN), rest > 0 ? make("li", { class: "note" }, say("and_more", { count: rest })) : "");
    this.issues.hidden = !lines.length;
  }

  _line(key, reason, kind) {
    const { app } = this;
    const button = make("button", { type: "button", class: "grid-goto" }, app.model.label(key));
    button.addEventListener("click", () => {
      app.view.go(app.model.places.get(key));
      if (app.view.marks.get(key)?.kind === "conflict") app.conflicts.show();
    });
    return make("li", { class: `grid-issue grid-issue-${kind}` }, button, `: ${reason}`);
  }
}
