import { beforeEach, expect, test } from 'vitest';
import { createRouteRate, type RouteRate } from '../../../../src/state/listening/route-rate.ts';

let speed: RouteRate;
let asked: number[];
let saved: [number, string][];
let chosen: Record<string, number>;

beforeEach(() => {
  asked = [];
  saved = [];
  chosen = { water: 1.4 };
  speed = createRouteRate({
    rateOf: (routeId) => chosen[routeId] ?? 1,
    saveRate: (rate, routeId) => saved.push([rate, routeId]),
    ask: (rate) => asked.push(rate),
  });
});

test('a route gets back its own speed, and another route its own', () => {
  speed.take('water');
  expect(speed.rate.value).toBe(1.4);
  speed.take('vuur');
  expect(speed.rate.value).toBe(1);
  expect(asked).toEqual([1.4, 1]);
  expect(saved).toEqual([]);
});

test('another module of the same route changes nothing', () => {
  speed.take('water');
  speed.set(2, false);
  speed.take('water');
  expect(speed.rate.value).toBe(2);
});

test('what is read anew counts', () => {
  speed.take('vuur');
  chosen = { vuur: 1.7 };
  speed.take('vuur', true);
  expect(speed.rate.value).toBe(1.7);
});

test('a choice is kept for the route that is loaded, and in steps', () => {
  speed.set(1.2);
  expect(saved).toEqual([]);
  speed.take('water');
  speed.set(1.4499);
  speed.set(9);
  expect(saved).toEqual([
    [1.4, 'water'],
    [3, 'water'],
  ]);
});

test('a speed that is not to be remembered is not', () => {
  speed.take('water');
  speed.set(0.8, false);
  expect(asked.at(-1)).toBe(0.8);
  expect(saved).toEqual([]);
});
