/** How long each kind of thing is kept after it has ended. */
export type RetentionDays = Readonly<Record<'importRefusals' | 'readUploads' | 'endedAccess', number>>;
