import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from '../lib/query-client';
import { router } from './router';
import { cssVariables, theme } from './theme';

// Not on the first look at the page; what is told before waits for it.
const Notices = lazy(() => import('./shell/notices').then((module) => ({ default: module.Notices })));
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
        <Suspense fallback={null}>
          <Notices />
        </Suspense>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
