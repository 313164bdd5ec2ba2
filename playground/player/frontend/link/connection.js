// Whether the page is in touch with its server.

/** What Streamlit says of it; a page that says nothing is taken for connected. */
export function isConnected() {
  const app = document.querySelector("[data-testid=stApp]");
  return (app?.getAttribute("data-test-connection-state") ?? "CONNECTED") === "CONNECTED";
}
