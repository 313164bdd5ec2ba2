// plotly.js, once for the whole page, from the app's own server.

/** @type {Promise<any> | undefined} */
let loading;

/**
 * Load plotly.js and return it.
 * @param {string} path below the root of the app
 * @returns {Promise<any>}
 */
export function loadPlotly(path) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(path, document.baseURI).href;
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => reject(new Error(`The chart library did not load from ${script.src}.`));
    document.head.append(script);
  });
  return loading;
}
