// See ui/frame/early-presses.ts.
{
  const presses = new Map();
  const hold = (event) => {
    const { target, type, timeStamp } = event;
    const control = target.closest?.('button, input:not([type=file]), a[href*="?t="]');
    if (!control || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const isField = control.matches('input:not([type=checkbox], [type=radio])');
    if (isField !== (type === 'input')) return;
    if (!isField) event.preventDefault();
    event.stopImmediatePropagation();
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
