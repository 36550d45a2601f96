// What others change meanwhile: asked for now and then while the page is looked at.

const EVERY = 20_000; // milliseconds

export class Fresh {
  constructor(app) {
    this.app = app;
    this.since = app.data.now;
    this.timer = null;
    document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(this.timer) : this.soon(0)));
    this.soon(EVERY);
  }

  soon(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._ask(), milliseconds);
  }

  async _ask() {
    const { app } = this;
    if (document.hidden) return;
    this.soon(EVERY);
    if (app.queue.state !== "idle" || app.queue.waiting || navigator.onLine === false) return;
    const { answered } = app;
    const outcome = await app.line.fresh(this.since);
    if (outcome.kind === "signin") return app.sessionOver();
    if (outcome.kind === "forbidden") return clearTimeout(this.timer);
    // What was asked before a saving ended is older than what it told.
    if (outcome.kind !== "ok" || answered !== app.answered || app.queue.waiting) return;
    this.since = outcome.answer.now;
    app.learn(outcome.answer);
  }
}
