// The colours of the page's theme: a palette made in Python, chosen by whether the page is dark.
import { isDark } from "./colours.mjs";
/** @import { Assets, Theme } from "./types" */

/**
 * Read the theme, and write its palette where CSS finds it, and for all of the page whether it is dark.
 * @param {HTMLElement} root
 * @param {Pick<Assets, "palettes">} assets
 * @returns {Theme}
 */
export function readTheme(root, assets) {
  const background = getComputedStyle(root).getPropertyValue("--st-background-color").trim() || assets.palettes.light.surface;
  const dark = isDark(background);
  // Streamlit tells its page, but not the boxes that it lays over it: these stand beside it.
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  const colours = { ...assets.palettes[dark ? "dark" : "light"], background };
  for (const [name, colour] of Object.entries(colours)) {
    if (typeof colour === "string") root.style.setProperty(`--${name.replace("_", "-")}`, colour);
  }
  return { dark, colours, signature: background };
}
