import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Brand } from '../../components/brand';
import { OfflineBar } from './offline-bar';
import { Rail } from './rail';
import { SampleBar } from './sample-bar';
import { Tips } from './tips';
import classes from './shell.module.css';

const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));

/** A dialog has a header too, and a page one banner at most. */
const NO_BANNER: object = { component: 'section' };

export function Shell() {
  const [menuOpen, menu] = useDisclosure(false);
  // The palette is loaded the first time somebody asks for it; each request opens it again.
  const [asked, setAsked] = useState(0);
  const find = (): void => setAsked((times) => times + 1);
  useHotkeys([['mod+K', find]], []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => menu.close(), [path, menu.close]);

  return (
    <AppShell
      padding={0}
      layout="alt"
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
    >
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <AppShell.Header hiddenFrom="sm" px="md" aria-label="Top of the page" {...NO_BANNER}>
        <Group h="100%" gap="sm">
          <Burger opened={menuOpen} onClick={menu.toggle} size="sm" aria-label="Menu" aria-expanded={menuOpen} />
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes['rail']} aria-label="Rooms">
        <Rail onFind={find} onClose={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes['main']}>
        <OfflineBar />
        <SampleBar />
        <Outlet />
      </AppShell.Main>
      <Tips />
      {asked > 0 ? (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      ) : null}
    </AppShell>
  );
}
