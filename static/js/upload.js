// Files go to a line one by one, two at a time, each with its own bar and its own answer. Without this module the form's
// own field sends them all at once.
const AT_ONCE = 2;
const KEPT_SHOWN_FOR = 4000;
const OPEN = new Set(["waiting", "sending", "checking"]);

// Signing in again changes the token: the cookie has the newest, the form the one it came with.
const token = (form) => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;

const start = (form) => {
  const place = form.closest("[data-upload-place]");
  const shown = place.querySelector("[data-upload-shown]");
  const list = form.querySelector("[data-upload-list]");
  const told = form.querySelector("[data-upload-told]");
  const pattern = form.querySelector("template");
  const jobs = [];
  let newest = null; // the list as the last answer had it, while somebody types in the one that is shown

  const paint = (job, state, text = "") => {
    job.state = state;
    const words = text || form.dataset[state] || "";
    job.line.dataset.state = state;
    job.line.querySelector(".upload-said").textContent = words;
    job.line.querySelector("progress").hidden = !OPEN.has(state);
    job.line.querySelector("[data-again]").hidden = !["offline", "ended", "failed"].includes(state);
    job.line.querySelector("[data-aside]").hidden = OPEN.has(state) || state === "kept";
    if (!OPEN.has(state)) told.textContent = `${job.file.name}: ${words}`;
  };

  const show = () => {
    if (newest === null || shown.querySelector("input[type=text]:focus")) return;
    shown.innerHTML = newest;
    newest = null;
  };

  const answered = (job, request) => {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // a page instead: that of signing in, or a refusal
    }
    if (request.status === 401 || (request.status === 200 && answer === null)) return paint(job, "ended");
    if (request.status === 413) return paint(job, "tooLarge");
    const result = answer?.results?.[0];
    if (request.status !== 200 || !result) return paint(job, "failed");
    paint(job, result.state, result.text);
    newest = answer.html;
    show();
    if (result.state === "kept") setTimeout(() => job.line.remove(), KEPT_SHOWN_FOR);
  };

  const send = (job) => {
    const body = new FormData();
    body.append("files", job.file, job.file.name);
    const request = new XMLHttpRequest();
    const bar = job.line.querySelector("progress");
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token(form));
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.upload.addEventListener("load", () => paint(job, "checking"));
    request.addEventListener("load", () => answered(job, request));
    request.addEventListener("error", () => paint(job, "offline"));
    request.addEventListener("loadend", next);
    bar.value = 0;
    paint(job, "sending");
    request.send(body);
  };

  const next = () => {
    const busy = jobs.filter((job) => job.state === "sending" || job.state === "checking").length;
    for (const job of jobs.filter((each) => each.state === "waiting").slice(0, AT_ONCE - busy)) send(job);
  };

  const again = (job) => {
    paint(job, "waiting");
    next();
  };

  const add = (files) => {
    for (const file of files) {
      const line = pattern.content.firstElementChild.cloneNode(true);
      const job = { file, line };
      line.querySelector(".upload-name").textContent = file.name;
      line.querySelector("progress").setAttribute("aria-label", file.name);
      line.querySelector("[data-again]").addEventListener("click", () => again(job));
      line.querySelector("[data-aside]").addEventListener("click", () => {
        jobs.splice(jobs.indexOf(job), 1);
        line.remove();
      });
      list.append(line);
      jobs.push(job);
      paint(job, file.size > Number(form.dataset.largest) ? "tooLarge" : "waiting");
    }
    next();
  };

  for (const field of form.querySelectorAll("input[type=file]")) {
    field.addEventListener("change", () => {
      add([...field.files]);
      field.value = ""; // so that the same file can be chosen again
    });
  }
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("is-over");
  });
  place.addEventListener("dragleave", (event) => {
    if (!place.contains(event.relatedTarget)) place.classList.remove("is-over");
  });
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("is-over");
    add([...event.dataTransfer.files]);
  });
  shown.addEventListener("focusout", () => setTimeout(show));
  window.addEventListener("online", () => jobs.filter((job) => job.state === "offline").forEach(again));
  window.addEventListener("beforeunload", (event) => {
    if (jobs.some((job) => OPEN.has(job.state) || job.state === "offline")) event.preventDefault();
  });
  form.querySelector(".drop").classList.add("is-ready");
  form.classList.add("is-ready");
};

for (const form of document.querySelectorAll("form[data-upload]")) start(form);
