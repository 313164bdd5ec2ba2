// How many rows are in sight below the pictures, which shrink for them; and when that is chosen anew.
/** @import { Description } from "../shared/types" */

/** So many at least, and so many at most where a table has them. */
const [FEWEST, MOST] = [4, 6];

/** @typedef {Pick<Description, "input_names" | "target_names"> & {train: Pick<Description["train"], "targets">}} Shown */

/** @param {Shown} run */
export const rowsInSight = ({ train }) => Math.min(MOST, Math.max(FEWEST, train.targets.length));

/**
 * Whether a table has taken the place of another one, as by pasting. A row that is added or goes moves nothing: it may be
 * added in a picture.
 * @param {Shown | null} before @param {Shown} now
 */
export function isReplaced(before, now) {
  if (before === null) return true;
  const columnsOf = (/** @type {Shown} */ { input_names: inputs, target_names: targets }) => JSON.stringify([inputs, targets]);
  return columnsOf(before) !== columnsOf(now) || Math.abs(before.train.targets.length - now.train.targets.length) > 1;
}
