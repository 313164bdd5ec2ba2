// What a browser is asked for and never answers: the page goes on without it.

/** Milliseconds for what a browser keeps to be stored or found. */
export const PATIENCE = 5000;

/** What comes of it; something else if nothing has come in time. @template T @param {Promise<T>} coming @param {T} otherwise @returns {Promise<T>} */
export function inTime(coming, otherwise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), PATIENCE);
    coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
