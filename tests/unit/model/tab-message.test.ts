import { expect, test } from 'vitest';
import { readTabMessage } from '../../../src/model/tab-message.ts';

test.each([
  { kind: 'plays', routeId: 'r', moduleId: 'a' },
  { kind: 'stops' },
  { kind: 'asks' },
  { kind: 'progress', records: [{}] },
] as const)('takes $kind', (message) => {
  expect(readTabMessage(message)).toEqual(message);
});

test.each([
  undefined,
  null,
  'stops',
  {},
  { kind: 'sings' },
  { kind: 'plays', routeId: 'r' },
  { kind: 'plays', routeId: 1, moduleId: 'a' },
  { kind: 'progress', records: 'all' },
])('refuses %j', (data) => {
  expect(readTabMessage(data)).toBeUndefined();
});
