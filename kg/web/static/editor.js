// The query editor in place of the plain form. It asks this server alone and stores nothing.
const plain = document.getElementById("plain");
const query = document.getElementById("query");
const { Yasqe, Yasr } = Yasgui;
Yasqe.defaults.autocompleters = ["variables", "prefixes"];

const editor = new Yasqe(document.getElementById("editor"), {
  value: query.value,
  requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
  persistenceId: null,
  createShareableLink: null,
  resizeable: true,
  editorHeight: "24rem",
});
const answer = new Yasr(document.getElementById("answer"), { persistenceId: null, prefixes: () => editor.getPrefixesFromQuery() });
editor.on("queryResponse", (_, response, duration) => {
  document.getElementById("answered")?.remove(); // what the page came with
  document.getElementById("answer").hidden = false;
  answer.setResponse(response, duration);
});
const label = () => {
  document.querySelector("#answer .yasr_external_ref_btn")?.remove(); // leads to another site
  document.querySelector("#answer .tableSizer")?.setAttribute("aria-label", "Rows on a page");
  document.querySelector("#answer .tableFilter")?.setAttribute("aria-label", "Filter");
};
answer.on("drawn", label);
label();
editor.getInputField().setAttribute("aria-label", "SPARQL 1.1");
plain.hidden = true;
document.getElementById("answer").hidden = Boolean(document.getElementById("answered"));
