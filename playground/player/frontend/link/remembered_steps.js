// The steps of this page, whichever player is on it, and what the page that was reloaded has left of its own.
import { NAME } from "./address.mjs";
import { navigationType } from "../shared/navigation_type.js";
import { StepLinks, leaveSteps, takeLeftSteps } from "./left_steps.mjs";

const ofTheTab = () => sessionStorage;
// Where playground/opens_links.py has put it: no player has taken it away yet.
const opened = document.documentElement.dataset.kept ?? new URL(location.href).searchParams.get(NAME) ?? "";

export const stepLinks = new StepLinks(takeLeftSteps(ofTheTab, opened, navigationType));

// The page is there again, with all that it knew.
addEventListener("pageshow", () => leaveSteps(ofTheTab, null));

/** The page is left. @param {string | null} link by which it opens again; null if somebody goes elsewhere */
export function leaveStepsFor(link) {
  leaveSteps(ofTheTab, link === null ? null : stepLinks.leftBy(link));
}
