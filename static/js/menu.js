// The phone's menu is a link to #menu and works without this file; here Escape closes it and focus follows it.
const menu = document.getElementById("menu");

const close = () => {
  history.replaceState(null, "", location.pathname + location.search);
  location.hash = "content";
};

if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && location.hash === "#menu") close();
  });
  window.addEventListener("hashchange", () => {
    if (location.hash === "#menu") menu.querySelector("a[href]")?.focus();
  });
}
