// Cells that a closed or killed browser left behind are shown at the next visit: to send, to throw away, or for later.
import { Dialog, whenCalm } from "./dialogs.js";
import { make } from "./dom.js";
import { addressOf } from "./queue.js";
import { written } from "./view.js";
import { say } from "./words.js";

const two = (number) => String(number).padStart(2, "0");

const stamp = (milliseconds) => {
  const at = new Date(milliseconds);
  return `${two(at.getHours())}:${two(at.getMinutes())} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

export class Offer {
  constructor(app) {
    this.app = app;
    this.boxes = [];
    this.dialog = new Dialog("grid-offer");
    this.dialog.find("send").addEventListener("click", () => this._send());
    this.throwAway = this.dialog.find("throw");
    this.throwAway.addEventListener("click", () => this._throw());
    this.dialog.onClosed(() => app.view.focus());
  }

  async look() {
    this.boxes = await this.app.store.orphans();
    if (this.boxes.length) whenCalm(this.app, () => this.show());
  }

  get count() {
    return this.boxes.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  get _here() {
    const path = (url) => url.split("?")[0]; // one cluster and period take each other's cells, whatever is shown of them
    return this.boxes.filter((box) => path(box.save_url) === path(this.app.data.save_url));
  }

  /** The newest content of each cell. */
  get _entries() {
    const newest = new Map();
    for (const entry of this._here.flatMap(({ entries }) => entries)) {
      const former = newest.get(addressOf(entry));
      if (!former || former.at <= entry.at) newest.set(addressOf(entry), entry);
    }
    return [...newest.values()];
  }

  show() {
    if (!this.boxes.length || this.dialog.open) return;
    const entries = this._entries;
    this.sure = false;
    this.throwAway.querySelector("span").textContent = say("offer_throw");
    this.dialog.find("cells").replaceChildren(
      ...entries.map((entry) => {
        const value = written(entry) || say("missing");
        const cells = [make("td", { class: "n" }, value), make("td", { class: "nowrap" }, stamp(entry.at))];
        return make("tr", {}, make("th", { scope: "row" }, entry.label), ...cells);
      }),
    );
    this.dialog.find("scroll").hidden = !entries.length;
    for (const part of ["send", "throw"]) this.dialog.find(part).hidden = !entries.length;
    const elsewhere = this.boxes.filter((box) => !this._here.includes(box));
    this.dialog.find("elsewhere").replaceChildren(
      ...elsewhere.map(({ page, entries: { length }, at }) =>
        make("p", {}, make("a", { href: page }, say("offer_elsewhere", { count: length, when: stamp(at) }))),
      ),
    );
    this.dialog.show();
    this.dialog.title.focus();
  }

  _send() {
    const boxes = this._here;
    this.app.adopt(this._entries); // in our own box before theirs goes
    this._drop(boxes);
  }

  _throw() {
    if (!this.sure) {
      this.sure = true;
      this.throwAway.querySelector("span").textContent = say("offer_sure", { count: this._entries.length });
      return;
    }
    this._drop(this._here);
  }

  _drop(boxes) {
    this.app.store.drop(boxes.map(({ name }) => name));
    this.boxes = this.boxes.filter((box) => !boxes.includes(box));
    this.dialog.close();
    this.app.bar.render();
  }
}
