// A form or htmx element with data-confirm="…" (or hx-confirm) asks first, in the page's own dialog.
const dialog = document.getElementById("confirm");

const ask = (question, go) => {
  dialog.querySelector("[data-confirm-question]").textContent = question;
  dialog.addEventListener("close", () => dialog.returnValue === "yes" && go(), { once: true });
  dialog.returnValue = "";
  dialog.showModal();
};

if (dialog) {
  // In the capture phase, before once.js counts the sending.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const question = event.submitter?.dataset.confirm || form.dataset.confirm;
      if (!question || form.dataset.confirmed) {
        delete form.dataset.confirmed;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const submitter = event.submitter;
      ask(question, () => {
        form.dataset.confirmed = "1";
        form.requestSubmit(submitter);
      });
    },
    true,
  );
  document.addEventListener("htmx:confirm", (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    ask(event.detail.question, () => event.detail.issueRequest(true));
  });
}
