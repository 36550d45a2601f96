// Waiting cells outlive the page: one box in localStorage for each open page, named "grid|<key>|<page>". A page holds a
// lock on its box for as long as it lives; a box whose lock is free was left behind by a browser that was closed or
// killed, and the next page of the same person offers it. So no two tabs ever send the same box.

const PREFIX = "grid|";
const ALIVE_WITHOUT_LOCKS = 120_000; // milliseconds; where the browser has no locks, a box that was touched just now is alive

export const newId = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // no secure context: a plain address in an office's network
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** Takes the lock and keeps it while the page lives; false where another page has it. */
const hold = (name) => {
  if (!navigator.locks) return Promise.resolve(null);
  return new Promise((answer) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      answer(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });
};

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null; // not ours, or cut off
  }
};

export class Store {
  constructor({ key, saveUrl }) {
    this.person = `${PREFIX}${key.split("/")[0]}/`;
    this.name = `${PREFIX}${key}|${newId()}`;
    this.saveUrl = saveUrl;
    this.safe = true;
    this.held = hold(this.name);
  }

  keep(entries) {
    try {
      if (!entries.length) localStorage.removeItem(this.name);
      else {
        const page = location.pathname + location.search;
        localStorage.setItem(this.name, JSON.stringify({ save_url: this.saveUrl, page, at: Date.now(), entries }));
      }
      this.safe = true;
    } catch {
      this.safe = false; // storage refused or full: the page says so, and warns before it is left
    }
  }

  /** Boxes that nobody alive holds; each is held by this page from now on. [{name, save_url, page, at, entries}] */
  async orphans() {
    const found = [];
    let names = [];
    try {
      names = Object.keys(localStorage);
    } catch {
      return found;
    }
    for (const name of names) {
      if (!name.startsWith(this.person) || name === this.name) continue;
      const free = await hold(name);
      const box = free === false ? null : read(name);
      if (!box?.entries?.length) continue;
      if (free === null && Date.now() - box.at < ALIVE_WITHOUT_LOCKS) continue;
      found.push({ name, ...box });
    }
    return found;
  }

  drop(names) {
    for (const name of names) localStorage.removeItem(name);
  }
}
