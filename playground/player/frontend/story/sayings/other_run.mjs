// Why the run is another one than before, where it is not the table that has changed.
/** @import { Saying } from "../line.mjs" */

/** What it begins with, before the settings that have changed with it. */
const NEW_RUN = /^A new run: [^.]*\./;

/** @type {Saying} */
export const otherRun = {
  kind: "change",
  priority: 30,
  say({ whatChanged, before, isPlayedOn }) {
    // Without a run to compare with it has been read by then, and stands between the reader and the moment.
    if (!whatChanged || (isPlayedOn && !before)) return null;
    const inShort = NEW_RUN.exec(whatChanged)?.[0];
    return inShort && inShort !== whatChanged ? [whatChanged, inShort] : [whatChanged];
  },
};
