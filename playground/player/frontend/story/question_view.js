// The headline: the question that what is trained puts, behind it what one may answer before it is seen, and in its place the
// answer where the end of the run is on the screen.
import { answered } from "./answer.mjs";
import { verdictsAtStart } from "./ending.mjs";
import { GuessButtons } from "./guess_buttons.js";
import { questionOf, questionWithin } from "./question.mjs";
import { watchRoom } from "./room.js";
import { element, write } from "../shared/element.js";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { KnownEnding } from "./known_ending.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Question } from "./question.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** How wide a bold character is, in units of the text's size: 0.445 in these questions. */
const CHARACTER = 0.45;

/** @implements {View} */
export class QuestionView {
  #store;
  #text = document.createTextNode("");
  /** What the question was made of. @type {unknown[]} */
  #made = [];
  /** @type {Question} */
  question = { about: "", text: "", asks: null, seeks: "count" };
  /** Its answer, as long as the moment is the end. @type {Question | null} */
  #answer = null;
  /** What the answer was made of. @type {unknown[]} */
  #answered = [];
  #room = 120;
  #sizes;
  #guesses;
  #ending;

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions @param {KnownEnding} ending */
  constructor(parent, store, actions, ending) {
    this.#store = store;
    this.#ending = ending;
    this.heading = parent.appendChild(element("h2", "question-text", this.#text));
    this.#guesses = new GuessButtons(parent, store, actions, this);
    this.#sizes = watchRoom(parent, CHARACTER, (room) => {
      this.#room = room;
      this.#write();
    }, this.#guesses.box);
  }

  /** Whether an answer to it can be ticked. */
  get isTickable() {
    return this.#guesses.box.childElementCount > 0;
  }

  /** @param {Description} run */
  arrange(run) {
    this.#ask(run);
    this.#guesses.arrange(run);
  }

  /** @param {Moment} moment */
  draw(moment) {
    this.#guesses.draw(moment.epoch);
    this.#answerAt(moment);
  }

  remove() {
    this.#sizes.disconnect();
    this.heading.remove();
    this.#guesses.box.remove();
  }

  /** @param {Description} run */
  #ask(run) {
    const { before, header, threshold, run: known } = this.#store;
    // Where something was taken back what is compared is newer than what is on the screen.
    const compared = header?.what_changed ? (before?.description ?? null) : null;
    const made = [run, compared, threshold, Boolean(known?.records?.count)];
    if (made.every((part, place) => part === this.#made[place])) return;
    this.#made = made;
    this.question = questionOf(run, verdictsAtStart(this.#store), compared);
    this.#write();
  }

  /** @param {Moment} moment */
  #answerAt({ epoch, isExact, outputs }) {
    const { run, timeline, tried } = this.#store;
    // A weight that is tried has another end, which nobody knows yet.
    const isEnd = run?.finished && epoch === timeline.end && !tried;
    const ending = isEnd ? this.#ending.of(this.#store) : null;
    const made = ending ? [this.question, ending, isExact] : [];
    if (made.length === this.#answered.length && made.every((part, place) => part === this.#answered[place])) return;
    this.#answered = made;
    this.#answer = ending && run?.description ? answered(this.question, run.description, ending, outputs) : null;
    this.#write();
  }

  #write() {
    const shown = questionWithin(this.#answer ?? this.question, this.#room);
    write(this.#text, shown);
    this.heading.classList.toggle("is-long", shown.length > this.#room);
  }
}
