// Whether the page is in touch with its server.

/** What Streamlit says of it; a page that says nothing is taken for connected. */
export function isConnected() {
  const state = document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState;
  return state === undefined || state === "CONNECTED";
}
