/** Where a day and a share are drawn. */
export interface Scales {
  x: (day: number) => number;
  y: (share: number) => number;
  right: number;
}

/** Days that are told, no closer than they can be read. */
export function ticksOf(lastDay: number, room: number): number[] {
  const every = [30, 60, 90, 180, 360].find((step) => (lastDay / step) * 44 <= room) ?? 720;
  return Array.from({ length: Math.floor(lastDay / every) + 1 }, (_, i) => i * every);
}

/** A path of steps: level until the next day, then at once to its value. */
export function stepsPath(
  points: readonly { day: number; value: number }[],
  { x, y }: Pick<Scales, 'x' | 'y'>,
): string {
  return points.map(({ day, value }, i) => (i === 0 ? `M${x(day)},${y(value)}` : `H${x(day)}V${y(value)}`)).join('');
}

/** The same, filled down to other steps. */
export function areaPath(
  points: readonly { day: number; from: number; to: number }[],
  scales: Pick<Scales, 'x' | 'y'>,
): string {
  const upper = stepsPath(
    points.map(({ day, to }) => ({ day, value: to })),
    scales,
  );
  const back = points
    .map(({ day, from }, i) => ({ day: points[i + 1]?.day ?? day, own: day, from }))
    .reverse()
    .map(({ day, own, from }, i) => `${i === 0 ? 'V' : `H${scales.x(day)}V`}${scales.y(from)}H${scales.x(own)}`)
    .join('');
  return `${upper}${back}Z`;
}
