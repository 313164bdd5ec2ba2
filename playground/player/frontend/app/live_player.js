// The player: one store, the views of it, and a frame loop that keeps time and asks Python for what is missing.
import { holdClicksAfterEdits } from "./clicks_after_edits.js";
import { holdClicksOfAMoment } from "./clicks_of_a_moment.js";
import { listenForCopiedCells } from "./copied_cells.js";
import { listenForCopying } from "./copied_link.js";
import { takeDroppedFiles } from "./dropped_files.js";
import { listenElsewhere } from "./elsewhere.js";
import { Exchange } from "./exchange.js";
import { FrameLoop } from "./frame_loop.mjs";
import { HeldHeight } from "./held_height.js";
import { KeptActions } from "./kept_actions.mjs";
import { makePanels } from "./panels.js";
import { playerActions } from "./player_actions.js";
import { Screen } from "./screen.js";
import { listenForPastedCells } from "./pasted_cells.js";
import { forgetTableElsewhere } from "../stage/kept_table.js";
import { keepFocus } from "./kept_focus.js";
import { keepTexts } from "./kept_text.js";
import { readPastedTexts } from "./pasted_text.js";
import { listenForShortcuts } from "./shortcuts.js";
import { makeViews } from "./views.js";
import { TermTip } from "../glossary/term_tip.js";
import { shownPanel } from "../model/over_charts.mjs";
import { Store } from "../model/store.mjs";
import { addSkipLinks } from "../keys/skip_link.js";
import { wantsLessMotion } from "../shared/reduced_motion.js";
import { navigationType } from "../shared/navigation_type.js";
import { readTheme } from "../shared/theme.js";
import { epochText } from "../shared/wording.mjs";
import { KeptSpeed } from "../timeline/kept_speed.mjs";
import { PlayRhythm } from "../timeline/play_rhythm.mjs";
import { TrainingPace } from "../timeline/training_pace.mjs";

const keptSpeed = new KeptSpeed(() => sessionStorage, navigationType);

export class LivePlayer {
  #store = new Store();
  #kept = new KeptActions(this.#store);
  #pace = new TrainingPace();
  #rhythm = new PlayRhythm();
  /** Seconds that drawing the last picture took. */
  #cost = 0;
  #exchange = new Exchange(this.#store, this.#pace, (request) => this.send(request), () => this.#redraw());
  #views;
  #screen;
  #height;
  #frames;
  /** What sends a request; another function whenever the player has another place. @type {(request: object) => void} */
  send = () => {};

  /** @param {HTMLElement} parent */
  constructor(parent) {
    const parts = makePanels(parent);
    this.#store.timeline.speed = keptSpeed.speed;
    this.root = parts.root;
    this.#height = new HeldHeight(this.root);
    const actions = this.#actions();
    new TermTip(this.root, this.#store);
    this.#views = makeViews(parts, this.#store, actions, this.#pace);
    this.#screen = new Screen(this.#store, this.#views.all);
    const listening = [
      listenForShortcuts(actions, () => ({ isProjected: this.#store.projector, isCovered: this.#store.showsCode || shownPanel(this.#store) !== null })),
      readPastedTexts(),
      keepFocus(),
      keepTexts(() => this.#exchange.goesElsewhere),
      forgetTableElsewhere(() => this.#exchange.goesElsewhere),
      holdClicksOfAMoment(() => this.#exchange.tellMoment()),
      listenForCopying(() => this.#exchange.addressNow, (what) => this.#views.transport.say(what)),
      takeDroppedFiles(),
      listenForCopiedCells(),
      listenForPastedCells(actions.pasteCells),
      holdClicksAfterEdits(),
      listenElsewhere(this.root, () => this.#exchange.hold()),
      addSkipLinks([
        ["Skip to the player", () => this.#views.transport.buttons.train.focus()],
        ["Skip to the table", () => this.#views.places.goIntoTable()],
      ]),
    ];
    this.stopListening = () => listening.forEach((stop) => stop());
    this.#frames = new FrameLoop((seconds) => this.#tick(seconds), window);
  }

  /** @param {import("../link/frame.mjs").Message} message */
  receive(message) {
    this.#exchange.receive(message);
    this.#kept.catchUp();
    // Colours come with the first message.
    if (!this.#store.theme) this.theme();
    this.#redraw();
  }

  /** The page may have changed its theme. */
  theme() {
    const { assets, theme: known } = this.#store;
    if (!assets) return;
    const theme = readTheme(this.root, assets);
    if (theme.signature === known?.signature) return;
    this.#store.theme = theme;
    this.#redraw();
  }

  remove() {
    this.#frames.stop();
    this.stopListening();
    this.#exchange.remove();
    this.#height.release();
    this.#screen.remove();
  }

  #actions() {
    return playerActions({
      store: this.#store,
      commandActions: this.#exchange.commandActions,
      kept: this.#kept,
      keepSpeed: (speed) => keptSpeed.keep(speed),
      redraw: () => this.#redraw(),
      draw: () => this.#screen.draw(),
      told: () => this.#views.playerRoot.tell(),
      say: (word) => this.#say(word),
      stopTrainingOn: () => this.#exchange.stopTrainingOn(),
      focusNeuron: (neuron) => this.#views.network.focusNeuron(neuron),
      showKeys: (section) => this.#views.keyList.open(section),
    });
  }

  /** The next frame shows something else. */
  #redraw() {
    this.#screen.redraw();
    this.#frames.wake();
  }

  /** @param {number} seconds that have passed @returns {boolean} whether something is left to be done */
  #tick(seconds) {
    const store = this.#store;
    if (!store.run) return true;
    const isAnswered = this.#exchange.pull(this.#views.charts.progress);
    // What says what it is may have been overtaken by what says how far it is; it has been asked for just now.
    if (!store.isComplete) return true;
    const passed = this.#rhythm.pass(seconds, wantsLessMotion(), store.timeline.moving, this.#cost);
    if (passed > 0 && store.timeline.advance(passed)) this.#say("Finished");
    const began = performance.now();
    if (this.#screen.draw()) this.#cost = (performance.now() - began) / 1000;
    const { areUpToDate } = this.#views.charts;
    this.#views.playerRoot.mark(areUpToDate);
    return !(isAnswered && areUpToDate && this.#screen.isDrawn) || store.timeline.moving;
  }

  /** @param {string} word */
  #say(word) {
    const { epoch, end } = this.#store.timeline;
    this.#views.transport.say(`${word}, epoch ${epochText(epoch)} of ${epochText(end)}`);
  }
}
