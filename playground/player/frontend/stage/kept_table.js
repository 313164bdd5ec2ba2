// The table whose tab is chosen: a reload, or another player on the same page, goes on with it.
import { KeptChoice } from "../shared/kept_choice.mjs";
import { navigationType } from "../shared/navigation_type.js";
/** @import { TableName } from "./table_slots.js" */

/** @type {TableName[]} */
const NAMES = ["training", "test", "situation"];

export const keptTable = new KeptChoice("playground-table", NAMES, () => sessionStorage, navigationType);

/**
 * Of another link that is gone to, which a browser calls a reload, too, nobody has chosen a table.
 * @param {() => boolean} goesElsewhere whether the page is left for one
 * @returns {() => void} stops that
 */
export function forgetTableElsewhere(goesElsewhere) {
  const stop = new AbortController();
  addEventListener("pagehide", () => { if (goesElsewhere()) keptTable.keep("training"); }, { signal: stop.signal });
  return () => stop.abort();
}
