/** Runs in the page before its script: what the editor gives a webview. A file of its own, because a compiled function does not travel. */
function playEditor({ style, className, state }) {
  window.posted = [];
  window.savedState = state;
  window.acquireVsCodeApi = () => ({
    postMessage: message => { window.posted.push(structuredClone(message)); },
    getState: () => window.savedState,
    setState: next => { window.savedState = structuredClone(next); },
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [variable, value] of Object.entries(style)) document.documentElement.style.setProperty(variable, value);
    document.body.className = className;
  });
}
