import { describe, expect, it } from 'vitest';
import { writeInParts } from './in-parts.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('many rows are written part by part', () => {
  it('every row once, in its order, the last part as long as what is left', async () => {
    const parts: number[][] = [];
    await writeInParts(
      [1, 2, 3, 4, 5],
      2,
      (some, from) => some.map((row) => row * 10 + from),
      async (part) => parts.push(part),
    );
    expect(parts).toEqual([[10, 20], [32, 42], [54]]);
  });

  it('nothing is written where there are no rows', async () => {
    await writeInParts(
      [],
      2,
      () => expect.unreachable(),
      () => expect.unreachable(),
    );
  });

  it('the next part is made ready while one is being written, and written after it', async () => {
    const told: string[] = [];
    await writeInParts(
      [1, 2, 3],
      1,
      ([row]) => {
        told.push(`ready ${row}`);
        return row;
      },
      async (row) => {
        told.push(`begin ${row}`);
        await pause();
        told.push(`end ${row}`);
      },
    );
    expect(told).toEqual([
      'ready 1',
      'begin 1',
      'ready 2',
      'end 1',
      'begin 2',
      'ready 3',
      'end 2',
      'begin 3',
      'end 3',
    ]);
  });

  it.each([
    ['a part that cannot be written', 'write'],
    ['a part that cannot be made ready', 'ready'],
  ])('%s ends the work and says why', async (_, where) => {
    const written: number[] = [];
    const failing = (at: string, row: number) => {
      if (at === where && row === 2) throw new Error('not this one');
    };
    const work = writeInParts(
      [1, 2, 3],
      1,
      ([row = 0]) => {
        failing('ready', row);
        return row;
      },
      async (row) => {
        await pause();
        failing('write', row);
        written.push(row);
      },
    );
    await expect(work).rejects.toThrow('not this one');
    expect(written).toEqual([1]);
  });
});
