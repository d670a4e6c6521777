/* Conditions of the campaign editor: names to insert, and what past actions would make of it. */
import { read } from "./campaign-document.js.xhtml?ln=laurel";

const form = document.getElementById("editor");

export const conditions = {
  insert(button) {
    const input = button.closest(".condition").querySelector("textarea");
    input.setRangeText(button.dataset.insert, input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input"));
    input.focus();
  },

  async run(button) {
    const field = button.closest(".condition");
    const indicator = read(field.closest(".row").dataset.at);
    const place = field.querySelector("[data-tried]");
    try {
      const answer = await ask(form.dataset.try, JSON.stringify({
        condition: indicator.condition ?? "", types: indicator.actions ?? [], timeZone: read("timeZone") ?? "" }));
      place.replaceChildren(...(answer.problems.length > 0 ? this.wrong(answer.problems) : this.rows(answer.rows)));
    } catch (failure) {
      place.textContent = form.dataset.failed;
    }
  },

  wrong(list) {
    return list.map((one) => element("p", "field-problem",
      form.dataset.position.replace("{0}", one.line).replace("{1}", one.column).replace("{2}", () => one.problem)));
  },

  rows(list) {
    if (list.length === 0) {
      return [element("p", "hint", form.dataset.none)];
    }
    const held = list.filter((one) => one.holds).length;
    const items = list.map((one) => {
      const item = element("li", "", "");
      item.append(
        element("span", one.holds ? "verdict yes" : "verdict no", one.holds ? form.dataset.holds : form.dataset.fails),
        " " + [one.occurredAt, one.type, one.object, one.actor].filter((part) => part).join(" · ") + " ",
        element("span", "code muted", one.attributes));
      return item;
    });
    const rows = element("ul", "list tried", "");
    rows.append(...items);
    return [element("p", "", form.dataset.sum.replace("{0}", held).replace("{1}", list.length)), rows];
  },

  /* The attributes that the chosen action types have come with, once somebody writes a condition. */
  async learn(field) {
    const types = read(field.closest(".row").dataset.at + ".actions");
    const place = field.querySelector("[data-known]");
    const query = new URLSearchParams((Array.isArray(types) ? types : []).map((type) => ["type", type])).toString();
    if (place.dataset.asked === query || query === "") {
      return;
    }
    place.dataset.asked = query;
    const answer = await fetch(form.dataset.attributes + "?" + query, { credentials: "same-origin" });
    const names = answer.ok ? await answer.json() : [];
    place.replaceChildren(...[...new Map(names.map((one) => [one.name, one])).values()].map((one) => {
      const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(one.name);
      const button = element("button", "token plain", "attributes." + one.name);
      button.type = "button";
      button.dataset.insert = plain ? "attributes." + one.name : "attributes[" + JSON.stringify(one.name) + "]";
      button.append(element("span", "token-words", " " + one.example));
      return button;
    }));
  },
};

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/* Posts JSON to an address of ours and gives the answer; fails unless it is one. */
export async function ask(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
    body,
  });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}
