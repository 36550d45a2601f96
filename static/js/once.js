// A double click sends a form once. (The server holds this too; here it is only calmer.)
const OPEN_AGAIN_AFTER = 8000;

const reopen = () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(reopen, OPEN_AGAIN_AFTER); // an answer that is a file leaves the page where it is
});

window.addEventListener("pageshow", reopen); // back from the next page
