/** Sends one picture to the library. `progress` hears how much has gone, from 0 to 1. */
export function upload(file, token, progress = () => {}) {
  const data = new FormData();
  data.set("files", file, file.name || "picture.png");
  data.set("__RequestVerificationToken", token);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/admin/media?handler=Upload");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener("load", () => {
      try {
        const answer = JSON.parse(request.responseText);
        if (request.status === 200) resolve(answer);
        else reject(new Error(answer.fault));
      } catch {
        reject(new Error(String(request.status)));
      }
    });
    request.addEventListener("error", () => reject(new Error("0")));
    request.send(data);
  });
}

export const picturesIn = (transfer) => [...(transfer?.files ?? [])].filter((file) => file.type.startsWith("image/"));
