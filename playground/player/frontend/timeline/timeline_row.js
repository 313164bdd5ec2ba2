// The one row of time: which epoch is on the screen, the slider over all of them, and the loss.
import { EpochSlider } from "./epoch_slider.js";
import { term } from "../glossary/term.js";
import { hasSameLoss } from "../model/moment_before.mjs";
import { element, write } from "../shared/element.js";
import { epochText, shownNumber } from "../shared/wording.mjs";
import { OPEN, openOnScreen } from "../worked/open_numbers.mjs";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** A loss as wide as nearly all are: so much room is kept, and nothing moves when one digit is another. */
const WIDE_LOSS = "0.000000";

/** @implements {View} */
export class TimelineRow {
  #store;
  #epoch = document.createTextNode("");
  #end = document.createTextNode("");
  #lossBefore = document.createTextNode("");
  #loss = document.createTextNode("");
  /** The loss that there is room for. */
  #room = WIDE_LOSS;

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.row = parent.appendChild(element("div", "way"));
    const epoch = element("span", "epoch", term("epoch", "Epoch"), this.#epoch);
    this.when = this.row.appendChild(element("span", "when", element("span", "now", epoch, element("span", "end", this.#end))));
    this.slider = new EpochSlider(this.row, store, actions);
    const before = element("span", "loss-before", this.#lossBefore);
    const now = element("span", "now", "loss ", before, element("b", "loss-now", this.#loss));
    this.loss = this.row.appendChild(element("span", "loss", now));
  }

  /** @param {Description} run */
  arrange(run) {
    const { timeline, before } = this.#store;
    const end = epochText(timeline.end);
    keepRoom(this.when, "widest", `Epoch ${end}`);
    keepRoom(this.when, "end", ` of ${end}`);
    this.#room = before ? `${WIDE_LOSS} → ${WIDE_LOSS}` : WIDE_LOSS;
    keepRoom(this.loss, "widest", this.#room);
    this.slider.arrange(run);
  }

  /** @param {Moment} moment */
  draw(moment) {
    const { timeline, run } = this.#store;
    if (!run) return;
    this.slider.draw(run.trained);
    write(this.#epoch, ` ${epochText(moment.epoch)}`);
    write(this.#end, ` of ${epochText(timeline.end)}`);
    const isOpen = openOnScreen(this.#store).loss;
    const was = isOpen ? "" : this.#lossOfBefore(moment);
    const loss = isOpen ? OPEN : moment.loss === null ? "…" : shownNumber(moment.loss);
    // Two that read alike say nothing beside each other.
    const before = was && was !== loss ? `${was} → ` : "";
    this.#widenFor(before + loss);
    write(this.#lossBefore, before);
    write(this.#loss, loss);
  }

  /** Numbers of a run that diverges are longer than nearly all: the slider makes room for them. @param {string} text */
  #widenFor(text) {
    if (text.length <= this.#room.length) return;
    this.#room = text;
    keepRoom(this.loss, "widest", text);
  }

  remove() {
    this.slider.remove();
    this.row.remove();
  }

  /** @param {Moment} moment */
  #lossOfBefore({ before, epoch }) {
    const store = this.#store;
    const known = before && hasSameLoss(store.before, store.run) && store.before?.after(store.epochBefore(epoch), !store.timeline.moving);
    return known && typeof known.loss === "number" ? shownNumber(known.loss) : "";
  }
}

/** @param {HTMLElement} box @param {string} name @param {string} text as wide as what will stand there */
function keepRoom(box, name, text) {
  if (box.dataset[name] !== text) box.dataset[name] = text;
}
