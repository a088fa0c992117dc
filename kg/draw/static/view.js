"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const state = { region: "", year: "", role: "", chosen: null };

data.nodes.forEach((node, at) => { node.id = at; node.ties = []; });
data.edges.forEach((edge, at) => {
  edge.id = at;
  data.nodes[edge.source].ties.push(edge);
  data.nodes[edge.target].ties.push(edge);
});

/* A tie is shown where it passes all filters. "-" stands for the year that is not stated. */
const inYear = (years) => !state.year || (state.year === "-" ? !years.length : years.includes(Number(state.year)));
const inRegion = (regions) => !state.region || regions.includes(state.region);
const tieShown = (edge, tie) =>
  inRegion(edge.regions) && inYear(tie.years) && (!state.role || tie.role === state.role);
const edgeShown = (edge) => edge.ties.some((tie) => tieShown(edge, tie));
const filtered = () => Boolean(state.region || state.year || state.role);

/* A meeting nobody is known to have been at is in the timeline and in the list, never in the network. */
function nodeShown(node) {
  if (!filtered() || node.ties.some(edgeShown)) return true;
  return node.kind === "meeting" && !state.role && inRegion(node.regions) && inYear(node.years);
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const shapes = { person: "ellipse", office: "rectangle", meeting: "diamond" };
const degree = (node) => Math.sqrt(node.data("degree"));

/* Names are never smaller on the screen than can be read; those for which there is no room are not written. */
const SMALLEST = 11;
let zoomed = 1;
const letters = (node) => Math.max(Math.min(8 + 2.2 * degree(node), 24), SMALLEST / zoomed);

function style() {
  const [text, back, tie, chosen] = ["text", "back", "tie", "chosen"].map(colour);
  const kinds = Object.entries(shapes).map(([kind, shape]) => (
    { selector: `.${kind}`, style: { shape, "background-color": colour(kind) } }));
  return [
    { selector: "node", style: {
      width: (node) => 9 + 4 * degree(node), height: (node) => 9 + 4 * degree(node),
      label: "data(label)", color: text, "font-size": letters,
      "text-valign": "bottom", "text-margin-y": 2, "text-wrap": "wrap", "text-max-width": (node) => 11 * letters(node),
      "text-outline-color": back, "text-outline-width": 2, "border-width": 1, "border-color": back,
    } },
    ...kinds,
    { selector: "edge", style: { width: 1.2, "line-color": tie, "curve-style": "haystack" } },
    { selector: ".post", style: { "line-style": "dashed" } },
    { selector: ".away", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.18, "text-opacity": 0 } },
    { selector: "edge.near, edge.chosen", style: { "line-color": chosen, width: 2.5 } },
    { selector: "node.chosen", style: { "border-color": chosen, "border-width": 4 } },
    { selector: "node.chosen, node.near", style: { "z-index": 9 } },
    { selector: ".quiet", style: { "text-opacity": 0 } },
  ];
}

const cy = cytoscape({
  container: byId("graph"),
  elements: [
    ...data.nodes.filter((node) => node.at).map((node) => ({
      group: "nodes", classes: node.kind,
      data: { id: `n${node.id}`, at: node.id, label: node.label, degree: node.ties.length },
      position: { x: node.at[0], y: node.at[1] },
    })),
    ...data.edges.map((edge) => ({
      group: "edges", classes: edge.ties.every((tie) => tie.role === "post") ? "post" : "",
      data: { id: `e${edge.id}`, at: edge.id, source: `n${edge.source}`, target: `n${edge.target}` },
    })),
  ],
  style: style(), layout: { name: "preset", padding: 25 }, minZoom: 0.05, maxZoom: 4, autoungrabify: true,
  boxSelectionEnabled: false,
});

function drawFilters() {
  cy.batch(() => {
    cy.nodes().forEach((node) => { node.toggleClass("away", !data.nodes[node.data("at")].ties.some(edgeShown)); });
    cy.edges().forEach((edge) => { edge.toggleClass("away", !edgeShown(data.edges[edge.data("at")])); });
  });
  const shown = cy.elements().not(".away");
  if (shown.nonempty()) cy.fit(shown, 30);
  drawNames();
}

/* A name is written where it covers no other: first the chosen node's, those beside it, those with most ties. */
function drawNames() {
  if (zoomed !== cy.zoom()) {
    zoomed = cy.zoom();
    cy.style().update();
  }
  const taken = [];
  const rank = (node) => (node.hasClass("chosen") ? 2 : node.hasClass("near") ? 1 : 0);
  const covers = (one, other) => one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
  const nodes = cy.nodes().not(".away, .faint").sort((one, other) =>
    rank(other) - rank(one) || other.data("degree") - one.data("degree") || one.data("at") - other.data("at"));
  cy.batch(() => nodes.forEach((node) => {
    const box = node.boundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true });
    const quiet = taken.some((other) => covers(box, other));
    node.toggleClass("quiet", quiet);
    if (!quiet) taken.push(box);
  }));
}

let waiting = 0;
cy.on("zoom", () => {
  clearTimeout(waiting);
  waiting = setTimeout(drawNames, 60);
});

/* What is chosen and what is beside it stands out; the rest is faint. */
function drawChosen() {
  cy.batch(() => {
    cy.elements().removeClass("faint near chosen");
    const chosen = state.chosen ? cy.getElementById(state.chosen) : cy.collection();
    if (chosen.empty()) return;
    const near = chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
    cy.elements().difference(near).addClass("faint");
    near.addClass("near");
    chosen.addClass("chosen");
  });
  drawNames();
}

function look(id) {
  const element = cy.getElementById(id);
  if (element.empty() || element.hasClass("away")) return;
  const { x1, y1, x2, y2 } = cy.extent();
  const { x, y } = element.isNode() ? element.position() : element.midpoint();
  if (x < x1 || x > x2 || y < y1 || y > y2) cy.center(element);
}
