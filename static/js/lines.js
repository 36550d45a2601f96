// The lines of a decision: names found as they are typed, without accents; Enter goes on to the next line, which takes
// over title, year and kind. Without this module the server looks the names up when the form is sent.
const WAIT = 150;
const TAKEN_OVER = ["honour", "year", "year_from", "occasion"];

const field = (row, name) => row.querySelector(`[name$="-${name}"]`);

const combobox = (row, url) => {
  const input = field(row, "who");
  const code = field(row, "code");
  const list = document.createElement("ul");
  list.className = "combo-list";
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.parentElement.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
  let timer = 0;
  let asked = 0;
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (next) => {
    const options = [...list.children];
    if (!options.length) return;
    at = (next + options.length) % options.length;
    for (const [index, option] of options.entries()) option.setAttribute("aria-selected", String(index === at));
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };

  const choose = (option) => {
    input.value = option.dataset.name;
    code.value = option.dataset.code;
    close();
    field(row, "honour").focus();
  };

  const paint = (found) => {
    list.replaceChildren(...found.map((each, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.dataset.code = each.code;
      option.dataset.name = each.name;
      option.textContent = each.name;
      const note = document.createElement("span");
      note.className = "note";
      note.textContent = each.note;
      option.append(" ", note);
      option.addEventListener("mousedown", (event) => {
        event.preventDefault(); // the field keeps the focus until the choice is made
        choose(option);
      });
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    at = -1;
    if (found.length) mark(0);
  };

  const ask = async () => {
    const mine = ++asked;
    if (!input.value.trim()) return close();
    try {
      const answer = await fetch(`${url}?q=${encodeURIComponent(input.value)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return close();
      const { found } = await answer.json();
      if (mine === asked && document.activeElement === input) paint(found);
    } catch {
      close(); // offline: the server looks the name up when the form is sent
    }
  };

  input.addEventListener("input", () => {
    code.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asked += 1;
    close();
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      choose(list.children[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
};

const start = (form) => {
  const body = form.querySelector("[data-lines-body]");
  const pattern = form.querySelector("template[data-lines-pattern]");
  const more = form.querySelector("[data-lines-more]");
  const total = form.querySelector('[name="line-TOTAL_FORMS"]');
  const most = Number(form.querySelector('[name="line-MAX_NUM_FORMS"]').value);

  const add = () => {
    const number = Number(total.value);
    if (number >= most) return null;
    const holder = document.createElement("tbody");
    holder.innerHTML = pattern.innerHTML.replaceAll("__prefix__", String(number));
    const row = holder.querySelector("[data-line]");
    body.append(row);
    total.value = String(number + 1);
    combobox(row, form.dataset.whoUrl);
    return row;
  };

  const next = (row) => {
    const following = row.nextElementSibling ?? add();
    if (!following) return;
    if (!field(following, "who").value) {
      for (const name of TAKEN_OVER) if (!field(following, name).value) field(following, name).value = field(row, name).value;
    }
    field(following, "who").focus();
  };

  for (const row of body.querySelectorAll("[data-line]")) combobox(row, form.dataset.whoUrl);
  more.hidden = false;
  more.addEventListener("click", () => next(body.lastElementChild));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    const row = event.target.closest?.("[data-line]");
    if (!row) return;
    event.preventDefault();
    next(row);
  });
};

for (const form of document.querySelectorAll("form[data-lines]")) start(form);
