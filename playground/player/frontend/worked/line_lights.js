// What of the lines of a worked update is lit: a number wherever it stands, or the lines that a line of code computes.
/** @import { WorkedUpdate } from "../shared/types" */

export class LineLights {
  #list;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /**
   * @param {WorkedUpdate | null} worked
   * @param {number | null} pointed the line whose number is pointed at
   * @param {string} code what the line of code computes that is pointed at
   */
  light(worked, pointed, code) {
    for (const lit of this.#list.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
    if (pointed !== null) for (const number of this.#numbersOf(pointed)) number.classList.add("is-lit");
    else if (code) {
      worked?.lines.forEach((line, at) => {
        if (line.code !== code) return;
        for (const number of this.#numbersOf(at)) (number.closest(".worked-value")?.parentElement ?? number).classList.add("is-lit");
      });
    }
  }

  /** @param {number} line */
  #numbersOf(line) {
    return this.#list.querySelectorAll(`[data-line="${line}"]`);
  }
}
