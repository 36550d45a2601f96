// Making elements. Text only ever becomes text.

/** make("td", {class: "n", "data-key": key}, "text", element, …); null and false attributes are left out. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

export const hidden = (text) => make("span", { class: "visually-hidden" }, text);

export const byId = (id) => document.getElementById(id);
