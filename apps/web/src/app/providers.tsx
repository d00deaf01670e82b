import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../lib/query-client';
import { router } from './router';
import { Told } from './shell/told';
import { cssVariables, theme } from './theme';

const colorScheme = localStorageColorSchemeManager({ key: 'searchlight-color-scheme' });

export function Providers() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Told />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
