// plotly.js, once for the whole page, from the app's own server.

/** @type {Promise<any> | undefined} */
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
 * @returns {Promise<any>}
 */
export function loadPlotly(path) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addressOf(path);
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => reject(new Error(`The chart library did not load from ${script.src}.`));
    document.head.append(script);
  });
  return loading;
}

const addressOf = (path) => new URL(path, document.baseURI).href;
