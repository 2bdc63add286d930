// Buttons for a row of pictures that scrolls by itself without them; «next» goes the way that the page reads.
export function gallery(row) {
  const pictures = [...row.children];
  if (pictures.length < 2) return;
  const bar = document.createElement("div");
  bar.className = "gallery__bar";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  let current = 0;
  const show = () => { count.textContent = `${current + 1} / ${pictures.length}`; };
  const go = step => {
    current = Math.min(pictures.length - 1, Math.max(0, current + step));
    pictures[current].scrollIntoView({ block: "nearest", inline: "start" });
    show();
  };
  const button = (words, step) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "button";
    one.textContent = words;
    one.addEventListener("click", () => go(step));
    return one;
  };
  bar.append(button(row.dataset.previous, -1), count, button(row.dataset.next, 1));
  row.after(bar);
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        current = pictures.indexOf(entry.target);
        show();
      }
    }
  }, { root: row, threshold: .6 });
  pictures.forEach(picture => observer.observe(picture));
  show();
}
