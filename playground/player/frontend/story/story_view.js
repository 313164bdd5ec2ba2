// The sentences under the timeline: what was changed, what is to be seen, and what became of a guess.
import { lineOf, READ } from "./line.mjs";
import { Offers } from "./offers.js";
import { watchRoom } from "./room.js";
import { sceneOf } from "./scene.mjs";
import { element, write } from "../shared/element.js";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { KnownEnding } from "./known_ending.mjs"
 * @import { Kind } from "./line.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** The class of each kind of sentence. @type {Record<Kind, string>} */
const CLASSES = { change: "change-log-text", moment: "story-moment", guess: "story-guess", test: "story-test" };

/** How wide a character is, some of them bold, in units of the text's size: 0.41 to 0.44 in what is said here. */
const CHARACTER = 0.44;

/** @implements {View} */
export class StoryView {
  #store;
  #offers;
  #texts = /** @type {Record<Kind, Text>} */ ({});
  #status = document.createTextNode("");
  #ending;
  /** So many characters have room. */
  #room = 120;
  #sizes;

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions @param {KnownEnding} ending */
  constructor(parent, store, actions, ending) {
    this.#store = store;
    this.#ending = ending;
    this.line = parent.appendChild(element("p", "story-line"));
    for (const kind of READ) {
      this.#texts[kind] = document.createTextNode("");
      this.line.append(element("span", CLASSES[kind], this.#texts[kind]), " ");
    }
    this.#offers = new Offers(parent, this.line, store, actions);
    const status = parent.appendChild(element("div", "unseen", this.#status));
    status.setAttribute("role", "status");
    this.#sizes = watchRoom(this.line, CHARACTER, (room) => {
      if (room === this.#room) return;
      this.#room = room;
      actions.redraw();
    });
  }

  /** @param {Description} run */
  arrange(run) {
    this.#offers.arrange(run);
  }

  /** @param {Moment} moment */
  draw(moment) {
    const { run, guess, timeline, tried, commands } = this.#store;
    const ending = guess && guess.run === run?.number ? this.#ending.of(this.#store) : null;
    const line = lineOf(sceneOf(this.#store, ending), this.#room);
    for (const kind of READ) write(this.#texts[kind], line[kind] ?? "");
    this.#offers.draw(moment);
    // Whoever listens hears where it comes to rest, not what flies past.
    if (timeline.moving || tried || commands.open || !moment.isExact) return;
    write(this.#status, READ.flatMap((kind) => line[kind] ?? []).join(" "));
  }

  remove() {
    this.#sizes.disconnect();
    this.line.remove();
    this.#offers.remove();
  }
}
