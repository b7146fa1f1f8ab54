// What makes the page quicker to use. Searching and reading work without it.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const first = (selector, within = document) => within.querySelector(selector);
document.documentElement.classList.add("scripted");

// A page of our own, as a document: its scripts are not run.
async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Selects apply themselves.
for (const select of all("select[data-go]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
// What was left empty is not sent, so that addresses stay short.
for (const form of all("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of all("input, select", form)) {
      if (field.name && field.name !== "q" && !field.value) field.disabled = true;
    }
  });
}
addEventListener("pageshow", () => {
  for (const field of all("input:disabled, select:disabled")) field.disabled = false;
});

// On a narrow screen what narrows is folded away.
const fold = first(".facets-fold");
if (fold && matchMedia("(max-width: 860px)").matches) fold.open = false;

// Copies are told in place.
for (const details of all("details[data-story]")) {
  details.addEventListener("toggle", async () => {
    const told = first(".told", details);
    if (!details.open || !told) return;
    try {
      const story = first("#story", await fetched(details.dataset.story));
      told.replaceWith(document.importNode(story, true));
      first("#story", details)?.removeAttribute("id");
    } catch {
      // The link to the story stays where it is.
    }
  });
}

// A brush over the bars of a timeline.
for (const figure of all(".strip")) {
  const bars = first(".bars", figure);
  const links = all("a", bars);
  const brush = first(".brush", bars);
  const said = first(".brushed", figure);
  let from = null;
  let to = null;
  const at = (event) => {
    const box = bars.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * links.length);
    return Math.max(0, Math.min(links.length - 1, place));
  };
  const draw = () => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    brush.setAttribute("x", low);
    brush.setAttribute("width", high - low + 1);
    const [since, until] = [links[low].dataset.period, links[high].dataset.period];
    said.textContent = since === until ? since : `${since} to ${until}`;
    return [since, until];
  };
  const end = () => {
    from = null;
    brush.setAttribute("width", 0);
    said.textContent = "";
  };
  bars.addEventListener("dragstart", (event) => event.preventDefault());
  bars.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = to = at(event);
    bars.setPointerCapture(event.pointerId);
    draw();
  });
  bars.addEventListener("pointermove", (event) => {
    if (from === null) return;
    to = at(event);
    draw();
  });
  bars.addEventListener("pointercancel", end);
  bars.addEventListener("pointerup", () => {
    if (from === null) return;
    const [since, until] = draw();
    from = null;
    const address = new URL(links[0].getAttribute("href"), location.href);
    address.searchParams.set("since", since);
    address.searchParams.set("until", until);
    location.assign(address);
  });
  addEventListener("keydown", (event) => event.key === "Escape" && from !== null && end());
}
for (const hint of all(".brush-hint")) hint.hidden = false;

// Keys: j k o / ? u n p.
const hits = all(".hit");
const preview = first(".preview");
const wide = matchMedia("(min-width: 1280px)");
let current = -1;
let asked = 0;

async function show(hit) {
  if (!preview || !wide.matches) return;
  const mine = ++asked;
  try {
    const story = first("#article", await fetched(`${hit.dataset.article}&bare=1`));
    if (mine !== asked || !story) return;
    preview.replaceChildren(document.importNode(story, true));
    first("#article", preview).removeAttribute("id");
    for (const heading of all("h1", preview)) heading.setAttribute("aria-level", "2");
    preview.hidden = false;
    preview.scrollTop = 0;
    document.body.classList.add("previewing");
    first("mark", preview)?.scrollIntoView?.({ block: "nearest" });
    hit.scrollIntoView({ block: "nearest" });
  } catch {
    // The link to the article is there all the same.
  }
}

function go(step) {
  if (!hits.length) return;
  hits[current]?.classList.remove("current");
  current = Math.max(0, Math.min(hits.length - 1, current + step));
  const hit = hits[current];
  hit.classList.add("current");
  const link = first(".to-article", hit);
  link.focus({ preventScroll: true });
  hit.scrollIntoView({ block: "nearest" });
  show(hit);
}
hits.forEach((hit, number) => hit.addEventListener("focusin", () => {
  hits[current]?.classList.remove("current");
  current = number;
}));

if (hits.length && first(".found")) show(hits[0]);

// Marks: put on and taken off by keys.
let markKey = null;
async function mark(hit, name) {
  if (!hit) return;
  const signs = first(".signs", hit);
  const sign = first(`[data-mark="${name}"]`, signs);
  try {
    markKey ??= (await (await fetch("/api/key")).json()).key;
    if (!markKey) return;
    const answer = await fetch("/api/marks", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Newsgrep-Key": markKey },
      body: JSON.stringify({ id: hit.dataset.id, mark: name, on: !sign }),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    if (sign) {
      sign.remove();
    } else {
      const made = document.createElement("span");
      made.className = "sign mark-sign";
      made.dataset.mark = name;
      made.textContent = name;
      signs.prepend(made);
    }
  } catch {
    markKey = null; // The server was started anew, or only reads: nothing is shown as marked.
  }
}

const keys = first("dialog.keys");
const button = first(".keys-button");
if (button && keys.showModal) {
  button.hidden = false;
  button.addEventListener("click", () => keys.showModal());
}
const follow = (selector) => first(selector)?.click();
const BY_KEY = {
  j: () => (hits.length ? go(1) : follow('.neighbours [rel="next"]')),
  k: () => (hits.length ? go(-1) : follow('.neighbours [rel="prev"]')),
  o: () => hits[current] && first(".to-article", hits[current]).click(),
  u: () => (first(".neighbours .back") ? follow(".neighbours .back") : history.back()),
  n: () => follow('.pages [rel="next"], .neighbours [rel="next"]'),
  p: () => follow('.pages [rel="prev"], .neighbours [rel="prev"]'),
  s: () => mark(hits[current], "seen"),
  x: () => mark(hits[current], "irrelevant"),
  "/": () => { const box = first("#q"); box.focus(); box.select(); },
  "?": () => keys.showModal?.(),
};
addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.target.closest?.("input, select, textarea, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const does = BY_KEY[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
