// Which numbers of the page are kept back as long as somebody works them: the sum and the answer of a neuron, for the chosen row.
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { Neuron, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** What stands in the place of such a number. */
export const OPEN = "?";

/** By the kind of a line, `nncore/explanation/line.py`, what of its neuron it computes. @type {ReadonlyMap<string, "sums" | "answers">} */
const COMPUTES = new Map([["pre_activation", "sums"], ["activation", "answers"]]);

/** Neurons whose sum, or whose answer, is still to be worked, as `isOpen` knows them. @typedef {{sums: ReadonlySet<string>, answers: ReadonlySet<string>}} OpenNumbers */

/** @type {OpenNumbers} */
export const NOTHING_OPEN = Object.freeze({ sums: new Set(), answers: new Set() });

/** Of what is on the screen: nothing is kept back where nobody sees the lines. @param {Pick<Store, "chosen" | "exercise">} store */
export const openOnScreen = ({ chosen, exercise }) => (subjectOf(chosen.panel, "worked") === null ? NOTHING_OPEN : exercise.open);

/**
 * @param {WorkedUpdate | null} worked @param {(line: number) => boolean} isBlank whether a line is still to be worked
 * @returns {OpenNumbers}
 */
export function openNumbers(worked, isBlank) {
  const open = { sums: new Set(), answers: new Set() };
  worked?.lines.forEach(({ kind, place: { layer, unit } }, line) => {
    const computes = COMPUTES.get(kind);
    if (computes && layer !== null && unit !== null && isBlank(line)) open[computes].add(keyOf({ layer, index: unit }));
  });
  return open;
}

/** @param {ReadonlySet<string>} open @param {Neuron} neuron */
export const isOpen = (open, neuron) => open.size > 0 && open.has(keyOf(neuron));

/** @param {Neuron} neuron */
const keyOf = ({ layer, index }) => `${layer}/${index}`;
