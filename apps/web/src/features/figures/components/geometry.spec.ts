import { areaPath, stepsPath, ticksOf } from './geometry';

const scales = { x: (day: number) => day * 10, y: (share: number) => 100 - share * 100 };

describe('a curve of steps', () => {
  it('is level until the next day, and then at once there', () => {
    expect(
      stepsPath(
        [
          { day: 0, value: 1 },
          { day: 3, value: 0.5 },
        ],
        scales,
      ),
    ).toBe('M0,0H30V50');
  });

  it('has an area that goes back by the same steps', () => {
    expect(
      areaPath(
        [
          { day: 0, from: 0, to: 1 },
          { day: 3, from: 0.25, to: 0.5 },
        ],
        scales,
      ),
    ).toBe('M0,0H30V50V75H30H30V100H0Z');
  });
});

describe('days under an axis', () => {
  it.each([
    [90, 400, [0, 30, 60, 90]],
    [200, 200, [0, 60, 120, 180]],
    [365, 200, [0, 90, 180, 270, 360]],
    [2000, 100, [0, 720, 1440]],
  ])('of %d days in %d pixels are as many as can be read', (lastDay, room, ticks) => {
    expect(ticksOf(lastDay, room)).toEqual(ticks);
  });
});
