// The outputs have become infinite, or no numbers at all.
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const notNumbers = {
  kind: "moment",
  priority: 10,
  say({ moment }) {
    return moment.outputs.every(Number.isFinite) ? null : ["Some outputs are not finite numbers any more."];
  },
};
