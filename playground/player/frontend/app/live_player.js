// The player: receives runs from Python, keeps time, and tells every view what stands at the play-head.
import { ChartPair } from "../charts/chart_pair.js";
import { DecisionView } from "../decision/decision_view.js";
import { neuronPictures } from "../decision/decision_grid.mjs";
import { listenElsewhere } from "./elsewhere.js";
import { LinkToPython } from "../link/link_to_python.js";
import { NetworkView } from "../network/network_view.js";
import { NeuronCurveView } from "../curve/neuron_curve_view.js";
import { Notes } from "./notes.js";
import { makePanels } from "./panels.js";
import { playerActions } from "./player_actions.js";
import { readTheme } from "../shared/theme.js";
import { RowsView } from "../rows/rows_view.js";
import { Store } from "../model/store.mjs";
import { progressOf } from "../link/progress.mjs";
import { listenForShortcuts } from "./shortcuts.js";
import { SituationPlace } from "../rows/situation_place.js";
import { Timeline } from "../timeline/timeline.mjs";
import { CommandActions } from "./command_actions.js";
import { TrainingPace } from "../timeline/training_pace.mjs";
import { Transport } from "../timeline/transport.js";
import { Turns } from "./turns.mjs";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Chosen, Description, Header } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Run } from "../model/run.mjs"
 */

/** Milliseconds that a new run is trained on though nothing moves: an edit is learnt to its end, unless that is far away. */
const TRAIN_ON = 20_000;

/** Points a side of a neuron's own picture. */
const PICTURE_SIZE = 14;

export class LivePlayer {
  #frame = 0;
  #last = 0;
  #drawn = "";
  /** @type {Moment | null} */
  #moment = null;
  /** The pair of runs that is drawn. */
  #pair = "";
  #trainOnUntil = 0;
  #situation = "";
  /** @type {Chosen} */
  #selection = { row: 0, neuron: null, parameter: null };
  /** Of the colours on the screen. */
  #signature = "";
  #opened = -1;
  /** What sends a request; another function whenever the player has another place. @type {(request: object) => void} */
  send = () => {};

  /** @param {HTMLElement} parent */
  constructor(parent) {
    const { root, top, notes, panels } = makePanels(parent);
    this.root = root;
    this.notes = new Notes(notes);
    this.store = new Store();
    this.timeline = new Timeline();
    this.pace = new TrainingPace();
    this.link = new LinkToPython((request) => this.send(request));
    this.commandActions = new CommandActions(this.timeline, this.link.commands);
    const actions = this.#actions();
    this.transport = new Transport(top, actions);
    this.charts = new ChartPair(panels, this.transport.choices, actions);
    this.situation = new SituationPlace();
    this.rows = new RowsView(panels.rows.body, actions);
    this.decision = new DecisionView(panels.decision.body, actions);
    this.network = new NetworkView(panels.network, actions);
    this.curve = new NeuronCurveView(panels.curve.body, actions);
    this.views = [this.rows, this.decision, this.network, this.curve];
    this.turns = new Turns([this.network, this.decision]);
    const listening = [listenForShortcuts(actions), listenElsewhere(root, () => this.link.hold())];
    this.stopListening = () => listening.forEach((stop) => stop());
    const loop = (/** @type {number} */ now) => {
      // First the next frame, so that one exception does not stop the player.
      this.#frame = requestAnimationFrame(loop);
      this.#tick(now);
    };
    this.#frame = requestAnimationFrame(loop);
  }

