// What quests of the valley are done at: Dorrin's walk to his mine, the fence of Hobbs' farm. In: nothing. Out: one scene.
import { together } from '../plan';
import { post, walk } from '../tasks';

export const TASKS = together(
  walk(
    'dorrin-mine',
    'dorrin',
    [
      [747.4, 664],
      [738, 644],
      [729, 622],
      [722, 604],
      [718, 590],
    ],
    [
      [2, 'crawler', 1, 5],
      [3, 'crawler', 2, 4],
    ],
    [
      [1, 'A stroll. Look at me strolling. Swing your arms a bit.'],
      [3, 'That one was not there on Tuesday. Nobody is to tell the lads that I said “eek”.'],
      [4, 'First bend! I am touching it. Everybody saw that.'],
    ],
  ),
  post('hobbs-fence', 'Hobbs’ Fence', [664, 726], 14, 30, ['wolf', 2, 3], ['wolf', 2, 4], ['greymuzzle', 1, 5]),
);
