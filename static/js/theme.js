// Runs before the first paint (a plain script in the head): the remembered theme, or the system's.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("theme") || "system";
    } catch {
      return "system"; // storage refused: follow the system
    }
  };
  const apply = () => {
    const choice = chosen();
    root.dataset.bsTheme = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
    root.dataset.themeChoice = choice;
  };
  dark.addEventListener("change", apply);
  document.addEventListener("theme-chosen", apply);
  apply();
})();
