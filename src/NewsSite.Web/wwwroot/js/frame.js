// Another site's player, only after a click, and only from an address that our policy allows.
export function frame(card) {
  const link = card.querySelector("a");
  link.addEventListener("click", event => {
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = card.dataset.frame;
    player.title = link.textContent;
    player.allow = "fullscreen; encrypted-media";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    card.replaceChildren(player);
    player.focus();
  });
}
