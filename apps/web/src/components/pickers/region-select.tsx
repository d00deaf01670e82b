import { Select, type SelectProps } from '@mantine/core';
import { countryName } from '../../lib/words';
import { useRegions } from './regions';

interface RegionSelectProps extends Omit<SelectProps, 'data' | 'label' | 'description'> {
  country: string | null;
}

/** Asked for where a country has regions with holidays of their own, and nowhere else. */
export function RegionSelect({ country, value, ...props }: RegionSelectProps) {
  const { data } = useRegions(country);
  if (!country || !data?.items.length) return null;
  const { items, assumed } = data;
  const options = items.map(({ code, name }) => ({ value: code, label: name }));
  // an import may have named a smaller part of the country
  if (value && !items.some(({ code }) => code === value)) options.unshift({ value, label: value });
  const proposed = assumed
    ? `the holidays of ${assumed.name}`
    : `only holidays of the whole of ${countryName(country)}`;
  return (
    <Select
      label="Region"
      description={value ? 'Public holidays differ between regions.' : `Without a region, ${proposed} are proposed.`}
      data={options}
      value={value ?? null}
      searchable
      clearable
      {...props}
    />
  );
}
