/*
 * The campaign editor: form fields bound to the JSON document in the textarea, which is what is saved.
 * Every field knows its place by data-path, every row of a list by its index; members that no field shows
 * stay as they are. Without a script the textarea alone is the editor.
 */
// the addresses that Faces gives to resources of this library
import { adopt, meant, read, shown, text, write } from "./campaign-document.js.xhtml?ln=laurel";
import { ask, conditions } from "./campaign-conditions.js.xhtml?ln=laurel";

const form = document.getElementById("editor");
const source = document.getElementById("definition");
const fields = document.getElementById("fields");
const checked = document.getElementById("checked");
const summary = document.getElementById("problems");
const pause = 500;

const saved = source.value;
let problems = [];
let leaving = false;
let timer = 0;
let asked = 0;
let ids = 0;

/* Fields */

const control = (field) => field.querySelector("input, select, textarea");

function bind(field, prefix) {
  const path = prefix + field.dataset.path;
  const type = field.dataset.type;
  field.dataset.at = path;
  if (type === "flags") {
    bindFlags(field, path);
    return;
  }
  if (type === "actions") {
    bindActions(field, path);
    return;
  }
  const input = control(field);
  name(field.querySelector("label"), input);
  if (type === "choice") {
    // the first one is what holds when the document says nothing
    input.value = read(path) ?? input.options[0].value;
    keepUnknown(input, read(path));
  } else {
    input.value = shown(type, read(path));
  }
  input.addEventListener(type === "choice" ? "change" : "input", () => {
    write(path, meant(type, input.value));
    changed();
    if (field.dataset.path === "name") {
      title(field.closest(".row"));
    }
  });
}

function name(label, input) {
  ids += 1;
  input.id = "field-" + ids;
  label.htmlFor = input.id;
}

function keepUnknown(select, value) {
  if (value !== undefined && value !== null && select.value !== value) {
    select.add(new Option(String(value), value, true, true));
  }
}

function bindFlags(field, path) {
  const usual = field.dataset.path === "beneficiaries" ? ["ACTOR"] : [];
  const boxes = [...field.querySelectorAll("input")];
  const chosen = read(path) ?? usual;
  boxes.forEach((box) => {
    box.checked = Array.isArray(chosen) && chosen.includes(box.value);
    box.addEventListener("change", () => {
      write(path, boxes.filter((b) => b.checked).map((b) => b.value));
      changed();
    });
  });
}

const typeNames = new Map(
  [...document.getElementById("action-types").content.querySelectorAll("option[value]")].map((o) => [o.value, o.text]));

function bindActions(field, path) {
  const pick = field.querySelector("[data-pick]");
  const own = field.querySelector("[data-own]");
  pick.append(document.getElementById("action-types").content.cloneNode(true));
  const labels = field.querySelectorAll(".token-add label");
  name(labels[0], pick);
  name(labels[1], own);
  const add = (input) => {
    const type = input.value.trim();
    const chosen = Array.isArray(read(path)) ? read(path) : [];
    if (type !== "" && !chosen.includes(type)) {
      write(path, [...chosen, type]);
      changed();
    }
    input.value = "";
    tokens(field, path);
    input.focus();
  };
  field.querySelector("[data-do=pick]").addEventListener("click", () => add(pick));
  field.querySelector("[data-do=own]").addEventListener("click", () => add(own));
  own.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      add(own);
    }
  });
  tokens(field, path);
}

