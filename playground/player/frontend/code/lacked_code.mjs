// When the code that trains the run is asked for.
/** @import { Store } from "../model/store.mjs" */

/**
 * Whether it is wanted and not there. Of a run that has ended it is another one: it has as many epochs.
 * @param {Pick<Store, "showsCode" | "code" | "run">} store
 */
export function lacksCode({ showsCode, code, run }) {
  return showsCode && run !== null && (code?.run !== run.number || code.is_finished !== run.finished);
}
