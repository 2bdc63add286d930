// «منذ 3 ساعات» grows older while a page stays open. The words come from the server, the plural form from the browser.
const minute = 60_000, hour = 60 * minute, day = 24 * hour;

export function ago(words) {
  const forms = JSON.parse(words.textContent);
  const language = document.documentElement.lang;
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat("en", { useGrouping: false });
  const say = (unit, count) => (forms[`${unit}.${rules.select(count)}`] ?? forms[`${unit}.other`]).replace("{n}", digits(numbers.format(count)));
  const digits = text => forms.arabicDigits ? text.replace(/\d/g, digit => "٠١٢٣٤٥٦٧٨٩"[digit]) : text;
  const renew = () => {
    for (const time of document.querySelectorAll("time[data-ago]")) {
      const [unit, count] = since(new Date(time.dateTime), new Date());
      const said = unit ? say(unit, count) : forms.moment;
      if (time.textContent !== said) time.textContent = said;
    }
  };
  setInterval(renew, minute);
  addEventListener("pageshow", event => { if (event.persisted) renew(); });
}

// As the server reckons: whole units, and from a week on whole months by the calendar before weeks.
function since(then, now) {
  const age = now - then;
  if (age < minute) return [null, 0];
  if (age < hour) return ["minute", Math.floor(age / minute)];
  if (age < day) return ["hour", Math.floor(age / hour)];
  if (age < 7 * day) return ["day", Math.floor(age / day)];
  let months = (now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
  if (later(then, months) > now) months--;
  if (months === 0) return ["week", Math.floor(age / (7 * day))];
  return months < 12 ? ["month", months] : ["year", Math.floor(months / 12)];
}

function later(then, months) {
  const date = new Date(then);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(then.getUTCDate(), last));
  return date;
}
