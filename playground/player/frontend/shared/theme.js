// The colours of the page's theme: a palette made in Python, chosen by whether the page is dark.
import { isDark } from "./colours.mjs";
/** @import { Assets, Theme } from "./types" */

/**
 * Read the theme, and write its palette where CSS finds it.
 * @param {HTMLElement} root
 * @param {Pick<Assets, "palettes">} assets
 * @returns {Theme}
 */
export function readTheme(root, assets) {
  const background = getComputedStyle(root).getPropertyValue("--st-background-color").trim() || assets.palettes.light.surface;
  const dark = isDark(background);
  const colours = { ...assets.palettes[dark ? "dark" : "light"], background };
  for (const [name, colour] of Object.entries(colours)) {
    if (typeof colour === "string") root.style.setProperty(`--${name.replace("_", "-")}`, colour);
  }
  return { dark, colours, signature: background };
}
