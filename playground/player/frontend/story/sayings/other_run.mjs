// Why the run is another one than before, where it is not the table that has changed.
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const otherRun = {
  kind: "change",
  priority: 30,
  say({ whatChanged }) {
    return whatChanged ? [whatChanged] : null;
  },
};
