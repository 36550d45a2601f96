// Dialogs of the page. One stands open at a time; those that open by themselves wait until nobody is typing.
import { byId } from "./dom.js";

const CALM_AFTER = 900; // milliseconds without a key
const LOOK_EVERY = 150;

export class Dialog {
  constructor(id) {
    this.element = byId(id);
    this.title = this.element.querySelector("h2");
    for (const button of this.element.querySelectorAll("[data-dismiss]")) button.addEventListener("click", () => this.close());
  }

  find(part) {
    return this.element.querySelector(`[data-part="${part}"]`);
  }

  get open() {
    return this.element.open;
  }

  show() {
    if (!this.open) this.element.showModal();
  }

  close() {
    this.element.close();
  }

  onClosed(act) {
    this.element.addEventListener("close", act);
  }
}

export const anyOpen = () => document.querySelector("dialog[open]") !== null;

/** Calls `act` once no field is open, no dialog stands, and the keys have rested for a moment. */
export const whenCalm = (app, act) => {
  const look = () => {
    if (app.editor.open || anyOpen() || Date.now() - app.lastKey < CALM_AFTER) setTimeout(look, LOOK_EVERY);
    else act();
  };
  look();
};
