// Whether a row is right or wrong from a flip on: what it is called does not change until its next one.
import { outputsOf } from "../model/forward_pass.mjs";
import { verdictOf } from "../model/classes.mjs";
/**
 * @import { Run } from "../model/run.mjs"
 * @import { Verdict } from "../model/classes.mjs"
 */

/**
 * @param {Run} run
 * @param {number} epoch of a flip
 * @param {number} row that flips there
 * @param {number} threshold
 * @returns {Verdict | null} null if no record between this flip and the next one of the row has come
 */
export function verdictAfterFlip(run, epoch, row, threshold) {
  const { description, records } = run;
  if (!description || !records) return null;
  const place = recordFrom(records, epoch);
  const next = nextFlipOf(run, epoch, row);
  if (place === null || records.epochAt(place) >= next) return null;
  const { train, target_scaling: scaling, classes } = description;
  const outputs = outputsOf(description, records.parametersAt(place), [train.scaled[row]], scaling);
  return verdictOf(classes, train.targets[row], outputs, threshold);
}

/** The first record that is not earlier than an epoch. @param {NonNullable<Run["records"]>} records @param {number} epoch */
function recordFrom(records, epoch) {
  const place = records.placeOf(epoch);
  const from = place >= 0 && records.epochAt(place) === epoch ? place : place + 1;
  return from < records.count ? from : null;
}

/** @param {Run} run @param {number} epoch @param {number} row */
function nextFlipOf({ flips }, epoch, row) {
  const later = flips.filter(([at, rows]) => at > epoch && rows.includes(row)).map(([at]) => at);
  return later.length ? later.reduce((a, b) => Math.min(a, b)) : Infinity;
}

/**
 * What stands above a flip: the rows, and whether all of them are right or wrong from there on.
 * @param {string[]} names of the rows that flip
 * @param {(Verdict | null)[]} verdicts of each
 * @returns {{rows: string, sign: "right" | "wrong" | ""}}
 */
export function flipLabel(names, verdicts) {
  const rows = names.length > MOST_NAMED ? `${names.length} rows` : names.join(", ");
  const [first] = verdicts;
  const isOne = (first === "right" || first === "wrong") && verdicts.every((verdict) => verdict === first);
  return { rows, sign: isOne ? first : "" };
}

/** So many rows are named, of those that flip at one epoch. */
const MOST_NAMED = 2;
