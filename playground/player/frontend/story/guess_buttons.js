// What one thinks, before it is seen: a small button for each row, or yes and no.
import { answersTo, answerTo, ROWS_IN_SHORT, rowsInShort } from "./guess.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Actions, Description } from "../shared/types"
 * @import { QuestionView } from "./question_view.js"
 * @import { Store } from "../model/store.mjs"
 */

export class GuessButtons {
  #store;
  #actions;
  #asked;
  /** What the buttons were made for. */
  #made = "";

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions @param {QuestionView} asked */
  constructor(parent, store, actions, asked) {
    this.#store = store;
    this.#actions = actions;
    this.#asked = asked;
    this.box = parent.appendChild(element("div", "guess-buttons"));
    this.box.setAttribute("role", "group");
    this.box.classList.add("is-over");
  }

  /** @param {Description} run */
  arrange(run) {
    const { asks, text } = this.#asked.question;
    const answers = answersTo(asks, run.train.row_numbers);
    const rows = asks === "row" ? rowsInShort(run) : [];
    const made = JSON.stringify([text, answers, rows]);
    if (made !== this.#made) {
      this.#made = made;
      this.box.setAttribute("aria-label", text);
      this.box.replaceChildren(...answers.map((answer) => this.#button(answer, asks === "row", rows[answer.value])));
      this.box.classList.toggle("is-many", answers.length > ROWS_IN_SHORT);
      if (answers.length) this.box.prepend(element("span", "guess-label", rows.length || asks !== "row" ? "Guess:" : "Guess row:"));
    }
    const { before, guess, run: known } = this.#store;
    this.box.classList.toggle("is-beside-offers", before !== null || run.start_over !== "");
    const given = answerTo(guess, known?.number, asks);
    for (const button of this.box.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(given !== null && Number(button.value) === given));
    }
  }

  /** Whether there is anything to guess: all of it is still to come, and hidden. @param {number} epoch */
  draw(epoch) {
    const { hidesFuture, timeline, isStale } = this.#store;
    const isOpen = hidesFuture && epoch === 0 && !timeline.playing && !isStale && this.box.childElementCount > 1;
    // Its place is kept as long as what comes is hidden, so that the question stays as it is.
    if (this.box.hidden === hidesFuture) this.box.hidden = !hidesFuture;
    this.box.classList.toggle("is-over", !isOpen);
  }

  /**
   * Its name has all that is seen of it: also the cells, where they are seen.
   * @param {{value: number, label: string, name: string}} answer
   * @param {boolean} isRow @param {string} [cells] of the row, for where its table is below the screen
   */
  #button({ value, label, name }, isRow, cells) {
    const button = element("button", "boxed-button guess-button", label);
    if (isRow) {
      const seen = element("span", "guess-what", "row ");
      seen.setAttribute("aria-hidden", "true");
      button.prepend(seen);
    }
    if (cells) {
      button.prepend(element("span", "unseen", "Guess row "));
      button.append(element("span", "guess-cells", ` ${cells}`));
    } else button.setAttribute("aria-label", name);
    Object.assign(button, { type: "button", value: String(value) });
    button.addEventListener("click", () => this.#actions.guess(this.#asked.question.asks, value));
    return button;
  }
}
