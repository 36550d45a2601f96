// A button with data-copy copies the field with data-copy-from beside it; without the right to, the field is selected.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const field = button.parentElement.querySelector("[data-copy-from]");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.querySelector("span").textContent = button.dataset.done;
    } catch {
      field.focus(); // refused by the browser: the text stands selected, Ctrl-C copies it
    }
  });
}
