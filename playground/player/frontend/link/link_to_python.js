// Asks Python for what is missing: one request at a time, because a request that comes too early ends the one before it.
import { isConnected } from "./connection.js";
import { Deeds } from "./commands.mjs";
import { nextAsk } from "./pull.mjs";
import { Wishes } from "./pending_changes.mjs";

/** Milliseconds after which an answer is taken for lost. */
const PATIENCE = 1500;

/**
 * Milliseconds without requests after a key or a click elsewhere on the page. Streamlit sends what is changed within a
 * moment as one; if that held a request of the player, which concerns its own part only, the rest would not be looked at.
 */
const HOLD = 300;

export class LinkToPython {
  #number = 0;
  #askedAt = -Infinity;
  #answeredAt = -Infinity;
  #heldUntil = -Infinity;
  #pageAwaitedUntil = -Infinity;

  /** @param {(ask: object) => void} send */
  constructor(send) {
    this.send = send;
    this.wishes = new Wishes();
    this.deeds = new Deeds();
  }

  /**
   * Something has come from Python.
   * @param {any} header
   * @param {boolean} anotherRun whether it is about another run than was asked about, so that no answer will come
   */
  receive(header, anotherRun) {
    this.wishes.check(header);
    this.deeds.check(header);
    // What is asked while the whole page is drawn anew may come before the player is on it again, and be lost.
    this.#pageAwaitedUntil = header.page_is_old ? performance.now() + PATIENCE : -Infinity;
    if (header.answers !== this.#number && !anotherRun) return;
    this.#askedAt = -Infinity;
    this.#answeredAt = performance.now();
  }

  /** Somebody does something elsewhere on the page. */
  hold() {
    this.#heldUntil = performance.now() + HOLD;
  }

  /**
   * Ask if something is missing and nothing is under way.
   * @param {Omit<import("./pull.mjs").Standing, "sinceAnswer">} standing
   * @param {object} position what every request says: the run, what is known of it, the epoch on the screen
   */
  pull(standing, position) {
    const now = performance.now();
    if (now - this.#askedAt < PATIENCE || now < Math.max(this.#heldUntil, this.#pageAwaitedUntil)) return;
    const missing = nextAsk({ ...standing, sinceAnswer: (now - this.#answeredAt) / 1000 });
    const wished = this.wishes.open;
    const deeds = this.deeds.open;
    if ((!missing && !wished && !deeds) || !isConnected()) return;
    this.#askedAt = now;
    this.#number += 1;
    this.send({ ...position, ...missing, ...wished, ...(deeds && { deeds }), number: this.#number });
  }
}
