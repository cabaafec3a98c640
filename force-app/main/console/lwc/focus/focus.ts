/** Remembers what has the focus. The function returned gives it back, unless a person has moved on in the meantime. */
export function rememberFocus(): () => void {
  const before = focused();
  return () => {
    if (before?.isConnected && isLost()) before.focus();
  };
}

/** Whether nothing has the focus: what had it was disabled or taken away. */
export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function focused(): HTMLElement | undefined {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement && found !== document.body ? found : undefined;
}