function tokens(field, path) {
  const chosen = Array.isArray(read(path)) ? read(path) : [];
  field.querySelector(".token-list").replaceChildren(
    ...chosen.map((type) => {
      const said = typeNames.get(type) ?? String(type);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "token";
      button.textContent = said;
      button.setAttribute("aria-label", form.dataset.remove.replace("{0}", said));
      button.addEventListener("click", () => {
        write(path, chosen.filter((other) => other !== type));
        changed();
        tokens(field, path);
        (field.querySelector(".token") ?? field.querySelector("[data-pick]")).focus();
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
}

fields.addEventListener("focusin", (event) => {
  const field = event.target.closest(".condition");
  if (field) {
    conditions.learn(field);
  }
});

/* Rows */

const fresh = {
  phases: () => ({ code: free("phase"), name: "" }),
  schoolTerms: () => ({ code: free("term"), name: "" }),
  honours: () => ({ code: free("honour"), name: "", of: "TEACHER", rankBy: "PERSONAL_SCORE" }),
  alternatives: () => ({ name: "", actions: [] }),
  tiers: () => ({}),
  indicators: (role) => ({
    code: free("indicator"), name: "", role, actions: [], points: 1,
    limit: { count: 1, per: role === "TEACHER" ? "DAY" : "CAMPAIGN" },
  }),
  participation: () => ({
    code: free("participation"), name: "", role: "STUDENT", per: "MONTH",
    alternatives: [{ name: "", actions: [] }], combine: "BEST_ALTERNATIVE", tiers: [{ atLeast: "0.40", points: 10 }],
  }),
};

/* What a school and its administrators are ranked by follows from whom an honour is for. */
const ranked = { SCHOOL: "SCHOOL_SCORE", CENTRAL_SCHOOL: "MEMBER_MEAN", ADMINISTRATOR: "SCHOOL_SCORE", TEACHER: "PERSONAL_SCORE" };

function free(stem) {
  const taken = text();
  let number = 1;
  while (taken.includes('"' + stem + "-" + number + '"')) {
    number += 1;
  }
  return stem + "-" + number;
}

const fits = (row, where) => where === "" || (row !== null && typeof row === "object" && row.role === where);

function fill(list, prefix) {
  const path = prefix + list.dataset.list;
  const rows = Array.isArray(read(path)) ? read(path) : [];
  list.dataset.at = path;
  list.replaceChildren();
  rows.forEach((row, index) => {
    if (fits(row, list.dataset.where)) {
      const part = document.getElementById(list.dataset.template).content.cloneNode(true).firstElementChild;
      part.dataset.at = path + "[" + index + "]";
      list.append(part);
      part.dataset.number = String(list.children.length);
      part.dataset.noun = list.dataset.noun;
      build(part, part.dataset.at + ".");
      title(part);
    }
  });
}

function title(row) {
  if (row) {
    const said = read(row.dataset.at + ".name");
    row.querySelector("legend").textContent =
      row.dataset.noun + " " + row.dataset.number + (typeof said === "string" && said ? " · " + said : "");
  }
}

const inside = (part, owner) => (part.parentElement.closest(".row") ?? fields) === owner;

function build(owner, prefix) {
  owner.querySelectorAll("[data-path]").forEach((field) => inside(field, owner) && bind(field, prefix));
  owner.querySelectorAll("[data-template]").forEach((list) => inside(list, owner) && fill(list, prefix));
}

function neighbour(row, by) {
  const sibling = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  return sibling && sibling.matches(".row") ? sibling : null;
}

const indexOf = (row) => Number(/\[(\d+)]$/.exec(row.dataset.at)[1]);

/* Structure changes are made in the document and the fields built again; the focus goes where the hands are. */
function restructure(change, focus) {
  const open = [...fields.querySelectorAll("details[open]")].map((d) => d.closest("[data-at]")?.dataset.at);
  change();
  rebuild();
  fields.querySelectorAll("details").forEach((d) => {
    d.open = open.includes(d.closest("[data-at]")?.dataset.at);
  });
  changed();
  const goal = fields.querySelector(focus);
  (goal ?? fields).focus();
}

function rebuild() {
  // a fresh copy of the sections: fields bound before are gone with their listeners
  fields.replaceChildren(pristine.cloneNode(true));
  build(fields, "");
}

const pristine = document.createDocumentFragment();
pristine.append(...fields.childNodes);

const at = (path, inner) => '[data-at="' + path + '"] ' + inner;

fields.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do], button[data-insert]");
  if (!button) {
    return;
  }
  const action = button.dataset.do;
  const row = button.closest(".row");
  if (button.dataset.insert) {
    conditions.insert(button);
  } else if (action === "try") {
    conditions.run(button);
  } else if (action === "add") {
    const prefix = row ? row.dataset.at + "." : "";
    const path = prefix + button.dataset.list;
    const rows = Array.isArray(read(path)) ? read(path) : [];
    restructure(() => write(path, [...rows, fresh[button.dataset.list](button.dataset.where)]),
      at(path + "[" + rows.length + "]", "input"));
  } else if (action === "remove") {
    const path = row.parentElement.dataset.at;
    const rows = read(path);
    const next = neighbour(row, 1) ?? neighbour(row, -1);
    const goal = next ? indexOf(next) - (indexOf(next) > indexOf(row) ? 1 : 0) : -1;
    restructure(() => rows.splice(indexOf(row), 1),
      goal < 0 ? 'button[data-do="add"][data-list="' + row.parentElement.dataset.list + '"]'
        : at(path + "[" + goal + "]", "[data-do=remove]"));
  } else if (action === "up" || action === "down") {
    const other = neighbour(row, action === "up" ? -1 : 1);
    if (other) {
      const rows = read(row.parentElement.dataset.at);
      const [from, to] = [indexOf(row), indexOf(other)];
      restructure(() => { [rows[from], rows[to]] = [rows[to], rows[from]]; },
        at(other.dataset.at, "[data-do=" + action + "]"));
    }
  }
});

fields.addEventListener("change", (event) => {
  const field = event.target.closest('[data-path="of"]');
  if (field) {
    const honour = read(field.closest(".row").dataset.at);
    honour.rankBy = ranked[honour.of] ?? honour.rankBy;
    changed();
  }
});

/* The check: what the server says is shown beside its field and in the summary. */

function changed() {
  source.value = text();
  later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

async function check() {
  clearTimeout(timer);
  asked += 1;
  const mine = asked;
  try {
    const said = (await ask(form.dataset.check, source.value)).problems;
    if (mine === asked) {
      problems = said;
      tell();
    }
  } catch (failure) {
    problems = [];
    checked.textContent = form.dataset.failed;
  }
}

function tell() {
  document.querySelectorAll("#fields .field-problem").forEach((place) => {
    place.hidden = true;
    place.textContent = "";
  });
  document.querySelectorAll("#fields [aria-invalid]").forEach((input) => {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  });
  summary.replaceChildren(...problems.map(line));
  summary.hidden = problems.length === 0;
  checked.textContent = problems.length === 0
    ? form.dataset.fine : form.dataset.count.replace("{0}", String(problems.length));
  checked.className = problems.length === 0 ? "fine" : "wrong";
}

function line(problem) {
  const item = document.createElement("li");
  const words = form.dataset.problem.replace("{0}", () => problem.label).replace("{1}", () => problem.problem);
  const place = placeOf(problem.field);
  if (!place) {
    item.textContent = words;
    return item;
  }
  const link = document.createElement("a");
  const input = mark(place, problem.problem);
  link.href = "#" + input.id;
  link.textContent = words;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (let more = input.closest("details"); more; more = more.parentElement.closest("details")) {
      more.open = true;
    }
    input.focus();
  });
  item.append(link);
  return item;
}

/* The field itself, else the one around it, else the first one within it. */
function placeOf(path) {
  const all = [...fields.querySelectorAll("[data-path][data-at]")];
  for (let way = path; way !== ""; way = way.replace(/(\.[^.[]+|\[\d+]|^[^.[]+)$/, "")) {
    const found = all.find((field) => field.dataset.at === way);
    if (found) {
      return found;
    }
  }
  return path === "" ? undefined : all.find((field) => field.dataset.at.startsWith(path));
}

function mark(field, words) {
  const input = control(field);
  const place = field.querySelector(".field-problem");
  ids += 1;
  place.id = "problem-" + ids;
  place.textContent = place.textContent ? place.textContent + " " + words : words;
  place.hidden = false;
  if (!input.id) {
    input.id = "field-" + ids;
  }
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", place.id);
  return input;
}

/* The text itself, for those who know the format. */
source.addEventListener("input", () => {
  if (adopt(source.value)) {
    rebuild();
  }
  later();
});

form.addEventListener("submit", async (event) => {
  if (leaving) {
    return;
  }
  event.preventDefault();
  await check();
  if (problems.length > 0) {
    summary.focus();
    return;
  }
  leaving = true;
  form.requestSubmit();
});

window.addEventListener("beforeunload", (event) => {
  if (!leaving && (form.dataset.dirty === "true" || source.value !== start)) {
    event.preventDefault();
  }
});

let start = saved;
if (adopt(source.value)) {
  rebuild();
  fields.hidden = false;
  document.getElementById("expert").open = false;
  source.value = text();
  start = source.value;
}
check();
