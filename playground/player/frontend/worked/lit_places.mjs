// What of the page is lit where a number of a worked update is pointed at, or a line of the code that computes it.
/** @import { PointedPlace, WorkedLine, WorkedUpdate } from "../shared/types" */

/** @type {PointedPlace} */
export const NOWHERE = Object.freeze({ parameter: null, pointed: null, pointedRow: null, pointedCode: "" });

/** @param {Pick<WorkedLine, "place" | "code">} line @returns {PointedPlace} */
export function litBy({ place: { kind, row, layer, unit, parameter }, code }) {
  const isNeuron = (kind === "neuron" || kind === "input") && layer !== null && unit !== null;
  return { parameter, pointed: isNeuron ? { layer, index: unit } : null, pointedRow: row, pointedCode: code };
}

/**
 * What a line of code lights: the place of what is worked there, its result before what is given.
 * @param {string} computes what the line computes @param {WorkedUpdate | null} worked the update beside it, if one is worked
 * @returns {PointedPlace}
 */
export function litByCode(computes, worked) {
  if (!computes) return NOWHERE;
  const first = worked?.first_shown.map((line) => worked.lines[line]) ?? [];
  const line = [...first, ...(worked?.lines ?? [])].find(({ code }) => code === computes);
  return line ? litBy(line) : { ...NOWHERE, pointedCode: computes };
}
