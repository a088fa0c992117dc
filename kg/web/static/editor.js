// The query editor in place of the plain form. It asks this server alone: no completion from elsewhere, nothing stored.
const plain = document.getElementById("plain");
Yasgui.Yasqe.defaults.autocompleters = ["variables", "prefixes"];
new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
  copyEndpointOnNewTab: true,
  persistenceId: null,
  persistencyExpire: 0,
  endpointCatalogueOptions: { getData: () => [{ endpoint: new URL("/sparql", location.href).href }] },
  yasqe: { value: document.getElementById("query").value, persistenceId: null, createShareableLink: null },
  yasr: { persistenceId: null },
});
plain.hidden = true;
