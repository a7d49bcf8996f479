// Walks and stands on this screen: which posts could be held here, how the one that runs goes, and how it ended. In: task messages, quests.
// Out: the task signal, big letters at its end.
import { computed } from '@preact/signals';
import { quests } from '../../src/shared/content';
import type { Place, Post } from '../../src/shared/content/kinds';
import { type Body, type S2C, TASK_DONE, TASK_RUNS } from '../../src/shared/protocol/messages';
import { unmet } from '../../src/shared/rules/quests';
import { task } from '../state';
import { t } from '../strings';
import { announce } from './passing';
import { mine } from './questmarks';

/** Without a word for so long it is over: he left, or the region began anew. */
const SILENT_MS = 4_000;
let silence = 0;

export function heedTask(body: Body<typeof S2C.task>): void {
  clearTimeout(silence);
  if (body.way === TASK_RUNS) {
    task.value = body;
    silence = window.setTimeout(() => {
      task.value = null;
    }, SILENT_MS);
    return;
  }
  task.value = null;
  const name = quests.get(body.quest)?.name ?? '';
  announce(t(body.way === TASK_DONE ? 'task.done' : 'task.failed'), body.way === TASK_DONE ? name : t('task.again'));
}

const wantedPosts = computed(() => new Set(mine.value ? unmet(mine.value, 'defend').map(({ o }) => o.post) : []));

/** Posts of the place that a quest of his asks him to hold, while none is being held. */
export function postsToHold(place: Place): { post: Post; index: number }[] {
  if (task.value || !wantedPosts.value.size) return [];
  return place.posts.flatMap((post, index) => (wantedPosts.value.has(post.key) ? [{ post, index }] : []));
}
