// What somebody does to the run itself: sets a weight, moves a row, takes it back. Python is told, and what can be shown
// before its answer is shown at once.
/** @import { Actions, AskedSituation, Header } from "../shared/types" */

/**
 * @typedef {Pick<Actions, "newGesture" | "grab" | "release">} Handling
 * @typedef {Pick<Actions, "tryParameter" | "setParameter" | "takeBackParameter" | "freeze" | "switchNeuron" | "moveRow" | "addRow"
 *   | "setParameters" | "removeRow" | "trySituation" | "moveSituation" | "setThreshold" | "pasteCells" | "newWeights" | "leaveOutRows" | "takeOffer" | "undo" | "redo" | "startOver"
 *   | "nextScene" | "previousScene" | "leaveLesson">} Commanding
 */

export class CommandActions {
  #store;
  #played = false;
  #playsOn = false;
  /**
   * The epoch something is done at, from when it is taken hold of; a run that comes on the way begins at 0 for a moment.
   * @type {number | null}
   */
  #grabbedAt = null;
  /** @type {number | null} */
  #answered = null;

  /** @param {import("../model/store.mjs").Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {Header} header that the store has taken in */
  receive(header) {
    const { tried, asked, timeline, commands } = this.#store;
    if (tried && header.commands_done >= tried.number) this.#store.tried = null;
    // The situation comes from its table, which is drawn after this answer if the page is called old.
    if (asked && header.commands_done >= asked.number && !header.page_is_old) this.#store.askAbout(null);
    this.#playOn();
    const question = header.where_is_play_head;
    if (question === null || question === this.#answered) return;
    this.#answered = question;
    commands.add({ kind: "play_head", epoch: timeline.wanted, question });
  }

  /** What concerns nobody but the hand: it is done whatever network is on the screen. @returns {Handling} */
  get handling() {
    return {
      newGesture: () => this.#store.commands.newGesture(),
      grab: () => this.#grab(),
      release: () => this.#release(),
    };
  }

  /** What views can call; each command is told in playground/player/protocol/command.py. @returns {Commanding} */
  get actions() {
    const { timeline, commands } = this.#store;
    const askAbout = (/** @type {AskedSituation} */ asked) => this.#store.askAbout(asked);
    return {
      tryParameter: (index, value) => this.#try(index, value, Infinity),
      setParameter: (index, value, gesture) =>
        this.#try(index, value, commands.add({ kind: "set_parameter", ...this.#parameter(index), value }, gesture)),
      setParameters: (values) => this.#setTogether(values),
      takeBackParameter: (index, value, gesture) => this.#try(index, value, commands.add({ kind: "take_back" }, gesture)),
      freeze: (index, frozen) => void commands.add({ kind: "freeze", ...this.#parameter(index), frozen }),
      switchNeuron: (neuron, off) => void commands.add({ kind: "switch_neuron", ...this.#neuron(neuron), off }),
      moveRow: (row, inputs, targets, dropped, gesture) =>
        void commands.add({ kind: "move_row", row, inputs, targets, dropped }, gesture),
      addRow: (inputs, targets) => void commands.add({ kind: "add_row", inputs, targets }),
      removeRow: (row) => void commands.add({ kind: "remove_row", row }),
      trySituation: (inputs) => askAbout({ inputs, number: Infinity }),
      moveSituation: (inputs, gesture) =>
        askAbout({ inputs, number: commands.add({ kind: "move_situation", inputs }, gesture) }),
      setThreshold: (threshold, gesture) => void commands.add({ kind: "set_threshold", threshold }, gesture),
      pasteCells: (pasted) => void commands.add({ kind: "paste_cells", ...pasted }),
      newWeights: () => void commands.add({ kind: "new_weights" }),
      leaveOutRows: (table) => void commands.add({ kind: "leave_out_rows", table }),
      takeOffer: (words) => void commands.add({ kind: "take_offer", words }),
      undo: () => void commands.add({ kind: "undo" }),
      redo: () => void commands.add({ kind: "redo" }),
      nextScene: () => this.#openScene(1),
      previousScene: () => this.#openScene(-1),
      leaveLesson: () => { if (this.#store.lesson) commands.add({ kind: "leave_lesson" }); },
      startOver: () => {
        // Who takes that back is to stand again where it was done.
        commands.add({ kind: "start_over", epoch: timeline.wanted });
        timeline.seek(0);
      },
    };
  }

  /** @param {number} step from the scene that is open */
  #openScene(step) {
    const { lesson, commands } = this.#store;
    const scene = (lesson?.scene ?? 0) + step;
    // Behind the last scene stands the lesson that follows.
    const last = (lesson?.scenes ?? 0) + (lesson?.next_lesson ? 1 : 0);
    if (scene >= 1 && scene <= last) commands.add({ kind: "open_scene", scene });
  }

  /** @param {number} index */
  #parameter(index) {
    return { index, ...this.#parameters };
  }

  /** @param {import("../shared/types").Neuron} neuron */
  #neuron({ layer, index }) {
    return { layer, index, ...this.#parameters };
  }

  get #parameters() {
    return { epoch: this.#epoch, parameter_count: this.#store.run?.description?.parameters.length ?? 0 };
  }

  /** Several are set at once, where the play-head stands; a run that plays goes on from there. @param {import("../shared/types").Cells} values */
  #setTogether(values) {
    this.#grab();
    this.#store.commands.add({ kind: "set_parameters", ...this.#parameters, values });
    this.#release();
  }

  /** @param {number} index @param {number} value @param {number} number of the command; Infinity before there is one */
  #try(index, value, number) {
    this.#store.tried = { epoch: this.#epoch, index, value, number };
  }

  get #epoch() {
    return this.#grabbedAt ?? this.#store.timeline.epoch;
  }

  #grab() {
    const { timeline } = this.#store;
    this.#played = timeline.playing || this.#playsOn;
    this.#playsOn = false;
    timeline.pause();
    this.#grabbedAt = timeline.epoch;
  }

  #release() {
    const { tried, asked } = this.#store;
    if (tried?.number === Infinity) this.#store.tried = null;
    if (asked?.number === Infinity) this.#store.askAbout(null);
    this.#playsOn = this.#played;
    this.#played = false;
    this.#grabbedAt = null;
    this.#playOn();
  }

  /** Not before Python has what was done: until then there is only the run as it was. */
  #playOn() {
    if (!this.#playsOn || this.#store.commands.open) return;
    this.#playsOn = false;
    this.#store.timeline.play({ goesOn: true });
  }
}
