import { NavLink } from '@mantine/core';
import { Link, Outlet, useRouterState, type LinkProps } from '@tanstack/react-router';
import type { Me } from '../../lib/answers';
import { useMe } from '../../lib/session';
import classes from './settings-page.module.css';

interface Area {
  to: LinkProps['to'] & string;
  label: string;
  /** what one must be allowed to do */
  needs?: keyof Me['allowed'];
}

const AREAS: Area[] = [
  { to: '/settings/account', label: 'Your account' },
  { to: '/settings/people', label: 'People' },
  { to: '/settings/offices', label: 'Offices and holidays' },
  { to: '/settings/absences', label: 'Absences' },
  { to: '/settings/policies', label: 'Policies' },
  { to: '/settings/roles', label: 'Role templates' },
  { to: '/settings/stages', label: 'Stages' },
  { to: '/settings/notifications', label: 'Notifications' },
  { to: '/settings/mails', label: 'Emails' },
  { to: '/settings/mail-log', label: 'Email log', needs: 'manageFirm' },
  { to: '/settings/erasures', label: 'Erasures', needs: 'erasePersons' },
];

/** The areas on the left, the chosen one beside them; each area is a page with its own heading. */
export function SettingsPage() {
  const { allowed } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <div className={classes['frame']}>
      <nav className={classes['areas']} aria-label="Settings">
        <p className={classes['title']}>Settings</p>
        <div className={classes['list']}>
          {AREAS.filter(({ needs }) => !needs || allowed[needs]).map(({ to, label }) => {
            const here = path === to || path.startsWith(`${to}/`);
            return (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
                active={here}
                aria-current={here ? 'page' : undefined}
                classNames={{ root: classes['area'] ?? '' }}
              />
            );
          })}
        </div>
      </nav>
      <div className={classes['chosen']}>
        <Outlet />
      </div>
    </div>
  );
}
