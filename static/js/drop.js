// The whole of [data-drop] takes a file, by click or by dropping, and names the one that was chosen.
// Without this module the browser's own field stands there and does the same.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  const name = zone.querySelector("[data-drop-name]");
  const tell = () => {
    const file = field.files[0];
    name.hidden = !file;
    name.textContent = file ? file.name : "";
  };
  field.addEventListener("change", tell);
  zone.classList.add("is-ready");
  tell(); // a page that was left and reached again keeps its file
}
