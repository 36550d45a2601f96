// Everything a page needs beyond HTML. Each module does one thing and leaves the page usable without it.
import "./confirm.js";
import "./drop.js";
import "./copy.js";
import "./lines.js";
import "./menu.js";
import "./once.js";
import "./panel.js";
import "./sums.js";
import "./theme-switch.js";
import "./toasts.js";
import "./upload.js";
