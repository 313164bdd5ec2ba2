// What Streamlit calls: puts the player on the page, hands it what Python sends, and takes it away.
import { decode } from "./link/frame.mjs";
import { LivePlayer } from "./app/live_player.js";
import { bringFocusBack, leaveFocus } from "./shared/lasting_focus.js";
import { bringScrollBack, noteScroll } from "./shared/lasting_scroll.js";
import { WaitingPlayers } from "./app/waiting_players.mjs";

/** @type {WeakMap<Element, LivePlayer>} */
const players = new WeakMap();

/** @type {WaitingPlayers<LivePlayer>} */
const waiting = new WaitingPlayers();

/** @param {HTMLElement} parent a place without a player @returns {LivePlayer} */
function playerFor(parent) {
  const waited = waiting.take();
  if (!waited) {
    const player = new LivePlayer(parent);
    noteScroll(player.root);
    return player;
  }
  parent.append(waited.root);
  bringFocusBack();
  bringScrollBack(waited.root);
  return waited;
}

/**
 * What Streamlit hands over: a message, where the player stands, and what sends a request.
 * @param {{data: Uint8Array, parentElement: HTMLElement, setTriggerValue(name: string, value: object): void}} place
 */
export default function mount({ data, parentElement, setTriggerValue }) {
  const player = players.get(parentElement) ?? playerFor(parentElement);
  players.set(parentElement, player);
  player.send = (/** @type {object} */ request) => setTriggerValue("request", request);
  // Before anything is written: what is read of styles then has them computed once more.
  player.theme();
  player.receive(decode(data));
  return () => {
    if (players.get(parentElement) !== player) return;
    players.delete(parentElement);
    leaveFocus(player.root);
    player.root.remove();
    waiting.add(player);
  };
}
