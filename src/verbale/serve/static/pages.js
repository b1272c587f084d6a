// What the pages gain where scripts run. Everything is reachable without this file.
"use strict";

// A line lights up the words it rests on, and the words their lines.
function lightUp(leaf) {
  const marks = [...leaf.querySelectorAll("mark[data-notes]")];
  const numbers = (mark) => mark.dataset.notes.split(" ");
  const light = (wanted, on) => {
    for (const mark of marks) {
      if (numbers(mark).some((number) => wanted.includes(number))) mark.classList.toggle("lit", on);
    }
    for (const number of wanted) {
      document.getElementById("note-" + number)?.classList.toggle("lit", on);
    }
  };
  const watch = (element, wanted) => {
    for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
      element.addEventListener(begin, () => light(wanted, true));
      element.addEventListener(end, () => light(wanted, false));
    }
  };
  for (const mark of marks) watch(mark, numbers(mark));
  for (const note of leaf.querySelectorAll(".notes li")) watch(note, [note.id.slice(5)]);
}

// Sliders for the two days of the matrix. What moved is marked by the server: each step
// asks for the new days compared with the ones before.
function addSliders(form) {
  const first = Date.parse(form.dataset.first);
  const last = Date.parse(form.dataset.last);
  if (!(last > first)) return;
  const day = 86400000;
  const length = Math.round((last - first) / day);
  const dayAt = (at) => new Date(first + at * day).toISOString().slice(0, 10);
  const placeOf = (value) => Math.min(Math.max(Math.round((Date.parse(value) - first) / day), 0), length);
  let asked = 0;

  async function show() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.set(name, value);
    const address = form.getAttribute("action") + "?" + query;
    const turn = ++asked;
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("changing");
    if (turn !== asked || !fresh) return;
    document.getElementById("changing").replaceChildren(...fresh.childNodes);
    history.replaceState(null, "", address);
  }

  const days = [["known", "known_since", "What pages told by"], ["as_of", "since", "What had happened by"]];
  for (const [name, before, words] of days) {
    const field = form.elements[name];
    const earlier = form.elements[before];
    const line = document.createElement("p");
    const label = document.createElement("label");
    const range = document.createElement("input");
    const told = document.createElement("output");
    line.className = "slider";
    range.type = "range";
    range.max = String(length);
    range.value = String(field.value ? placeOf(field.value) : length);
    range.id = name + "-slider";
    label.htmlFor = range.id;
    label.textContent = words + " ";
    told.textContent = field.value || dayAt(length);
    range.setAttribute("aria-valuetext", told.textContent);
    range.addEventListener("input", () => {
      told.textContent = dayAt(Number(range.value));
      range.setAttribute("aria-valuetext", told.textContent);
    });
    range.addEventListener("change", () => {
      const now = dayAt(Number(range.value));
      earlier.value = field.value || dayAt(length);
      field.value = now;
      show();
    });
    line.append(label, told, range);
    form.prepend(line);
  }
}

for (const leaf of document.querySelectorAll(".leaf")) lightUp(leaf);
for (const form of document.querySelectorAll("form.days")) addSliders(form);

// "/" goes to the search field, as in other readers.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});
