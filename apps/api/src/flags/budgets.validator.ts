import { isInt, isUUID, ValidateBy } from 'class-validator';

export const MOST_DAYS = 365;

/** Working days by stage id. */
export const Budgets = (): PropertyDecorator =>
  ValidateBy({
    name: 'budgets',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).every(
          ([id, days]: [string, unknown]) =>
            isUUID(id) && isInt(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS,
        ),
      defaultMessage: () => `$property must be whole working days from 1 to ${MOST_DAYS} by stage id`,
    },
  });
