// <button data-empty="#panel"> empties a panel that htmx filled.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-empty]");
  if (button) document.querySelector(button.dataset.empty).replaceChildren();
});
