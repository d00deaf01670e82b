import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { optionsFound } from '../lib/options-found';

const ink: MantineColorsTuple = [
  '#eef2fb',
  '#dbe3f4',
  '#b7c6e8',
  '#8fa7db',
  '#6d8ccf',
  '#4f73c0',
  '#3d62b3',
  '#2f519c',
  '#26437f',
  '#1b3161',
];
const slate: MantineColorsTuple = [
  '#e2e6ee',
  '#bcc4d2',
  '#97a2b5',
  '#6c788c',
  '#353e4d',
  '#2a323f',
  '#1d232d',
  '#141921',
  '#0f131a',
  '#0a0d12',
];

/** As Mantine has it, but for the shades that are filled: white is readable on them. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#d32f2f',
  '#c22525',
  '#a61e1e',
  '#8a1818',
];

const FONT =
  "'Inter', 'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif";

/** What scrolls is the list itself, which the keys of its field go through. */
const LONG_LIST = { maxHeight: 260, overflowY: 'auto' } as const;

export const theme = createTheme({
  colors: { ink, red, dark: slate },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace",
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontFamily: FONT,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  shadows: {
    xs: '0 1px 2px rgb(16 24 40 / 6%)',
    sm: '0 1px 3px rgb(16 24 40 / 8%), 0 1px 2px rgb(16 24 40 / 5%)',
    md: '0 6px 18px rgb(16 24 40 / 9%), 0 2px 4px rgb(16 24 40 / 5%)',
  },
  // by name, so that each is loaded with the page that uses it
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 560 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 3 } },
    DateInput: {
      defaultProps: {
        hideOutsideDates: true,
        ariaLabels: {
          previousMonth: 'Month before',
          nextMonth: 'Month after',
          previousYear: 'Year before',
          nextYear: 'Year after',
          previousDecade: 'Decade before',
          nextDecade: 'Decade after',
        },
      },
    },
    Select: {
      defaultProps: { size: 'sm', checkIconPosition: 'right', filter: optionsFound, withScrollArea: false },
      styles: { options: LONG_LIST },
    },
    MultiSelect: {
      defaultProps: { filter: optionsFound, withScrollArea: false },
      styles: { options: LONG_LIST },
    },
    Alert: {
      styles: {
        title: { color: 'var(--mantine-color-text)' },
        message: { color: 'var(--mantine-color-text)' },
      },
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 560 } },
    Paper: { defaultProps: { radius: 'lg', withBorder: true } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
    Table: { defaultProps: { verticalSpacing: 10, horizontalSpacing: 'md' } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35, blur: 2 },
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 620, letterSpacing: '-0.01em' } },
    },
    Skeleton: { defaultProps: { radius: 'md' } },
  },
});

/** Greys that pass contrast as text, and the quiet surfaces of both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#161b26',
    '--mantine-color-dimmed': '#586274',
    '--mantine-color-placeholder': '#6b7587',
    '--mantine-color-default-border': '#e1e5ec',
    '--mantine-color-anchor': '#2f519c',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-body': '#141921',
    '--mantine-color-text': '#e2e6ee',
    '--mantine-color-dimmed': '#97a2b5',
    '--mantine-color-placeholder': '#8792a5',
    '--mantine-color-default-border': '#2a323f',
    '--mantine-color-default': '#1d232d',
    '--mantine-color-anchor': '#a9bdec',
    '--mantine-color-error': '#ff9d94',
  },
});
