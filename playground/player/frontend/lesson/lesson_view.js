// The strip of a lesson, in place of the question: its title and heading, the way to the other scenes, and under them what is
// said, with a question that is answered before it is shown.
import { keepGuesses, readGuesses } from "./kept_guesses.js";
import { keyOf, placeText, spokenText, typedGuess, verdictText } from "./lesson_texts.mjs";
import { MarksView } from "./marks_view.js";
import { titleOf } from "../keys/shortcuts.mjs";
import { disable, element, isDisabled, write, writeText } from "../shared/element.js";
/**
 * @import { Actions, TaughtScene, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { SceneGuesses } from "./lesson_texts.mjs"
 */

/** @typedef {Pick<Actions, "nextScene" | "previousScene" | "leaveLesson" | "guessScene">} Taught */

/** @implements {View} */
export class LessonView {
  #root;
  #store;
  #actions;
  #title = document.createTextNode("");
  #heading = document.createTextNode("");
  #place = document.createTextNode("");
  #status = document.createTextNode("");
  /** A scene goes on where its table is changed; what it says does not. */
  #remark = element("span", "lesson-remark", "Said of the lesson’s own table, not of this one: ");
  #previous;
  #next;
  /** What is on the page. @type {{scene: TaughtScene | null, guess: string | null}} */
  #shown = { scene: null, guess: null };
  /** @type {SceneGuesses} */
  #kept;
  #marks;

  /**
   * @param {HTMLElement} root the player's
   * @param {{head: HTMLElement, said: HTMLElement}} parts both ends of the strip
   * @param {Store} store @param {Taught} actions
   */
  constructor(root, { head, said }, store, actions) {
    this.#root = root;
    this.#store = store;
    this.#actions = actions;
    this.#kept = store.sceneGuesses = readGuesses();
    this.#marks = new MarksView(root, store);
    this.head = head;
    this.said = said;
    this.#previous = wayButton("‹", "previousScene", actions);
    this.#next = wayButton("Next scene ›", "nextScene", actions);
    const leave = wayButton("×", "leaveLesson", actions);
    const look = element("button", "quiet bare-button lesson-look", "Look ↓");
    Object.assign(look, { type: "button", ariaLabel: "Look at what is marked" });
    look.addEventListener("click", () => this.#marks.show());
    const ways = element("nav", "lesson-ways", this.#previous, element("span", "lesson-place", this.#place), this.#next, look, leave);
    ways.setAttribute("aria-label", "Scenes of the lesson");
    const names = element("div", "lesson-names", element("p", "lesson-title", this.#title), element("h2", "lesson-heading", this.#heading));
    head.append(names, ways);
    this.words = element("div", "lesson-words");
    const status = element("div", "unseen", this.#status);
    status.setAttribute("role", "status");
    said.append(this.words, status);
  }

  arrange() {
    const { lesson, sceneGuesses, header } = this.#store;
    this.#remark.hidden = header?.is_own_table ?? true;
    this.#marks.arrange();
    this.#keep(sceneGuesses);
    const guess = lesson ? (sceneGuesses[keyOf(lesson)] ?? null) : null;
    const { scene, guess: shown } = this.#shown;
    if (scene === lesson && shown === guess) return;
    this.#shown = { scene: lesson, guess };
    this.#root.classList.toggle("with-lesson", lesson !== null);
    if (lesson) this.#show(lesson, guess);
    else write(this.#status, "");
  }

  draw() {}

  remove() {
    this.#marks.remove();
    this.head.replaceChildren();
    this.said.replaceChildren();
  }

  /** @param {SceneGuesses} guesses */
  #keep(guesses) {
    if (guesses === this.#kept) return;
    this.#kept = guesses;
    keepGuesses(guesses);
  }

  /** @param {TaughtScene} scene @param {string | null} guess */
  #show(scene, guess) {
    write(this.#title, scene.title);
    write(this.#heading, scene.heading);
    write(this.#place, placeText(scene));
    write(this.#status, spokenText(scene, guess));
    disable(this.#previous, scene.scene === 1);
    const isLast = scene.scene === scene.scenes;
    disable(this.#next, isLast && !scene.next_lesson);
    writeText(this.#next, isLast && scene.next_lesson ? "Next lesson ›" : "Next scene ›");
    this.#next.setAttribute("aria-label", isLast && scene.next_lesson ? `Next lesson: ${scene.next_lesson}` : "Next scene");
    const { question } = scene;
    const hadFocus = this.words.matches(":focus-within");
    if (!question) this.words.replaceChildren(this.#remark, scene.text);
    else if (guess === null) this.#ask(scene.text, question);
    else this.#answer(question, guess);
    // Who has guessed with the keyboard goes on with it.
    if (hadFocus) this.words.querySelector("button")?.focus({ preventScroll: true });
  }

  /** @param {string} text @param {NonNullable<TaughtScene["question"]>} question */
  #ask(text, question) {
    const answers = question.choices.length ? question.choices.map((choice) => this.#choice(choice)) : [this.#field(question)];
    const group = element("span", "lesson-answers", ...answers);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", question.text);
    this.words.replaceChildren(this.#remark, text, " ", element("strong", "lesson-question", question.text), " ", group);
  }

  /** @param {NonNullable<TaughtScene["question"]>} question @param {string} guess */
  #answer(question, guess) {
    const again = element("button", "quiet bare-button lesson-again", "Ask again");
    again.type = "button";
    again.addEventListener("click", () => this.#actions.guessScene(null));
    this.words.replaceChildren(this.#remark, element("strong", "lesson-verdict", verdictText(question, guess)), ` ${question.answer} `, again);
  }

  /** @param {string} choice */
  #choice(choice) {
    const button = element("button", "boxed-button guess-button", choice);
    button.type = "button";
    button.setAttribute("aria-label", `Guess ${choice}`);
    button.addEventListener("click", () => this.#actions.guessScene(choice));
    return button;
  }

  /** A field for a number. @param {NonNullable<TaughtScene["question"]>} question */
  #field(question) {
    const input = element("input", "lesson-number");
    Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", size: 8 });
    input.setAttribute("aria-label", question.text);
    const form = element("form", "lesson-form", input, element("button", "boxed-button guess-button", "Guess"));
    input.addEventListener("input", () => input.setCustomValidity(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = typedGuess(question, input.value);
      if ("guess" in typed) return this.#actions.guessScene(typed.guess);
      input.setCustomValidity(typed.refusal);
      input.reportValidity();
    });
    return form;
  }
}

/** @param {string} text @param {"previousScene" | "nextScene" | "leaveLesson"} does @param {Taught} actions */
function wayButton(text, does, actions) {
  const names = { previousScene: "Previous scene", nextScene: "Next scene", leaveLesson: "Leave the lesson" };
  const button = element("button", `boxed-button lesson-way lesson-way-${does}`, text);
  button.type = "button";
  button.title = does === "leaveLesson" ? "Leave the lesson: the page stays as it is" : titleOf(does);
  button.setAttribute("aria-label", names[does]);
  button.addEventListener("click", () => {
    if (!isDisabled(button)) actions[does]();
  });
  return button;
}
