"use strict";
/*
 * Draws each figure.chart from the table inside it, so that chart and table cannot disagree and the page
 * says everything without this script. data-chart: line, bar or stacked; data-max: where the axis ends;
 * data-unit: after each number; data-goal: a line to reach, named by data-goal-label. Colours are tokens
 * of the style sheet; a dash and a shape tell the lines apart as well.
 */
(function () {
  const figures = Array.from(document.querySelectorAll("figure.chart"));
  if (figures.length === 0) {
    return;
  }
  const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4], [4, 4]];
  const shapes = ["circle", "rect", "triangle", "rectRot", "rectRounded"];
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const text = (cell) => cell.textContent.trim();
  const number = (cell) => {
    const value = cell.dataset.value;
    return value === undefined || value === "" ? null : Number(value);
  };

  function read(table) {
    const heads = Array.from(table.tHead.rows[0].cells).slice(1);
    const rows = Array.from(table.tBodies[0].rows);
    const drawn = heads.map((head, i) => i).filter((i) => rows.some((row) => "value" in row.cells[i + 1].dataset));
    return {
      labels: rows.map((row) => row.cells[0].dataset.label || text(row.cells[0])),
      series: drawn.slice(0, 5).map((i) => ({ name: text(heads[i]), values: rows.map((row) => number(row.cells[i + 1])) })),
    };
  }

  // A long name takes several short lines, so that its neighbours keep theirs.
  function broken(label) {
    const lines = label.length > 10 ? label.match(/.{1,8}/gu) : [label];
    return lines.length > 3 ? [lines[0], lines[1], lines[2].slice(0, 7) + "…"] : lines;
  }

  function dataset(figure, series, index) {
    const colour = token("--series-" + (index + 1));
    const line = figure.dataset.chart === "line";
    return {
      label: series.name, data: series.values, borderColor: colour, backgroundColor: colour,
      borderWidth: line ? 2 : 0, borderDash: line ? dashes[index] : [], pointStyle: shapes[index],
      pointRadius: series.values.length > 40 ? 0 : 3, pointHoverRadius: 5, tension: 0, spanGaps: false, maxBarThickness: 32,
    };
  }

  function goal(figure, length) {
    const colour = token("--goal");
    return {
      type: "line", label: figure.dataset.goalLabel || figure.dataset.goal, data: Array(length).fill(Number(figure.dataset.goal)),
      borderColor: colour, backgroundColor: colour, borderWidth: 1, borderDash: [4, 4], pointRadius: 0, pointStyle: "line",
    };
  }

  function draw(figure) {
    const box = figure.querySelector(".chart-box");
    const { labels, series } = read(figure.querySelector("table"));
    if (series.length === 0) {
      box.remove();
      return null;
    }
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    const caption = figure.querySelector("figcaption");
    canvas.setAttribute("aria-label", caption ? text(caption) : series.map((one) => one.name).join(", "));
    box.replaceChildren(canvas);
    const stacked = figure.dataset.chart === "stacked";
    const datasets = series.map((one, index) => dataset(figure, one, index));
    if (figure.dataset.goal) {
      datasets.push(goal(figure, labels.length));
    }
    const unit = figure.dataset.unit || "";
    const ink = token("--muted");
    const lines = token("--line");
    return new Chart(canvas, {
      type: figure.dataset.chart === "line" ? "line" : "bar",
      data: { labels, datasets },
      options: {
        responsive: true, maintainAspectRatio: false, animation: false,
        interaction: { mode: "index", intersect: false },
        font: { family: getComputedStyle(document.body).fontFamily },
        scales: {
          x: { stacked, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 12, callback: function (at) { return broken(this.getLabelForValue(at)); } }, grid: { display: false }, border: { color: lines } },
          y: {
            stacked, beginAtZero: true, max: figure.dataset.max ? Number(figure.dataset.max) : undefined,
            ticks: { color: ink, precision: 0, callback: (value) => value.toLocaleString(document.documentElement.lang) + unit },
            grid: { color: lines }, border: { display: false },
          },
        },
        plugins: {
          legend: { display: datasets.length > 1, position: "bottom", labels: { color: token("--text"), usePointStyle: true, boxWidth: 24 } },
          tooltip: { callbacks: { label: (item) => item.dataset.label + " " + item.formattedValue + unit } },
        },
      },
    });
  }

  function start() {
    let charts = figures.map(draw);
    const again = () => {
      charts.forEach((chart) => chart && chart.destroy());
      charts = figures.map((figure) => (figure.querySelector(".chart-box") ? draw(figure) : null));
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  }

  // On a phone and on paper the table is what is read.
  const unfold = () => figures.forEach((figure) => figure.querySelectorAll("details").forEach((one) => { one.open = true; }));
  if (matchMedia("(max-width: 640px)").matches) {
    unfold();
  }
  window.addEventListener("beforeprint", unfold);

  // The library is only fetched where there is something to draw.
  const library = document.createElement("script");
  library.src = document.currentScript.dataset.library;
  library.addEventListener("load", start);
  document.head.append(library);
})();
