import '@mantine/dates/styles.layer.css';
import { Group } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode } from 'react';

interface DateTimeProps {
  dateLabel: string;
  timeLabel: string;
  date: GetInputPropsReturnType;
  time: GetInputPropsReturnType;
  /** what else stands in the line */
  children?: ReactNode;
}

/** A day and a time of day, side by side. */
export function DateTime({ dateLabel, timeLabel, date, time, children }: DateTimeProps) {
  return (
    <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
      <DateInput label={dateLabel} valueFormat="D MMM YYYY" w={150} {...date} />
      <TimePicker label={timeLabel} hoursInputLabel="Hour" minutesInputLabel="Minute" w={90} {...time} />
      {children}
    </Group>
  );
}
