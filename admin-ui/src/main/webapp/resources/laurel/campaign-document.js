/*
 * A campaign's JSON document, read and written by paths like "indicators[3].limit.count". Members that
 * nobody writes stay as they are.
 */
let campaign = {};

/* Takes a text as the document; says whether it is one. */
export function adopt(text) {
  try {
    const value = JSON.parse(text);
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      return false;
    }
    campaign = value;
    return true;
  } catch (failure) {
    return false;
  }
}

/* The document as text. */
export const text = () => JSON.stringify(campaign, null, 1);

const steps = (path) => path.split(/[.[\]]+/).filter((step) => step !== "");

export function read(path) {
  return steps(path).reduce((at, step) => (at === undefined || at === null ? undefined : at[step]), campaign);
}

/* An emptied field leaves the document, and so does an object that only it kept there. */
export function write(path, value) {
  const way = steps(path);
  const last = way.pop();
  let at = campaign;
  const owners = [];
  for (const step of way) {
    if (typeof at[step] !== "object" || at[step] === null) {
      at[step] = {};
    }
    owners.push([at, step]);
    at = at[step];
  }
  if (value !== undefined) {
    at[last] = value;
    return;
  }
  delete at[last];
  for (const [owner, step] of owners.reverse()) {
    if (Array.isArray(owner) || Object.keys(owner[step]).length > 0) {
      break;
    }
    delete owner[step];
  }
}

/* Per cent on the page, an exact share of 1 in the document: digits are moved, nothing is computed. */

function share(percent) {
  const parts = /^(\d{1,3})(?:\.(\d{1,7}))?\s*[%％]?$/.exec(percent.trim());
  if (!parts) {
    return percent;
  }
  const digits = parts[1].padStart(3, "0");
  return Number(digits.slice(0, -2)) + "." + digits.slice(-2) + (parts[2] ?? "");
}

function percent(value) {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!parts) {
    return String(value);
  }
  const decimals = (parts[2] ?? "").padEnd(2, "0");
  const rest = decimals.slice(2).replace(/0+$/, "");
  return Number(parts[1] + decimals.slice(0, 2)) + (rest ? "." + rest : "");
}

/* A value as a field shows it. */
export function shown(type, value) {
  if (value === undefined || value === null) {
    return "";
  }
  if (type === "codes" && Array.isArray(value)) {
    return value.join(", ");
  }
  return type === "percent" ? percent(value) : String(value);
}

/* What was typed into a field, as a value; undefined when it is empty. */
export function meant(type, typed) {
  if (typed.trim() === "") {
    return undefined;
  }
  if (type === "codes") {
    return typed.split(/[\s,，、;；]+/).filter((code) => code !== "");
  }
  if (type === "percent") {
    return share(typed);
  }
  return type === "number" && /^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed;
}
