// Where the keyboard goes on when what had the focus is gone: names tell what is still there.

/**
 * Return the place of what is called the same; if all is there, or else of the last before it that is left; -1 if there is none.
 * @param {string[]} names of all up to what had the focus
 * @param {string[]} left of all that is there now
 * @param {boolean} isAll whether nothing is still to come
 */
export function successorOf(names, left, isAll) {
  const name = (isAll ? names : names.slice(-1)).findLast((known) => known !== "" && left.includes(known));
  return name === undefined ? -1 : left.indexOf(name);
}
