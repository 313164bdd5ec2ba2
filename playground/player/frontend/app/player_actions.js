// What somebody can do: play, go somewhere, choose, and change the run itself.
import { withSceneGuess } from "../lesson/lesson_texts.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { withGuess } from "../story/guess.mjs";
import { largestMovers } from "../surface/largest_movers.mjs";
import { firstMovedBy } from "../worked/first_worked.mjs";
/**
 * @import { Actions, Chosen, Neuron, OverCharts, PointedPlace } from "../shared/types"
 * @import { CommandActions, Commanding } from "./command_actions.js"
 * @import { KeptActions } from "./kept_actions.mjs"
 * @import { Guess } from "../story/guess.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Timeline } from "../timeline/timeline.mjs"
 */

/**
 * @typedef {object} Player what the actions need of it
 * @property {Store} store what they change
 * @property {CommandActions} commandActions
 * @property {KeptActions} kept what is done before all is known of the run
 * @property {(speed: Timeline["speed"]) => void} keepSpeed
 * @property {() => void} redraw the next frame shows something else
 * @property {() => void} draw at once
 * @property {() => void} told Python may have something to confirm, from this moment on
 * @property {(word: string) => void} say
 * @property {() => void} stopTrainingOn
 * @property {(neuron: Neuron) => void} focusNeuron
 * @property {(section: import("../keys/key_list.js").Section) => void} showKeys
 */

/** @param {Player} player @returns {Actions} */
export function playerActions(player) {
  /** @template {unknown[]} Given @param {(...given: Given) => void} action */
  const change = (action) => (/** @type {Given} */ ...given) =>
    player.kept.perform(() => {
      player.redraw();
      action(...given);
      player.told();
    });
  return { ...goingActions(player, change), ...showingActions(player, change), ...commands(player, change) };
}

/** @typedef {<Given extends unknown[]>(action: (...given: Given) => void) => (...given: Given) => void} Change */

/** Where the play-head goes. @param {Player} player @param {Change} change */
function goingActions(player, change) {
  const { timeline } = player.store;
  // What a button does is on the screen when it comes up again, not a frame later.
  const said = (/** @type {string} */ word, /** @type {() => boolean | void} */ action) =>
    change(() => {
      if (action() === false) return;
      player.say(word);
      player.draw();
    });
  return {
    train: said("Playing", () => {
      if (player.store.isStale) return false;
      timeline.seek(0);
      timeline.play();
      return true;
    }),
    reset: said("Paused", () => {
      timeline.seek(0);
      player.store.guess = null;
    }),
    play: change(() => {
      const { moving } = timeline;
      if (moving) player.stopTrainingOn();
      if (moving) timeline.pause();
      else timeline.play();
      player.say(moving ? "Paused" : "Playing");
    }),
    step: change(() => timeline.seek((timeline.goal ?? timeline.epoch) + 1)),
    back: change(() => timeline.seek(timeline.epoch - 1)),
    nextFlip: said("Paused", () => goToFlip(player.store, 1)),
    previousFlip: said("Paused", () => goToFlip(player.store, -1)),
    seek: change((/** @type {number} */ epoch) => timeline.seek(epoch)),
    epochAtShare: (/** @type {number} */ share) => timeline.epochAtShare(share),
    setSpeed: change((/** @type {Timeline["speed"]} */ speed) => {
      timeline.speed = speed;
      player.keepSpeed(speed);
    }),
  };
}

/** @param {Store} store @param {number} direction @returns {boolean} whether there is one */
function goToFlip({ run, timeline }, direction) {
  const epoch = run?.flipFrom(timeline.epoch, direction) ?? null;
  if (epoch !== null) timeline.seek(epoch);
  return epoch !== null;
}

/** @param {Store} store @param {Partial<Guess>} changed */
function guess(store, changed) {
  if (store.run) store.guess = withGuess(store.guess, store.run.number, changed);
}

/** What somebody says to a lesson's question; what it asks about is shown then. @param {Store} store @param {string | null} answer */
function guessScene(store, answer) {
  const { lesson, timeline } = store;
  if (!lesson?.question) return;
  store.sceneGuesses = withSceneGuess(store.sceneGuesses, lesson, answer);
  if (answer === null) return;
  store.hidesFuture = false;
  const { then } = lesson.question;
  if (then === "play") timeline.play();
  else if (typeof then === "number") timeline.seek(then);
  else if (then) store.choose({ panel: { name: "worked", of: then.worked } });
}

