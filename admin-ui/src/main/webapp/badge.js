"use strict";
/*
 * Shows today's points of whoever is signed in, as a small link to their own page. A page of the platform embeds it by
 *   <script src="/laurel/badge.js" async></script>
 * where the badge is to stand; in the head it stands in the lower right corner instead. It shows nothing when nobody is
 * signed in or Laurel is away. It lives in a shadow root of its own and needs of the page's content security policy no
 * more than script-src and connect-src 'self'. The language is the page's (lang of the html element).
 */
(function () {
  const script = document.currentScript;
  if (!script || customElements.get("laurel-badge")) {
    return;
  }
  const base = new URL(".", script.src);
  const period = 30000;
  const style =
    ":host { all: initial; display: inline-block; vertical-align: middle; }" +
    ":host([corner]) { position: fixed; right: 16px; bottom: 16px; z-index: 1000; }" +
    "a { display: inline-flex; align-items: center; min-height: 28px; padding: 0 12px; border-radius: 14px; background: #1d5aa8;" +
    " color: #fff; font: 14px/20px system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif; white-space: nowrap;" +
    " text-decoration: none; font-variant-numeric: tabular-nums; }" +
    "a:hover { text-decoration: underline; }" +
    "a:focus-visible { outline: 2px solid #1d5aa8; outline-offset: 2px; }" +
    "a.full { background: #1b6e46; }" +
    "@media (pointer: coarse) { a { min-height: 44px; border-radius: 22px; } }" +
    "@media print { :host { display: none; } }";

  class Badge extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
      this.link = document.createElement("a");
      this.link.href = new URL("my", base).href;
      root.append(this.link);
    }

    show(points) {
      this.link.textContent = points.text;
      this.link.setAttribute("aria-label", points.label);
      this.link.classList.toggle("full", points.today >= points.most);
    }
  }
  customElements.define("laurel-badge", Badge);

  let badge = null;

  function place(points) {
    if (!badge) {
      badge = new Badge();
      if (document.body && document.body.contains(script)) {
        script.after(badge);
      } else {
        badge.setAttribute("corner", "");
        document.body.append(badge);
      }
    }
    badge.show(points);
  }

  async function refresh() {
    if (document.hidden || !document.body) {
      return;
    }
    try {
      const address = new URL("api/badge", base);
      address.searchParams.set("language", document.documentElement.lang);
      const answer = await fetch(address, { credentials: "same-origin", redirect: "error", headers: { Accept: "application/json" } });
      if (answer.status === 200) {
        place(await answer.json());
      } else if (badge) {
        badge.remove();
        badge = null;
      }
    } catch (failure) {
      // Laurel is away: what is shown stays, and nothing is shown where nothing was.
    }
  }

  if (document.body) {
    refresh();
  } else {
    document.addEventListener("DOMContentLoaded", refresh);
  }
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, period);
})();
