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

// Another address of this view, put in the place of what is shown; the focus stays. An
// answer that is overtaken by a later one is left out.
let asked = 0;
async function show(address) {
  const turn = ++asked;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("changing");
  if (turn !== asked) return;
  if (!fresh) return void location.assign(address);
  const focused = document.activeElement?.id;
  document.getElementById("changing").replaceChildren(...fresh.childNodes);
  const told = page.getElementById("shown");
  if (told) document.getElementById("shown").textContent = told.textContent;
  if (focused) document.getElementById(focused)?.focus();
  history.replaceState(null, "", address);
  for (const chart of document.querySelectorAll(".chart[data-first]")) addZoom(chart);
}

// The drawing of the timeline: drag over some days to see them closer; with the keyboard in
// it, + and - go closer and wider and 0 shows all days. The links above it do the same.
function addZoom(chart) {
  const day = 86400000;
  const first = Date.parse(chart.dataset.first);
  const length = Math.round((Date.parse(chart.dataset.last) - first) / day) + 1;
  const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
  const svg = chart.querySelector("svg");
  const keys = { "+": "closer", "=": "closer", "-": "wider", "0": "all" };
  for (const link of document.querySelectorAll("nav.zoom a")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link.getAttribute("href"));
    });
  }
  chart.addEventListener("keydown", (event) => {
    const link = document.getElementById("zoom-" + keys[event.key]);
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    chart.focus();
    show(link.getAttribute("href"));
  });

  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return Math.min(Math.max(point.x, left), right);
  };
  const dayAt = (x) => {
    const number = Math.min(Math.floor(((x - left) / (right - left)) * length), length - 1);
    return new Date(first + number * day).toISOString().slice(0, 10);
  };
  let from = null;
  let band = null;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.button === 0) from = at(event);
  });
  chart.addEventListener("pointermove", (event) => {
    if (from === null || (!band && Math.abs(at(event) - from) < 6)) return;
    if (!band) {
      band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      band.setAttribute("class", "selection");
      band.setAttribute("y", "0");
      band.setAttribute("height", svg.viewBox.baseVal.height);
      svg.append(band);
      chart.classList.add("selecting");
      chart.setPointerCapture(event.pointerId);
    }
    band.setAttribute("x", Math.min(from, at(event)));
    band.setAttribute("width", Math.abs(at(event) - from));
  });
  chart.addEventListener("pointerup", (event) => {
    if (band) {
      const days = [dayAt(Math.min(from, at(event))), dayAt(Math.max(from, at(event)))];
      const query = new URLSearchParams(location.search);
      query.set("since", days[0]);
      query.set("until", days[1]);
      query.delete("page");
      chart.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
      show(location.pathname + "?" + query);
    }
    band?.remove();
    from = band = null;
    chart.classList.remove("selecting");
  });
  chart.addEventListener("pointercancel", () => {
    band?.remove();
    from = band = null;
  });
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
  function changed() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.set(name, value);
    show(form.getAttribute("action") + "?" + query);
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
      changed();
    });
    line.append(label, told, range);
    form.prepend(line);
  }
}

for (const leaf of document.querySelectorAll(".leaf")) lightUp(leaf);
for (const form of document.querySelectorAll("form.days")) addSliders(form);
for (const chart of document.querySelectorAll(".chart[data-first]")) addZoom(chart);

// On a narrow screen the menu scrolls; the view that is open is to be seen in it.
// (Not by scrollIntoView: from there the tabulator would go on, and skip what is before.)
for (const box of document.querySelectorAll(".menu, .menu ul")) {
  const open = box.querySelector("[aria-current]");
  const beyond = open ? open.getBoundingClientRect().right - box.getBoundingClientRect().right : 0;
  if (beyond > 0) box.scrollLeft += beyond + 20;
}

// "/" goes to the search field, as in other readers.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});
