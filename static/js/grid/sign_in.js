// The session has ended: the reader signs in on this page, and what waits is sent. Only if it is the same person.
import { Dialog, whenCalm } from "./dialogs.js";
import { say } from "./words.js";

export class SignIn {
  constructor(app) {
    this.app = app;
    this.asking = false;
    this.dialog = new Dialog("grid-sign-in");
    this.password = this.dialog.find("password");
    this.fault = this.dialog.find("fault");
    this.dialog.find("username").value = app.data.user;
    this.dialog.find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this._try();
    });
    this.dialog.onClosed(() => app.view.focus());
  }

  /** Once, as soon as nobody is typing. */
  ask() {
    if (this.asking || this.dialog.open) return;
    this.asking = true;
    whenCalm(this.app, () => {
      this.asking = false;
      if (this.app.queue.state === "signin") this.show();
    });
  }

  show() {
    this.password.value = "";
    this._refuse("");
    const count = this.app.queue.entries.length;
    this.dialog.find("waits").textContent = count ? say("signin_waits", { count }) : say("signin_nothing");
    this.dialog.show();
    this.password.focus();
  }

  _refuse(reason) {
    this.fault.textContent = reason;
    this.fault.hidden = !reason;
  }

  async _try() {
    const button = this.dialog.find("go");
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const outcome = await this.app.line.signIn(this.app.data.user, this.password.value);
    button.removeAttribute("aria-busy");
    if (outcome.kind === "down") return this._refuse(say("signin_down"));
    if (outcome.kind === "refused") {
      this.password.select();
      return this._refuse(outcome.reason || say("signin_refused"));
    }
    if (outcome.user !== this.app.data.user) return this._refuse(say("signin_other", { user: this.app.data.user }));
    this.dialog.close();
    this.app.signedIn();
  }
}
