import { InvalidArgumentError, Option } from 'commander';
import { dayText } from '../config/calendar.ts';

/** The option `--now`: the day exceptions are held against, so that a run can be repeated later. */
export function nowOption(): Option {
  return new Option('--now <day>', 'day that exceptions are held against, as 2026-11-21; today').argParser(
    (text: string) => {
      const day = dayText(text);
      if (day === undefined) throw new InvalidArgumentError('Expected a day such as 2026-11-21.');
      return day;
    },
  );
}
