import { Cron } from 'croner';
import { throwApex } from '../../runtime/exceptions';

/** 'Seconds Minutes Hours Day_of_month Month Day_of_week Optional_year' (Apex Developer Guide, "Apex Scheduler"). */
const FIXED = /^\d{1,2}$/;

/** When the expression fires next after `after`, in the user's time zone; undefined when never. */
export function nextFireTime(expression: string, after: number, timeZone: string): number | undefined {
  const parts = expression.trim().split(/\s+/);
  const [seconds = '', minutes = ''] = parts;
  if (parts.length < 6 || parts.length > 7) {
    throwApex('System.StringException', `CronExpression '${expression}' is invalid: six or seven fields are expected.`);
  }
  if (!FIXED.test(seconds) || !FIXED.test(minutes)) {
    throwApex('System.StringException', `Seconds and minutes must be specified as integers: ${expression}`);
  }
  return fireTimeOf(expression, after, timeZone);
}

function fireTimeOf(expression: string, after: number, timeZone: string): number | undefined {
  try {
    // Salesforce counts days of the week from 1 = Sunday, croner from 0 = Sunday: names only, or '*' and '?'.
    return new Cron(expression, { timezone: timeZone, paused: true }).nextRun(new Date(after))?.getTime();
  } catch (error) {
    return throwApex('System.StringException', `CronExpression '${expression}' is invalid: ${String(error)}`);
  }
}
