// What comes from Python, and what is asked of it.
import { CommandActions } from "./command_actions.js";
import { LinkToPython } from "../link/link_to_python.js";
import { PageAddress } from "../link/page_address.js";
import { progressOf } from "../link/progress.mjs";
import { typedSettings } from "../link/typed_settings.js";
/** @import { Store } from "../model/store.mjs" */

/** Milliseconds that a new run is trained on though nothing moves: an edit is learnt to its end, unless that is far away. */
const TRAIN_ON = 20_000;

export class Exchange {
  #store;
  #redraw;
  #pace;
  #link;
  #address;
  #trainOnUntil = 0;
  /** The name of what was looked for that a browser has kept. */
  #sought = "";

  /**
   * @param {Store} store
   * @param {import("../timeline/training_pace.mjs").TrainingPace} pace
   * @param {(request: object) => void} send
   * @param {() => void} redraw
   */
  constructor(store, pace, send, redraw) {
    this.#store = store;
    this.#redraw = redraw;
    this.#pace = pace;
    this.#link = new LinkToPython(send, store);
    this.commandActions = new CommandActions(store);
    const tell = (/** @type {boolean} */ isRefused) => {
      if (store.isUnkept === isRefused) return;
      store.isUnkept = isRefused;
      redraw();
    };
    const viewpoint = () => (store.isComplete && store.header ? { ...store.viewpoint, settings: typedSettings(store.header.settings_key) } : null);
    this.#address = new PageAddress(tell, viewpoint);
  }

  /** @param {import("../link/frame.mjs").Message} message */
  receive(message) {
    if (this.#address.comesBack(message.header.reply)) return;
    const store = this.#store;
    const another = store.run?.number !== message.header.run;
    this.#link.receive(message.header, another);
    store.receive(message);
    this.#keep(message.header);
    const now = performance.now();
    if (another) {
      this.#pace.start();
      this.#trainOnUntil = now + TRAIN_ON;
    }
    if (store.run) this.#pace.note(store.run, now);
    this.commandActions.receive(message.header);
  }

  /**
   * Ask for what is missing.
   * @param {{charted: number, sinceCharts: number, chartCost: number}} charts
   * @returns {boolean} whether nothing is, and nothing is under way
   */
  pull(charts) {
    const store = this.#store;
    const trainingOn = performance.now() < this.#trainOnUntil;
    const { tableWanted } = this.#address;
    return this.#link.pull(progressOf(store, { ...charts, trainingOn, tableWanted }), {
      ...store.known,
      viewpoint: store.viewpoint,
      link: this.#address.number,
    });
  }

  /** @param {import("../shared/types").Header} header */
  #keep({ link, kept_table: table, asks_for: asked }) {
    if (link) this.#address.take(...link);
    if (table) this.#address.takeTable(...table);
    if (!asked || asked === this.#sought) return;
    this.#sought = asked;
    void this.#address.find(asked).then((found) => {
      this.#store.commands.add({ kind: "open_kept", name: asked, link: found?.link ?? "", table: found?.table ?? "" });
      this.#redraw();
    });
  }

  /** Tell Python the moment on the screen, as it is now. @returns {Promise<void> | null} fulfilled when it is told; null if it is */
  tellMoment() {
    return this.#store.isComplete ? this.#link.tell(this.#store.viewpoint) : null;
  }

  /** The page's address with all that is open at this moment; empty if there is none that another browser can open. */
  get addressNow() {
    return this.#address.now;
  }

  /** Whether somebody goes to another link, for which the page is left. */
  get goesElsewhere() {
    return this.#address.isAnother;
  }

  /** A run that nothing moves in is not trained any more. */
  stopTrainingOn() {
    this.#trainOnUntil = 0;
  }

  /** Somebody does something elsewhere on the page. */
  hold() {
    this.#link.hold();
  }

  remove() {
    this.#address.remove();
  }
}
