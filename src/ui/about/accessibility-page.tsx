/** The accessibility statement: a draft that an organisation completes. */

import { accessibilityStrings } from '../strings/accessibility.ts';
import { strings } from '../strings/first-view.ts';
import { TextPage } from './text-page.tsx';

export function AccessibilityPage() {
  return <TextPage title={strings.titles.accessibility} {...accessibilityStrings} />;
}
