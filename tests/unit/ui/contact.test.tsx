/** "Klopt er iets niet?": where a route names an address for it, every page that tells of the app has it. */
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { LearningRoute } from '../../../src/model/learning-route.ts';
import { createStillApp } from '../../../src/state/still-app.ts';
import { AccessibilityPage } from '../../../src/ui/about/accessibility-page.tsx';
import { PrivacyPage } from '../../../src/ui/about/privacy-page.tsx';
import { AppProvider } from '../../../src/ui/frame/app-context.ts';
import { RoutePage } from '../../../src/ui/route/route-page.tsx';
import { SettingsPage } from '../../../src/ui/settings/settings-page.tsx';
import { routeOf } from '../../fixtures/learning-route.ts';

const ROUTE = routeOf([]);

describe.each<[string, (route: LearningRoute) => ComponentChild]>([
  ['the route page', (route) => <RoutePage route={route} session={undefined} />],
  ['the settings', () => <SettingsPage />],
  ['the accessibility statement', () => <AccessibilityPage />],
  ['the page about privacy', () => <PrivacyPage />],
])('%s', (_page, view) => {
  test.each(['https://voorbeeld.nl/fouten', 'mailto:fouten@voorbeeld.nl'])(
    'leads to %s',
    (contact) => {
      const html = render({ ...ROUTE, contact }, view);
      expect(html).toMatch(
        new RegExp(`<a href="${contact}" rel="noopener noreferrer">Klopt er iets niet\\?</a>`),
      );
    },
  );

  test('asks nothing where no address is named', () => {
    const html = render(ROUTE, view);
    expect(html).toContain('<h1');
    expect(html).not.toContain('Klopt er iets niet?');
  });
});

function render(route: LearningRoute, view: (route: LearningRoute) => ComponentChild): string {
  const app = createStillApp({
    base: '/',
    catalog: { format: 1, routes: [route] },
    page: { kind: 'route', routeId: route.id },
    modules: [],
    version: 'proef',
  });
  return renderToString(<AppProvider value={app}>{view(route)}</AppProvider>);
}
