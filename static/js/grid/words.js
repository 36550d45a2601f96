// What the page says, in the reader's language: the server writes it into <template id="grid-words">.

const found = new Map();

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export const readWords = (root = document) => {
  for (const each of root.getElementById("grid-words").content.querySelectorAll("[data-word]")) {
    found.set(each.dataset.word, each.textContent);
  }
};

/** say("waiting", {count: 3}); a word that is not there is a fault of the page. */
export const say = (key, values = {}) => {
  if (!found.has(key)) throw new Error(`no word for ${key}`);
  return fill(found.get(key), values);
};

/** The sign between thousands, in the page's language. */
export const separator = () => (document.documentElement.lang.startsWith("vi") ? "." : ",");
