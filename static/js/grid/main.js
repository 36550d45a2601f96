// The cluster's grid. Without this module the page is a table that can be read.
import { App } from "./app.js";
import { readWords } from "./words.js";

const data = document.getElementById("grid-data");

if (data && document.getElementById("grid")) {
  readWords();
  new App(JSON.parse(data.textContent)).start();
}
