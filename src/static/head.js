// What cannot wait for the app: the chosen look, before the first paint, and what is pressed before the app answers.
try {
  const { dataset } = document.documentElement;
  const theme = localStorage.getItem('luisterroute.theme');
  const size = localStorage.getItem('luisterroute.textSize');
  if (theme === 'light' || theme === 'dark') {
    dataset.theme = theme;
    for (const color of document.querySelectorAll('[name=theme-color]'))
      color.media = color.media.includes(theme) ? 'all' : 'not all';
  }
  if (size === 'large' || size === 'larger') dataset.textSize = size;
} catch {
  // Without storage there is no choice: the page follows the system.
}
{
  const presses = [];
  const hold = (event) => {
    // Links work without the app; those of the sentences only ask it to play.
    const control = event.target.closest?.('button, input:not([type=file]), textarea, a[href*="?t="]');
    if (!control || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const isTyped = event.type === 'input';
    if (!isTyped) {
      if (control.matches('input:not([type=checkbox], [type=radio]), textarea')) return;
      event.preventDefault();
    }
    // Who presses twice did so because nothing happened.
    const same = presses.findIndex((one) => one.control === control);
    if (same >= 0) presses.splice(same, 1);
    presses.push({ control, time: event.timeStamp, value: isTyped ? control.value : undefined });
  };
  for (const type of ['click', 'input']) addEventListener(type, hold, true);
  window.takeEarlyPresses = () => {
    for (const type of ['click', 'input']) removeEventListener(type, hold, true);
    return presses;
  };
}
