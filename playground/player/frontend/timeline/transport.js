// The bar on top: train, play, step, go to a flip, and how fast.
import { SPEEDS } from "./timeline.mjs";
import { titleOf } from "../keys/shortcuts.mjs";
import { disable, element, isDisabled, write } from "../shared/element.js";
/**
 * @import { Actions, Header, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { TrainingPace } from "./training_pace.mjs"
 */

/** @typedef {"train" | "reset" | "back" | "play" | "step" | "previousFlip" | "nextFlip"} ButtonName what it does */

/** @type {[ButtonName, string][][]} what stands together, and the names */
const GROUPS = [
  [["train", "Train"]],
  [["reset", "Reset"], ["back", "Back"], ["play", "Play"], ["step", "Step"]],
  [["previousFlip", "Previous flip"], ["nextFlip", "Next flip"]],
];

/** @implements {View} */
export class Transport {
  #store;
  #pace;
  /** Text that stays: a node that is put in place of another makes the browser look at the whole page's style. */
  #training = document.createTextNode("");
  /** What was open when something was last said. @type {Header["opened"] | null} */
  #opened = null;

  /**
   * @param {HTMLElement} parent
   * @param {Store} store
   * @param {Actions} actions
   * @param {TrainingPace} pace
   */
  constructor(parent, store, actions, pace) {
    this.#store = store;
    this.#pace = pace;
    this.buttons = /** @type {Record<ButtonName, HTMLButtonElement>} */ ({});
    this.bar = parent.appendChild(element("div", "transport", ...GROUPS.map((group) => this.#group(group, actions))));
    this.buttons.train.classList.add("primary");
    this.bar.append(element("span", "training", this.#training));
    /** Where the axis is chosen that slider and charts share. */
    this.choices = this.bar.appendChild(element("span", "choices"));
    this.speed = this.bar.appendChild(element("select", "speed"));
    this.speed.setAttribute("aria-label", "Speed");
    for (const { name, label } of SPEEDS) this.speed.add(new Option(label, name));
    this.speed.selectedIndex = SPEEDS.indexOf(store.timeline.speed);
    this.speed.addEventListener("change", () => actions.setSpeed(SPEEDS[this.speed.selectedIndex]));
    this.status = parent.appendChild(element("div", "unseen"));
    this.status.setAttribute("role", "status");
  }

  arrange() {
    const { header } = this.#store;
    if (!header) return;
    // What was said of something else that was open is no longer so.
    if (this.#opened !== header.opened) this.say("");
    this.#opened = header.opened;
  }

  /** @param {Moment} moment */
  draw({ epoch }) {
    const { timeline, run, isStale, hidesFuture } = this.#store;
    if (!run) return;
    const { buttons } = this;
    write(this.#training, run.finished ? "" : this.#pace.text(run));
    const name = timeline.moving ? "Pause" : "Play";
    if (buttons.play.textContent !== name) buttons.play.textContent = name;
    disable(buttons.back, epoch === 0);
    disable(buttons.step, epoch >= timeline.end);
    disable(buttons.reset, epoch === 0 && !timeline.playing);
    disable(buttons.train, isStale);
    disable(buttons.previousFlip, run.flipFrom(epoch, -1) === null);
    // Whether any row will change is part of the future.
    disable(buttons.nextFlip, hidesFuture ? epoch >= timeline.end : run.flipFrom(epoch, 1) === null);
  }

  remove() {
    this.bar.remove();
    this.status.remove();
  }

  /** Let a screen reader say where the run stands. @param {string} sentence */
  say(sentence) {
    this.status.textContent = sentence;
  }

  /** @param {[ButtonName, string][]} names @param {Actions} actions */
  #group(names, actions) {
    const buttons = names.map(([name, text]) => {
      const button = element("button", "", text);
      Object.assign(button, { type: "button", title: titleOf(name) });
      button.dataset.do = name;
      button.addEventListener("click", () => { if (!isDisabled(button)) actions[name](); });
      this.buttons[name] = button;
      return button;
    });
    return buttons.length === 1 ? buttons[0] : element("span", `group group-of-${names[0][0]}`, ...buttons);
  }
}
