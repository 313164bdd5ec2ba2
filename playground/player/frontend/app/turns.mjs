// Who is drawn in which frame: while it plays, pictures that cost much take turns, and the one that waited longest is next.

/** @template Item */
export class Turns {
  /** @type {Item[]} */
  #waiting = [];

  /** @param {Item[]} items */
  constructor(items) {
    this.items = items;
  }

  /** Everybody has something new to show. */
  call() {
    for (const item of this.items) if (!this.#waiting.includes(item)) this.#waiting.push(item);
  }

  get isAnybodyWaiting() {
    return this.#waiting.length > 0;
  }

  /**
   * Those whose turn it is.
   * @param {boolean} together whether all who wait may come at once
   * @returns {Item[]}
   */
  take(together) {
    return this.#waiting.splice(0, together ? this.#waiting.length : 1);
  }
}
