// Asks Python for what is missing: one request at a time, because a request that comes too early ends the one before it.
import { isConnected } from "./connection.js";
import { knownRuns, nextRequest } from "./pull.mjs";

/** Milliseconds after which an answer is taken for lost. */
const PATIENCE = 1500;

/** The same for an answer to what brings a table of thousands of rows: what is asked meanwhile would end its drawing. */
const PATIENCE_WITH_TABLES = 10_000;

/**
 * The same for the whole page to be drawn anew: then it says all by itself. What is asked while it is drawn may find no player
 * on it, and one that asks just before the end is taken off the page for a moment.
 */
const PATIENCE_WITH_PAGE = 10_000;

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
  #onlyTells = false;
  #sentViewpoint = "";
  #toldViewpoint = "";
  /** What somebody waits for to be told though it moves on. @type {{viewpoint: object, text: string, isTold: () => void} | null} */
  #awaited = null;

  /**
   * @param {(request: object) => void} send
   * @param {{commands: import("./commands.mjs").Commands, pendingChanges: import("./pending_changes.mjs").PendingChanges}} store
   *   what is to be told
   */
  constructor(send, { commands, pendingChanges }) {
    this.send = send;
    this.commands = commands;
    this.pendingChanges = pendingChanges;
  }

  /**
   * Something has come from Python.
   * @param {import("../shared/types").Header} header
   * @param {boolean} anotherRun whether it is about another run than was asked about, so that no answer will come
   */
  receive(header, anotherRun) {
    this.pendingChanges.check(header);
    this.commands.check(header);
    this.#pageAwaitedUntil = header.page_is_old ? performance.now() + PATIENCE_WITH_PAGE : -Infinity;
    if (header.answers !== this.#number && !anotherRun) return;
    // Not when it is sent: what is asked while the page is drawn anew may be lost.
    this.#toldViewpoint = this.#sentViewpoint;
    if (anotherRun || this.#awaited?.text === this.#sentViewpoint) this.#endWaiting();
    this.#askedAt = -Infinity;
    this.#answeredAt = performance.now();
  }

  /** Somebody does something elsewhere on the page. */
  hold() {
    this.#heldUntil = performance.now() + HOLD;
  }

  /**
   * Tell what is looked at in this moment, though it is another one in the next; who waits already goes on with this one.
   * @param {object} viewpoint
   * @returns {Promise<void> | null} fulfilled when Python knows it; null if it does
   */
  tell(viewpoint) {
    const text = JSON.stringify(viewpoint);
    if (text === this.#toldViewpoint) return null;
    const earlier = this.#awaited;
    return new Promise((resolve) => {
      const isTold = () => {
        earlier?.isTold();
        resolve();
      };
      this.#awaited = { viewpoint, text, isTold };
    });
  }

  #endWaiting() {
    this.#awaited?.isTold();
    this.#awaited = null;
  }

  /**
   * Ask if something is missing and nothing is under way.
   * @param {Omit<import("./pull.mjs").Progress, "sinceAnswer">} progress
   * @param {{viewpoint: object, link: number}} known what every request says: the runs on the screen, what is looked at, the last link
   * @returns {boolean} whether nothing is missing, and no answer is awaited
   */
  pull(progress, known) {
    const now = performance.now();
    const isWaiting = now - this.#askedAt < (this.commands.newest("open_kept") ? PATIENCE_WITH_TABLES : PATIENCE);
    // Nobody needs the answer to a request that only tells what is looked at: the next one does not wait for it.
    if ((isWaiting && !this.#onlyTells) || now < Math.max(this.#heldUntil, this.#pageAwaitedUntil)) return false;
    const wanted = { ...progress, sinceAnswer: (now - this.#answeredAt) / 1000 };
    // At another threshold all flips are other ones.
    if (this.commands.newest("set_threshold")) wanted.runs = wanted.runs.map((run, place) => (place ? run : { ...run, flips: 0 }));
    const missing = nextRequest(wanted);
    const pending = this.pendingChanges.open;
    const commands = this.commands.open;
    const seen = this.#awaited?.viewpoint ?? known.viewpoint;
    const viewpoint = JSON.stringify(seen);
    // Told as soon as nothing moves: what is done elsewhere on the page may open something else, and be taken back.
    const isDue = (!progress.playing && progress.goal === null) || this.#awaited !== null;
    const untold = viewpoint !== this.#toldViewpoint && isDue && !isWaiting;
    const asks = Boolean(missing || pending || commands);
    if (!asks && !untold) return !isWaiting;
    if (!isConnected()) return false;
    this.#onlyTells = !asks;
    this.#sentViewpoint = viewpoint;
    this.#askedAt = now;
    this.#number += 1;
    const runs = knownRuns(wanted);
    this.send({ ...known, viewpoint: seen, runs, ...missing, ...pending, ...(commands && { commands }), number: this.#number });
    return false;
  }
}
