import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { LocalDate } from '#db/shared/local-date';
import { isOverdue } from '#db/tasks/tasks.rules';
import { type NewTask, putTask, settleTasks } from '#db/tasks/tasks.service';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const newTask = (part: Partial<NewTask> = {}): NewTask => ({
  kind: 'bookings.offer',
  words: 'Ring Cedar Estate Forum',
  path: '/rooms/queue',
  objectType: 'booking',
  objectId: 'b-1',
  role: null,
  dueOn: null,
  ...part,
});

const put = (part: Partial<NewTask> = {}) =>
  core.core.unit(PROGRAM, 'writes', async (ctx) => putTask(ctx, newTask(part)));

const wordsOf = async () =>
  (await core.as('desk').call('tasks.list', {})).tasks.map((task) => task.words);

describe('The list of what waits', () => {
  it('keeps one open task for a kind and a thing, with the latest words and day', async () => {
    await put();
    await put({ words: 'Ring Cedar again', dueOn: LocalDate.parse('2027-01-08') });
    await put({ objectId: 'b-2', words: 'Ring Oak' });
    const { tasks, total } = await core.as('desk').call('tasks.list', {});
    expect(total).toBe(2);
    expect(tasks[0]).toMatchObject({ words: 'Ring Cedar again', dueOn: '2027-01-08' });
  });

  it('takes off the list what an act has settled, of one kind or all', async () => {
    await put();
    await put({ kind: 'bookings.damage', words: 'Mend the chair' });
    await core.core.unit(PROGRAM, 'writes', async (ctx) =>
      settleTasks(ctx, { kind: 'bookings.offer', objectType: 'booking', objectId: 'b-1' }),
    );
    expect(await wordsOf()).toEqual(['Mend the chair']);
    await core.core.unit(PROGRAM, 'writes', async (ctx) =>
      settleTasks(ctx, { objectType: 'booking', objectId: 'b-1' }),
    );
    expect(await wordsOf()).toEqual([]);
  });

  it('lists the soonest due first and says what is overdue from the day after', async () => {
    await put({ objectId: 'a', words: 'waits' });
    await put({ objectId: 'b', words: 'late', dueOn: LocalDate.parse('2020-01-01') });
    await put({ objectId: 'c', words: 'to come', dueOn: LocalDate.parse('2099-01-01') });
    expect(await wordsOf()).toEqual(['late', 'to come', 'waits']);
    const day = LocalDate.parse('2027-01-08');
    expect(isOverdue(day, day)).toBe(false);
    expect(isOverdue(day, LocalDate.parse('2027-01-09'))).toBe(true);
    expect(isOverdue(null, day)).toBe(false);
  });

  it('is ticked off by a person and put back, each with a link in the record', async () => {
    await put();
    const desk = core.as('desk');
    const [task] = (await desk.call('tasks.list', {})).tasks;
    if (task === undefined) throw new Error('The task was not listed');
    const done = await desk.call('tasks.confirmDone', { id: task.id, version: task.version });
    expect(done).toMatchObject({ doneBy: 'Dee Hollins' });
    expect(await wordsOf()).toEqual([]);
    expect(
      await desk.refusal('tasks.confirmDone', { id: task.id, version: task.version }),
    ).toMatchObject({ code: 'task.changed-by-someone-else' });
    await desk.call('tasks.undoDone', { id: task.id, version: done.version });
    expect(await wordsOf()).toEqual(['Ring Cedar Estate Forum']);
  });

  it('refuses to put back what stands on the list again already', async () => {
    await put();
    const desk = core.as('desk');
    const [task] = (await desk.call('tasks.list', {})).tasks;
    if (task === undefined) throw new Error('The task was not listed');
    const done = await desk.call('tasks.confirmDone', { id: task.id, version: task.version });
    await put();
    expect(
      await desk.refusal('tasks.undoDone', { id: task.id, version: done.version }),
    ).toMatchObject({ code: 'task.changed-by-someone-else' });
  });

  it('knows no task of another list', async () => {
    expect(
      await core.as('desk').refusal('tasks.confirmDone', { id: 'nobody-made-it', version: 1 }),
    ).toMatchObject({ code: 'task.not-found' });
  });

  it('hides the words of tasks from the auditor', async () => {
    await put();
    const { tasks } = await core.as('auditor').call('tasks.list', {});
    expect(tasks[0]?.words).toBe('•••');
  });
});
