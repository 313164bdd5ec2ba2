// The address of a page with a link to all that is open, behind its "#", where browsers keep it to themselves.

/** As in playground/document/link.py. */
export const NAME = "document";

/** As in playground/opens_links.py: what was looked at in the page that was left. */
const VIEWPOINT = "viewpoint";

/** Some mail programs write "%3D" for the "=". */
const LINK = new RegExp(`^#${NAME}(?:=|%3D)(.+)$`, "i");

/** @param {string} href @returns {string} the link in an address; empty if there is none */
export function linkIn(href) {
  return LINK.exec(new URL(href).hash)?.[1] ?? "";
}

/** Whether an address is one that every computer takes for its own, so that a link with it leads nowhere on another. @param {string} href */
export function isOfThisComputer(href) {
  const { hostname } = new URL(href);
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(hostname);
}

/**
 * An address with another link; what else it says stays.
 * @param {string} href @param {string} link empty for none
 */
export function addressWith(href, link) {
  const url = new URL(href);
  // There they stand while the page opens: see playground/opens_links.py.
  for (const name of [NAME, VIEWPOINT]) if (url.searchParams.has(name)) url.searchParams.delete(name);
  if (link) url.hash = `${NAME}=${link}`;
  else if (linkIn(href)) url.hash = "";
  return url.href;
}
