// What somebody can do: play, go somewhere, choose, and change the run itself.
/**
 * @import { Actions, Chosen } from "../shared/types"
 * @import { CommandActions, Commanding } from "./command_actions.js"
 * @import { PendingChanges } from "../link/pending_changes.mjs"
 * @import { Timeline } from "../timeline/timeline.mjs"
 */

/**
 * @typedef {object} Player what the actions need of it
 * @property {Timeline} timeline
 * @property {PendingChanges} pendingChanges
 * @property {CommandActions} commandActions
 * @property {() => boolean} isComplete whether there is a run on the screen to do anything to
 * @property {() => boolean} isStale whether the run does not belong to the settings beside it
 * @property {() => void} changed the next frame shows something else
 * @property {() => void} told Python may have something to confirm, from this moment on
 * @property {() => void} draw
 * @property {(word: string) => void} say
 * @property {() => void} stopTrainingOn
 * @property {(direction: number) => void} goToFlip
 * @property {() => void} toggleFuture
 * @property {(threshold: number) => void} setThreshold
 * @property {(chosen: Partial<Chosen>) => void} select
 */

/** @param {Player} player @returns {Actions} */
export function playerActions(player) {
  /** @template {unknown[]} Given @param {(...given: Given) => void} action */
  const change = (action) => (/** @type {Given} */ ...given) => {
    if (!player.isComplete()) return;
    player.changed();
    action(...given);
    player.told();
  };
  return { ...goingActions(player, change), ...choosingActions(player, change), ...commands(player, change) };
}

/** @typedef {<Given extends unknown[]>(action: (...given: Given) => void) => (...given: Given) => void} Change */

/** Where the play-head goes. @param {Player} player @param {Change} change */
function goingActions(player, change) {
  const { timeline } = player;
  // What a button does is on the screen when it comes up again, not a frame later.
  const said = (/** @type {string} */ word, /** @type {() => void} */ action) =>
    change(() => {
      action();
      player.say(word);
      player.changed();
      player.draw();
    });
  return {
    train: said("Playing", () => {
      if (player.isStale()) return;
      timeline.seek(0);
      timeline.play();
    }),
    reset: said("Paused", () => timeline.seek(0)),
    play: change(() => {
      const { moving } = timeline;
      if (moving) player.stopTrainingOn();
      if (moving) timeline.pause();
      else timeline.play();
      player.say(moving ? "Paused" : "Playing");
    }),
    step: change(() => timeline.seek((timeline.goal ?? timeline.epoch) + 1)),
    back: change(() => timeline.seek(timeline.epoch - 1)),
    nextFlip: said("Paused", () => player.goToFlip(1)),
    previousFlip: said("Paused", () => player.goToFlip(-1)),
    seek: change((/** @type {number} */ epoch) => timeline.seek(epoch)),
    epochAtShare: (/** @type {number} */ share) => timeline.epochAtShare(share),
    setSpeed: change((/** @type {Timeline["speed"]} */ speed) => { timeline.speed = speed; }),
  };
}

/** What is shown, and how. @param {Player} player @param {Change} change */
function choosingActions(player, change) {
  const { pendingChanges } = player;
  return {
    planeChanged: change(() => {}),
    hideFuture: change(() => player.toggleFuture()),
    choose: change((/** @type {Parameters<Actions["choose"]>[0]} */ choices) => pendingChanges.add({ choices })),
    forget: change(() => pendingChanges.add({ forget: true })),
    setThreshold: change((/** @type {number} */ threshold) => player.setThreshold(threshold)),
    selectRow: change((/** @type {number} */ row) => player.select({ row })),
    selectNeuron: change((/** @type {Chosen["neuron"]} */ neuron) => player.select({ neuron })),
    point: change((/** @type {number | null} */ parameter) => player.select({ parameter })),
  };
}

/** What is done to the run itself. @param {Player} player @param {Change} change */
function commands({ commandActions }, change) {
  const actions = /** @type {Record<string, (...given: unknown[]) => void>} */ (/** @type {unknown} */ (commandActions.actions));
  const changing = Object.entries(actions).map(([name, action]) => [name, change(action)]);
  return { .../** @type {Commanding} */ (Object.fromEntries(changing)), ...commandActions.handling };
}
