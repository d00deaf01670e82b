let known: Promise<ReadonlySet<string>> | undefined;

/** About fifty thousand passwords that people choose most, in small letters. Loaded when the first one is chosen. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((password) => password.toLowerCase())),
  );
  return known;
}
