// What cannot wait for the app: the chosen look, and what is pressed before it answers (ui/frame/early-presses.ts).
try {
  const { dataset } = document.documentElement;
  const { 'luisterroute.theme': theme, 'luisterroute.textSize': size } = localStorage;
  if (theme === 'light' || theme === 'dark') {
    dataset.theme = theme;
    for (const color of document.querySelectorAll('[name=theme-color]'))
      color.media = color.media.includes(theme) ? 'all' : 'not all';
  }
  if (size === 'large' || size === 'larger') dataset.textSize = size;
} catch {}
{
  const presses = new Map();
  const hold = (event) => {
    const { target, type, timeStamp } = event;
    const control = target.closest?.('button, input:not([type=file]), textarea, a[href*="?t="]');
    if (!control || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const isField = control.matches('input:not([type=checkbox], [type=radio]), textarea');
    if (isField !== (type === 'input')) return;
    if (!isField) event.preventDefault();
    presses.delete(control);
    presses.set(control, { control, time: timeStamp, value: isField ? control.value : undefined });
  };
  const listen = (how) => ['click', 'input'].forEach((type) => how(type, hold, true));
  listen(addEventListener);
  window.takeEarlyPresses = () => {
    listen(removeEventListener);
    return [...presses.values()];
  };
}
