// /boards: who is first in what, for everybody, without a login and without the world behind it. In: the boards as told. Updates by itself.
import { t } from '../strings';
import { BoardView } from './board';
import { LightPage, mountLightPage } from './lightpage';

export const mountBoardsPage = (root: HTMLElement): void => mountLightPage(root, Page);

function Page() {
  return (
    <LightPage kind="boardspage" title={t('board.title')}>
      <BoardView name="" />
    </LightPage>
  );
}
