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

// Selects and switches apply themselves.
for (const field of all("[data-go]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
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

// Keys: j k o / ? u n p s x m.
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

// What is changed: marks, notes and saved searches, with a key that only pages of ours can read.
const writable = "writable" in document.body.dataset;
const notice = first(".notice");
let key = null;

function say(text, failed = false) {
  notice.classList.toggle("failed", failed);
  notice.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { notice.textContent = ""; }, failed ? 12000 : 4000);
}

async function answered(answer) {
  const told = await answer.json();
  if (answer.ok) return told;
  const error = new Error([told.detail, told.hint].filter(Boolean).join("; "));
  error.isKey = told.type === "/problems#key";
  throw error;
}

async function send(method, address, body, again = true) {
  key ??= (await answered(await fetch("/api/key"))).key;
  const headers = { "Content-Type": "application/json", "X-Newsgrep-Key": key };
  try {
    return await answered(await fetch(address, { method, headers, body: JSON.stringify(body) }));
  } catch (error) {
    if (!error.isKey || !again) throw error;
    key = null; // The server was started anew.
    return send(method, address, body, false);
  }
}

// The article that keys and buttons are about: the hit, or the one that is read.
const subject = (within = null) => within?.closest("[data-id]")
  ?? hits[current] ?? (hits.length ? null : first("#article"));

// What an article is marked with, as the server has it now; a note that is being written stays.
async function renew(id) {
  const fresh = await fetched(`/articles/${encodeURIComponent(id)}?bare=1`);
  for (const name of ["marks-of", "desk-of"]) {
    for (const old of all(`[data-${name}="${CSS.escape(id)}"]`)) {
      const made = document.importNode(first(`[data-${name}]`, fresh), true);
      const form = first(".note-form", old);
      if (form) made.append(form);
      const focused = old.contains(document.activeElement) && document.activeElement;
      old.replaceWith(made);
      if (form?.contains(focused)) focused.focus();
      else if (focused) first(`[data-set-mark="${focused.dataset.setMark}"], [data-add-note]`, made)?.focus();
    }
  }
}

async function renewCount() {
  const count = first(".reviewed");
  if (count) count.replaceWith(document.importNode(first(".reviewed", await fetched(location.href)), true));
}

async function change(element, body, told) {
  const id = element.dataset.id;
  try {
    await send("POST", "/api/marks", { id, ...body });
    changedHere = true;
    await renew(id);
    say(told);
    if (body.mark) await renewCount();
    return true;
  } catch (error) {
    say(`Nothing was changed: ${error.message}`, true);
    return false;
  }
}

function mark(element, name) {
  if (!element) return;
  if (!writable) return say("This server only reads: nothing can be marked.", true);
  const on = !first(`[data-mark="${name}"]`, element);
  change(element, { mark: name, on }, on ? `Marked ${name}` : `No longer marked ${name}`);
}

function writeNote(element) {
  if (!element) return;
  if (!writable) return say("This server only reads: no note can be made.", true);
  const desk = first(".desk", element);
  if (!first(".note-form", desk)) {
    desk.append(document.importNode(first("#note-form").content, true));
    const form = first(".note-form", desk);
    const text = first("textarea", form);
    const leave = () => {
      form.remove();
      first(".to-article, [data-add-note]", element).focus();
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = first(".failed", form);
      try {
        await send("POST", "/api/marks", { id: element.dataset.id, note: text.value });
      } catch (error) {
        said.textContent = `The note is not kept: ${error.message}`;
        return;
      }
      leave();
      await renew(element.dataset.id).catch(() => location.reload());
      say("The note is kept");
    });
    first("[data-cancel]", form).addEventListener("click", leave);
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      if (event.key !== "Escape" || text.value.trim()) return; // What was written stays.
      event.preventDefault();
      leave();
    });
  }
  first(".note-form textarea", desk).focus({ preventScroll: true });
  first(".note-form", desk).scrollIntoView({ block: "nearest" });
}

// A note that is being written is asked about before it is lost.
addEventListener("beforeunload", (event) => {
  if (all(".note-form textarea").some((text) => text.value.trim())) event.preventDefault();
});

// Where a question asks of marks, what is marked leaves the list or comes into it, and the rest
// moves: the next page begins on this one.
const question = new URLSearchParams(location.search);
const asksOfMarks =
  question.get("unseen") || /(?:^|\W)(?:is|no|has|mark|note):|@/i.test(question.get("q"));
let changedHere = false;
first('.pages [rel="next"]')?.addEventListener("click", (event) => {
  if (!asksOfMarks || !changedHere) return;
  event.preventDefault();
  location.assign(location.href);
});

addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (!button) return;
  const { setMark, removeNote, removeAlert } = button.dataset;
  if (setMark) mark(subject(button), setMark);
  if ("addNote" in button.dataset) writeNote(subject(button));
  if (removeNote) change(subject(button), { note: removeNote, on: false }, "The note is taken off");
  if (removeAlert) takeOut(button, removeAlert);
});

async function takeOut(button, name) {
  if (!confirm(`Remove @${name}, and what is known of what it told?`)) return;
  try {
    await send("DELETE", `/api/alerts/${encodeURIComponent(name)}`);
    location.reload();
  } catch (error) {
    say(`@${name} was not removed: ${error.message}`, true);
  }
}

for (const form of all("form[data-save]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const name = form.elements.name.value.trim();
    try {
      await send("POST", "/api/alerts", { ...JSON.parse(form.dataset.save), name });
      form.closest("details").open = false;
      first(".failed", form).textContent = "";
      form.reset();
      say(`Saved as @${name}`);
    } catch (error) {
      first(".failed", form).textContent = `It is not saved: ${error.message}`;
    }
  });
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
  s: () => mark(subject(), "seen"),
  x: () => mark(subject(), "irrelevant"),
  m: () => writeNote(subject()),
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
