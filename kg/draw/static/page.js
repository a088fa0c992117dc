const fields = ["region", "year", "role"];

function choose(id, quietly = false) {
  state.chosen = id;
  drawChosen();
  drawPanel();
  if (!id) return;
  look(id);
  if (!quietly && matchMedia("(max-width: 52rem)").matches) byId("panel").scrollIntoView({ block: "start" });
}

/* What a screen reader is told in words already. */
const hidden = { "aria-hidden": "true" };

/* Bars count what the other filters leave, so that the years one may turn to can be seen. */
function drawTimeline() {
  const year = state.year;
  state.year = "";
  const meetings = data.nodes.filter((node) => node.kind === "meeting" && nodeShown(node));
  state.year = year;
  const [first, last] = [data.years[0], data.years[data.years.length - 1]];
  const years = data.years.length && last - first <= 30
    ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : data.years;
  const counts = [...years.map((each) => [String(each), meetings.filter((node) => node.years.includes(each)).length]),
    ["-", meetings.filter((node) => !node.years.length).length]];
  const most = Math.max(1, ...counts.map(([, count]) => count));
  byId("timeline").replaceChildren(...counts.map(([name, count]) => {
    const words = name === "-" ? "no date" : name;
    const button = make("button", {
      type: "button", "data-year": name, "aria-pressed": String(state.year === name),
      title: `${words}: ${count}`, onclick: () => filter("year", state.year === name ? "" : name),
    }, make("span", { class: "hidden" }, `${words}: ${count} ${count === 1 ? "meeting" : "meetings"}`),
    count ? make("span", hidden, String(count)) : "", make("span", { class: "bar" }),
    make("span", { class: "label", ...hidden }, words));
    button.querySelector(".bar").style.height = `${Math.round((38 * count) / most)}px`;
    return button;
  }));
}

function drawList() {
  const shown = data.nodes.filter(nodeShown);
  const groups = Object.keys(shapes).map((kind) => [kind, shown.filter((node) => node.kind === kind)]);
  const plural = { person: "people", office: "offices", meeting: "meetings" };
  byId("count").textContent = groups.map(([kind, nodes]) => `${nodes.length} ${nodes.length === 1 ? kind : plural[kind]}`).join(", ");
  const byLabel = (one, two) => one.label.localeCompare(two.label, "en");
  byId("list").replaceChildren(...groups.filter(([, nodes]) => nodes.length).flatMap(([kind, nodes]) => [
    make("h3", {}, plural[kind]), make("ul", {}, ...nodes.sort(byLabel).map((node) => make("li", {}, toNode(node)))),
  ]));
}

function draw() {
  const focused = document.activeElement && document.activeElement.dataset.year;
  drawFilters();
  drawTimeline();
  drawList();
  drawChosen();
  drawPanel();
  if (focused) document.querySelector(`[data-year="${focused}"]`).focus();
}

function filter(name, value) {
  state[name] = value;
  byId(name).value = value;
  if (state.chosen) {
    const at = Number(state.chosen.slice(1));
    if (!(state.chosen[0] === "n" ? nodeShown(data.nodes[at]) : edgeShown(data.edges[at]))) state.chosen = null;
  }
  draw();
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* The name itself, else one that begins so, else one that has all the words. */
function find(text) {
  const wanted = plain(text.trim());
  if (!wanted) return null;
  const shown = data.nodes.filter(nodeShown);
  const words = wanted.split(/\s+/);
  const at = (test) => shown.find((node) => test(plain(node.label)));
  return at((label) => label === wanted) || at((label) => label.startsWith(wanted))
    || at((label) => words.every((word) => label.includes(word))) || null;
}

function search() {
  const text = byId("search").value;
  const node = find(text);
  if (node) choose(`n${node.id}`);
  else if (text.trim()) byId("count").textContent = `Nothing that is shown is called ${text.trim()}.`;
}

const option = (value, label) => make("option", { value }, label);
Object.entries(data.regions).forEach(([name, label]) => byId("region").append(option(name, `${name} – ${label}`)));
Object.entries(data.roles).forEach(([name, label]) => byId("role").append(option(name, label)));
data.years.forEach((year) => byId("year").append(option(String(year), String(year))));
byId("year").append(option("-", "no date"));
byId("names").append(...data.nodes.map((node) => option(node.label, node.kind)));

fields.forEach((name) => byId(name).addEventListener("change", (event) => filter(name, event.target.value)));
byId("search").addEventListener("change", search);
byId("filters").addEventListener("submit", (event) => { event.preventDefault(); search(); });
byId("filters").addEventListener("reset", () => {
  fields.forEach((name) => { state[name] = ""; });
  state.chosen = null;
  draw();
});
cy.on("tap", (event) => choose(event.target === cy ? null : event.target.id()));
cy.on("mouseover", "node, edge", () => { byId("graph").style.cursor = "pointer"; });
cy.on("mouseout", "node, edge", () => { byId("graph").style.cursor = ""; });
const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
byId("closer").addEventListener("click", () => zoom(1.4));
byId("farther").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", () => cy.fit(cy.elements().not(".away"), 30));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style()));
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.chosen) choose(null); });
draw();
