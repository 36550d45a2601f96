// Leaving the page: what is being saved is waited for, what cannot be saved now is asked about.

const PATIENCE = 3000; // milliseconds that a link waits for the answer to a saving

const plainClick = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

export class Leave {
  constructor(app) {
    this.app = app;
    document.addEventListener("click", (event) => this._click(event));
    window.addEventListener("pagehide", () => app.editor.commit({ focus: false })); // into the box, at least
    window.addEventListener("beforeunload", (event) => {
      const typing = app.editor.open && app.editor.input.value !== app.editor.before;
      if (!app.queue.entries.length && !typing) return;
      event.preventDefault();
      event.returnValue = ""; // browsers of some years ago
    });
  }

  get _underWay() {
    const { queue } = this.app;
    return queue.waiting > 0 && (queue.state === "idle" || queue.state === "sending");
  }

  /** A click on a link ends the typing in a cell: the link waits until that cell is saved. */
  _click(event) {
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.origin !== location.origin || event.defaultPrevented || !plainClick(event)) return;
    if (link.hash && link.pathname === location.pathname) return;
    this.app.editor.commit({ focus: false });
    if (!this._underWay) return;
    event.preventDefault();
    const until = Date.now() + PATIENCE;
    const look = () => {
      if (this._underWay && Date.now() < until) setTimeout(look, 30);
      else location.assign(link.href);
    };
    look();
  }
}
