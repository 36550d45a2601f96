// Messages: those of the page, and those that an answer announces with HX-Trigger: {"toast": {"state": "ok", "text": "…"}}.
// What went well leaves by itself; what went wrong stays until it is closed.
const STATES = ["ok", "info", "warn", "bad"];
const LEAVES_AFTER = 7000;
const list = document.getElementById("toasts");
const pattern = document.getElementById("toast-pattern");

const watch = (toast) => {
  toast.querySelector("[data-close]").addEventListener("click", () => toast.remove());
  // What went wrong, and what can be taken back, stays.
  if (toast.dataset.state === "bad" || toast.dataset.state === "warn" || toast.querySelector("form")) return;
  let timer = setTimeout(() => toast.remove(), LEAVES_AFTER);
  toast.addEventListener("pointerenter", () => clearTimeout(timer));
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("pointerleave", () => {
    timer = setTimeout(() => toast.remove(), LEAVES_AFTER);
  });
};

const announce = ({ state = "info", text = "" }) => {
  if (!STATES.includes(state)) throw new Error(`toast state ${state}: expected one of ${STATES.join(", ")}`);
  const toast = pattern.content.querySelector(`[data-state="${state}"]`).cloneNode(true);
  toast.querySelector("[data-text]").textContent = text;
  list.append(toast);
  watch(toast);
};

if (list) {
  for (const toast of list.children) watch(toast);
  document.addEventListener("toast", (event) => announce(event.detail));
  document.addEventListener("htmx:responseError", () => announce({ state: "bad", text: list.dataset.failed }));
  document.addEventListener("htmx:sendError", () => announce({ state: "bad", text: list.dataset.offline }));
}
