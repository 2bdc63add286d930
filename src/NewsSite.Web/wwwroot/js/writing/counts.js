import { later } from "./fields.js";

const Marks = /[\u0640\p{M}\p{Cf}]/gu, Parts = /[\p{L}\p{N}]+/gu;

/** Words, minutes, the headline's length and its part of the address, counted while the hand rests. */
export function counts(form, body) {
  const words = form.querySelector("[data-words-count]"), minutes = form.querySelector("[data-minutes]");
  const headline = form.querySelector("[data-headline]"), length = form.querySelector("[data-headline-count]"), slug = form.querySelector("[data-slug]");
  const { perMinute, wordForms, minuteForms, letterForms, lineForms } = JSON.parse(form.querySelector("[data-count-forms]").textContent);
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const say = (forms, n) => (n === 0 && forms.zero ? forms.zero : forms[rules.select(n)] ?? forms.other).replace("{n}", n);

  const count = later(() => {
    const number = body.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    words.textContent = say(wordForms, number);
    minutes.textContent = say(minuteForms, Math.max(1, Math.round(number / perMinute)));
  }, 400);

  const measure = later(() => {
    const text = headline.value.trim();
    const lines = Math.max(1, Math.round((headline.scrollHeight - 16) / parseFloat(getComputedStyle(headline).lineHeight)));
    length.textContent = `${say(letterForms, [...text].length)} · ${say(lineForms, lines)}`;
    const number = location.pathname.match(/\d+$/)?.[0];
    slug.textContent = [(text.toLowerCase().replace(Marks, "").match(Parts) ?? []).join("-").slice(0, 80), number].filter(Boolean).join("-");
  }, 150);

  body.addEventListener("input", count);
  headline.addEventListener("input", measure);
  measure();
}
