"use strict";
/*
 * Keeps the regions marked data-live current while the page is looked at, until they say data-live="false":
 * the page is fetched again and changed regions are replaced. Without a script, or signed out, the page simply stays as it is.
 */
(function () {
  const regions = () => document.querySelectorAll('[data-live]:not([data-live="false"])[id]');
  const period = 3000;
  let running = false;

  async function refresh() {
    if (running || document.hidden || regions().length === 0) {
      return;
    }
    running = true;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", redirect: "follow" });
      if (!answer.ok) {
        return;
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (fresh.getElementById("login")) {
        location.reload();
        return;
      }
      regions().forEach((old) => {
        const now = fresh.getElementById(old.id);
        // Never under somebody's hands: a region that has the focus waits for its next turn.
        if (!now || old.contains(document.activeElement)) {
          return;
        }
        if (now.innerHTML !== old.innerHTML) {
          old.innerHTML = now.innerHTML;
        }
        old.dataset.live = now.dataset.live ?? "false";
      });
    } catch (failure) {
      // The network is away for a moment; the next turn tries again.
    } finally {
      running = false;
    }
  }

  setInterval(refresh, period);
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("focus", refresh);
})();

/* Says that a file is too large before it travels; the server says it again to whoever has no script. */
(function () {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.max) {
      return;
    }
    const files = Array.from(input.files);
    const large = files.find((file) => file.size > Number(input.dataset.max));
    const many = files.length > Number(input.dataset.most);
    input.setCustomValidity(large ? large.name + " " + input.dataset.tooLarge : many ? input.dataset.tooMany : "");
    input.reportValidity();
  });
})();
