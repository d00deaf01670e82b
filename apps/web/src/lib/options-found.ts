import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { finds } from './found';

/** What a picker offers for what was typed: found as the server finds. */
export const optionsFound: OptionsFilter = ({ options, search, limit }) => {
  const isFound = ({ label }: ComboboxItem): boolean => search.trim() === '' || finds(label, search);
  return options
    .map((option) => ('group' in option ? { ...option, items: option.items.filter(isFound) } : option))
    .filter((option) => ('group' in option ? option.items.length > 0 : isFound(option)))
    .slice(0, limit);
};
