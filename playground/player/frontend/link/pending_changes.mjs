// What Python is asked to remember, repeated in every request until an answer shows that it does.

/** Whether what is pending has come true, by what a header says. */
const FULFILLED = {
  choices: (wanted, header) => Object.keys(wanted).every((name) => wanted[name] === header.choices[name]),
  // A threshold that was chosen for other classes does not come true, and is not asked for any more.
  threshold: (wanted, { threshold, threshold_range: [low, high] }) => wanted === threshold || wanted < low || wanted > high,
  forget: (_, header) => header.before === null,
};

export class PendingChanges {
  #wanted = {};

  /** @param {{choices?: object, threshold?: number, forget?: true}} change the newest of its kind counts */
  add(change) {
    Object.assign(this.#wanted, change);
  }

  /** What has not come true yet, or null. */
  get open() {
    return Object.keys(this.#wanted).length ? { ...this.#wanted } : null;
  }

  /** @param {"choices" | "threshold" | "forget"} kind */
  has(kind) {
    return kind in this.#wanted;
  }

  /** Strike out what has come true. @param {any} header */
  check(header) {
    for (const [kind, wanted] of Object.entries(this.#wanted)) {
      if (FULFILLED[kind](wanted, header)) delete this.#wanted[kind];
    }
  }
}
