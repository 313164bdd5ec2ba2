// Which numbers of the page are kept back as long as somebody works or guesses them: the sum and the answer of a neuron, and an
// input as the network sees it, for the chosen row, and the loss.
import { keyOf as sceneKey } from "../lesson/lesson_texts.mjs";
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { Neuron, Shape, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** What stands in the place of such a number. */
export const OPEN = "?";

/** By the kind of a line, `nncore/explanation/line.py`, what of its neuron it computes. @type {ReadonlyMap<string, "sums" | "answers">} */
const COMPUTES = new Map([["pre_activation", "sums"], ["activation", "answers"]]);

/**
 * Neurons whose sum, or whose answer, is still to be worked, as `isOpen` knows them; and whether the loss of the whole table is.
 * @typedef {{sums: ReadonlySet<string>, answers: ReadonlySet<string>, loss: boolean}} OpenNumbers
 */

/** @type {OpenNumbers} */
export const NOTHING_OPEN = Object.freeze({ sums: new Set(), answers: new Set(), loss: false });

/**
 * Of what is on the screen: nothing is kept back where nobody sees the lines, or nobody is asked for it.
 * @param {Pick<Store, "chosen" | "exercise" | "lesson" | "sceneGuesses" | "run">} store
 * @returns {OpenNumbers}
 */
export function openOnScreen({ chosen, exercise, lesson, sceneGuesses, run }) {
  if (subjectOf(chosen.panel, "worked") !== null) return exercise.open;
  const asked = lesson?.question && sceneGuesses[sceneKey(lesson)] === undefined ? lesson.question : null;
  const layer = (run?.description?.layer_sizes.length ?? 0) - 1;
  if (asked?.asks_sum && layer > 0) return { ...NOTHING_OPEN, sums: new Set([keyOf({ layer, index: 0 })]) };
  // What comes in is the answer of the layer before, of the inputs, too.
  const input = asked?.asks_scaled ?? null;
  return input === null ? NOTHING_OPEN : { ...NOTHING_OPEN, answers: new Set([keyOf({ layer: 0, index: input })]) };
}

/**
 * @param {WorkedUpdate | null} worked @param {(line: number) => boolean} isBlank whether a line is still to be worked
 * @returns {OpenNumbers}
 */
export function openNumbers(worked, isBlank) {
  const open = { sums: new Set(), answers: new Set(), loss: false };
  worked?.lines.forEach(({ kind, place: { layer, unit } }, line) => {
    // That of one update of several is over its own rows, and stands nowhere else.
    if (kind === "loss" && worked.batches === 1 && isBlank(line)) open.loss = true;
    const computes = COMPUTES.get(kind);
    if (computes && layer !== null && unit !== null && isBlank(line)) open[computes].add(keyOf({ layer, index: unit }));
  });
  return open;
}

/**
 * The row of which an output is still to be worked: the chosen one, or none.
 * @param {OpenNumbers} open @param {Shape} run @param {number} chosen @returns {number | null}
 */
export function openRow({ answers }, { layer_sizes: sizes }, chosen) {
  const layer = sizes.length - 1;
  const isAny = Array.from({ length: sizes[layer] }).some((_, index) => isOpen(answers, { layer, index }));
  return isAny ? chosen : null;
}

/** @param {ReadonlySet<string>} open @param {Neuron} neuron */
export const isOpen = (open, neuron) => open.size > 0 && open.has(keyOf(neuron));

/** @param {Neuron} neuron */
const keyOf = ({ layer, index }) => `${layer}/${index}`;
