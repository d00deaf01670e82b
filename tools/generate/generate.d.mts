export type Size = 'demo' | 'medium' | 'large';

export function generateFirm(options: {
  size: Size;
  seed: number;
  out: string;
  today?: string;
}): Promise<Record<string, number>>;
