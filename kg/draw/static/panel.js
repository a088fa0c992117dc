/* Text goes into the page as text alone: nothing of the data is ever read as HTML. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const toNode = (node) => make("button", { type: "button", class: "to", onclick: () => choose(`n${node.id}`) }, node.label);
const days = (start, end) => (end && end !== start ? `${start} to ${end}` : start);
const roleName = (tie) => tie.title || data.roles[tie.role] || tie.role;

function quote(at) {
  const passage = data.passages[at], source = data.sources[passage.source];
  /* Offsets count code points, indexes of a string do not. */
  const letters = Array.from(passage.sentence);
  const [from, to] = [passage.start, passage.end].map((place) => Math.max(0, place - passage.offset));
  const part = (start, end) => letters.slice(start, end).join("");
  const title = /^https?:\/\//.test(source.url)
    ? make("a", { href: source.url, rel: "noreferrer" }, source.title) : make("cite", {}, source.title);
  const told = [source.publisher, source.issued, `characters ${passage.start} to ${passage.end}`].filter(Boolean).join(", ");
  return make("blockquote", {},
    make("p", {}, part(0, from), make("mark", {}, part(from, to)), part(to)),
    make("footer", {}, title, `, ${told}; rule `, make("code", {}, passage.rule)));
}

const quotes = (evidence) => evidence.map(quote);

function tieEntry(edge, tie, other) {
  const when = tie.role === "post" && tie.start ? `attested ${days(tie.start, tie.end)}` : "";
  return make("div", { class: "tie" },
    make("h3", {}, roleName(tie)),
    other ? make("p", {}, toNode(other), other.start ? make("span", { class: "soft" }, ` ${days(other.start, other.end)}`) : "") : null,
    when ? make("p", { class: "soft" }, when) : null,
    ...quotes(tie.evidence));
}

function heading(kind, label) {
  return [make("p", { class: `kind ${kind}` }, kind), make("h2", {}, label)];
}

function nodePanel(node) {
  const regions = node.regions.map((name) => data.regions[name] || name).join("; ");
  const facts = [
    node.kind === "person" ? "" : node.detail, days(node.start, node.end), node.place, node.series, regions,
  ].filter(Boolean).map((fact) => make("p", { class: "soft" }, fact));
  const told = node.evidence.length
    ? [make("details", node.ties.length ? {} : { open: "" },
      make("summary", {}, `What reports say of the meeting: ${node.evidence.length}`), ...quotes(node.evidence))] : [];
  const ties = node.ties.flatMap((edge) => edge.ties.filter((tie) => tieShown(edge, tie)).map((tie) => {
    const other = data.nodes[edge.source === node.id ? edge.target : edge.source];
    return { edge, tie, other };
  }));
  ties.sort((one, two) => (two.other.start || two.tie.start).localeCompare(one.other.start || one.tie.start));
  const all = node.ties.reduce((sum, edge) => sum + edge.ties.length, 0);
  const hidden = all - ties.length;
  return [
    ...heading(node.kind, node.label), ...facts,
    data.served ? make("p", {}, make("a", { href: `/doc/${node.path}` }, "All that is known of it")) : "",
    ...told, ...ties.map(({ edge, tie, other }) => tieEntry(edge, tie, other)),
    hidden ? make("p", { class: "soft" }, `${hidden} more outside the filters.`) : "",
  ];
}

function edgePanel(edge) {
  const [source, target] = [data.nodes[edge.source], data.nodes[edge.target]];
  return [
    make("p", { class: "kind" }, edge.ties.map(roleName).join(", ")),
    make("h2", {}, toNode(source), " – ", toNode(target)),
    ...edge.ties.map((tie) => tieEntry(edge, tie, null)),
  ];
}

function startPanel() {
  const first = data.nodes.filter((node) => node.kind !== "meeting" && node.ties.some(edgeShown))
    .sort((one, two) => two.ties.filter(edgeShown).length - one.ties.filter(edgeShown).length || one.id - two.id).slice(0, 12);
  return [
    make("h2", {}, "Evidence"),
    make("p", {}, "Click a node or a line, or search: the sentences that it was read from are shown here, with report and rule."),
    make("h3", {}, filtered() ? "Most connected here" : "Most connected"),
    make("ul", {}, ...first.map((node) => make("li", {}, toNode(node), make("span", { class: "soft" }, ` ${node.ties.filter(edgeShown).length}`)))),
    data.leftOut ? make("p", { class: "soft" }, `${data.leftOut} persons and offices with fewer ties are left out.`) : "",
  ];
}

function drawPanel() {
  const at = state.chosen ? Number(state.chosen.slice(1)) : 0;
  const parts = !state.chosen ? startPanel()
    : state.chosen[0] === "n" ? nodePanel(data.nodes[at]) : edgePanel(data.edges[at]);
  byId("panel").replaceChildren(...parts.filter((part) => part !== ""));
  byId("panel").scrollTop = 0;
}
