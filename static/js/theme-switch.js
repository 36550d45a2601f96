// Light, dark, system: remembered on this device.
const buttons = document.querySelectorAll("[data-theme-choice-button]");

const show = () => {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.value === document.documentElement.dataset.themeChoice));
  }
};

for (const button of buttons) {
  button.addEventListener("click", () => {
    try {
      localStorage.setItem("theme", button.value);
    } catch {
      return; // storage refused: nothing can be remembered
    }
    document.dispatchEvent(new Event("theme-chosen"));
    show();
  });
}
show();
