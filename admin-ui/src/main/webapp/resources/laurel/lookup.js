"use strict";
/*
 * The look-up of certificates works without this file. With it a dropped file is known by its SHA-256 and need not be
 * sent, an address is copied by one press, and the browser proves by some work what it would else ask a person.
 */
(function () {
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  // only in a secure context: elsewhere the file is sent and the sum is asked
  const digest = window.crypto && window.crypto.subtle ? (bytes) => window.crypto.subtle.digest("SHA-256", bytes) : null;

  const form = document.getElementById("fileCheck");
  if (form) {
    const drop = document.getElementById("drop");
    const input = document.getElementById("files");
    const state = document.getElementById("drop-state");

    async function known(file) {
      const hash = hex(await digest(await file.arrayBuffer()));
      const answer = await fetch(form.dataset.known + hash, { credentials: "omit" });
      return answer.ok ? hash : null;
    }

    async function check() {
      if (input.files.length !== 1 || !form.reportValidity()) {
        return;
      }
      state.textContent = state.dataset.busy;
      try {
        const hash = digest ? await known(input.files[0]) : null;
        if (hash) {
          location.assign(form.dataset.shown + hash);
          return;
        }
      } catch (failure) {
        if (!navigator.onLine) {
          state.textContent = state.dataset.away;
          return;
        }
        // The server or the file cannot be read: sending it says which.
      }
      form.submit();
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      check();
    });
    input.addEventListener("change", check);
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    window.addEventListener("pageshow", () => {
      state.textContent = "";
    });
  }

  const picture = document.getElementById("picture");
  if (picture) {
    // on the day when everybody gets theirs the server may have had no time to draw it
    let tries = 0;
    const again = () => {
      if (tries++ < 8) {
        setTimeout(() => {
          picture.src = picture.src;
        }, 1500 * tries);
      }
    };
    picture.addEventListener("error", again);
    if (picture.complete && picture.naturalWidth === 0) {
      again();
    }
  }

  const copy = document.getElementById("copy");
  if (copy) {
    const address = document.getElementById("address");
    const copied = document.getElementById("copied");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(address.value);
        copied.textContent = copy.dataset.copied;
      } catch (failure) {
        address.select();
        copied.textContent = document.execCommand("copy") ? copy.dataset.copied : copy.dataset.notCopied;
      }
    });
    address.addEventListener("focus", () => address.select());
  }

  const proof = document.getElementById("proof");
  if (proof && digest) {
    const answer = document.getElementById("answer");
    const said = document.getElementById("proof-work");
    const question = answer.closest(".field");

    async function work() {
      const bits = Number(proof.dataset.bits);
      const text = new TextEncoder();
      for (let tried = 0; ; tried++) {
        const first = new DataView(await digest(text.encode(proof.dataset.task + ":" + tried))).getUint32(0);
        if (first >>> (32 - bits) === 0) {
          return tried;
        }
      }
    }

    // Whoever is about to type the answer is not interrupted.
    said.textContent = proof.dataset.working;
    work().then((found) => {
      document.getElementById("work").value = String(found);
      said.textContent = proof.dataset.done;
      answer.required = false;
      if (document.activeElement !== answer) {
        question.hidden = true;
        document.getElementById("proof-hint").hidden = true;
      }
    });
  }
})();
