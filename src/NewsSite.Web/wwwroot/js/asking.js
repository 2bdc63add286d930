const often = 30_000;

// Asks an address for what is new, now and then while somebody looks.
export function asking(address, show) {
  let timer = 0, askedAt = Date.now();

  const ask = async () => {
    askedAt = Date.now();
    try {
      const answer = await fetch(address);
      if (answer.ok) show(await answer.json());
    } catch { /* away from the network: asked again in a while */ }
    wait();
  };

  const wait = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = setTimeout(ask, Math.max(0, askedAt + often - Date.now()));
  };
  document.addEventListener("visibilitychange", wait);
  wait();
}