/** Lay a panel over the charts, or clear them. @param {Player} player @param {OverCharts | null} panel */
function layOverCharts({ store, focusNeuron }, panel) {
  const neuron = subjectOf(store.chosen.panel, "curve");
  if (panel?.name === "worked" && store.chosen.panel?.name !== "worked") store.workedUpdates.tellingRow.ask();
  store.choose({ panel });
  // Whoever closes a curve with the keyboard goes on where it was opened.
  if (neuron && panel === null) focusNeuron(neuron);
}

/** Lay a panel over the charts, or clear them of it. @param {Player} player @param {OverCharts} panel */
function toggle(player, panel) {
  layOverCharts(player, player.store.chosen.panel?.name === panel.name ? null : panel);
}

/** Those that were shown last, or that the run has moved most; null where there are no two. @param {Store} store */
function pairToShow({ run, contents: { surface: picture } }) {
  const count = run?.description?.parameters.length ?? 0;
  if (!run || count < 2) return null;
  return picture?.run === run.number ? picture.parameters : largestMovers(run.records, count);
}

/** @param {Store} store */
function parameterToWork({ run, chosen }) {
  return run?.description ? firstMovedBy(run.description, run.description.train.scaled[chosen.row] ?? []) : 0;
}

/** What is shown, and how. @param {Player} player @param {Change} change */
function showingActions(player, change) {
  const { store, draw, showKeys } = player;
  const { pendingChanges } = store;
  return {
    // A box that is drawn a frame after it has another size would be seen to jump.
    redraw: change(draw),
    guess: change((/** @type {Guess["asks"]} */ asks, /** @type {number} */ answer) => guess(store, { asks, answer })),
    guessScene: change((/** @type {string | null} */ answer) => guessScene(store, answer)),
    sketch: change((/** @type {Guess["sketch"]} */ sketch) => guess(store, { sketch })),
    hideFuture: change(() => { store.hidesFuture = !store.hidesFuture; }),
    toggleProjector: change(() => { store.projector = !store.projector; }),
    showKeys: () => showKeys("keys"),
    showSigns: () => showKeys("signs"),
    choose: change((/** @type {Parameters<Actions["choose"]>[0]} */ choices) => pendingChanges.add({ choices })),
    forget: change(() => pendingChanges.add({ forget: true })),
    selectRow: change((/** @type {number} */ row) => {
      store.workedUpdates.tellingRow.choose();
      store.choose({ row });
    }),
    layOverCharts: change((/** @type {OverCharts | null} */ panel) => layOverCharts(player, panel)),
    clearCharts: change(() => layOverCharts(player, null)),
    toggleSurface: change(() => {
      const two = pairToShow(store);
      if (two) toggle(player, { name: "surface", of: two });
    }),
    toggleGradientCheck: change(() => toggle(player, { name: "gradient", of: true })),
    toggleWorked: change(() => toggle(player, { name: "worked", of: parameterToWork(store) })),
    workOnPaper: change((/** @type {number | null} */ digits) => { store.paperDigits = digits; }),
    toggleCode: change(() => { store.showsCode = !store.showsCode; }),
    uncover: change(() => {
      if (store.showsCode) store.showsCode = false;
      else layOverCharts(player, null);
    }),
    point: change((/** @type {number | null} */ parameter) => store.choose({ parameter })),
    pointAtNeuron: change((/** @type {Chosen["pointed"]} */ pointed) => store.choose({ pointed })),
    pointAtPlace: change((/** @type {PointedPlace} */ place) => store.choose(place)),
  };
}

/** What is done to the run itself. @param {Player} player @param {Change} change */
function commands({ commandActions, kept, redraw }, change) {
  const actions = /** @type {Record<string, (...given: unknown[]) => void>} */ (/** @type {unknown} */ (commandActions.actions));
  const changing = Object.entries(actions).map(([name, action]) => [name, change(action)]);
  const { newGesture, grab, release } = commandActions.handling;
  // In turn with what is done between them, and whatever is to be seen by then: what is taken hold of is let go.
  const inTurn = (/** @type {() => void} */ action) => () =>
    kept.perform(() => {
      redraw();
      action();
    }, false);
  const handling = { newGesture, grab: inTurn(grab), release: inTurn(release) };
  return { .../** @type {Commanding} */ (Object.fromEntries(changing)), ...handling };
}
