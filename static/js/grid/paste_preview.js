// Before a paste replaces anything: how many cells are new, replaced, refused (and why), outside; then one step.
import { Dialog } from "./dialogs.js";
import { make } from "./dom.js";
import { changesOf } from "./paste.js";
import { written } from "./view.js";
import { say } from "./words.js";

const TOLD = ["new", "replaced", "same", "clears", "refused", "locked", "outside"];
const LISTED = ["refused", "locked", "outside", "replaced", "clears", "new"]; // what needs a look comes first
const AT_MOST = 60; // lines

export class PastePreview {
  constructor(app) {
    this.app = app;
    this.dialog = new Dialog("grid-paste");
    this.clearing = this.dialog.find("clearing");
    this.go = this.dialog.find("go");
    this.clearing.addEventListener("change", () => this._count());
    this.go.addEventListener("click", () => this._carry());
    this.dialog.onClosed(() => app.view.focus());
  }

  show(plan) {
    this.plan = plan;
    this.clearing.checked = false;
    const { counts } = plan;
    this.dialog.find("named").hidden = !plan.named;
    this.dialog.find("clearing-line").hidden = !counts.clears;
    this.dialog.find("counts").replaceChildren(
      ...TOLD.filter((kind) => counts[kind]).map((kind) =>
        make("li", { class: `paste-${kind}` }, make("b", {}, String(counts[kind])), ` ${say(`paste_${kind}`)}`),
      ),
    );
    const lines = LISTED.flatMap((kind) => plan.lines.filter((line) => line.kind === kind));
    this.dialog.find("lines").replaceChildren(...lines.slice(0, AT_MOST).map((line) => this._line(line)));
    const rest = lines.length - AT_MOST;
    this.dialog.find("rest").textContent = rest > 0 ? say("and_more", { count: rest }) : "";
    this._count();
    this.dialog.show();
    this.dialog.find("scroll").scrollTop = 0;
    this.go.focus();
  }

  _line({ kind, key, text, error, before, after }) {
    const { model } = this.app;
    const now = before ? written(before) || say("missing") : "";
    const then = after && kind !== "clears" ? written(after) : text;
    const reason = error ? say(`refused_${error}`, { text }) : kind === "locked" ? model.cells.get(key).locked : "";
    return make(
      "tr",
      { class: `paste-${kind}` },
      make("th", { scope: "row" }, key ? model.label(key) : say("outside")),
      make("td", { class: "n" }, now),
      make("td", { class: "n" }, then),
      make("td", {}, reason || say(`paste_${kind}`)),
    );
  }

  get changes() {
    return changesOf(this.plan, { clearing: this.clearing.checked });
  }

  _count() {
    const count = this.changes.length;
    this.go.querySelector("span").textContent = say("paste_go", { count });
    this.go.disabled = count === 0;
  }

  _carry() {
    const { changes } = this;
    this.dialog.close();
    this.app.change(changes, { name: "paste" });
  }
}

/** Where no key brings the clipboard (a phone): the block is put into a field. */
export class PasteField {
  constructor(app) {
    this.dialog = new Dialog("grid-paste-field");
    this.field = this.dialog.find("text");
    this.dialog.find("go").addEventListener("click", () => {
      const text = this.field.value;
      this.dialog.close();
      if (text.trim()) app.paste(text);
    });
    this.dialog.onClosed(() => app.view.focus());
    this.app = app;
  }

  show() {
    this.field.value = "";
    this.dialog.find("where").textContent = say("paste_where", { cell: this.app.model.label(this.app.view.key) });
    this.dialog.show();
    this.field.focus();
  }
}
