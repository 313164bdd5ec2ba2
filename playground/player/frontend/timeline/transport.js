// The bar on top: train, play, step, go to a flip, how fast, and where the run stands.
import { ChangeLogLine } from "./change_log_line.js";
import { EpochSlider } from "./epoch_slider.js";
import { SPEEDS } from "./timeline.mjs";
import { element, write } from "../rows/rows_line.js";
import { epochText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, Header, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { TrainingPace } from "./training_pace.mjs"
 */

/** @typedef {"train" | "reset" | "back" | "play" | "step" | "previousFlip" | "nextFlip"} ButtonName what it does */

const BUTTONS = `
  <button type="button" class="primary" data-do="train" title="Reset and play (t)">Train</button>
  <span class="group">
    <button type="button" data-do="reset" title="To epoch 0 (0)">Reset</button>
    <button type="button" data-do="back" title="One epoch back (,)">Back</button>
    <button type="button" data-do="play" title="Play or pause (k)">Play</button>
    <button type="button" data-do="step" title="One epoch on (.)">Step</button>
  </span>
  <span class="group flip-buttons">
    <button type="button" data-do="previousFlip" title="To the epoch before, at which a row changed class (j)">Previous flip</button>
    <button type="button" data-do="nextFlip" title="To the next epoch at which a row changes class (l)">Next flip</button>
  </span>
  <select aria-label="Speed" class="speed"></select>`;

/** @implements {View} */
export class Transport {
  #store;
  #pace;
  /** Whose change log is shown, and beside what the page said. @type {{run: Description, header: Header} | null} */
  #told = null;
  /** Texts that stay: a node that is put in place of another makes the browser look at the whole page's style. */
  #epoch = document.createTextNode("");
  #loss = document.createTextNode("");
  #training = document.createTextNode("");

  /**
   * @param {HTMLElement} parent
   * @param {Store} store
   * @param {Actions} actions
   * @param {TrainingPace} pace
   */
  constructor(parent, store, actions, pace) {
    this.#store = store;
    this.#pace = pace;
    this.bar = parent.appendChild(document.createElement("div"));
    this.bar.className = "transport";
    this.bar.innerHTML = BUTTONS;
    this.buttons = /** @type {Record<ButtonName, HTMLButtonElement>} */ ({});
    for (const button of this.bar.querySelectorAll("button")) {
      const name = /** @type {ButtonName} */ (button.dataset.do);
      this.buttons[name] = button;
      button.addEventListener("click", () => actions[name]());
    }
    this.speed = /** @type {HTMLSelectElement} */ (this.bar.querySelector(".speed"));
    for (const { name, label } of SPEEDS) this.speed.add(new Option(label, name));
    this.speed.addEventListener("change", () => {
      actions.setSpeed(SPEEDS[this.speed.selectedIndex]);
    });
    this.way = parent.appendChild(document.createElement("div"));
    this.way.className = "way";
    this.slider = new EpochSlider(this.way, actions);
    this.readout = this.way.appendChild(document.createElement("span"));
    this.readout.className = "readout";
    this.readout.append(
      element("span", "epoch", this.#epoch),
      element("span", "loss", this.#loss),
      element("span", "training", this.#training),
    );
    this.choices = this.readout.appendChild(document.createElement("span"));
    this.choices.className = "choices";
    this.hide = this.choices.appendChild(document.createElement("button"));
    Object.assign(this.hide, { type: "button", className: "quiet", textContent: "Hide the future" });
    this.hide.title = "Hide the charts after the play-head, to let a class guess (h)";
    this.hide.addEventListener("click", () => actions.hideFuture());
    this.#showHidden(false);
    this.status = parent.appendChild(document.createElement("div"));
    this.status.className = "unseen";
    this.status.setAttribute("role", "status");
    this.changeLog = new ChangeLogLine(parent, actions);
  }

  /** @param {Description} run */
  arrange(run) {
    const { header, hidesFuture, timeline, run: known } = this.#store;
    if (!header || !known) return;
    this.#showHidden(hidesFuture);
    this.slider.markFlips(known.flips, timeline);
    this.slider.markChanges(run.changes, timeline);
    if (this.#told?.run === run && this.#told.header === header) return;
    // What was said of something else that was open is no longer so.
    if (this.#told?.header.opened !== header.opened) this.say("");
    this.#told = { run, header };
    this.changeLog.show({ ...header, changes: run.changes, start_over: run.start_over });
  }

  /** @param {Moment} moment */
  draw({ epoch, loss }) {
    const { timeline, run, isStale } = this.#store;
    if (!run) return;
    this.slider.draw(timeline, run.trained);
    write(this.#epoch, `Epoch ${epochText(epoch)} of ${epochText(timeline.end)}`);
    write(this.#loss, `loss ${loss === null ? "…" : shownNumber(loss)}`);
    write(this.#training, run.finished ? "" : this.#pace.text(run));
    const name = timeline.moving ? "Pause" : "Play";
    if (this.buttons.play.textContent !== name) this.buttons.play.textContent = name;
    disable(this.buttons.back, epoch === 0);
    disable(this.buttons.step, epoch >= timeline.end);
    disable(this.buttons.reset, epoch === 0 && !timeline.playing);
    disable(this.buttons.train, isStale);
    const hasFlips = run.flips.length > 0;
    disable(this.buttons.previousFlip, !hasFlips);
    disable(this.buttons.nextFlip, !hasFlips);
  }

  remove() {
    for (const part of [this.bar, this.way, this.status, this.changeLog.line]) part.remove();
  }

  /** @param {boolean} hidden whether what comes after the play-head is hidden */
  #showHidden(hidden) {
    const pressed = String(hidden);
    if (this.hide.getAttribute("aria-pressed") === pressed) return;
    this.hide.setAttribute("aria-pressed", pressed);
    // Where rows flip is part of what is to be guessed.
    this.way.classList.toggle("guessing", hidden);
  }

  /** Let a screen reader say where the run stands. @param {string} sentence */
  say(sentence) {
    this.status.textContent = sentence;
  }
}

/** @param {HTMLElement} button @param {boolean} disabled */
function disable(button, disabled) {
  // A disabled button would lose the focus of whoever steps with the keyboard.
  const value = String(disabled);
  if (button.getAttribute("aria-disabled") !== value) button.setAttribute("aria-disabled", value);
}
