import { InvalidArgumentError } from 'commander';

/** What the commands that convert have in common. */
export const JOBS_MAX = 64;

/** A parser of option values. @throws InvalidArgumentError for anything but a whole number from 1 to `max` */
export const wholeNumber =
  (max: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > max)
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${max}.`);
    return value;
  };
