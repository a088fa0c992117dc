// Two conveniences; every page works without them.

// Names that continue what is being typed.
const list = document.getElementById("suggested");
let last = "";
for (const field of document.querySelectorAll("input[list=suggested]")) {
  field.addEventListener("input", async () => {
    const words = field.value.trim();
    if (words.length < 2 || words === last) return;
    last = words;
    const [, names] = await (await fetch("/suggest?q=" + encodeURIComponent(words))).json();
    if (words === last) list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  });
}

// The exact words of the passage that the address names (#char=START,END).
function showPassage() {
  const [, start, end] = decodeURIComponent(location.hash).match(/^#char=(\d+),(\d+)$/) ?? [];
  for (const piece of document.querySelectorAll("mark[data-start]")) {
    piece.classList.toggle("asked", start !== undefined && +piece.dataset.start >= +start && +piece.dataset.start < +end);
  }
}
addEventListener("hashchange", showPassage);
showPassage();
