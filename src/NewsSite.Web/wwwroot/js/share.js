// The device's own sharing where there is one; elsewhere the list of links opens.
export function share(details) {
  if (!navigator.share) return;
  details.querySelector("summary").addEventListener("click", async event => {
    event.preventDefault();
    try {
      await navigator.share({ title: details.dataset.shareTitle, url: details.dataset.share });
    } catch (fault) {
      if (fault.name !== "AbortError") details.open = true;
    }
  });
}
