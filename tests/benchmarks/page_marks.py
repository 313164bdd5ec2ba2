"""When the page shows what is waited for, as it notes by itself."""

# The page notes by itself, frame by frame, when what is waited for is there: asking it from outside would take longer.
PAGE_MARKS = """
window.mark = {};
const seen = () => {
  const player = document.querySelector(".player")?.dataset ?? {};
  const texts = [...document.querySelectorAll(".rows-output")].map(part => part.textContent);
  const answers = texts.some(text => text !== "") ? texts.join() : "";
  const charts = [...document.querySelectorAll(".live-chart[data-drawn]")].map(part => part.dataset.drawn);
  const finished = player.state === "finished" && player.exact === "true" && answers !== "";
  return { finished, answers, charts, charted: player.charted === "true" };
};
const note = (name, holds) => {
  if (holds && window.mark[name] === undefined) window.mark[name] = performance.now();
};
const look = () => {
  const now = seen(), old = window.before ?? { answers: "", charts: [0, 0] };
  note("numbers", now.finished && now.answers !== old.answers);
  const drawn = now.charts.length === 2 && now.charts.every((turn, index) => turn !== old.charts[index]);
  note("charts", now.finished && now.charted && drawn);
  requestAnimationFrame(look);
};
look();
window.watchFromNow = () => { window.before = seen(); window.mark = { start: performance.now() }; };
"""
BOTH = "() => window.mark.numbers !== undefined && window.mark.charts !== undefined"
