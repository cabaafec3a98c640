import { Cron } from 'croner';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';

/** 'Seconds Minutes Hours Day_of_month Month Day_of_week Optional_year' (Apex Developer Guide, "Apex Scheduler"). */
interface CronFields {
  /** In the words of croner: five fields after the seconds, no '?', days of the week from 0. */
  readonly pattern: string;
  readonly years: (year: number) => boolean;
}

const FIXED = /^[0-5]?\d$/;
const YEAR = /^(\*|\d{4})(?:-(\d{4}))?(?:\/(\d+))?$/;
const LAST_YEAR = 2099;

/** When the expression fires next after `after`, in the user's time zone; undefined when never. */
export function nextFireTime(expression: string, after: number, timeZone: string): number | undefined {
  const { pattern, years } = fieldsOf(expression);
  const cron = cronOf(expression, pattern, timeZone);
  for (let from = after; ;) {
    const next = cron.nextRun(new Date(from));
    if (!next) return undefined;
    const year = Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(next));
    if (years(year)) return next.getTime();
    if (year >= LAST_YEAR) return undefined;
    // A day early, so that no zone's first of January is missed.
    from = Math.max(next.getTime(), Date.UTC(year + 1, 0, 1) - 86_400_000);
  }
}

function fieldsOf(expression: string): CronFields {
  const parts = expression.trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', day = '', month = '', weekday = '', year = '*'] = parts;
  if (parts.length < 6 || parts.length > 7) invalid(expression, 'six or seven fields are expected.');
  if (!FIXED.test(seconds) || !FIXED.test(minutes)) {
    throwApex('System.StringException', `Seconds and minutes must be specified as integers: ${expression}`);
  }
  if (day === '?' && weekday === '?')
    invalid(expression, "'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  if (day !== '?' && weekday !== '?') {
    invalid(expression, 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.');
  }
  if (day.includes('W'))
    throw new UnsupportedCall('System.System', `schedule() with the weekday nearest to a day: ${day}`);
  const pattern = [seconds, minutes, hours, any(day), month, weekdays(any(weekday))].join(' ');
  return { pattern, years: yearsOf(expression, year) };
}

/** croner takes '?' for the day on which it is read. */
function any(part: string): string {
  return part === '?' ? '*' : part;
}

/** Salesforce counts from 1 = Sunday and writes '6L' and '6#3'; croner counts from 0 and writes '5#L' and '5#3'. */
function weekdays(part: string): string {
  return part
    .replace(
      /(^|[,-])([1-7])(?=$|[,\-#L/])/g,
      (_match, before: string, digit: string) => `${before}${Number(digit) - 1}`
    )
    .replace(/([0-6]|[A-Z]{3})L/g, '$1#L');
}

function yearsOf(expression: string, part: string): (year: number) => boolean {
  const tests = part.split(',').map((item) => {
    const [, first = '', last, step] = YEAR.exec(item) ?? invalid(expression, `${item} is not a year.`);
    const from = first === '*' ? 1970 : Number(first);
    const to = last === undefined && first !== '*' && step === undefined ? from : Number(last ?? LAST_YEAR);
    return (year: number) => year >= from && year <= to && (year - from) % Number(step ?? 1) === 0;
  });
  return (year) => tests.some((matches) => matches(year));
}

function cronOf(expression: string, pattern: string, timeZone: string): Cron {
  try {
    return new Cron(pattern, { timezone: timeZone, paused: true });
  } catch (error) {
    return invalid(expression, error instanceof Error ? error.message : String(error));
  }
}

function invalid(expression: string, reason: string): never {
  throwApex('System.StringException', `CronExpression '${expression}' is invalid: ${reason}`);
}
