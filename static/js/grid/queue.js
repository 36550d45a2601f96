// Cells on their way to the server. Each waits here, and in the browser's storage, until the server has answered for it.
// One sending at a time; a cell that was sent and not answered is sent again as it was (the server takes it once),
// before a newer content of the same cell follows it.

import { contentOf, same } from "./model.js";

const AT_MOST = 500; // cells in one sending
const PAUSES = [1, 2, 4, 8, 15, 30]; // seconds between attempts while the line is down

export const addressOf = ({ office, indicator, from, to }) => [office, indicator, from, to].join("|");

/** What an author has before their eyes who began at `seen` and whose own `entry` was answered meanwhile. */
export const followed = (seen, { result, entry }) => {
  const mine = result.result === "saved" && (entry.seen ?? null) === seen && same(contentOf(entry), contentOf(result.cell));
  return mine ? (result.cell.seen ?? null) : seen;
};

export class Queue {
  /**
   * post(entries) → {kind: "ok", answer} | {kind: "down", trouble} | {kind: "signin"} | {kind: "forbidden" | "broken", reason}
   * keep(entries) writes what waits into storage. onState(queue), onResult({result, entry, newer}) for each cell that was
   * answered, onAnswer(answer) after all of them.
   */
  constructor({ post, keep, onState, onResult, onAnswer }) {
    Object.assign(this, { post, keep, onState, onResult, onAnswer });
    this.slots = new Map(); // address → {first, tried, next}
    this.held = new Map(); // address → entry whose conflict is not decided
    this.state = "idle";
    this.attempt = 0;
    this.timer = null;
  }

  /** Everything that the server has not taken, the newest content of each cell. */
  get entries() {
    const waiting = [...this.slots.values()].map(({ first, next }) => next ?? first);
    return [...waiting, ...this.held.values()];
  }

  get waiting() {
    return this.slots.size;
  }

  has(address) {
    return this.slots.has(address) || this.held.has(address);
  }

  put(entries) {
    for (const entry of entries) {
      const address = addressOf(entry);
      const slot = this.slots.get(address);
      if (!slot) this.slots.set(address, { first: entry, tried: false, next: null });
      else if (slot.tried) slot.next = { ...entry, seen: slot.next?.seen ?? entry.seen };
      else slot.first = { ...entry, seen: slot.first.seen }; // what was before the author's eyes when they began
      this.held.delete(address);
    }
    this._changed();
    if (this.state === "idle" || this.state === "down") this._soon(0);
  }

  /** A conflict is decided: theirs stays, or mine replaces what `seen` names. */
  decide(address, { mine, seen }) {
    const entry = this.held.get(address);
    this.held.delete(address);
    if (entry && mine) this.put([{ ...entry, seen }]);
    else this._changed();
  }

  /** The line may be back, or the reader has signed in again. */
  resume() {
    this.attempt = 0;
    if (this.state !== "sending") this.state = "idle";
    if (this.slots.size) this._soon(0);
    this.onState(this);
  }

  _changed() {
    this.keep(this.entries);
    this.onState(this);
  }

  _soon(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._send(), milliseconds);
  }

  async _send() {
    if (this.state === "sending" || !this.slots.size) return;
    if (navigator.onLine === false) return this._down(); // nothing has left: nothing is marked as tried
    const slots = [...this.slots.values()].slice(0, AT_MOST);
    for (const slot of slots) slot.tried = true;
    this.state = "sending";
    this.onState(this);
    const outcome = await this.post(slots.map(({ first }) => first));
    if (outcome.kind === "ok") this._take(slots, outcome.answer);
    else if (outcome.kind === "down") this._down(outcome.trouble);
    else if (outcome.kind === "signin") this._stop("signin");
    else this._refuse(slots, outcome);
  }

  _take(slots, answer) {
    const results = new Map(answer.results.map((result) => [result.id, result]));
    let answered = 0;
    for (const slot of slots) {
      const result = results.get(slot.first.id);
      if (!result) continue; // not answered: sent again
      answered += 1;
      this._settle(slot, result);
    }
    this.state = "idle";
    this.keep(this.entries);
    this.onAnswer(answer);
    if (!answered) return this._down();
    this.attempt = 0;
    this.onState(this);
    if (this.slots.size) this._soon(0);
  }

  _settle(slot, result) {
    const entry = slot.first;
    const address = addressOf(entry);
    const newer = slot.next;
    if (newer) {
      const seen = followed(entry.seen ?? null, { result, entry });
      Object.assign(slot, { first: { ...newer, seen }, tried: false, next: null });
    } else {
      this.slots.delete(address);
      if (result.result === "conflict") this.held.set(address, entry);
    }
    this.onResult({ result, entry, newer: Boolean(newer) });
  }

  _refuse(slots, { reason }) {
    this._take(slots, { results: slots.map(({ first }) => ({ id: first.id, result: "refused", reason })) });
  }

  _down(trouble = false) {
    this.state = "down";
    this.trouble = trouble;
    const pause = PAUSES[Math.min(this.attempt, PAUSES.length - 1)];
    this.attempt += 1;
    this._soon(pause * 1000);
    this.onState(this);
  }

  _stop(state) {
    this.state = state;
    this.onState(this);
  }
}
