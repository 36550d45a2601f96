// Talking to the server: sends cells, asks for news, signs in. Every way in which that can fail has a name.

const SENT = ["id", "office", "indicator", "from", "to", "state", "value", "status", "note", "seen"];
const LONG = 20_000; // milliseconds after which a line counts as down

const cookie = (name) => document.cookie.split("; ").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);

export class Line {
  constructor({ saveUrl, freshUrl, signInUrl, user }) {
    Object.assign(this, { saveUrl, freshUrl, signInUrl, user });
    this.token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";
  }

  async _fetch(url, options = {}) {
    const headers = { Accept: "application/json", "X-Grid-User": encodeURIComponent(this.user) };
    if (options.body !== undefined) {
      headers["Content-Type"] = "application/json";
      headers["X-CSRFToken"] = cookie("csrftoken") || this.token;
    }
    try {
      const response = await fetch(url, { ...options, headers, cache: "no-store", signal: AbortSignal.timeout(LONG) });
      const isJson = response.headers.get("Content-Type")?.includes("json");
      return { status: response.status, said: isJson ? await response.json() : {}, isJson };
    } catch {
      return { status: 0, said: {} }; // no connection, or too slow
    }
  }

  _post(url, said) {
    return this._fetch(url, { method: "POST", body: JSON.stringify(said) });
  }

  /** A token that the server takes, where this page's was thrown away. */
  async _renew() {
    const { said } = await this._fetch(this.signInUrl);
    this.token = said.csrf || this.token;
  }

  /** `entries` → {kind: "ok", answer} and so on; see Queue. */
  async save(entries) {
    const cells = entries.map((entry) => Object.fromEntries(SENT.map((name) => [name, entry[name]])));
    let { status, said, isJson } = await this._post(this.saveUrl, { cells });
    if (status === 403 && said.csrf) {
      await this._renew();
      ({ status, said, isJson } = await this._post(this.saveUrl, { cells }));
    }
    if (status === 200 && Array.isArray(said.results)) return { kind: "ok", answer: said };
    if (status === 401 || (status === 403 && said.csrf)) return { kind: "signin" };
    if (status === 403 || (status === 404 && isJson)) return { kind: "forbidden", reason: said.reason || "" };
    if ((status === 400 || status === 413) && isJson) return { kind: "broken", reason: said.reason || "" };
    return { kind: "down", trouble: status > 0 }; // the server is there and cannot: said so, tried again
  }

  /** News since a moment: {kind: "ok", answer} | {kind: "down" | "signin" | "forbidden"}. */
  async fresh(since) {
    const join = this.freshUrl.includes("?") ? "&" : "?";
    const { status, said } = await this._fetch(`${this.freshUrl}${join}since=${encodeURIComponent(since)}`);
    if (status === 200 && said.cells) return { kind: "ok", answer: said };
    if (status === 401) return { kind: "signin" };
    return { kind: status === 403 || status === 404 ? "forbidden" : "down" };
  }

  /** Signs in without leaving the page: {kind: "ok", user} | {kind: "refused", reason} | {kind: "down"}. */
  async signIn(username, password) {
    const { status, said } = await this._post(this.signInUrl, { username, password });
    if (status === 200) {
      this.token = said.csrf || this.token;
      return { kind: "ok", user: said.user };
    }
    return status ? { kind: "refused", reason: said.reason || "" } : { kind: "down" };
  }
}
