// What Python is asked to remember, repeated in every request until an answer shows that it does.

/** Whether what is wished has come true, by what a header says. */
const FULFILLED = {
  choices: (wanted, header) => Object.keys(wanted).every((name) => wanted[name] === header.choices[name]),
  limit: (wanted, header) => wanted === header.limit,
  forget: (_, header) => header.before === null,
};

export class Wishes {
  #wanted = {};

  /** @param {{choices?: object, limit?: number, forget?: true}} wish the newest of its kind counts */
  add(wish) {
    Object.assign(this.#wanted, wish);
  }

  /** What has not come true yet, or null. */
  get open() {
    return Object.keys(this.#wanted).length ? { ...this.#wanted } : null;
  }

  /** @param {"choices" | "limit" | "forget"} kind */
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