  /** @param {import("../link/frame.mjs").Message} message */
  receive(message) {
    const { store } = this;
    const { header } = message;
    const another = store.run?.number !== header.run;
    const described = store.run?.description;
    this.link.receive(header, another);
    store.receive(message, this.link.pendingChanges.open?.threshold);
    const { run } = store;
    if (!run) return;
    if (another) this.#startRun(header, run);
    this.pace.note(run, performance.now());
    this.timeline.end = run.end;
    if (header.epoch_scale !== this.timeline.scale) this.timeline.setScale(header.epoch_scale);
    this.timeline.newest = run.newest;
    if (run.description) Object.assign(run.description, { threshold: store.threshold, situation: header.situation });
    this.commandActions.receive(header, run.description);
    const pair = `${header.run} ${header.before}`;
    const description = store.isComplete ? run.description : null;
    if (description && (pair !== this.#pair || described !== description)) this.#showDescription(pair, description);
    if (description) this.#showHeader(header, run, description);
    this.#drawn = "";
  }

  /** The page may have changed its theme. */
  theme() {
    const { assets } = this.store;
    if (!assets) return;
    const theme = readTheme(this.root, assets);
    if (theme.signature === this.#signature) return;
    this.#signature = theme.signature;
    for (const view of this.views) view.setColours(theme.colours);
    this.charts.setTheme(theme, assets);
    this.#drawn = "";
  }

  remove() {
    cancelAnimationFrame(this.#frame);
    this.stopListening();
    for (const view of this.views) view.remove();
    this.charts.remove();
    this.root.remove();
  }

  /** @param {Header} header @param {Run} run */
  #startRun(header, run) {
    this.#moment = null;
    this.pace.start();
    this.#trainOnUntil = performance.now() + TRAIN_ON;
    const opens = header.opened !== this.#opened && header.opens_at;
    if (opens) this.#selection = { row: opens.row, neuron: opens.neuron, parameter: null };
    const { end, changedAt } = run;
    this.timeline.startRun(end, opens ? { atEnd: true, at: opens.epoch } : { changedAt });
    this.#opened = header.opened;
  }

  /** @param {string} pair @param {Description} description */
  #showDescription(pair, description) {
    this.#pair = pair;
    if (this.#selection.row >= description.train.inputs.length) this.#selection.row = 0;
    const { neuron, parameter } = this.#selection;
    const stays = neuron !== null && neuron.index < (description.layer_sizes[neuron.layer] ?? 0);
    const pointed = parameter !== null && parameter < description.parameters.length ? parameter : null;
    this.#selection = { ...this.#selection, neuron: stays ? neuron : null, parameter: pointed };
    this.root.classList.toggle("with-curve", stays);
    for (const view of this.views) view.setRun(description);
    for (const view of this.views) view.setSelection(this.#selection);
    this.store.row = this.#selection.row;
    this.rows.setBefore(this.store.before !== null);
    this.charts.setRun(description, this.store.before !== null);
    this.#signature = "";
    this.theme();
  }

  /** @param {Header} header @param {Run} run @param {Description} description */
  #showHeader(header, run, { warnings, changes, threshold, start_over: startOver }) {
    this.rows.setThreshold(threshold);
    this.charts.show(header, this.store, this.link.pendingChanges.has("choices"));
    this.root.classList.toggle("stale", header.stale !== "");
    this.notes.show(header.stale ? [header.stale] : [...warnings, ...run.earlyEnd]);
    const situation = JSON.stringify(header.situation);
    if (situation !== this.#situation) this.decision.moveSituation();
    this.#situation = situation;
    if (!this.link.commands.open) this.decision.settle();
    this.transport.slider.markFlips(run.flips, this.timeline);
    this.transport.slider.markChanges(changes, this.timeline);
    this.transport.changeLog.show({ ...header, changes, start_over: startOver });
    this.charts.markChanges(changes);
  }

  #actions() {
    const { timeline, commandActions } = this;
    return playerActions({
      timeline,
      commandActions,
      pendingChanges: this.link.pendingChanges,
      isComplete: () => this.store.isComplete,
      isStale: () => this.root.classList.contains("stale"),
      changed: () => { this.#drawn = ""; },
      told: () => {
        if (this.link.commands.open) this.root.dataset.state = "resting";
      },
      draw: () => this.#draw(),
      say: (word) => this.#say(word),
      stopTrainingOn: () => { this.#trainOnUntil = 0; },
      goToFlip: (direction) => this.#goToFlip(direction),
      toggleFuture: () => this.transport.showHidden(this.charts.toggleFuture()),
      setThreshold: (threshold) => this.#setThreshold(threshold),
      select: (chosen) => this.#select(chosen),
    });
  }

  /** @param {number} direction */
  #goToFlip(direction) {
    const epoch = this.store.run?.flipFrom(this.timeline.epoch, direction) ?? null;
    if (epoch !== null) this.timeline.seek(epoch);
  }

  /** @param {number} threshold */
  #setThreshold(threshold) {
    Object.assign(this.store.run?.description ?? {}, { threshold });
    this.link.pendingChanges.add({ threshold });
    this.rows.setThreshold(threshold);
    this.decision.setThreshold(threshold);
  }

  /** @param {Partial<Chosen>} changed */
  #select(changed) {
    const closed = changed.neuron === null ? this.#selection.neuron : null;
    const wanted = { ...this.#selection, ...changed };
    if (wanted.parameter === this.#selection.parameter && !("row" in changed) && !("neuron" in changed)) return;
    this.#selection = wanted;
    this.store.row = wanted.row;
    if (this.#moment) this.#moment.row = wanted.row;
    for (const view of this.views) view.setSelection(wanted);
    this.charts.light(wanted.parameter);
    this.root.classList.toggle("with-curve", wanted.neuron !== null);
    if (closed) this.network.focusNeuron(closed);
  }

  /** @param {number} now milliseconds */
  #tick(now) {
    const seconds = Math.min(0.25, (now - this.#last) / 1000);
    this.#last = now;
    if (!this.store.run) return;
    this.#pull();
    // What says what it is may have been overtaken by what says how far it is; it has been asked for just now.
    if (!this.store.isComplete) return;
    if (this.timeline.advance(seconds)) this.#say("Finished");
    this.#draw();
    const charted = String(this.charts.areUpToDate(this.store));
    if (this.root.dataset.charted !== charted) this.root.dataset.charted = charted;
  }

  #draw() {
    const { timeline } = this;
    const state = `${timeline.epoch} ${timeline.moving} ${this.store.knownEpochs} ${this.commandActions.state}`;
    const { run } = this.store;
    const changed = state !== this.#drawn;
    const moment = changed ? this.store.momentAt(timeline.epoch, !timeline.moving) : null;
    if (run && moment) {
      this.#drawn = state;
      this.commandActions.applyTo(moment);
      this.#moment = moment;
      this.#drawMoment(moment, run);
      this.turns.call();
    }
    const drawn = this.#moment;
    if (!drawn) return;
    for (const view of this.turns.take(!timeline.playing)) {
      if (view === this.network) drawn.pictures ??= this.#picturesOf(drawn);
      view.draw(drawn);
    }
  }

  /** @param {Moment} moment */
  #picturesOf(moment) {
    const { plane } = this.decision;
    return plane.y === null ? null : neuronPictures(moment.run, moment.parameters, plane, PICTURE_SIZE);
  }

  /** @param {Moment} moment @param {Run} run */
  #drawMoment(moment, run) {
    const { timeline } = this;
    this.rows.draw(moment);
    this.curve.draw(moment);
    this.situation.draw(moment);
    this.charts.move(moment.epoch, timeline.scale);
    this.transport.draw(timeline, {
      epoch: moment.epoch,
      loss: moment.loss,
      trained: run.trained,
      training: run.finished ? "" : this.pace.text(run),
      hasFlips: run.flips.length > 0,
      stale: this.root.classList.contains("stale"),
    });
    if (!timeline.moving) this.network.describe(moment);
    Object.assign(this.root.dataset, {
      run: run.number,
      epoch: moment.epoch,
      exact: moment.isExact,
      state: timeline.moving ? "moving" : run.finished && !this.link.commands.open ? "finished" : "resting",
    });
  }

  #pull() {
    const { row, neuron } = this.#selection;
    const others = { ...this.charts.progress, trainingOn: performance.now() < this.#trainOnUntil };
    const viewpoint = { epoch: this.timeline.wanted, row, neuron };
    this.link.pull(progressOf(this.store, this.timeline, others), { ...this.store.known, viewpoint });
  }

  /** @param {string} word */
  #say(word) {
    this.transport.say(`${word}, epoch ${epochText(this.timeline.epoch)} of ${epochText(this.timeline.end)}`);
  }
}
