import { asking } from "./asking.js";

// «3 تعليقات جديدة», said beside the thread; what is being read does not move.
export function fresh(bar) {
  const { count, last, to } = bar.dataset;
  const forms = JSON.parse(bar.dataset.words);
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const number = value => new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, numberingSystem: /[٠-٩]/.test(bar.dataset.digits) ? "arab" : "latn" }).format(value);

  asking(bar.dataset.fresh, ({ count: now, latest }) => {
    const later = latest.filter(id => id > last);
    // One that waited has an old number and is new here all the same.
    const added = Math.max(now - count, later.length);
    if (added <= 0) return;
    const words = (forms[rules.select(added)] ?? forms.other).replace("{n}", number(added));
    const link = bar.querySelector("a");
    if (link?.textContent === words) return;
    const target = later.length > 0 ? to + Math.min(...later) : location.pathname + location.search;
    if (link) {
      // Said once; a number that grows is for the eyes.
      bar.setAttribute("aria-live", "off");
      [link.textContent, link.href] = [words, target];
      return;
    }
    const made = document.createElement("a");
    made.className = "button button--first";
    [made.textContent, made.href] = [words, target];
    bar.append(made);
  });
}
