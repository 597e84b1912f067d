/** On an iPhone or iPad, before the first note: a browser there forgets, and the app on the home screen starts empty. */
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { installStrings } from '../strings/install.ts';

export function InstallAdvice() {
  const { device, notebook } = useApp();
  if (!device.needsSteps() || device.isStandalone() || notebook.notes.value.size > 0) return null;
  return (
    <p class={pageStyles.lead}>
      {installStrings.sevenDays} {installStrings.startsEmpty}
    </p>
  );
}
