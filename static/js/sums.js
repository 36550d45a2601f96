// An <output data-plus="a b" data-minus="c"> adds up the fields of its form while they are typed. Saving computes anew.
const words = new Intl.NumberFormat(document.documentElement.lang || "vi");

const amount = (form, name) => {
  const typed = (form.elements[name]?.value ?? "").replace(/[.,\s]/g, "");
  return /^\d+$/.test(typed) ? Number(typed) : 0;
};

const total = (form, names) => names.split(" ").reduce((sum, name) => sum + (name ? amount(form, name) : 0), 0);

for (const form of new Set([...document.querySelectorAll("output[data-plus]")].map((output) => output.form))) {
  const outputs = form.querySelectorAll("output[data-plus]");
  const show = () => {
    for (const output of outputs) {
      const sum = total(form, output.dataset.plus) - total(form, output.dataset.minus);
      output.value = words.format(sum);
      output.classList.toggle("is-wrong", sum < 0);
    }
  };
  form.addEventListener("input", show);
  show();
}
