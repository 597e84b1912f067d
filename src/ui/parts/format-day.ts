/** Days of the calendar as a Dutch reader says them. */
import { noonOf, type PlainDate } from '../../model/plain-date.ts';

/** `30 november`, with the year when it is not the year of `today`. */
export function formatDay(day: PlainDate, today: PlainDate): string {
  return new Date(noonOf(day)).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}
