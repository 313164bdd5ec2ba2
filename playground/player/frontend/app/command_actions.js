// What somebody does to the run itself: sets a weight, moves a row, takes it back. Python is told, and what can be shown
// before its answer is shown at once.
import { scaledRow } from "../model/forward_pass.mjs";
/** @import { Actions, Cells, Description, Header } from "../shared/types" */

/**
 * @typedef {Pick<Actions, "newGesture" | "grab" | "release">} Handling
 * @typedef {Pick<Actions, "tryParameter" | "setParameter" | "takeBackParameter" | "freeze" | "moveRow" | "trySituation"
 *   | "moveSituation" | "newWeights" | "undo" | "redo" | "startOver">} Commanding
 */

export class CommandActions {
  #played = false;
  #playsOn = false;
  /**
   * The epoch something is done at, from when it is taken hold of; a run that comes on the way begins at 0 for a moment.
   * @type {number | null}
   */
  #grabbedAt = null;
  /**
   * Another value for a parameter, until Python has done the command of that number.
   * @type {{epoch: number, index: number, value: number, number: number} | null}
   */
  #tried = null;
  /** @type {number | null} */
  #answered = null;
  /** @type {{inputs: Cells, number: number} | null} */
  #situation = null;
  /** @type {Description | null} */
  #run = null;

  /**
   * @param {import("../timeline/timeline.mjs").Timeline} timeline
   * @param {import("../link/commands.mjs").Commands} commands
   */
  constructor(timeline, commands) {
    this.timeline = timeline;
    this.commands = commands;
  }

  /** @param {Header} header @param {Description | null} run */
  receive(header, run) {
    this.#run = run;
    if (this.#tried && header.commands_done >= this.#tried.number) this.#tried = null;
    // The situation comes from its table, which is drawn after this answer if the page is called old.
    const number = this.#situation?.number ?? Infinity;
    if (header.commands_done >= number && !header.page_is_old) this.#situation = null;
    this.#askAbout();
    this.#playOn();
    const question = header.where_is_play_head;
    if (question === null || question === this.#answered) return;
    this.#answered = question;
    this.commands.add({ kind: "play_head", epoch: this.timeline.wanted, question });
  }

  /** Another value whenever the screen would show something else. */
  get state() {
    return this.#tried ? `${this.#tried.number} ${this.#tried.value}` : "";
  }

  /** Put what is tried into the moment it is tried in. @param {import("../model/moment.mjs").Moment} moment */
  applyTo(moment) {
    if (this.#tried?.epoch !== moment.epoch) return;
    moment.parameters[this.#tried.index] = this.#tried.value;
    moment.loss = null;
  }

  /** What concerns nobody but the hand: it is done whatever is on the screen. @returns {Handling} */
  get handling() {
    return {
      newGesture: () => this.commands.newGesture(),
      grab: () => this.#grab(),
      release: () => this.#release(),
    };
  }

  /** What views can call; each command is told in playground/player/protocol/command.py. @returns {Commanding} */
  get actions() {
    const { timeline, commands } = this;
    return {
      tryParameter: (index, value) => this.#try(index, value, Infinity),
      setParameter: (index, value, gesture) =>
        this.#try(index, value, commands.add({ kind: "set_parameter", ...this.#parameter(index), value }, gesture)),
      takeBackParameter: (index, value, gesture) => this.#try(index, value, commands.add({ kind: "take_back" }, gesture)),
      freeze: (index, frozen) => void commands.add({ kind: "freeze", ...this.#parameter(index), frozen }),
      moveRow: (row, inputs, targets, dropped, gesture) =>
        void commands.add({ kind: "move_row", row, inputs, targets, dropped }, gesture),
      trySituation: (inputs) => this.#askAbout({ inputs, number: Infinity }),
      moveSituation: (inputs, gesture) =>
        this.#askAbout({ inputs, number: commands.add({ kind: "move_situation", inputs }, gesture) }),
      newWeights: () => void commands.add({ kind: "new_weights" }),
      undo: () => void commands.add({ kind: "undo" }),
      redo: () => void commands.add({ kind: "redo" }),
      startOver: () => {
        timeline.seek(0);
        commands.add({ kind: "start_over" });
      },
    };
  }

  /** @param {number} index */
  #parameter(index) {
    return { epoch: this.#epoch, index, parameter_count: this.#run?.parameters.length ?? 0 };
  }

  /** @param {number} index @param {number} value @param {number} number of the command; Infinity before there is one */
  #try(index, value, number) {
    this.#tried = { epoch: this.#epoch, index, value, number };
  }

  get #epoch() {
    return this.#grabbedAt ?? this.timeline.epoch;
  }

  /** Have the run asked about the situation as it was dragged, whatever Python still says. */
  #askAbout(wanted = this.#situation) {
    this.#situation = wanted;
    const run = this.#run;
    if (!wanted || !run?.situation) return;
    const inputs = run.situation.inputs.map((value, place) => wanted.inputs[place] ?? value);
    run.situation = { inputs, scaled: scaledRow(run, inputs) };
  }

  #grab() {
    this.#played = this.timeline.playing || this.#playsOn;
    this.#playsOn = false;
    this.timeline.pause();
    this.#grabbedAt = this.timeline.epoch;
  }

  #release() {
    if (this.#tried?.number === Infinity) this.#tried = null;
    if (this.#situation?.number === Infinity) this.#situation = null;
    this.#playsOn = this.#played;
    this.#played = false;
    this.#grabbedAt = null;
    this.#playOn();
  }

  /** Not before Python has what was done: until then there is only the run as it was. */
  #playOn() {
    if (!this.#playsOn || this.commands.open) return;
    this.#playsOn = false;
    this.timeline.play();
  }
}
