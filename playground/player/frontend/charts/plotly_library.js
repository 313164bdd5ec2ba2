// plotly.js, once for the whole page, from the app's own server.

/** @import { PlotlyLibrary } from "./plotly" */

/** @type {Promise<PlotlyLibrary> | undefined} */
let loading;
let fetching = false;

/**
 * Let the browser fetch plotly.js without running it: running takes most of a second, in which nothing else moves.
 * @param {string} path below the root of the app
 */
export function fetchPlotly(path) {
  if (fetching || loading) return;
  fetching = true;
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "script", href: addressOf(path) });
  document.head.append(link);
}

/**
 * Load plotly.js and return it.
 * @param {string} path below the root of the app
 * @returns {Promise<PlotlyLibrary>}
 */
export function loadPlotly(path) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addressOf(path);
    const fail = () => reject(new Error(`The chart library did not load from ${script.src}.`));
    script.onload = () => (globalThis.Plotly ? resolve(globalThis.Plotly) : fail());
    script.onerror = fail;
    document.head.append(script);
  });
  return loading;
}

const addressOf = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
