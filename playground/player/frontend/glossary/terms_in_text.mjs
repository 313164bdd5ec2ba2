// Which words of a text stand in the glossary: each term once, where it stands first.

/** @typedef {{text: string, term: string | null}} Part a piece of the text, and the term that it is, if it is one */

/**
 * Cuts a text at the terms in it, also where they stand in the plural; of two that overlap the longer one counts.
 * @param {string} text @param {Iterable<string>} terms
 * @returns {Part[]} which joined give the text
 */
export function partsOf(text, terms) {
  const longestFirst = [...terms].sort((one, other) => other.length - one.length);
  if (!longestFirst.length) return [{ text, term: null }];
  const words = new RegExp(`(?<![\\p{L}\\d-])(${longestFirst.map(escaped).join("|")})(?:e?s)?(?![\\p{L}\\d-])`, "giu");
  /** @type {Part[]} */
  const parts = [];
  const known = new Set();
  let from = 0;
  for (const match of text.matchAll(words)) {
    const term = match[1].toLowerCase();
    if (known.has(term)) continue;
    known.add(term);
    if (match.index > from) parts.push({ text: text.slice(from, match.index), term: null });
    parts.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), term: null });
  return parts;
}

/** @param {string} term */
const escaped = (term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
