/** A mail as it was received, with the soft line breaks of its transport encoding taken out. */
export const readable = (source: string | undefined): string =>
  (source ?? '').replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
