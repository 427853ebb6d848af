import type { Box, Point } from '../components/map-sheet.ts';

/** Whether a point lies within rings: a ring within a ring is a hole. */
const isInside = ([x, y]: Point, rings: readonly (readonly Point[])[]): boolean =>
  rings.reduce((inside, ring) => ring.reduce((odd, [x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1)!;
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
  }, inside), false);

const meets = ([left, top, right, bottom]: Box, other: Box): boolean => left < other[2] && right > other[0] && top < other[3] && bottom > other[1];

/**
 * The middle of the box nearest to a point that lies wholly within rings and a sheet and clear of other boxes; `undefined` where there is none.
 * @param across half of the box's width, in the units of the rings
 * @param down half of its height
 */
export function roomIn(rings: readonly (readonly Point[])[], across: number, down: number, taken: readonly Box[], sheet: Box, near: Point): Point | undefined {
  const step = 3;
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.max(sheet[0], Math.min(...xs)) + across, Math.min(sheet[2], Math.max(...xs)) - across];
  const [top, bottom] = [Math.max(sheet[1], Math.min(...ys)) + down, Math.min(sheet[3], Math.max(...ys)) - down];
  const middles: Point[] = [];
  for (let y = top; y <= bottom; y += step) for (let x = left; x <= right; x += step) middles.push([x, y]);
  const far = ([x, y]: Point): number => Math.hypot(x - near[0], y - near[1]);
  const found = middles.sort((a, b) => far(a) - far(b)).find(([x, y]) => {
    const box: Box = [x - across, y - down, x + across, y + down];
    return !taken.some((other) => meets(box, other)) && isInside([x, y], rings) && !points.some(([px, py]) => meets(box, [px, py, px, py])) && [-1, 0, 1].every((a) => [-1, 0, 1].every((b) => isInside([x + a * across, y + b * down], rings)));
  });
  return found && [Math.round(found[0]), Math.round(found[1])];
}

/**
 * Moves points apart until any two are at least so far from each other, no farther than it takes; always in the same way.
 * @param least distance of two points
 * @param sheet which no point leaves, unless it lay outside
 */
export function spread(points: readonly Point[], least: number, [left, top, right, bottom]: Box): Point[] {
  const rounds = 500;
  const slack = 0.2; // rounding takes none of the distance
  const moved = points.map(([x, y]) => [x, y] as [number, number]);
  for (let round = 0, crowded = true; crowded && round < rounds; round += 1) {
    crowded = false;
    for (const [index, a] of moved.entries()) {
      for (const [other, b] of moved.entries()) {
        if (other <= index) continue;
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= least + slack / 2) continue;
        crowded = true;
        const angle = distance > 0.5 ? Math.atan2(dy, dx) : index + other; // of one town: side by side, each pair in its own direction
        const push = (least + slack - distance) / 2;
        for (const [point, sign] of [[a, -1], [b, 1]] as const) {
          point[0] = Math.min(Math.max(point[0] + sign * push * Math.cos(angle), left), right);
          point[1] = Math.min(Math.max(point[1] + sign * push * Math.sin(angle), top), bottom);
        }
      }
    }
  }
  return moved.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}
